import { type ChildProcess, spawn } from 'node:child_process';
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { build } from 'esbuild';
import { serverFolder } from '../server-folder.ts';

/** The command line as a program of its own, bundled from the sources as they are. */
export interface Program {
  run(words: readonly string[], options?: RunOptions): Promise<Finished>;
  /** Starts it and waits until a line on stdout or stderr holds `until`. */
  start(words: readonly string[], until: string, options?: RunOptions): Promise<Running>;
  /** Also ends what a failed test left running. */
  remove(): void;
}

export interface RunOptions {
  readonly env?: Readonly<Record<string, string>>;
  readonly cwd?: string;
  readonly input?: string;
}

export interface Finished {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

export interface Running {
  readonly pid: number;
  stop(signal: NodeJS.Signals): Promise<Finished>;
}

export async function bundleProgram(name: string): Promise<Program> {
  const folder = join(serverFolder, 'dist', 'test', `${name}-${process.pid}`);
  mkdirSync(folder, { recursive: true });
  await build({
    entryPoints: ['cli.ts', 'platform/database/pglite/pglite-worker.ts'].map((file) =>
      join(serverFolder, 'src', file),
    ),
    outdir: folder,
    entryNames: '[name]',
    bundle: true,
    platform: 'node',
    format: 'esm',
    target: 'node20',
    logLevel: 'error',
    plugins: [
      {
        name: 'packages-stay-outside',
        setup: ({ onResolve }) =>
          onResolve({ filter: /^[^./]/ }, ({ path, kind }) =>
            kind === 'entry-point' || path.startsWith('@benvung/') ? undefined : { external: true },
          ),
      },
    ],
  });
  const entry = join(folder, 'run.mjs');
  writeFileSync(entry, `import { runCli } from './cli.js';\nawait runCli(process.argv.slice(2));\n`);
  const children = new Set<ChildProcess>();
  const launch = (words: readonly string[], { env, cwd, input }: RunOptions = {}) => {
    const inherited = { PATH: process.env.PATH, HOME: process.env.HOME, TZ: 'America/Los_Angeles' };
    const child: ChildProcess = spawn(process.execPath, [entry, ...words], {
      cwd,
      env: { ...inherited, ...env },
    });
    child.stdin?.end(input ?? '');
    children.add(child);
    child.once('exit', () => children.delete(child));
    return child;
  };
  return {
    run: (words, options) => finished(launch(words, options)),
    start: (words, until, options) => begun(launch(words, options), until),
    remove: () => {
      for (const child of children) child.kill('SIGKILL');
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

function finished(child: ChildProcess): Promise<Finished> {
  let [stdout, stderr] = ['', ''];
  child.stdout?.on('data', (piece) => (stdout += piece));
  child.stderr?.on('data', (piece) => (stderr += piece));
  return new Promise((resolve) => child.once('close', (code) => resolve({ code, stdout, stderr })));
}

async function begun(child: ChildProcess, until: string): Promise<Running> {
  const end = finished(child);
  await new Promise<void>((resolve, reject) => {
    let heard = '';
    const listen = (piece: Buffer) => {
      heard += piece;
      if (heard.includes(until)) resolve();
    };
    child.stdout?.on('data', listen);
    child.stderr?.on('data', listen);
    end.then(({ code, stderr }) => reject(new Error(`Ended with ${code} before "${until}": ${stderr}`)));
  });
  return {
    pid: child.pid!,
    stop: (signal) => {
      child.kill(signal);
      return end;
    },
  };
}

/** A loopback port that was free a moment ago. */
export function freePort(): Promise<string> {
  return new Promise((resolve) => {
    const probe = createServer().listen(0, '127.0.0.1', () => {
      const { port } = probe.address() as { port: number };
      probe.close(() => resolve(String(port)));
    });
  });
}
