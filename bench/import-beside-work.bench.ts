import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { withDatabase } from '../apps/server/src/platform/testing/database-address.ts';
import { bundleProgram, freePort, type Program } from '../apps/server/src/platform/testing/run-program.ts';
import { writeList } from './import.bench.ts';
import { type BenchLine, type BenchOptions, milliseconds } from './measure.ts';
import { benchCluster, newBenchDatabase } from './tables.bench.ts';

const MEMBERS = 4;
const PASSWORD = 'mật khẩu của bản đo 2026';
const USER = 'do.luong';

interface Person {
  readonly url: string;
  readonly cookie: string;
  readonly token: string;
}

async function signIn(url: string): Promise<Person> {
  const answer = await fetch(`${url}/api/session`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', origin: url },
    body: JSON.stringify({ username: USER, password: PASSWORD }),
  });
  if (!answer.ok) throw new Error(`${answer.status} ${await answer.text()}`);
  const cookie = (answer.headers.get('set-cookie') ?? '').split(';')[0] ?? '';
  const { csrfToken } = (await answer.json()) as { csrfToken: string };
  return { url, cookie, token: csrfToken };
}

const ask = async ({ url, cookie, token }: Person, path: string, bytes?: Buffer) => {
  const answer = await fetch(`${url}${path}`, {
    method: bytes === undefined ? 'GET' : 'POST',
    headers: {
      cookie,
      'x-csrf-token': token,
      origin: url,
      ...(bytes === undefined ? {} : { 'content-type': 'application/octet-stream' }),
    },
    ...(bytes === undefined ? {} : { body: new Uint8Array(bytes) }),
  });
  if (!answer.ok) throw new Error(`${path}: ${answer.status} ${await answer.text()}`);
  return answer.json();
};

const command = async ({ url, cookie, token }: Person, path: string, body: object) => {
  const answer = await fetch(`${url}${path}`, {
    method: 'POST',
    headers: { cookie, 'x-csrf-token': token, origin: url, 'content-type': 'application/json' },
    body: JSON.stringify({ commandId: crypto.randomUUID(), ...body }),
  });
  if (!answer.ok) throw new Error(`${path}: ${answer.status} ${await answer.text()}`);
  return answer.json() as Promise<Batch>;
};

interface Batch {
  readonly id: string;
  readonly version: number;
  readonly state: string;
  readonly households: number | null;
  readonly errors: number | null;
}

const megabytes = (pid: number): number =>
  Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? 0) / 1024;

const IDLE_MS = 5_000;

function percentile(taken: readonly number[], share: number): number {
  const sorted = [...taken].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;
}

interface Taken {
  readonly seconds: number;
  /** The same questions while nothing else is done. */
  readonly idle: number;
  readonly p50: number;
  readonly p99: number;
  readonly worst: number;
  readonly asked: number;
  readonly extraMegabytes: number;
}

/** A second person signs in and reads, one thing after the other, while the list is tried and written. */
async function measure(person: Person, pid: number, list: Buffer, year: number): Promise<Taken> {
  const taken: number[] = [];
  let running = true;
  const before = megabytes(pid);
  let peak = before;
  const timed = async (work: () => Promise<unknown>) => {
    const begun = performance.now();
    await work();
    taken.push(performance.now() - begun);
  };
  const other = (async () => {
    for (let turn = 0; running; turn += 1) {
      if (turn % 20 === 0) await timed(() => signIn(person.url));
      await timed(() => ask(person, '/api/session'));
      await timed(() => ask(person, '/api/households?unit=1&page=1'));
      peak = Math.max(peak, megabytes(pid));
      await wait(20);
    }
  })();
  await wait(IDLE_MS);
  const idle = percentile(taken.splice(0, taken.length), 0.99);
  const begun = performance.now();
  const query = `year=${year}&unit=1&file=list.csv&commandId=${crypto.randomUUID()}`;
  let batch = (await ask(person, `/api/batches?${query}`, list)) as Batch;
  const until = async (states: readonly string[]) => {
    while (!states.includes(batch.state)) {
      await wait(500);
      batch = (await ask(person, `/api/batches/${batch.id}`)) as Batch;
    }
  };
  await until(['checked', 'refused']);
  if (batch.state !== 'checked' || batch.errors !== 0) throw new Error(JSON.stringify(batch).slice(0, 1000));
  batch = await command(person, `/api/batches/${batch.id}/publication`, { version: batch.version });
  await until(['published', 'checked']);
  if (batch.state !== 'published') throw new Error(JSON.stringify(batch).slice(0, 1000));
  const seconds = (performance.now() - begun) / 1000;
  await wait(1_000);
  running = false;
  await other;
  return {
    seconds,
    idle,
    p50: percentile(taken, 0.5),
    p99: percentile(taken, 0.99),
    worst: percentile(taken, 1),
    asked: taken.length,
    extraMegabytes: peak - before,
  };
}

