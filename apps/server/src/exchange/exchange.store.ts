import { sql } from 'kysely';
import { rangeOf } from '../platform/database/area-scope.ts';
import type { Db } from '../platform/database/database.ts';
import { recordOfRow, type StoredReviewRecord } from '../review/review.public.ts';

/** Ids for villages a list names first; a gap in the sequence does no harm. */
export async function reserveUnitIds(db: Db, count: number): Promise<number[]> {
  const answer = await sql<{ id: number }>`
    select nextval('territory_unit_id_seq') as id from generate_series(1, ${count})`.execute(db);
  return answer.rows.map((row) => row.id);
}

/** A household the registry knows in an area, as far as a list can be compared with it. */
export interface KnownHousehold {
  readonly id: string;
  readonly originCommuneId: number;
  readonly villageId: number;
  readonly headSearchKey: string;
  readonly headBirthYear: string | null;
  readonly headIdentityNumber: string | null;
}

export async function listKnownHouseholds(db: Db, path: string): Promise<KnownHousehold[]> {
  const { from, to } = rangeOf(path);
  const answer = await sql<KnownHousehold>`
    select h.id, h.origin_commune_id as "originCommuneId", h.village_id as "villageId",
      h.head_search_key as "headSearchKey", substr(p.birth_date, 1, 4) as "headBirthYear",
      p.identity_number as "headIdentityNumber"
    from household h
    left join person p on p.origin_commune_id = h.origin_commune_id and p.id = h.head_person_id
    where h.scope_path >= ${from} and h.scope_path < ${to} and h.ended_on is null`.execute(db);
  return answer.rows;
}

/** How many records a year already has under a path. */
export async function countRecords(db: Db, year: number, path: string): Promise<number> {
  const { from, to } = rangeOf(path);
  const answer = await sql<{ count: number }>`select count(*) as count from review_record
    where year = ${year} and scope_path >= ${from} and scope_path < ${to}`.execute(db);
  return answer.rows[0]?.count ?? 0;
}

/** Records of the given households in a year and the year before. */
export async function listRecordsAround(
  db: Db,
  householdIds: readonly string[],
  year: number,
): Promise<StoredReviewRecord[]> {
  const answer = await sql<Record<string, unknown>>`select * from review_record
    where household_id = any(${[...householdIds]}::uuid[]) and year in (${year - 1}, ${year})`.execute(db);
  return answer.rows.map(recordOfRow);
}

/** Whether a batch was written before, as the log says. */
export async function hasImported(db: Db, batchId: string): Promise<boolean> {
  const answer = await sql`select 1 from audit_entry
    where subject_kind = 'batch' and subject_id = ${batchId} limit 1`.execute(db);
  return answer.rows.length > 0;
}

/** Which of the given ids households of this database bear already, wherever they live. */
export async function findUsedIds(db: Db, ids: readonly string[]): Promise<Set<string>> {
  const answer = await sql<{ id: string }>`select id from household
    where id = any(${[...ids]}::uuid[])`.execute(db);
  return new Set(answer.rows.map((row) => row.id));
}
