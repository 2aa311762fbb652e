import type { HouseholdToMatch } from '@benvung/domain/review/match-households';
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

/** A household the registry knows in an area, as far as a list can be compared with it; `key` is its id. */
export interface KnownHousehold extends HouseholdToMatch {
  readonly originCommuneId: number;
}

export async function listKnownHouseholds(db: Db, path: string): Promise<KnownHousehold[]> {
  const { from, to } = rangeOf(path);
  const answer = await sql<KnownHousehold>`
    select h.id as key, h.origin_commune_id as "originCommuneId", nullif(h.village_id, 0) as "villageId",
      h.head_name as "headName", head.identity_number as "headIdentityNumber",
      left(head.birth_date, 4)::integer as "headBirthYear", coalesce(p.members, '[]'::jsonb) as members
    from household h
    left join person head on head.origin_commune_id = h.origin_commune_id and head.id = h.head_person_id
    left join (
      select origin_commune_id, household_id, jsonb_agg(jsonb_build_object('name', full_name,
        'birthYear', left(birth_date, 4)::integer, 'identityNumber', identity_number) order by id) as members
      from person where scope_path >= ${from} and scope_path < ${to} and left_on is null
      group by origin_commune_id, household_id
    ) p on p.origin_commune_id = h.origin_commune_id and p.household_id = h.id
    where h.scope_path >= ${from} and h.scope_path < ${to} and h.ended_on is null`.execute(db);
  return answer.rows;
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

/** Which of the given ids households of this database bear already, wherever they live. */
export async function findUsedIds(db: Db, ids: readonly string[]): Promise<Set<string>> {
  const answer = await sql<{ id: string }>`select id from household
    where id = any(${[...ids]}::uuid[])`.execute(db);
  return new Set(answer.rows.map((row) => row.id));
}
