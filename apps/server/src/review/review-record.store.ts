import type { AreaType, PovertyCause, SupportWish } from '@benvung/domain/household/household-facts';
import type {
  ArrivalReason,
  GoneReason,
  ReviewRecord,
  ReviewStage,
} from '@benvung/domain/review/review-record';
import type { HouseholdClass } from '@benvung/domain/standard/household-class';
import { sql } from 'kysely';
import type { Db } from '../platform/database/database.ts';

/** A review record with what it rests on; the way review records are given to and read from the store. */
export interface StoredReviewRecord extends ReviewRecord {
  readonly originCommuneId: number;
  readonly roundId: string;
  /** Path of the village it now belongs to (of the commune when the village is not known). */
  readonly scopePath: string;
  readonly computedClass: HouseholdClass | null;
  readonly overrideReason: string | null;
  readonly incomeScore: number | null;
  readonly deprivationScore: number | null;
  /** How the class is known: `scored`, `paperForm`, `quickScreen`, `imported`, … */
  readonly evidence: string | null;
  readonly scorecardId: string | null;
  readonly decisionNumber: string | null;
  readonly decisionDay: string | null;
  readonly batchId: string | null;
  /** 0 for a record that is not stored yet. */
  readonly version: number;
}

/** The stored columns of a record, in the order they are written. */
export const RECORD_COLUMNS = [
  'origin_commune_id',
  'household_id',
  'year',
  'standard_id',
  'round_id',
  'commune_id',
  'village_id',
  'scope_path',
  'stage',
  'opening_class',
  'opening_persons',
  'opening_commune_id',
  'opening_village_id',
  'computed_class',
  'final_class',
  'override_reason',
  'gone_reason',
  'arrival_reason',
  'persons',
  'children',
  'children_deprived_of_health',
  'children_deprived_of_education',
  'area_type',
  'deprivations',
  'income_score',
  'deprivation_score',
  'evidence',
  'scorecard_id',
  'verified',
  'head_ethnicity',
  'minority',
  'local_minority',
  'no_labour_capacity',
  'merit',
  'female_head',
  'social_assistance',
  'recently_exited',
  'once_poor',
  'once_near_poor',
  'causes',
  'wishes',
  'decision_number',
  'decision_day',
  'batch_id',
  'version',
] as const;
type RecordColumn = (typeof RECORD_COLUMNS)[number];
type RecordValue = string | number | boolean | null | readonly string[];
export type RecordRow = Readonly<Record<RecordColumn, RecordValue>>;

export function rowOfRecord(record: StoredReviewRecord): RecordRow {
  const { opening, closing } = record;
  const flags = closing?.flags;
  return {
    origin_commune_id: record.originCommuneId,
    household_id: record.householdId,
    year: record.year,
    standard_id: record.standardId,
    round_id: record.roundId,
    commune_id: record.communeId,
    village_id: closing?.villageId ?? null,
    scope_path: record.scopePath,
    stage: record.stage,
    opening_class: opening?.class ?? null,
    opening_persons: opening?.persons ?? null,
    opening_commune_id: opening?.communeId ?? null,
    opening_village_id: opening?.villageId ?? null,
    computed_class: record.computedClass,
    final_class: closing?.class ?? null,
    override_reason: record.overrideReason,
    gone_reason: record.goneReason,
    arrival_reason: record.arrivalReason,
    persons: closing?.persons ?? null,
    children: closing?.children ?? null,
    children_deprived_of_health: closing?.childrenDeprivedOfHealth ?? null,
    children_deprived_of_education: closing?.childrenDeprivedOfEducation ?? null,
    area_type: closing?.areaType ?? null,
    deprivations: closing?.deprivations ?? null,
    income_score: record.incomeScore,
    deprivation_score: record.deprivationScore,
    evidence: record.evidence,
    scorecard_id: record.scorecardId,
    verified: record.verified,
    head_ethnicity: closing?.headEthnicity ?? null,
    minority: flags?.minority ?? false,
    local_minority: flags?.localMinority ?? false,
    no_labour_capacity: flags?.noLabourCapacity ?? false,
    merit: flags?.merit ?? false,
    female_head: flags?.femaleHead ?? false,
    social_assistance: flags?.socialAssistance ?? false,
    recently_exited: flags?.recentlyExited ?? false,
    once_poor: closing?.oncePoor ?? false,
    once_near_poor: closing?.onceNearPoor ?? false,
    causes: closing?.causes ?? [],
    wishes: closing?.wishes ?? [],
    decision_number: record.decisionNumber,
    decision_day: record.decisionDay,
    batch_id: record.batchId,
    version: record.version,
  };
}

