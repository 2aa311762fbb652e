import { sql } from 'kysely';
import type { Db } from '../../platform/database/database.ts';
import { noteChangesIn, recordOfRow, type StoredReviewRecord } from '../../review/review.public.ts';
import type { StoredBatch } from './batch.store.ts';

/** Households as they are before a batch writes over them, with everything it may change of theirs. */
export async function keepHouseholdsBefore(
  db: Db,
  { id, year, scopePath }: Pick<StoredBatch, 'id' | 'year' | 'scopePath'>,
  householdIds: readonly string[],
): Promise<void> {
  await sql`insert into exchange_before (batch_id, household_id, scope_path, state)
    select ${id}::uuid, h.id, ${scopePath}, jsonb_build_object('origin', h.origin_commune_id, 'household', to_jsonb(h),
      'persons', coalesce((select jsonb_agg(to_jsonb(p)) from person p
        where p.origin_commune_id = h.origin_commune_id and p.household_id = h.id), '[]'::jsonb),
      'memberships', coalesce((select jsonb_agg(to_jsonb(m)) from household_membership m
        where m.origin_commune_id = h.origin_commune_id and m.household_id = h.id), '[]'::jsonb),
      'facts', coalesce((select jsonb_agg(to_jsonb(f)) from review_facts f
        where f.origin_commune_id = h.origin_commune_id and f.household_id = h.id and f.year + 0 = ${year}), '[]'::jsonb),
      'records', coalesce((select jsonb_agg(to_jsonb(r)) from review_record r
        where r.origin_commune_id = h.origin_commune_id and r.household_id = h.id and r.year + 0 = ${year}), '[]'::jsonb))
    from household h where h.id = any(${[...householdIds]}::uuid[])`.execute(db);
}

/** The versions a batch left, by which later changes are told. @returns how many records it wrote over. */
export async function keepVersionsAfter(
  db: Db,
  { id }: Pick<StoredBatch, 'id'>,
  householdIds: readonly string[],
): Promise<number> {
  const ids = sql`${[...householdIds]}::uuid[]`;
  await sql`update exchange_before b set household_version = h.version
    from household h where b.batch_id = ${id}::uuid and b.household_id = any(${ids}) and h.id = b.household_id`.execute(
    db,
  );
  const written = await sql`update exchange_before b set record_version = r.version
    from review_record r where b.batch_id = ${id}::uuid and b.household_id = any(${ids}) and r.household_id = b.household_id
      and r.batch_id = ${id}::uuid`.execute(db);
  return Number(written.numAffectedRows ?? 0n);
}

export interface BaseLineKey {
  readonly communeId: number;
  readonly villageId: number;
}

export interface BaseBefore extends BaseLineKey {
  /** The stored line, as it was; null: there was none. */
  readonly line: unknown;
}

export async function listBaseBefore(
  db: Db,
  year: number,
  keys: readonly BaseLineKey[],
): Promise<BaseBefore[]> {
  if (keys.length === 0) return [];
  const answer = await sql<BaseBefore>`select k."communeId", k."villageId", to_jsonb(b) as line
    from jsonb_to_recordset(${JSON.stringify(keys)}::jsonb) as k("communeId" bigint, "villageId" bigint)
    left join population_base b on b.year = ${year} and b.commune_id = k."communeId" and b.village_id = k."villageId"`.execute(
    db,
  );
  return answer.rows;
}

export interface Use {
  readonly count: number;
  readonly head: string | null;
}

const useOf = (rows: readonly { count: number | string; head: string | null }[]): Use => ({
  count: Number(rows[0]?.count ?? 0),
  head: rows[0]?.head ?? null,
});

type OfBatch = Pick<StoredBatch, 'id' | 'year'>;

/** Of some households of a batch, or of all. */
const among = (ids: readonly string[] | null) =>
  ids === null ? sql`` : sql`and r.household_id = any(${[...ids]}::uuid[])`;