async function onHome(
  program: Program,
  home: { readonly name: string; readonly env: Readonly<Record<string, string>> },
  list: { readonly bytes: Buffer; readonly households: number; readonly year: number },
): Promise<BenchLine> {
  const port = await freePort();
  const env = { ...home.env, PORT: port };
  const server = await program.start(['start', '--empty'], 'http://', { env });
  try {
    const added = await program.run(
      ['user', 'add', USER, '--role', 'officer', '--unit', 'VN', '--password-stdin'],
      { env, input: `${PASSWORD}\n` },
    );
    if (added.code !== 0) throw new Error(added.stderr);
    const person = await signIn(`http://127.0.0.1:${port}`);
    const { p50, p99, worst, idle, asked, seconds, extraMegabytes } = await measure(
      person,
      server.pid,
      list.bytes,
      list.year,
    );
    const members = (list.households * MEMBERS).toLocaleString('en');
    return {
      what: `${home.name}: sign-in and reads while ${members} members are tried and written (${seconds.toFixed(0)} s, ${asked} asked)`,
      ours: `p50 ${milliseconds(p50)}, p99 ${milliseconds(p99)}, longest ${milliseconds(worst)}`,
      peer: `idle: p99 ${milliseconds(idle)}`,
      figure: `${extraMegabytes.toFixed(0)} MB more`,
      aim: 'p99 ≤ 300 ms, ≤ 300 MB more',
      met: p99 <= 300 && extraMegabytes <= 300,
    };
  } finally {
    await server.stop('SIGTERM');
  }
}

/** What others notice of a long import: on the embedded database, which has one session, and on PostgreSQL. */
export async function benchImportBesideWork({ besideHouseholds }: BenchOptions): Promise<BenchLine[]> {
  const folder = mkdtempSync(join(tmpdir(), 'benvung-beside-'));
  const program = await bundleProgram('bench-beside');
  const cluster = await benchCluster();
  try {
    const year = 2024;
    const file = join(folder, 'list.csv');
    await writeList(file, besideHouseholds, COMMUNES);
    const list = { bytes: readFileSync(file), households: besideHouseholds, year };
    const embedded = { name: 'PGlite', env: { BENVUNG_DATA: join(folder, 'data'), DATABASE_URL: '' } };
    const lines = [await onHome(program, embedded, list)];
    if (cluster !== null) {
      await (await newBenchDatabase(cluster, 'bench_beside')).close();
      const env = { DATABASE_URL: withDatabase(cluster.address, 'bench_beside') };
      lines.push(await onHome(program, { name: 'PostgreSQL', env }, list));
    }
    return lines;
  } finally {
    program.remove();
    await cluster?.stop();
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Communes of A Lưới and Nam Đông at the end of 2024. */
const COMMUNES = ['20044', '20047', '20050', '20053', '20056', '20161', '20164', '20167', '20170', '20173'];