export function recordOfRow(row: Record<string, unknown>): StoredReviewRecord {
  const text = (column: RecordColumn) => row[column] as string;
  const number = (column: RecordColumn) => row[column] as number;
  const flag = (column: RecordColumn) => row[column] as boolean;
  return {
    originCommuneId: number('origin_commune_id'),
    householdId: text('household_id'),
    year: number('year'),
    standardId: text('standard_id'),
    roundId: text('round_id'),
    communeId: number('commune_id'),
    scopePath: text('scope_path'),
    stage: text('stage') as ReviewStage,
    verified: flag('verified'),
    opening:
      row.opening_class === null
        ? null
        : {
            class: text('opening_class') as HouseholdClass,
            persons: number('opening_persons'),
            communeId: number('opening_commune_id'),
            villageId: number('opening_village_id'),
          },
    closing:
      row.final_class === null
        ? null
        : {
            class: text('final_class') as HouseholdClass,
            persons: number('persons'),
            villageId: number('village_id'),
            areaType: text('area_type') as AreaType,
            deprivations: text('deprivations'),
            headEthnicity: row.head_ethnicity as string | null,
            flags: {
              minority: flag('minority'),
              localMinority: flag('local_minority'),
              noLabourCapacity: flag('no_labour_capacity'),
              merit: flag('merit'),
              femaleHead: flag('female_head'),
              socialAssistance: flag('social_assistance'),
              recentlyExited: flag('recently_exited'),
            },
            causes: row.causes as PovertyCause[],
            wishes: row.wishes as SupportWish[],
            children: number('children'),
            childrenDeprivedOfHealth: number('children_deprived_of_health'),
            childrenDeprivedOfEducation: number('children_deprived_of_education'),
            oncePoor: flag('once_poor'),
            onceNearPoor: flag('once_near_poor'),
          },
    goneReason: row.gone_reason as GoneReason | null,
    arrivalReason: row.arrival_reason as ArrivalReason | null,
    computedClass: row.computed_class as HouseholdClass | null,
    overrideReason: row.override_reason as string | null,
    incomeScore: row.income_score as number | null,
    deprivationScore: row.deprivation_score as number | null,
    evidence: row.evidence as string | null,
    scorecardId: row.scorecard_id as string | null,
    decisionNumber: row.decision_number as string | null,
    decisionDay: row.decision_day as string | null,
    batchId: row.batch_id as string | null,
    version: number('version'),
  };
}

export interface RecordKey {
  readonly originCommuneId: number;
  readonly householdId: string;
  readonly year: number;
  readonly standardId: string;
}

export const recordKeyText = (key: RecordKey): string =>
  `${key.originCommuneId}|${key.householdId}|${key.year}|${key.standardId}`;

/** The stored records of the given keys, locked until the transaction ends; in no order. */
export async function lockRecords(db: Db, keys: readonly RecordKey[]): Promise<StoredReviewRecord[]> {
  if (keys.length === 0) return [];
  const answer = await sql<Record<string, unknown>>`
    select r.* from review_record r
    join unnest(
      ${keys.map((key) => key.originCommuneId)}::bigint[], ${keys.map((key) => key.householdId)}::uuid[],
      ${keys.map((key) => key.year)}::integer[], ${keys.map((key) => key.standardId)}::text[]
    ) as k (origin_commune_id, household_id, year, standard_id)
      on r.origin_commune_id = k.origin_commune_id and r.household_id = k.household_id
      and r.year = k.year and r.standard_id = k.standard_id
    order by r.origin_commune_id, r.household_id, r.year, r.standard_id
    for update of r`.execute(db);
  return answer.rows.map(recordOfRow);
}

