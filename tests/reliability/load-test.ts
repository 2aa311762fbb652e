/**
 * Many officers at once on a registry of many households, each reading and writing as people do, with pauses to read
 * and think; prints how long they wait, beside the gate OpenCRVS published. See docs/reliability.md.
 */
import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { machineClock } from '../../apps/server/src/platform/clock.ts';
import { migrate } from '../../apps/server/src/platform/database/migrate.ts';
import { openPostgresql } from '../../apps/server/src/platform/database/open-postgresql.ts';
import { migrationsFolder } from '../../apps/server/src/platform/server-folder.ts';
import { AS_IN_USE } from '../../apps/server/src/platform/testing/throw-away-cluster.ts';
import { loadShippedTerritory } from '../../apps/server/src/territory/territory.public.ts';
import { type Draw, pick, seededDraw } from '../fuzz/hostile.ts';
import { type FilledCommune, fillRegistry, signInOfficers } from './fill-registry.ts';
import { type Answered, Person, pause, prepareServer, startPostgresql } from './running-server.ts';

const { values } = parseArgs({
  options: {
    officers: { type: 'string', default: '200' },
    households: { type: 'string', default: '300000' },
    seconds: { type: 'string', default: '60' },
    /** The middle of the pause between two acts of one person. */
    think: { type: 'string', default: '4' },
  },
});
const OFFICERS = Number(values.officers);
const SECONDS = Number(values.seconds);
const THINK = Number(values.think) * 1_000;
/** What OpenCRVS holds itself to (milliseconds at p50, p95, p99). */
const GATE = { read: [50, 150, 300], write: [100, 300, 500] } as const;

type Kind = keyof typeof GATE;
const taken: { kind: Kind; what: string; milliseconds: number }[] = [];
const refused = new Map<string, number>();

interface Officer {
  readonly person: Person;
  readonly unitId: number;
  readonly commune: FilledCommune | null;
  readonly draw: Draw;
  readonly year: number;
  /** Households seen in lists, to open and correct. */
  seen: string[];
}

let measuring = false;

async function timed(
  officer: Officer,
  [kind, what]: [Kind, string],
  method: string,
  path: string,
  body?: object,
): Promise<Answered['body']> {
  const start = performance.now();
  const answer = await officer.person.ask(method, path, body === undefined ? {} : { body });
  const milliseconds = performance.now() - start;
  if (answer === null || answer.status >= 400) {
    const why = `${method} ${what}: ${answer === null ? 'no answer' : `${answer.status} ${answer.body?.code}`}`;
    refused.set(why, (refused.get(why) ?? 0) + 1);
    return null;
  }
  if (measuring) taken.push({ kind, what, milliseconds });
  return answer.body;
}

const read = (officer: Officer, what: string, path: string) => timed(officer, ['read', what], 'GET', path);
const write = (officer: Officer, what: string, path: string, body: object) =>
  timed(officer, ['write', what], 'POST', path, { commandId: randomUUID(), ...body });

async function list(officer: Officer, query = ''): Promise<void> {
  const page = query === '' ? 1 + Math.floor(officer.draw() ** 3 * 4) : 1;
  const unit = `unit=${officer.unitId}&year=${officer.year}&page=${page}${query}`;
  const answer = await read(officer, query === '' ? 'list' : 'search', `/api/households?${unit}`);
  const ids: string[] = (answer?.households ?? []).map(({ id }: { id: string }) => id);
  if (ids.length > 0) officer.seen = ids;
}

/** Opens one of the households last seen for correcting; null when there is none. */
async function record(officer: Officer) {
  if (officer.seen.length === 0) await list(officer);
  if (officer.seen.length === 0) return null;
  return read(officer, 'record', `/api/households/${pick(officer.draw, officer.seen)}/record`);
}

const NAMES = ['nguyen van', 'tran thi', 'le minh', 'ho a', 'lan', 'dung', 'vang a', 'pham ngoc'];
const ACTS: readonly [share: number, act: (officer: Officer) => Promise<unknown>, forProvinces: boolean][] = [
  [12, (officer) => read(officer, 'home', `/api/home?unit=id:${officer.unitId}`), true],
  [20, (officer) => list(officer), true],
  [12, (officer) => list(officer, `&q=${encodeURIComponent(pick(officer.draw, NAMES))}`), true],
  [20, viewHousehold, true],
  [
    8,
    (officer) => read(officer, 'table 1', `/api/tables/1?unit=id:${officer.unitId}&year=${officer.year}`),
    true,
  ],
  [
    3,
    (officer) =>
      read(
        officer,
        'other table',
        `/api/tables/${2 + Math.floor(officer.draw() * 9)}?unit=id:${officer.unitId}&year=${officer.year}`,
      ),
    true,
  ],
  [12, correctHousehold, false],
  [8, correctMember, false],
  [3, addMember, false],
  [2, registerHousehold, false],
];

async function viewHousehold(officer: Officer): Promise<void> {
  if (officer.seen.length === 0) await list(officer);
  if (officer.seen.length > 0)
    await read(officer, 'household', `/api/households/${pick(officer.draw, officer.seen)}`);
}

async function correctHousehold(officer: Officer): Promise<void> {
  const found = await record(officer);
  if (found === null) return;
  await think(officer);
  const changes = { phone: `09${Math.floor(officer.draw() * 1e8)}` };
  await write(officer, 'correct household', `/api/households/${found.id}/corrections`, {
    version: found.version,
    changes,
  });
}

