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

/** Some of them in the order of their ids, from behind `after` on: a long list is read in short statements. */
export async function listKnownHouseholds(
  db: Db,
  { path, after, limit }: { path: string; after: string | null; limit: number },
): Promise<KnownHousehold[]> {
  const { from, to } = rangeOf(path);
  const answer = await sql<KnownHousehold>`
    select h.id as key, h.origin_commune_id as "originCommuneId", nullif(h.village_id, 0) as "villageId",
      h.head_name as "headName", head.identity_number as "headIdentityNumber",
      left(head.birth_date, 4)::integer as "headBirthYear", coalesce(p.members, '[]'::jsonb) as members
    from (
      select k.* from household k
      where k.scope_path >= ${from} and k.scope_path < ${to} and k.ended_on is null
        and (${after}::uuid is null or k.id > ${after}::uuid)
      order by k.id limit ${limit}
    ) h
    left join person head on head.origin_commune_id = h.origin_commune_id and head.id = h.head_person_id
    left join lateral (
      select jsonb_agg(jsonb_build_object('name', q.full_name, 'birthYear', left(q.birth_date, 4)::integer,
        'identityNumber', q.identity_number) order by q.id) as members
      from person q
      where q.origin_commune_id = h.origin_commune_id and q.household_id = h.id and q.left_on is null
        and q.scope_path >= ${from} and q.scope_path < ${to}
    ) p on true
    order by h.id`.execute(db);
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
