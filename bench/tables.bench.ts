import type { OfficialTable } from '@benvung/contract/report';
import { sampleClosing, sampleOpening } from '@benvung/domain/review/review-record.sample';
import { sql } from 'kysely';
import type { DatabaseHandle } from '../apps/server/src/platform/database/database.ts';
import { migrate } from '../apps/server/src/platform/database/migrate.ts';
import { openPostgresql } from '../apps/server/src/platform/database/open-postgresql.ts';
import { newId } from '../apps/server/src/platform/ids.ts';
import { migrationsFolder } from '../apps/server/src/platform/server-folder.ts';
import { onServer, withDatabase } from '../apps/server/src/platform/testing/database-address.ts';
import {
  type Cluster,
  startThrowAwayCluster,
} from '../apps/server/src/platform/testing/throw-away-cluster.ts';
import { computeTable } from '../apps/server/src/report/compute-table.ts';
import {
  openRounds,
  putPopulationBase,
  putReviewRecords,
  putReviewRecordsInBulk,
  type ReviewRound,
  type StoredReviewRecord,
} from '../apps/server/src/review/review.public.ts';
import { loadShippedTerritory } from '../apps/server/src/territory/territory.public.ts';
import { seededRandom } from './made-up-households.ts';
import { type BenchLine, type BenchOptions, medianOf, milliseconds, times } from './measure.ts';

const YEAR = 2023;
const DAY = '2023-12-31';

/** A cluster of our own; null, with a line that says so, where PostgreSQL's programs are not installed. */
export async function benchCluster(): Promise<Cluster | null> {
  const cluster = await startThrowAwayCluster();
  if (cluster === undefined)
    process.stderr.write('PostgreSQL is not installed: its measurements are left out.\n');
  return cluster ?? null;
}

export async function newBenchDatabase(cluster: Cluster, name: string): Promise<DatabaseHandle> {
  await onServer(cluster.address, `create database ${name}`);
  const handle = await openPostgresql(withDatabase(cluster.address, name), 2);
  await migrate(handle, migrationsFolder);
  await loadShippedTerritory(handle, `${DAY}T00:00:00.000Z`);
  return handle;
}

interface Commune {
  readonly communeId: number;
  readonly scopePath: string;
}

async function listCommunes(handle: DatabaseHandle): Promise<Commune[]> {
  const answer = await sql<Commune>`
    select unit_id as "communeId", path as "scopePath" from territory_unit_version
    where level = 'commune' and valid_from <= ${DAY}::date and (valid_to is null or valid_to > ${DAY}::date)
    order by unit_id`.execute(handle.db);
  return answer.rows;
}

const CLASSES = [
  'POOR',
  'POOR',
  'POOR',
  'NEAR_POOR',
  'NEAR_POOR',
  'NEAR_POOR',
  'NOT_POOR',
  'AVERAGE_LIVING_STANDARD',
] as const;

function recordOf(round: ReviewRound, random: () => number): StoredReviewRecord {
  const at = Math.floor(random() * CLASSES.length);
  const persons = 1 + Math.floor(random() * 6);
  const closing = sampleClosing({
    class: CLASSES[at],
    persons,
    villageId: 0,
    deprivations: random() < 0.5 ? '111000000000' : '000000000110',
  });
  const opening =
    random() < 0.8
      ? sampleOpening({
          class: CLASSES[(at + (random() < 0.2 ? 3 : 0)) % 6],
          persons,
          villageId: 0,
          communeId: round.communeId,
        })
      : null;
  return {
    householdId: newId(),
    year: YEAR,
    standardId: 'VN-2022',
    communeId: round.communeId,
    opening,
    closing,
    goneReason: null,
    arrivalReason: opening === null ? 'newEntry' : null,
    stage: 'recognised',
    verified: true,
    originCommuneId: round.communeId,
    roundId: round.id,
    scopePath: round.scopePath,
    computedClass: null,
    overrideReason: null,
    incomeScore: 120,
    deprivationScore: 30,
    evidence: 'paperForm',
    scorecardId: null,
    decisionNumber: null,
    decisionDay: null,
    batchId: null,
    version: 0,
  };
}

