import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { onServer, withDatabase } from '../../apps/server/src/platform/testing/database-address.ts';
import {
  type Cluster,
  startThrowAwayCluster,
} from '../../apps/server/src/platform/testing/throw-away-cluster.ts';

const root = process.env.BENVUNG_ROOT ?? process.cwd();
const program = join(root, 'bin/benvung.mjs');

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  server.close();
  await once(server, 'close');
  if (address === null || typeof address === 'string') throw new Error('no port');
  return address.port;
}

export interface OwnPostgresql {
  /** Of a database that belongs to an ordinary role, as the README tells operators to make one. */
  readonly address: string;
  readonly cluster: Cluster;
}

export async function startPostgresql(settings?: string): Promise<OwnPostgresql> {
  const name = 'benvung';
  const cluster = await startThrowAwayCluster(settings);
  if (cluster === undefined) throw new Error('PostgreSQL’s programs are not installed.');
  await onServer(cluster.address, 'create role benvung login createrole');
  await onServer(cluster.address, `create database ${name} owner benvung`);
  const url = new URL(withDatabase(cluster.address, name));
  url.username = 'benvung';
  return { address: url.href, cluster };
}

/** The real program on a data folder and port of its own. */
export interface ServerPlace {
  readonly url: string;
  start(): Promise<RunningServer>;
  /** A command of the command line beside (or through) the server. */
  run(words: readonly string[], input?: string): Promise<{ code: number | null; text: string }>;
}

export interface RunningServer {
  /** At once, without a word to it; resolves when the process is gone. */
  kill(): Promise<void>;
  stop(): Promise<void>;
}

/** `more` is asked at each start for what else stands in the environment. */
export async function prepareServer(
  folder: string,
  databaseUrl = '',
  more: () => NodeJS.ProcessEnv = () => ({}),
): Promise<ServerPlace> {
  const port = await freePort();
  const url = `http://127.0.0.1:${port}`;
  const env = {
    ...process.env,
    BENVUNG_DATA: folder,
    HOST: '127.0.0.1',
    PORT: String(port),
    DATABASE_URL: databaseUrl,
  };
  const begin = (words: readonly string[]) => {
    const child = spawn(process.execPath, [program, ...words], { env: { ...env, ...more() }, cwd: root });
    const said: string[] = [];
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (data) => said.push(String(data)));
    return { child, said };
  };
  return {
    url,
    start: async () => {
      const { child, said } = begin(['start', '--empty']);
      const gone = once(child, 'exit');
      await untilHealthy(url, child, said);
      const end = async (signal: NodeJS.Signals) => {
        child.kill(signal);
        await gone;
      };
      return { kill: () => end('SIGKILL'), stop: () => end('SIGTERM') };
    },
    run: async (words, input = '') => {
      const { child, said } = begin(words);
      child.stdin.end(input);
      const [code] = (await once(child, 'close')) as [number | null];
      return { code, text: said.join('') };
    },
  };
}

async function untilHealthy(url: string, child: ChildProcess, said: readonly string[]): Promise<void> {
  while (child.exitCode === null && child.signalCode === null) {
    const answer = await fetch(`${url}/healthz`).catch(() => null);
    if (answer?.ok) return;
    await pause(100);
  }
  throw new Error(`The server did not start (${child.exitCode}):\n${said.join('')}`);
}

export const pause = (milliseconds: number): Promise<void> =>
  new Promise((resolve) => setTimeout(resolve, milliseconds));

export interface Answered {
  readonly status: number;
  // biome-ignore lint/suspicious/noExplicitAny: whatever the API answers; the caller knows which view it asked for
  readonly body: any;
  readonly cookies: readonly string[];
}

interface Asked {
  readonly body?: unknown;
  readonly bytes?: Buffer;
}

/** A person's page: sends requests as it does, and remembers the session. */
export class Person {
  #session: { readonly cookie: string; readonly csrf: string } | null = null;
  readonly #url: string;

  constructor(url: string) {
    this.#url = url;
  }

  /** Null when no answer came. */
  async ask(method: string, path: string, { body, bytes }: Asked = {}): Promise<Answered | null> {
    const session = this.#session;
    const headers = {
      ...(session === null ? {} : { cookie: session.cookie, 'x-csrf-token': session.csrf }),
      ...(method === 'GET'
        ? {}
        : { 'content-type': bytes === undefined ? 'application/json' : 'application/octet-stream' }),
    };
    const sent =
      method === 'GET' ? {} : { body: bytes === undefined ? JSON.stringify(body) : new Uint8Array(bytes) };
    try {
      const answer = await fetch(`${this.#url}${path}`, { method, headers, ...sent });
      const text = await answer.text();
      const cookies = answer.headers.getSetCookie().map((each) => each.split(';')[0] ?? '');
      return { status: answer.status, body: text === '' ? null : JSON.parse(text), cookies };
    } catch {
      return null;
    }
  }

  async signIn(username: string, password: string): Promise<void> {
    const answer = await this.ask('POST', '/api/session', { body: { username, password } });
    if (answer?.status !== 200) throw new Error(`No sign-in: ${JSON.stringify(answer)}`);
    this.useSession(answer.cookies.join('; '), answer.body.csrfToken);
  }

  useSession(cookie: string, csrf: string): void {
    this.#session = { cookie, csrf };
  }

  // biome-ignore lint/suspicious/noExplicitAny: see Answered
  async get(path: string): Promise<any> {
    const answer = await this.ask('GET', path);
    if (answer?.status !== 200) throw new Error(`GET ${path}: ${JSON.stringify(answer)}`);
    return answer.body;
  }
}
