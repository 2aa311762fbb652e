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

const IDLE_MS = 10_000;
/** As often as one address may. */
const SIGN_IN_EVERY_MS = 3_500;

function percentile(taken: readonly number[], share: number): number {
  const sorted = [...taken].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;
}

const told = (taken: readonly number[]): string =>
  `p50 ${milliseconds(percentile(taken, 0.5))}, p99 ${milliseconds(percentile(taken, 0.99))}, longest ${milliseconds(percentile(taken, 1))}`;

/** What a second person, who signs in and reads one thing after the other, had to wait for. */
interface Waited {
  readonly signIn: number[];
  readonly read: number[];
}

/** Asks without end, until `stop`; `take` gives what was waited for since it was last called. */
function watchAnother(person: Person, pid: number) {
  let waited: Waited = { signIn: [], read: [] };
  let running = true;
  let peak = megabytes(pid);
  const timed = async (kind: keyof Waited, work: () => Promise<unknown>) => {
    const begun = performance.now();
    await work();
    waited[kind].push(performance.now() - begun);
  };
  const other = (async () => {
    for (let signedInAt = 0; running; ) {
      if (performance.now() - signedInAt > SIGN_IN_EVERY_MS) {
        signedInAt = performance.now();
        await timed('signIn', () => signIn(person.url));
      }
      await timed('read', () => ask(person, '/api/session'));
      await timed('read', () => ask(person, '/api/households?unit=1&page=1'));
      peak = Math.max(peak, megabytes(pid));
      await wait(60);
    }
  })();
  return {
    take: (): Waited => {
      const before = waited;
      waited = { signIn: [], read: [] };
      return before;
    },
    peak: () => peak,
    stop: async () => {
      running = false;
      await other;
    },
  };
}

interface List {
  readonly bytes: Buffer;
  readonly year: number;
}

/** Brings a list, tries it and writes it, as its pages do; ends when nothing of it goes on any more. */
async function bringList(person: Person, list: List, between: (phase: string) => void): Promise<void> {
  const province = (await ask(person, PROVINCE)) as { units: { id: number }[] };
  const query = `year=${list.year}&unit=${province.units[0]?.id}&file=list.csv&commandId=${crypto.randomUUID()}`;
  let batch = (await ask(person, `/api/batches?${query}`, list.bytes)) as Batch;
  const until = async (states: readonly string[]) => {
    while (!states.includes(batch.state) || (await hasJobs(person))) {
      await wait(500);
      batch = (await ask(person, `/api/batches/${batch.id}`)) as Batch;
    }
  };
  await until(['checked', 'refused']);
  if (batch.state !== 'checked' || batch.errors !== 0) throw new Error(JSON.stringify(batch).slice(0, 1000));
  between('tried');
  batch = await command(person, `/api/batches/${batch.id}/publication`, { version: batch.version });
  await until(['published', 'checked']);
  if (batch.state !== 'published') throw new Error(JSON.stringify(batch).slice(0, 1000));
  between('written');
}

async function hasJobs(person: Person): Promise<boolean> {
  const { jobs } = (await ask(person, '/api/jobs')) as { jobs: { state: string }[] };
  return jobs.some(({ state }) => state === 'waiting' || state === 'running');
}

async function onHome(
  program: Program,
  home: { readonly name: string; readonly env: Readonly<Record<string, string>> },
  { lists, households }: { readonly lists: readonly List[]; readonly households: number },
): Promise<BenchLine[]> {
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
    const watch = watchAnother(person, server.pid);
    await wait(IDLE_MS);
    const idle = watch.take();
    const atRest = megabytes(server.pid);
    const lines: BenchLine[] = [];
    const members = (households * MEMBERS).toLocaleString('en');
    for (const [turn, list] of lists.entries()) {
      let begun = performance.now();
      await bringList(person, list, (phase) => {
        const { signIn: signedIn, read } = watch.take();
        const more = watch.peak() - atRest;
        const seconds = ((performance.now() - begun) / 1000).toFixed(0);
        const longest = percentile([...signedIn, ...read], 1);
        lines.push({
          what: `${home.name}: ${members} members ${turn === 0 ? 'nobody knows' : 'known from the year before'} ${phase} in ${seconds} s, ${read.length} reads beside it`,
          ours: `reads ${told(read)}; sign-in ${told(signedIn)}`,
          peer: `idle: reads ${told(idle.read)}; sign-in ${told(idle.signIn)}`,
          figure: `peak ${watch.peak().toFixed(0)} MB, ${more.toFixed(0)} over rest (${atRest.toFixed(0)})`,
          aim: 'longest ≤ 300 ms, ≤ 300 MB over rest',
          met: longest <= 300 && more <= 300,
        });
        begun = performance.now();
      });
    }
    await watch.stop();
    return lines;
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
    const lists: List[] = [];
    for (const year of [2023, 2024]) {
      const file = join(folder, `${year}.csv`);
      await writeList(file, besideHouseholds, COMMUNES);
      lists.push({ bytes: readFileSync(file), year });
    }
    const brought = { lists, households: besideHouseholds };
    const embedded = { name: 'PGlite', env: { BENVUNG_DATA: join(folder, 'data'), DATABASE_URL: '' } };
    const lines = await onHome(program, embedded, brought);
    if (cluster !== null) {
      await (await newBenchDatabase(cluster, 'bench_beside')).close();
      const env = { DATABASE_URL: withDatabase(cluster.address, 'bench_beside') };
      lines.push(...(await onHome(program, { name: 'PostgreSQL', env }, brought)));
    }
    return lines;
  } finally {
    program.remove();
    await cluster?.stop();
    rmSync(folder, { recursive: true, force: true });
  }
}

/** The province of the communes below, as it was. */
const PROVINCE = '/api/territory/units?on=2024-12-14&level=province&q=thua%20thien%20hue';

/** Communes of A Lưới and Nam Đông at the ends of 2023 and 2024. */
const COMMUNES = ['20044', '20047', '20050', '20053', '20056', '20161', '20164', '20167', '20170', '20173'];