/** Households of a batch, new or written over, that were changed since. */
export async function findChangedHouseholds(
  db: Db,
  { id }: OfBatch,
  ids: readonly string[] | null = null,
): Promise<Use> {
  const answer = await sql<{ count: number; head: string | null }>`
    select count(*) as count, min(h.head_name) as head
    from review_record r
    join household h on h.origin_commune_id = r.origin_commune_id and h.id = r.household_id
    left join exchange_before b on b.batch_id = ${id}::uuid and b.household_id = r.household_id
    where r.batch_id = ${id}::uuid ${among(ids)}
      and (h.version <> coalesce(b.household_version, (b.state->>'householdVersion')::integer, 1)
        or (b.batch_id is null and exists (select from household_event e
          where e.origin_commune_id = h.origin_commune_id and e.household_id = h.id)))`.execute(db);
  return useOf(answer.rows);
}

/** Results of a batch that were changed since, or that a later year stands on. */
export async function findChangedRecords(
  db: Db,
  { id, year }: OfBatch,
  ids: readonly string[] | null = null,
): Promise<Use> {
  const answer = await sql<{ count: number; head: string | null }>`
    select count(*) as count, min(h.head_name) as head
    from review_record r
    join household h on h.origin_commune_id = r.origin_commune_id and h.id = r.household_id
    left join exchange_before b on b.batch_id = ${id}::uuid and b.household_id = r.household_id
    where r.batch_id = ${id}::uuid ${among(ids)}
      and (r.version <> coalesce(b.record_version, (b.state->>'recordVersion')::integer, 1)
        or exists (select from review_record o where o.origin_commune_id = r.origin_commune_id
          and o.household_id = r.household_id
          and (o.year > ${year} or (b.batch_id is null and (o.year, o.standard_id) <> (r.year, r.standard_id)))))`.execute(
    db,
  );
  return useOf(answer.rows);
}

/** How many results are still the batch's own: another list may have written over them. */
export async function countRecordsOf(db: Db, batchId: string): Promise<number> {
  const answer = await sql<{ count: number }>`select count(*) as count from review_record
    where batch_id = ${batchId}::uuid`.execute(db);
  return Number(answer.rows[0]?.count ?? 0);
}

/** Records in rounds the batch opened that are neither its own nor untouched lines of last year. */
export async function countOthersInRounds(
  db: Db,
  batchId: string,
  roundIds: readonly string[],
): Promise<number> {
  const answer = await sql<{ count: number }>`select count(*) as count from review_record
    where round_id = any(${[...roundIds]}::uuid[]) and batch_id is distinct from ${batchId}::uuid
      and (version <> 1 or stage <> 'listed')`.execute(db);
  return Number(answer.rows[0]?.count ?? 0);
}

export async function countDecidedMatches(db: Db, { id, year }: OfBatch): Promise<number> {
  const answer = await sql<{ count: number }>`select count(*) as count from review_match m
    where m.year = ${year} and m.decision is not null and (m.listed->>'householdId')::uuid in (
      select household_id from review_record where batch_id = ${id}::uuid)`.execute(db);
  return Number(answer.rows[0]?.count ?? 0);
}

export async function findClosedRound(
  db: Db,
  { id }: OfBatch,
): Promise<{ communeId: number; year: number } | undefined> {
  const answer = await sql<{ communeId: number; year: number }>`
    select commune_id as "communeId", year from review_round where status <> 'OPEN' and id in (
      select round_id from review_record where batch_id = ${id}::uuid) limit 1`.execute(db);
  return answer.rows[0];
}

/** Ids of the households a batch made. */
export async function listMadeHouseholds(db: Db, batchId: string): Promise<string[]> {
  const answer = await sql<{ id: string }>`select distinct r.household_id as id from review_record r
    where r.batch_id = ${batchId}::uuid and not exists (
      select from exchange_before b where b.batch_id = ${batchId}::uuid and b.household_id = r.household_id)
    order by 1`.execute(db);
  return answer.rows.map(({ id }) => id);
}

