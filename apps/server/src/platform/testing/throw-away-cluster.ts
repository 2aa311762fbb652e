import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { chownSync, existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import pg from 'pg';

export interface Cluster {
  /** Address of its database "postgres", as a superuser, over a socket in a folder of its own. */
  readonly address: string;
  stop(): Promise<void>;
}

/** The newest PostgreSQL ≥ 15 whose `initdb` is at hand. */
export function findPostgresqlPrograms(): string | undefined {
  const debian = '/usr/lib/postgresql';
  const versions = existsSync(debian) ? readdirSync(debian).sort((a, b) => Number(b) - Number(a)) : [];
  const folders = [
    ...versions.filter((version) => Number(version) >= 15).map((version) => join(debian, version, 'bin')),
    ...(process.env.PATH ?? '').split(delimiter),
  ];
  return folders.find((folder) => existsSync(join(folder, 'initdb')) && existsSync(join(folder, 'postgres')));
}

/** PostgreSQL refuses to run as root: then it runs as the system's user "postgres". */
function ordinaryUser(): { uid: number; gid: number } | Record<string, never> | undefined {
  if (process.getuid?.() !== 0) return {};
  try {
    const id = (flag: string) =>
      Number(execFileSync('id', [flag, 'postgres'], { stdio: ['ignore', 'pipe', 'ignore'] }));
    return { uid: id('-u'), gid: id('-g') };
  } catch {
    return undefined;
  }
}

// The shell waits for its standard input to end, which happens also when the tests are killed.
const KEEPER = `
"$1/postgres" -D "$2/data" -k "$2" -c listen_addresses= -c max_connections=60 $3 >"$2/log" 2>&1 </dev/null &
server=$!
read -r _
kill -INT $server 2>/dev/null
wait $server
rm -rf "$2"`;

/** Nothing of a test's database is ever needed again. */
const QUICK = '-c fsync=off -c full_page_writes=off -c synchronous_commit=off -c shared_buffers=64MB';
/** As an operator runs one: everything acknowledged is on the disk, and a part of the memory is its own. */
export const AS_IN_USE = '-c shared_buffers=512MB -c effective_cache_size=2GB -c random_page_cost=1.1';

/** Makes and starts an empty PostgreSQL for the tests, or returns undefined where none can run. */
export async function startThrowAwayCluster(settings = QUICK): Promise<Cluster | undefined> {
  const programs = findPostgresqlPrograms();
  const user = ordinaryUser();
  if (process.platform === 'win32' || programs === undefined || user === undefined) return undefined;
  const folder = mkdtempSync(join(tmpdir(), 'benvung-pg-'));
  if (user.uid !== undefined) chownSync(folder, user.uid, user.gid);
  const initdb = [
    ['-D', join(folder, 'data'), '-U', 'postgres', '-A', 'trust', '-E', 'UTF8'],
    ['--locale=C.UTF-8', '--no-sync', '--no-instructions'],
  ].flat();
  execFileSync(join(programs, 'initdb'), initdb, { ...user, cwd: folder, stdio: 'ignore' });
  const keeper = spawn('sh', ['-c', KEEPER, 'keeper', programs, folder, settings], {
    ...user,
    cwd: '/',
    stdio: ['pipe', 'ignore', 'ignore'],
    detached: true,
  });
  const address = `postgresql://postgres@localhost/postgres?host=${encodeURIComponent(folder)}`;
  const stop = () => stopKeeper(keeper, folder);
  try {
    await untilItAnswers(address);
  } catch (error) {
    await stop();
    throw error;
  }
  return { address, stop };
}

async function untilItAnswers(address: string): Promise<void> {
  for (let attempt = 0; ; attempt += 1) {
    const client = new pg.Client({ connectionString: address });
    try {
      await client.connect();
      await client.end();
      return;
    } catch (error) {
      if (attempt > 200) throw error;
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
  }
}

async function stopKeeper(keeper: ChildProcess, folder: string): Promise<void> {
  const ended = new Promise((resolve) => keeper.once('exit', resolve));
  keeper.stdin?.end();
  if (keeper.exitCode === null) await ended;
  rmSync(folder, { recursive: true, force: true });
}
