import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { BenchLine } from './measure.ts';

const freePort = (): Promise<number> =>
  new Promise((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const { port } = server.address() as { port: number };
      server.close(() => resolve(port));
    });
  });

/** Processes below one, by /proc; empty where there is none (then memory is not told). */
function processTree(pid: number): number[] {
  const children = new Map<number, number[]>();
  for (const name of readdirSync('/proc').filter((each) => /^\d+$/.test(each)))
    try {
      const stat = readFileSync(`/proc/${name}/stat`, 'utf8');
      const parent = Number(stat.slice(stat.lastIndexOf(')') + 2).split(' ')[1]);
      children.set(parent, [...(children.get(parent) ?? []), Number(name)]);
    } catch {
      // It ended meanwhile.
    }
  const below = (of: number): number[] => [of, ...(children.get(of) ?? []).flatMap(below)];
  return below(pid);
}

/** Resident memory of a process and everything it started, in MB. */
function treeMegabytes(pid: number): number {
  let kilobytes = 0;
  for (const each of processTree(pid))
    try {
      kilobytes += Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${each}/status`, 'utf8'))?.[1] ?? 0);
    } catch {
      // It ended meanwhile.
    }
  return kilobytes / 1024;
}

async function waitUntilHealthy(port: number, child: ChildProcess): Promise<void> {
  for (;;) {
    if (child.exitCode !== null) throw new Error(`npm start ended with ${child.exitCode}`);
    const answer = await fetch(`http://127.0.0.1:${port}/healthz`).catch(() => null);
    if (answer?.ok) return;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

async function startOnce(folder: string): Promise<{ seconds: number; peak: number; atRest: number }> {
  const port = await freePort();
  const begun = performance.now();
  const child = spawn('npm', ['start', '--silent'], {
    cwd: folder,
    env: { ...process.env, PORT: String(port), DATABASE_URL: '', BENVUNG_DATA: '' },
    stdio: 'ignore',
    detached: true,
  });
  let peak = 0;
  const timer = setInterval(() => {
    peak = Math.max(peak, treeMegabytes(child.pid!));
  }, 100);
  await waitUntilHealthy(port, child);
  const seconds = (performance.now() - begun) / 1000;
  await new Promise((resolve) => setTimeout(resolve, 3000));
  clearInterval(timer);
  const atRest = treeMegabytes(child.pid!);
  const ended = new Promise((resolve) => child.once('exit', resolve));
  process.kill(-child.pid!, 'SIGTERM');
  await ended;
  return { seconds, peak, atRest };
}

/** The README's first command in a fresh clone of the committed state, then once more. */
export async function benchStart(): Promise<BenchLine[]> {
  const folder = mkdtempSync(join(tmpdir(), 'benvung-start-'));
  try {
    execFileSync('git', ['clone', '--quiet', '--no-hardlinks', '.', folder]);
    const first = await startOnce(folder);
    const second = await startOnce(folder);
    const memory = (each: typeof first) =>
      `peak ${each.peak.toFixed(0)} MB, at rest ${each.atRest.toFixed(0)} MB`;
    return [
      {
        what: 'first npm start of a fresh clone (install, build, demonstration)',
        ours: `${first.seconds.toFixed(1)} s`,
        peer: '–',
        figure: memory(first),
        aim: 'told',
        met: null,
      },
      {
        what: 'second npm start',
        ours: `${second.seconds.toFixed(1)} s`,
        peer: `${first.seconds.toFixed(1)} s`,
        figure: memory(second),
        aim: '≤ 5 s',
        met: second.seconds <= 5,
      },
    ];
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
