import type { ComparedMember } from '@benvung/domain/household/duplicates';
import { sql } from 'kysely';
import { rangeOf } from '../platform/database/area-scope.ts';
import type { Db } from '../platform/database/database.ts';

/** Blocks with more households than this are no evidence: a number or name that stands for "unknown". */
const MOST_IN_A_BLOCK = 30;

/** "/1/46/500/1000/100000/" lies in the commune "/1/46/500/1000/". */
export const placeAbove = (villagePath: string): string => villagePath.replace(/[^/]+\/$/u, '');

const yearOf = (column: string) => sql`left(${sql.ref(column)}, 4)`;

/** Households of the caller's areas in which someone bears one of the numbers. */
export async function listSameNumber(db: Db, numbers: readonly string[]): Promise<string[]> {
  if (numbers.length === 0) return [];
  const answer = await sql<{ id: string }>`select distinct p.household_id as id from person p
    where p.identity_number = any(${[...numbers]}::text[]) and p.left_on is null limit ${MOST_IN_A_BLOCK}`.execute(
    db,
  );
  return answer.rows.map(({ id }) => id);
}

/** Households of a commune in which someone has one of the folded names and years. */
export async function listSameName(
  db: Db,
  communePath: string,
  people: readonly { readonly key: string; readonly year: string }[],
): Promise<string[]> {
  if (people.length === 0) return [];
  const { from, to } = rangeOf(communePath);
  const answer = await sql<{ id: string }>`select distinct p.household_id as id
    from unnest(${people.map(({ key }) => key)}::text[], ${people.map(({ year }) => year)}::text[]) as k (key, year)
    join person p on p.search_key = k.key collate "C" and ${yearOf('p.birth_date')} = k.year
    where p.scope_path >= ${from} and p.scope_path < ${to} and p.left_on is null limit 200`.execute(db);
  return answer.rows.map(({ id }) => id);
}

export interface HeadInVillage {
  readonly id: string;
  readonly fullName: string;
  readonly year: string;
  readonly villagePath: string;
}

/** Heads of a unit whose year of birth is known, all or of one year: near names are looked for among them. */
export async function listHeads(db: Db, path: string, year: string | null): Promise<HeadInVillage[]> {
  const { from, to } = rangeOf(path);
  const answer =
    await sql<HeadInVillage>`select h.id, p.full_name as "fullName", ${yearOf('p.birth_date')} as year,
      h.scope_path as "villagePath"
    from household h join person p on p.origin_commune_id = h.origin_commune_id and p.id = h.head_person_id
    where h.scope_path >= ${from} and h.scope_path < ${to} and h.ended_on is null and p.left_on is null
      and p.birth_date is not null and (${year}::text is null or ${yearOf('p.birth_date')} = ${year})`.execute(
      db,
    );
  return answer.rows;
}

/** Of a whole unit: the households that share a number. */
export async function listNumberBlocks(db: Db, path: string): Promise<string[][]> {
  const { from, to } = rangeOf(path);
  const answer = await sql<{
    ids: string[];
  }>`with repeated as materialized (select p.identity_number from person p
      where p.scope_path >= ${from} and p.scope_path < ${to} and p.left_on is null and p.identity_number is not null
      group by p.identity_number having count(*) > 1)
    select array_agg(distinct p.household_id)::text[] as ids
    from person p join household h on p.origin_commune_id = h.origin_commune_id and p.household_id = h.id
    where p.identity_number in (select identity_number from repeated)
      and h.scope_path >= ${from} and h.scope_path < ${to} and h.ended_on is null and p.left_on is null
    group by p.identity_number
    having count(*) > 1 and count(distinct p.household_id) between 2 and ${MOST_IN_A_BLOCK}`.execute(db);
  return answer.rows.map(({ ids }) => ids);
}

/** Of one commune: the households that share a folded name and a year. */
export async function listNameBlocks(db: Db, communePath: string): Promise<string[][]> {
  const { from, to } = rangeOf(communePath);
  const answer = await sql<{
    ids: string[];
  }>`select array_agg(distinct p.household_id)::text[] as ids
    from household h join person p on p.origin_commune_id = h.origin_commune_id and p.household_id = h.id
    where h.scope_path >= ${from} and h.scope_path < ${to} and h.ended_on is null and p.left_on is null
      and p.birth_date is not null
    group by p.search_key, ${yearOf('p.birth_date')}
    having count(*) > 1 and count(distinct p.household_id) between 2 and ${MOST_IN_A_BLOCK}`.execute(db);
  return answer.rows.map(({ ids }) => ids);
}

/** The villages of a unit where households live. */
export async function listInhabited(db: Db, path: string): Promise<string[]> {
  const { from, to } = rangeOf(path);
  const answer = await sql<{ path: string }>`select distinct h.scope_path as path from household h
    where h.scope_path >= ${from} and h.scope_path < ${to} and h.ended_on is null`.execute(db);
  return answer.rows.map((row) => row.path);
}

export interface PlacedHousehold {
  readonly id: string;
  readonly originCommuneId: number;
  readonly villageId: number;
  readonly scopePath: string;
  readonly members: readonly ComparedMember[];
}

/** Households that have not ended, with what they are compared by. */
export async function readCompared(db: Db, ids: readonly string[]): Promise<Map<string, PlacedHousehold>> {
  if (ids.length === 0) return new Map();
  const answer = await sql<PlacedHousehold>`select h.id, h.origin_commune_id as "originCommuneId",
      h.village_id as "villageId", h.scope_path as "scopePath",
      json_agg(json_build_object('personId', p.id, 'fullName', p.full_name, 'relation', p.relation, 'sex', p.sex,
        'birthDate', p.birth_date, 'identityNumber', p.identity_number)) as members
    from household h join person p on p.origin_commune_id = h.origin_commune_id and p.household_id = h.id
    where h.id = any(${[...ids]}::uuid[]) and h.ended_on is null and p.left_on is null
    group by h.origin_commune_id, h.id`.execute(db);
  return new Map(answer.rows.map((household) => [household.id, household]));
}