/** A registry of `reviewed` households spread over all communes, written the way the product writes them. */
async function fill(handle: DatabaseHandle, reviewed: number): Promise<StoredReviewRecord[]> {
  const communes = await listCommunes(handle);
  const opened = await openRounds(handle.db, {
    year: YEAR,
    kind: 'PERIODIC',
    communes,
    standardId: 'VN-2022',
    standardHash: 'bench',
    localStandard: null,
    referenceDay: DAY,
    today: DAY,
    source: 'bench',
    demonstration: false,
    carryOver: false,
  });
  if (!opened.ok) throw new Error(opened.problem.code);
  const rounds = opened.value;
  await putPopulationBase(
    handle.db,
    rounds.map(({ communeId, scopePath }) => ({
      year: YEAR,
      communeId,
      villageId: 0,
      households: 2500,
      persons: 9000,
      minorityHouseholds: 400,
      minorityPersons: 1500,
      localMinorityHouseholds: 0,
      localMinorityPersons: 0,
      source: 'bench',
      onDay: DAY,
      demonstration: false,
      scopePath,
    })),
  );
  const random = seededRandom(reviewed);
  const kept: StoredReviewRecord[] = [];
  function* records() {
    for (let at = 0; at < reviewed; at += 1) {
      const record = recordOf(rounds[at % rounds.length] as ReviewRound, random);
      if (at % Math.ceil(reviewed / 400) === 0) kept.push(record);
      yield record;
    }
  }
  await handle.withSession(async (session, db) => {
    await session.query('alter table review_record drop constraint review_record_household_fk');
    const put = await putReviewRecordsInBulk({ session, db }, records(), { today: DAY });
    if (!put.ok) throw new Error(put.problem.code);
  });
  await sql`vacuum analyze`.execute(handle.db);
  return kept;
}

async function nationalTable(handle: DatabaseHandle, checks: boolean): Promise<OfficialTable> {
  const table = await computeTable(handle.db, {
    number: 1,
    unit: 'id:1',
    year: YEAR,
    map: null,
    standardId: null,
    levels: 1,
    checks,
    areas: null,
    now: `${DAY}T00:00:00.000Z`,
    today: DAY,
  });
  if (!table.ok) throw new Error(table.problem.code);
  return table.value;
}

/** The same counts from the records themselves: what a system without kept aggregates runs for each view. */
const countRecords = (handle: DatabaseHandle) =>
  sql<{ poor: number }>`
    select split_part(scope_path, '/', 3) as province,
      count(*) filter (where final_class = 'POOR') as poor, sum(persons) filter (where final_class = 'POOR') as poor_persons,
      count(*) filter (where final_class = 'NEAR_POOR') as near, sum(persons) filter (where final_class = 'NEAR_POOR') as near_persons,
      count(*) filter (where final_class = 'AVERAGE_LIVING_STANDARD') as average
    from review_record where year = ${YEAR} and standard_id = 'VN-2022' group by 1`.execute(handle.db);

/** Each time after one household somewhere was reviewed: its province is added up anew. */
async function afterAChange(handle: DatabaseHandle, kept: readonly StoredReviewRecord[]): Promise<number> {
  const taken: number[] = [];
  for (const record of kept.slice(0, 15)) {
    await putAgain(handle, record, 1);
    const start = performance.now();
    await nationalTable(handle, false);
    taken.push(performance.now() - start);
  }
  return taken.sort((a, b) => a - b)[Math.floor(taken.length / 2)] ?? Number.NaN;
}

