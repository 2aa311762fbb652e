/**
 * Keeps what a later version is tested with: rows that this version's own acts wrote, and what it says of them, in
 * `tests/upgrade/NAME/`. Run once for a release, at its commit; the folder is never edited afterwards.
 */
import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { sql } from 'kysely';
import { signedInAs } from '../../apps/server/src/access/testing/signed-in.ts';
import { buildApp } from '../../apps/server/src/app.ts';
import type { DatabaseHandle } from '../../apps/server/src/platform/database/database.ts';
import { migrate } from '../../apps/server/src/platform/database/migrate.ts';
import { openPostgresql } from '../../apps/server/src/platform/database/open-postgresql.ts';
import { newId } from '../../apps/server/src/platform/ids.ts';
import { migrationsFolder, version } from '../../apps/server/src/platform/server-folder.ts';
import { settableClock } from '../../apps/server/src/platform/testing/settable-clock.ts';
import {
  findPostgresqlPrograms,
  startThrowAwayCluster,
} from '../../apps/server/src/platform/testing/throw-away-cluster.ts';
import { computeTable } from '../../apps/server/src/report/compute-table.ts';
import { writeTwoYears } from '../../apps/server/src/report/two-years.test-support.ts';
import { writeTestMerge, writeTestTerritory } from '../../apps/server/src/review/review.test-support.ts';

const TODAY = '2024-10-15';
/** Sessions may end with an upgrade, and the log of migrations grows by it. */
const NOT_COUNTED = ['session', 'schema_migration'];
const TABLES = [1, 2, 3, 8].flatMap((number) =>
  [['46', 2024] as const, ['id:1', 2024] as const, ['46', 2023] as const].map(
    ([unit, year]) => [number, unit, year] as const,
  ),
);

/** The acts of an officer: what they leave in the registry, the log and the receipts. */
async function act(database: DatabaseHandle) {
  const clock = settableClock(`${TODAY}T02:00:00.000Z`, TODAY);
  const parts = { database, clock, version };
  const app = await buildApp(parts);
  await app.ready();
  const officer = await signedInAs(app, parts, {
    username: 'can.bo',
    grants: [
      { role: 'officer', unitId: 7 },
      { role: 'approver', unitId: 7 },
    ],
  });
  const id = newId();
  const [head, spouse] = [newId(), newId()];
  const post = async (path: string, body: object) => {
    const url = `/api/households${path}`;
    const answer = await officer({ method: 'POST', url, payload: { commandId: newId(), ...body } });
    if (answer.statusCode >= 300) throw new Error(`${url}: ${answer.body}`);
  };
  await post('', {
    id,
    villageId: 71,
    day: '2024-09-15',
    fields: { address: 'Thôn Một, nhà sàn', phone: '0912000111' },
    members: [
      { personId: head, fullName: 'Hồ Văn Cũ', relation: 'head', birthDate: '1979', ethnicity: '16' },
      { personId: spouse, fullName: 'Hồ Thị Xưa', relation: 'spouse', identityNumber: '046180001234' },
    ],
  });
  await post(`/${id}/corrections`, { version: 1, changes: { address: 'Thôn Một, cạnh suối' } });
  const member = { personId: newId(), fullName: 'Hồ Bé', relation: 'child', birthDate: '2024-10-01' };
  await post(`/${id}/members`, { version: 2, day: '2024-10-01', reason: 'born', member });
  await post(`/${id}/moves`, { version: 3, day: '2024-10-10', villageId: 72 });
  const view = (await officer({ method: 'GET', url: `/api/households/${id}` })).json();
  await app.close();
  const members = view.members.map(({ fullName }: { fullName: string }) => fullName);
  return { id, members, events: view.events.length };
}

async function readTables({ db }: DatabaseHandle) {
  const tables: Record<string, unknown> = {};
  for (const [number, unit, year] of TABLES) {
    const wanted = { number, unit, year, map: null, standardId: null, levels: 1, checks: false } as const;
    const table = await computeTable(db, { ...wanted, areas: null, now: '', today: TODAY });
    if (!table.ok) throw new Error(table.problem.code);
    const { rows, total } = table.value;
    tables[`${number} ${unit} ${year}`] = {
      rows: rows.map((row) => [row.unit?.name ?? null, row.values]),
      total,
    };
  }
  return tables;
}

async function countRows({ db }: DatabaseHandle): Promise<Record<string, number>> {
  const names = await sql<{ name: string }>`select table_name as name from information_schema.tables
    where table_schema = current_schema() and table_type = 'BASE TABLE' order by 1`.execute(db);
  const counts: Record<string, number> = {};
  for (const { name } of names.rows) {
    if (NOT_COUNTED.includes(name)) continue;
    const answer = await sql<{ n: number }>`select count(*) as n from ${sql.table(name)}`.execute(db);
    counts[name] = Number(answer.rows[0]?.n);
  }
  return counts;
}

/** Inserts alone, a line each; what the migrations insert themselves is taken away first. */
function dumpRows(address: string): string {
  const dumped = execFileSync(
    join(findPostgresqlPrograms() ?? '', 'pg_dump'),
    ['--data-only', '--column-inserts', '--exclude-table=schema_migration', address],
    { encoding: 'utf8', maxBuffer: 64 * 1024 ** 2 },
  );
  const inserts = dumped
    .split('\n')
    .filter((line) => line.startsWith('INSERT INTO ') || line.startsWith('SELECT pg_catalog.setval'))
    .map((line) =>
      line.replace('INSERT INTO public.', 'insert into ').replace("pg_catalog.setval('public.", "setval('"),
    );
  return [
    '-- Rows as this release kept them, made by its own acts: data only.',
    'delete from audit_lane;',
    ...inserts,
    '',
  ].join('\n');
}

const name = process.argv[2] ?? '';
const folder = join(process.env.BENVUNG_ROOT ?? '.', 'tests/upgrade', name);
if (name === '' || existsSync(folder))
  throw new Error('Name a folder of tests/upgrade that is not there yet.');
const cluster = await startThrowAwayCluster();
if (cluster === undefined) throw new Error('PostgreSQL’s programs are not installed.');
try {
  const database = await openPostgresql(cluster.address, 4);
  const migrations = await migrate(database, migrationsFolder);
  await writeTestTerritory(database.db);
  await writeTestMerge(database.db);
  await writeTwoYears(database.db);
  const household = await act(database);
  const release = {
    made: version,
    migrations,
    household,
    counts: await countRows(database),
    tables: await readTables(database),
  };
  await database.close();
  mkdirSync(folder);
  writeFileSync(join(folder, 'release.json'), `${JSON.stringify(release, null, 1)}\n`);
  writeFileSync(join(folder, 'rows.sql'), dumpRows(cluster.address));
  console.log(`${folder}: ${Object.values(release.counts).reduce((sum, count) => sum + count, 0)} rows`);
} finally {
  await cluster.stop();
}
