import type { ReviewRecord } from '@benvung/domain/review/review-record';
import { sampleClosing, sampleOpening } from '@benvung/domain/review/review-record.sample';
import { sql } from 'kysely';
import type { DatabaseHandle, Db } from '../platform/database/database.ts';
import { getStandard } from '../standard/standard.public.ts';
import type { Acting } from './case/take-case-steps.ts';
import type { namedIn } from './choose-round-standards.ts';
import { openRounds } from './open-round.ts';
import { putPopulationBase } from './population-base.ts';
import type { StoredReviewRecord } from './review-record.store.ts';
import type { ReviewRound } from './review-round.store.ts';

/**
 * A small country for tests: province 46 (id 46) with districts 461 and 462, communes 7 and 8 in the first and
 * 9 in the second, villages 71, 72, 81, 91.
 */
export const TEST_UNITS = [
  { id: 1, level: 'nation', code: null, name: 'Cả nước', path: '/1/', parent: null },
  { id: 46, level: 'province', code: '46', name: 'Tỉnh Thử', path: '/1/46/', parent: 1 },
  { id: 461, level: 'district', code: '461', name: 'Huyện Đông', path: '/1/46/461/', parent: 46 },
  { id: 462, level: 'district', code: '462', name: 'Huyện Tây', path: '/1/46/462/', parent: 46 },
  { id: 7, level: 'commune', code: '00007', name: 'Xã Bảy', path: '/1/46/461/7/', parent: 461 },
  { id: 8, level: 'commune', code: '00008', name: 'Xã Tám', path: '/1/46/461/8/', parent: 461 },
  { id: 9, level: 'commune', code: '00009', name: 'Phường Chín', path: '/1/46/462/9/', parent: 462 },
  { id: 71, level: 'village', code: null, name: 'Thôn Một', path: '/1/46/461/7/71/', parent: 7 },
  { id: 72, level: 'village', code: null, name: 'Thôn Hai', path: '/1/46/461/7/72/', parent: 7 },
  { id: 81, level: 'village', code: null, name: 'Thôn Ba', path: '/1/46/461/8/81/', parent: 8 },
  { id: 91, level: 'village', code: null, name: 'Tổ dân phố Bốn', path: '/1/46/462/9/91/', parent: 9 },
] as const;

export const pathOfTestUnit = (id: number): string =>
  TEST_UNITS.find((unit) => unit.id === id)?.path ?? '/1/';

export async function writeTestTerritory(db: Db): Promise<void> {
  for (const { id, level, code, name, path, parent } of TEST_UNITS) {
    await sql`insert into territory_unit (id, level) values (${id}, ${level})`.execute(db);
    await sql`insert into territory_unit_version
      (unit_id, valid_from, valid_to, level, code, name, type, area_type, parent_id, path, search_key, sort_key, source)
      values (${id}, '2021-01-01', null, ${level}, ${code}, ${name}, 'thử', 'rural', ${parent}, ${path}, ${name},
        ${name}, 'thử')`.execute(db);
  }
}

/** A household so that its records may be written; the head's name carries the id's end. */
export async function writeTestHousehold(db: Db, id: string, villageId: number): Promise<void> {
  await sql`insert into household (origin_commune_id, id, version, village_id, scope_path, head_name,
      head_search_key, head_sort_key, persons, flag_overrides, demonstration, created_at, updated_at)
    values (7, ${id}, 1, ${villageId}, ${pathOfTestUnit(villageId)}, ${`Hộ ${id.slice(-4)}`}, 'ho', 'ho', 4, '{}',
      false, now(), now())`.execute(db);
}

/** Kinds of the documents about one thing, as its page lists them. */
export const testPapersOf = async (db: Db, kind: string, subject: string): Promise<string[]> =>
  (
    await sql<{ kind: string }>`select d.kind from document d join document_subject s on s.document_id = d.id
      where s.kind = ${kind} and s.subject_id = ${subject} order by d.kind`.execute(db)
  ).rows.map((row) => row.kind);

/** The ids of the documents about a subject, of one kind if told. */
export const testPaperIds = async (
  db: Db,
  about: string,
  subject: string,
  kind: string | null = null,
): Promise<string[]> =>
  (
    await sql<{ id: string }>`select d.id from document d join document_subject s on s.document_id = d.id
      where s.kind = ${about} and s.subject_id = ${subject} and (${kind}::text is null or d.kind = ${kind}) order by d.id`.execute(
      db,
    )
  ).rows.map(({ id }) => id);

export const testPaperData = async (db: Db, document: string | null): Promise<unknown> =>
  (await sql<{ data: unknown }>`select data from document where id = ${document}::uuid`.execute(db)).rows[0]
    ?.data;

export const testHouseholdId = (number: number): string =>
  `00000000-0000-7000-8000-${String(number).padStart(12, '0')}`;