export async function listRecordsOf(
  db: Db,
  householdIds: readonly string[],
  year: number,
): Promise<StoredReviewRecord[]> {
  const answer = await sql<Record<string, unknown>>`select * from review_record
    where household_id = any(${[...householdIds]}::uuid[]) and year = ${year}`.execute(db);
  return answer.rows.map(recordOfRow);
}

/** Households whose lines of last year stand in rounds a batch opened. */
export async function listCarriedHouseholds(
  db: Db,
  batchId: string,
  roundIds: readonly string[],
): Promise<string[]> {
  const answer = await sql<{ id: string }>`select distinct household_id as id from review_record
    where round_id = any(${[...roundIds]}::uuid[]) and batch_id is distinct from ${batchId}::uuid
    order by 1`.execute(db);
  return answer.rows.map(({ id }) => id);
}

export async function listCarriedOver(
  db: Db,
  batchId: string,
  {
    roundIds,
    householdIds,
  }: { readonly roundIds: readonly string[]; readonly householdIds: readonly string[] },
): Promise<StoredReviewRecord[]> {
  const answer = await sql<Record<string, unknown>>`select * from review_record
    where household_id = any(${[...householdIds]}::uuid[]) and round_id = any(${[...roundIds]}::uuid[])
      and batch_id is distinct from ${batchId}::uuid`.execute(db);
  return answer.rows.map(recordOfRow);
}

/**
 * Everything of some households a batch made, whose records are gone already. A pair of two that it made goes with the
 * first of them alone: the other may go in another part, which would wait for this one.
 */
export async function deleteHouseholds(db: Db, batchId: string, ids: readonly string[]): Promise<void> {
  for (const table of ['review_facts', 'household_membership', 'household_residence', 'person'] as const)
    await deletePartOf(db, table, ids);
  await sql`delete from household_duplicate d where d.household_id = any(${[...ids]}::uuid[])
    or (d.other_id = any(${[...ids]}::uuid[]) and not exists (
      select from review_record r where r.origin_commune_id = d.origin_commune_id
        and r.household_id = d.household_id and r.batch_id = ${batchId}::uuid and not exists (select from exchange_before b
          where b.batch_id = ${batchId}::uuid and b.household_id = d.household_id)))`.execute(db);
  await sql`delete from household where id = any(${[...ids]}::uuid[])`.execute(db);
}

/** By the whole key, which the indexes begin with. */
async function deletePartOf(db: Db, table: string, ids: readonly string[]): Promise<void> {
  await sql`delete from ${sql.table(table)} x using household h where h.id = any(${[...ids]}::uuid[])
    and x.origin_commune_id = h.origin_commune_id and x.household_id = h.id`.execute(db);
}

export interface HouseholdBefore {
  readonly householdId: string;
  readonly records: readonly StoredReviewRecord[];
}

/** Ids of the households a batch wrote over. */
export async function listKnownHouseholds(db: Db, batchId: string): Promise<string[]> {
  const answer = await sql<{ id: string }>`select household_id as id from exchange_before
    where batch_id = ${batchId}::uuid order by 1`.execute(db);
  return answer.rows.map(({ id }) => id);
}

export async function listHouseholdsBefore(
  db: Db,
  batchId: string,
  ids: readonly string[],
): Promise<HouseholdBefore[]> {
  const answer = await sql<{ householdId: string; records: Record<string, unknown>[] }>`
    select household_id as "householdId", state->'records' as records from exchange_before
    where batch_id = ${batchId}::uuid and household_id = any(${[...ids]}::uuid[]) order by household_id`.execute(
    db,
  );
  return answer.rows.map(({ householdId, records }) => ({ householdId, records: records.map(recordOfRow) }));
}