async function correctMember(officer: Officer): Promise<void> {
  const found = await record(officer);
  if (found === null) return;
  await think(officer);
  const { personId } = pick(officer.draw, found.members as { personId: string }[]);
  const day = String(1 + Math.floor(officer.draw() * 28)).padStart(2, '0');
  const changes = { birthDate: `${1950 + Math.floor(officer.draw() * 70)}-05-${day}` };
  const path = `/api/households/${found.id}/members/${personId}/corrections`;
  await write(officer, 'correct member', path, { version: found.version, changes });
}

async function addMember(officer: Officer): Promise<void> {
  const found = await record(officer);
  if (found === null) return;
  await think(officer);
  const member = { personId: randomUUID(), fullName: 'Nguyễn Thị Mới', relation: 'child' };
  const act = { version: found.version, day: today, reason: 'born', member };
  await write(officer, 'add member', `/api/households/${found.id}/members`, act);
}

async function registerHousehold(officer: Officer): Promise<void> {
  const villages = await read(
    officer,
    'villages',
    `/api/territory/units?parent=${officer.unitId}&level=village`,
  );
  if (villages === null) return;
  await think(officer);
  await write(officer, 'register household', '/api/households', {
    id: randomUUID(),
    villageId: pick(officer.draw, villages.units as { id: number }[]).id,
    day: today,
    members: [{ personId: randomUUID(), fullName: 'Trần Văn Mới', relation: 'head' }],
  });
}

/** People look before they act: pauses of half to twice the middle. */
const think = (officer: Officer) => pause(THINK * 2 ** (officer.draw() * 2 - 1));

async function work(officer: Officer, until: number): Promise<void> {
  const acts = ACTS.filter(([, , forProvinces]) => forProvinces || officer.commune !== null);
  const dealt = acts.flatMap(([share, act]) => Array.from({ length: share }, () => act));
  await pause(officer.draw() * THINK * 2);
  while (Date.now() < until) {
    await pick(officer.draw, dealt)(officer);
    await think(officer);
  }
}

function line(name: string, some: readonly number[], gate: readonly number[] | null): void {
  const sorted = [...some].sort((a, b) => a - b);
  const at = (share: number) =>
    sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;
  const ours = [0.5, 0.95, 0.99].map(at);
  const told = ours.map((value) => value.toFixed(0).padStart(6)).join('');
  const beside =
    gate === null
      ? ''
      : `   gate ${gate.join('/')}, half ${gate.map((value) => value / 2).join('/')}: ${ours.every((value, index) => value <= gate[index]! / 2) ? 'within half' : ours.every((value, index) => value <= gate[index]!) ? 'within' : 'MISSED'}`;
  console.log(`${name.padEnd(22)}${String(sorted.length).padStart(7)}${told}${beside}`);
}

function report(): void {
  console.log(
    `${'milliseconds'.padEnd(22)}${'count'.padStart(7)}${'p50'.padStart(6)}${'p95'.padStart(6)}${'p99'.padStart(6)}`,
  );
  for (const kind of ['read', 'write'] as const)
    line(
      `${kind}s`,
      taken.filter((each) => each.kind === kind).map(({ milliseconds }) => milliseconds),
      GATE[kind],
    );
  for (const what of [...new Set(taken.map((each) => each.what))].sort())
    line(
      `  ${what}`,
      taken.filter((each) => each.what === what).map(({ milliseconds }) => milliseconds),
      null,
    );
  console.log(`${(taken.length / SECONDS).toFixed(1)} requests a second`);
  for (const [why, times] of refused) console.log(`refused ${times}×: ${why}`);
}

const clock = machineClock();
const today = clock.today();
const draw = seededDraw(20261015);
const folder = mkdtempSync(join(tmpdir(), 'benvung-load-'));
const postgresql = await startPostgresql(AS_IN_USE);
try {
  const handle = await openPostgresql(postgresql.address, 4);
  console.error(`filling ${OFFICERS} officers’ country with ${values.households} households…`);
  await migrate(handle, migrationsFolder);
  await loadShippedTerritory(handle, clock.now());
  const registry = await fillRegistry(handle, { households: Number(values.households), today, draw });
  // Nine in ten work in a commune; of the others most follow a province, a few the nation.
  const grants = Array.from({ length: OFFICERS }, (_, at) => {
    const commune = pick(draw, registry.communes);
    if (at % 10 !== 9) return { role: 'officer', unitId: commune.id };
    return at % 50 === 49 ? { role: 'viewer', unitId: 1 } : { role: 'viewer', unitId: commune.provinceId };
  });
  const communes = new Map(registry.communes.map((commune) => [commune.id, commune]));
  const signedIn = await signInOfficers(handle, clock, grants);
  await handle.close();
  const place = await prepareServer(folder, postgresql.address);
  const server = await place.start();
  const officers: Officer[] = [];
  for (const { token, grant } of signedIn) {
    const person = new Person(place.url);
    person.useSession(`benvung_session=${token}`, '');
    const session = await person.get('/api/session');
    person.useSession(`benvung_session=${token}`, session.csrfToken);
    const commune = communes.get(grant.unitId) ?? null;
    officers.push({
      person,
      unitId: grant.unitId,
      commune,
      year: registry.year,
      seen: [],
      draw: seededDraw(officers.length + 1),
    });
  }
  console.error(`working for ${SECONDS} s after 10 s of warming up…`);
  const until = Date.now() + (SECONDS + 10) * 1_000;
  setTimeout(() => {
    measuring = true;
  }, 10_000);
  await Promise.all(officers.map((officer) => work(officer, until)));
  report();
  await server.stop();
} finally {
  await postgresql.cluster.stop();
  rmSync(folder, { recursive: true, force: true });
}
process.exit(refused.size === 0 ? 0 : 1);
