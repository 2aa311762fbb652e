import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = process.env.BENVUNG_ROOT ?? dirname(dirname(dirname(fileURLToPath(import.meta.url))));

export interface OfficeServer {
  readonly url: string;
  readonly stop: () => Promise<void>;
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  server.close();
  await once(server, 'close');
  if (address === null || typeof address === 'string') throw new Error('no port');
  return address.port;
}

/**
 * The real program on a data folder of its own, with the demonstration, as `npm start` runs it.
 * `BENVUNG_TEST_SERVER` names one that already runs with the demonstration, to look at a story again quickly.
 */
export async function startOffice(): Promise<OfficeServer> {
  const running = process.env.BENVUNG_TEST_SERVER;
  if (running) return { url: running, stop: async () => undefined };
  const folder = await mkdtemp(join(tmpdir(), 'benvung-browser-'));
  const port = await freePort();
  const env = {
    ...process.env,
    BENVUNG_DATA: folder,
    HOST: '127.0.0.1',
    PORT: String(port),
    DATABASE_URL: '',
  };
  const child = spawn(process.execPath, [join(root, 'bin/benvung.mjs'), 'start'], { env, cwd: root });
  const said: string[] = [];
  for (const stream of [child.stdout, child.stderr]) stream?.on('data', (data) => said.push(String(data)));
  const url = `http://127.0.0.1:${port}`;
  await untilHealthy(url, child, said);
  return {
    url,
    stop: async () => {
      child.kill('SIGTERM');
      if (child.exitCode === null) await once(child, 'exit');
      await rm(folder, { recursive: true, force: true });
    },
  };
}

async function untilHealthy(url: string, child: ChildProcess, said: readonly string[]): Promise<void> {
  while (child.exitCode === null) {
    const answer = await fetch(`${url}/healthz`).catch(() => null);
    if (answer?.ok) return;
    await new Promise((resolve) => setTimeout(resolve, 500));
  }
  throw new Error(`the server ended with ${child.exitCode}:\n${said.join('')}`);
}