export async function openTestRounds(
  db: Db,
  year: number,
  carryOver = false,
  /** Of a round with a local standard, which no province of the small country has by law. */
  localStandard: ReturnType<typeof namedIn>['localStandard'] = null,
): Promise<ReadonlyMap<number, ReviewRound>> {
  const opened = await openRounds(db, {
    year,
    kind: 'PERIODIC',
    communes: [7, 8, 9].map((communeId) => ({ communeId, scopePath: pathOfTestUnit(communeId) })),
    standardId: 'VN-2022',
    standardHash: getStandard('VN-2022').hash,
    localStandard,
    referenceDay: `${year}-12-31`,
    today: `${year}-09-01`,
    source: 'thử',
    demonstration: false,
    carryOver,
  });
  if (!opened.ok) throw new Error(opened.problem.code);
  return new Map(opened.value.map((round) => [round.communeId, round]));
}

/** A record as it is put, from what matters to a test. */
export function testRecord(
  round: Pick<ReviewRound, 'id' | 'year' | 'standardId' | 'communeId'>,
  changes: Partial<StoredReviewRecord>,
): StoredReviewRecord {
  const record: ReviewRecord = {
    householdId: testHouseholdId(1),
    year: round.year,
    standardId: round.standardId,
    communeId: round.communeId,
    stage: 'scored',
    verified: true,
    opening: sampleOpening(),
    closing: sampleClosing(),
    goneReason: null,
    arrivalReason: null,
  };
  return {
    ...record,
    originCommuneId: 7,
    roundId: round.id,
    scopePath: pathOfTestUnit(changes.closing?.villageId || round.communeId),
    computedClass: null,
    overrideReason: null,
    incomeScore: null,
    deprivationScore: null,
    evidence: null,
    scorecardId: null,
    decisionNumber: null,
    decisionDay: null,
    batchId: null,
    version: 0,
    ...changes,
  };
}

/** Totals of the three communes in a year, so that nothing but their lists keeps their rounds from being closed. */
export async function writeTestBases(db: Db, year: number): Promise<void> {
  const put = await putPopulationBase(
    db,
    [7, 8, 9].map((communeId) => ({
      year,
      communeId,
      villageId: 0,
      households: 100,
      persons: 400,
      minorityHouseholds: null,
      minorityPersons: null,
      localMinorityHouseholds: null,
      localMinorityPersons: null,
      source: 'thử',
      onDay: `${year}-12-31`,
      demonstration: false,
      scopePath: pathOfTestUnit(communeId),
    })),
  );
  if (!put.ok) throw new Error(put.problem.code);
}

/** All rounds of a year to a status, without going through their acts. */
export async function setRoundStatus(handle: DatabaseHandle, year: number, status: string): Promise<void> {
  await sql`update review_round set status = ${status} where year = ${year}`.execute(handle.db);
}

const NEW_MAP = '2025-07-01';

/**
 * The test country from 1/7/2025: districts end; commune 7 is split between 10 (village 71) and 11 (village 72);
 * 8 goes whole into 10, 9 whole into 11.
 */
export async function writeTestMerge(db: Db): Promise<void> {
  await sql`update territory_unit_version set valid_to = ${NEW_MAP}::date
    where level in ('district', 'commune', 'village')`.execute(db);
  const units = [
    { id: 10, level: 'commune', code: '00010', name: 'Xã Mười', path: '/1/46/10/', parent: 46 },
    { id: 11, level: 'commune', code: '00011', name: 'Xã Mười Một', path: '/1/46/11/', parent: 46 },
    { id: 71, level: 'village', code: null, name: 'Thôn Một', path: '/1/46/10/71/', parent: 10 },
    { id: 72, level: 'village', code: null, name: 'Thôn Hai', path: '/1/46/11/72/', parent: 11 },
    { id: 81, level: 'village', code: null, name: 'Thôn Ba', path: '/1/46/10/81/', parent: 10 },
    { id: 91, level: 'village', code: null, name: 'Tổ dân phố Bốn', path: '/1/46/11/91/', parent: 11 },
  ];
  for (const { id, level, code, name, path, parent } of units) {
    await sql`insert into territory_unit (id, level) values (${id}, ${level}) on conflict do nothing`.execute(
      db,
    );
    await sql`insert into territory_unit_version
      (unit_id, valid_from, valid_to, level, code, name, type, area_type, parent_id, path, search_key, sort_key, source)
      values (${id}, ${NEW_MAP}, null, ${level}, ${code}, ${name}, 'thử', 'rural', ${parent}, ${path}, ${name},
        ${name}, 'thử')`.execute(db);
  }
  for (const [from, to, kind, whole] of [
    [7, 10, 'split', false],
    [7, 11, 'split', false],
    [8, 10, 'merge', true],
    [9, 11, 'merge', true],
    [461, 46, 'merge', true],
    [462, 46, 'merge', true],
  ] as const)
    await sql`insert into territory_succession (day, from_unit_id, to_unit_id, kind, whole, source)
      values (${NEW_MAP}, ${from}, ${to}, ${kind}, ${whole}, 'thử')`.execute(db);
}

export const testActing = (today: string): Acting => ({
  today,
  at: `${today}T02:00:00.000Z`,
  actor: 'Nguyễn Thị Hoa',
  accountId: '00000000-0000-7000-8000-0000000000aa',
});

export const valueOfResult = <Value>(
  result: { ok: true; value: Value } | { ok: false; problem: { code: string } },
): Value => {
  if (!result.ok) throw new Error(result.problem.code);
  return result.value;
};