/** Members, memberships, frozen facts and the households themselves as they were; records are the review's. */
export async function restoreHouseholds(db: Db, batch: OfBatch, ids: readonly string[]): Promise<void> {
  const chosen = sql`(select state from exchange_before
    where batch_id = ${batch.id}::uuid and household_id = any(${[...ids]}::uuid[]))`;
  const rowsOf = (part: string) =>
    sql`(select jsonb_array_elements(state->${part}) as line from ${chosen} s)`;
  await deletePartOf(db, 'household_membership', ids);
  await deletePartOf(db, 'person', ids);
  await sql`delete from review_facts f using household h where h.id = any(${[...ids]}::uuid[])
    and f.origin_commune_id = h.origin_commune_id and f.household_id = h.id and f.year = ${batch.year}`.execute(
    db,
  );
  await sql`insert into person select (jsonb_populate_record(null::person, line)).* from ${rowsOf('persons')} x`.execute(
    db,
  );
  await sql`insert into household_membership
    select (jsonb_populate_record(null::household_membership, line)).* from ${rowsOf('memberships')} x`.execute(
    db,
  );
  await sql`insert into review_facts
    select (jsonb_populate_record(null::review_facts, line)).* from ${rowsOf('facts')} x`.execute(db);
  await sql`update household h set head_person_id = b.head_person_id, head_name = b.head_name,
      head_search_key = b.head_search_key, head_sort_key = b.head_sort_key, persons = b.persons,
      version = h.version + 1, updated_at = b.updated_at
    from (select (jsonb_populate_record(null::household, state->'household')).* from ${chosen} s) b
    where h.origin_commune_id = b.origin_commune_id and h.id = b.id`.execute(db);
}

export async function restoreBase(db: Db, year: number, lines: readonly BaseBefore[]): Promise<void> {
  for (const { communeId, villageId } of lines)
    await sql`delete from population_base
      where year = ${year} and commune_id = ${communeId} and village_id = ${villageId}`.execute(db);
  const stored = lines.flatMap(({ line }) => (line === null ? [] : [line]));
  await sql`insert into population_base
    select * from jsonb_populate_recordset(null::population_base, ${JSON.stringify(stored)}::jsonb)`.execute(
    db,
  );
  await noteChangesIn(
    db,
    year,
    lines.map(({ communeId }) => communeId),
  );
}

export async function deleteRounds(
  db: Db,
  year: number,
  rounds: readonly { id: string; communeId: number }[],
): Promise<void> {
  const ids = rounds.map(({ id }) => id);
  const communes = rounds.map(({ communeId }) => communeId);
  await sql`delete from review_counter where year = ${year} and commune_id = any(${communes}::bigint[])`.execute(
    db,
  );
  await sql`delete from review_round where id = any(${ids}::uuid[])`.execute(db);
  await noteChangesIn(db, year, communes);
}

export async function deleteMatchesOf(db: Db, { id, year }: OfBatch): Promise<void> {
  await sql`delete from review_match m where m.year = ${year} and m.decision is null
    and (m.listed->>'householdId')::uuid in (
      select household_id from review_record where batch_id = ${id}::uuid)`.execute(db);
}

/** Villages a batch made and in which nothing lies any more. */
export async function deleteEmptyVillages(db: Db, ids: readonly number[]): Promise<void> {
  const used = new Set<number>();
  for (const [table, column] of NAMING_VILLAGES) {
    const answer = await sql<{ id: number }>`select distinct ${sql.ref(column)} as id from ${sql.table(table)}
      where ${sql.ref(column)} = any(${[...ids]}::bigint[])`.execute(db);
    for (const row of answer.rows) used.add(row.id);
  }
  const free = ids.filter((id) => !used.has(id));
  await sql`delete from territory_unit_version where unit_id = any(${free}::bigint[])`.execute(db);
  await sql`delete from territory_unit where id = any(${free}::bigint[])`.execute(db);
}

const NAMING_VILLAGES = [
  ['household', 'village_id'],
  ['household_residence', 'village_id'],
  ['review_record', 'village_id'],
  ['review_record', 'opening_village_id'],
  ['population_base', 'village_id'],
  ['account_role', 'unit_id'],
  ['territory_designation', 'unit_id'],
] as const;