/** With nothing kept: every commune's line is read. */
async function readFromLines(handle: DatabaseHandle): Promise<number> {
  return medianOf(5, async () => {
    await sql`delete from report_subtotal`.execute(handle.db);
    await nationalTable(handle, false);
  });
}

async function benchNationalTable(
  handle: DatabaseHandle,
  reviewed: number,
  kept: readonly StoredReviewRecord[],
): Promise<BenchLine[]> {
  const table = await nationalTable(handle, false);
  const fold = await countRecords(handle);
  const poorAt = table.columns.findIndex((column) => column.number?.startsWith('3'));
  const counted = fold.rows.reduce((sum, row) => sum + Number(row.poor), 0);
  if (table.total[poorAt] !== counted) throw new Error(`table ${table.total[poorAt]}, counted ${counted}`);
  const ours = await medianOf(15, async () => void (await nationalTable(handle, false)));
  const peer = await medianOf(3, async () => void (await countRecords(handle)));
  const size = reviewed.toLocaleString('en');
  const line = (what: string, taken: number, aim: number | null): BenchLine => ({
    what: `${what}, ${size} reviewed ÷ counting the records (SQL)`,
    ours: milliseconds(taken),
    peer: milliseconds(peer),
    figure: `${times(peer / taken)} faster`,
    aim: aim === null ? 'told' : `≤ ${aim} ms`,
    met: aim === null ? null : taken <= aim,
  });
  return [
    line('table 1 of the nation', ours, 20),
    line('the same just after a household changed', await afterAChange(handle, kept), 20),
    line('the same with nothing kept', await readFromLines(handle), null),
  ];
}

/** The record's class of another time, so that its counters move. */
async function putAgain(handle: DatabaseHandle, record: StoredReviewRecord, version: number): Promise<void> {
  const closing =
    record.closing === null
      ? null
      : { ...record.closing, class: version % 2 ? ('POOR' as const) : ('NEAR_POOR' as const) };
  await handle.db.transaction().execute(async (transaction) => {
    const put = await putReviewRecords(transaction as never, [{ ...record, closing, version }], {
      today: DAY,
    });
    if (!put.ok) throw new Error(put.problem.code);
  });
}

async function changeCost(handle: DatabaseHandle, kept: readonly StoredReviewRecord[]): Promise<number> {
  return medianOf(200, async (run) => {
    const record = kept[run % kept.length] as StoredReviewRecord;
    await putAgain(handle, record, record.version + 1 + Math.floor(run / kept.length));
  });
}

/** National table from kept aggregates, and what one household's change costs as the registry grows. */
export async function benchTables({ reviewed, registrySizes }: BenchOptions): Promise<BenchLine[]> {
  const cluster = await benchCluster();
  if (cluster === null) return [];
  const lines: BenchLine[] = [];
  const costs: { size: number; cost: number }[] = [];
  try {
    for (const size of [...new Set([...registrySizes, ...reviewed])].sort((a, b) => a - b)) {
      process.stderr.write(`  ${size.toLocaleString('en')} reviewed households\n`);
      const handle = await newBenchDatabase(cluster, `bench_${size}`);
      const kept = await fill(handle, size);
      if (reviewed.includes(size)) lines.push(...(await benchNationalTable(handle, size, kept.slice(-15))));
      if (registrySizes.includes(size))
        costs.push({ size, cost: await changeCost(handle, kept.slice(0, -15)) });
      await handle.close();
      await onServer(cluster.address, `drop database bench_${size}`);
    }
  } finally {
    await cluster.stop();
  }
  const [first] = costs;
  for (const { size, cost } of costs.slice(1))
    lines.push({
      what: `one household's change at ${size.toLocaleString('en')} ÷ at ${first!.size.toLocaleString('en')} reviewed`,
      ours: milliseconds(cost),
      peer: milliseconds(first!.cost),
      figure: times(cost / first!.cost),
      aim: 'flat (≤ 1.3×)',
      met: cost / first!.cost <= 1.3,
    });
  return lines;
}