/** A round's record of one household under one standard. */
export async function findRecord(
  db: Db,
  { roundId, householdId, standardId }: { roundId: string; householdId: string; standardId: string },
): Promise<StoredReviewRecord | undefined> {
  const answer = await sql<Record<string, unknown>>`select * from review_record
    where household_id = ${householdId}::uuid and standard_id = ${standardId} and round_id = ${roundId}::uuid`.execute(
    db,
  );
  return answer.rows.map(recordOfRow)[0];
}

/** Writes records over what is stored under their keys. Counters are the caller's. */
export async function upsertRecords(db: Db, records: readonly StoredReviewRecord[]): Promise<void> {
  if (records.length === 0) return;
  const columns = sql.join(RECORD_COLUMNS.map((column) => sql.ref(column)));
  const changes = sql.join(
    RECORD_COLUMNS.slice(4).map((column) => sql`${sql.ref(column)} = ${sql.ref(`excluded.${column}`)}`),
  );
  await sql`
    insert into review_record (${columns})
    select ${columns} from jsonb_populate_recordset(null::review_record, ${JSON.stringify(records.map(rowOfRecord))}::jsonb)
    on conflict on constraint review_record_pk do update set ${changes}`.execute(db);
}

/** Takes records away; counters are the caller's. */
export async function deleteRecords(db: Db, keys: readonly RecordKey[]): Promise<void> {
  if (keys.length === 0) return;
  await sql`delete from review_record r using unnest(
      ${keys.map(({ originCommuneId }) => originCommuneId)}::bigint[], ${keys.map(({ householdId }) => householdId)}::uuid[],
      ${keys.map(({ year }) => year)}::integer[], ${keys.map(({ standardId }) => standardId)}::text[]
    ) as k (origin_commune_id, household_id, year, standard_id)
    where r.origin_commune_id = k.origin_commune_id and r.household_id = k.household_id
      and r.year = k.year and r.standard_id = k.standard_id`.execute(db);
}

/** Every record that adds to a commune's counters in a year: its own, and those that moved out of it. */
export async function listRecordsOfCommunes(
  db: Db,
  year: number,
  communeIds: readonly number[],
): Promise<StoredReviewRecord[]> {
  const answer = await sql<Record<string, unknown>>`
    select * from review_record where year = ${year}
      and (commune_id = any(${communeIds}::bigint[])
        or (opening_commune_id <> commune_id and opening_commune_id = any(${communeIds}::bigint[])))`.execute(
    db,
  );
  return answer.rows.map(recordOfRow);
}

/** All years and standards of one household, oldest first. */
export async function listRecordsOfHousehold(
  db: Db,
  originCommuneId: number,
  householdId: string,
): Promise<StoredReviewRecord[]> {
  const answer = await sql<Record<string, unknown>>`
    select * from review_record
    where origin_commune_id = ${originCommuneId} and household_id = ${householdId}
    order by year, standard_id`.execute(db);
  return answer.rows.map(recordOfRow);
}

/** Households on a commune's opening list that have neither a result nor a reason for being gone, under any standard. */
export async function countPendingHouseholds(
  db: Db,
  { year, communeId }: { year: number; communeId: number },
): Promise<number> {
  const answer = await sql<{ count: number }>`
    select count(distinct household_id) as count from review_record
    where year = ${year} and opening_commune_id = ${communeId} and final_class is null and gone_reason is null
      and (commune_id = ${communeId} or opening_commune_id <> commune_id)`.execute(db);
  return Number(answer.rows[0]?.count ?? 0);
}

/** The newest result of a household under a standard. */
export async function findLatestRecord(
  db: Db,
  { originCommuneId, id }: { readonly originCommuneId: number; readonly id: string },
  standardId: string,
): Promise<StoredReviewRecord | undefined> {
  const answer = await sql<Record<string, unknown>>`select * from review_record
    where origin_commune_id = ${originCommuneId} and household_id = ${id}::uuid and standard_id = ${standardId}
      and final_class is not null order by year desc limit 1`.execute(db);
  return answer.rows.map(recordOfRow)[0];
}
