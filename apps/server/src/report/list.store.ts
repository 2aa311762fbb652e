import type { ListedClass } from '@benvung/domain/review/movement';
import { personSortKey } from '@benvung/domain/shared/vietnamese-text';
import { sql } from 'kysely';
import { rangeOf } from '../platform/database/area-scope.ts';
import type { Db } from '../platform/database/database.ts';

/** One household of a detailed list, with who was in it on the list's day, the head first. */
export interface ListedHousehold {
  readonly record: Record<string, unknown>;
  readonly headName: string;
  readonly villageId: number;
  readonly members: readonly ListedMember[];
}

export interface ListedMember {
  readonly fullName: string;
  readonly sex: string | null;
  readonly birthDate: string | null;
  readonly ethnicity: string | null;
  readonly relation: string;
}

export interface ListWanted {
  readonly year: number;
  readonly standardId: string;
  readonly listOf: ListedClass;
  readonly path: string;
  readonly day: string;
}

const fromList = ({ year, standardId, listOf, path, day }: ListWanted) => {
  const { from, to } = rangeOf(path);
  return sql`from review_record r
    left join territory_unit_version v on v.unit_id = coalesce(nullif(r.village_id, 0), r.commune_id)
      and v.valid_from <= ${day}::date and (v.valid_to is null or v.valid_to > ${day}::date)
    where r.year = ${year} and r.standard_id = ${standardId} and r.final_class = ${listOf}
      and coalesce(v.path, r.scope_path) >= ${from} and coalesce(v.path, r.scope_path) < ${to}`;
};

export async function countList(
  db: Db,
  wanted: ListWanted,
): Promise<{ households: number; persons: number }> {
  const answer = await sql<{ households: number; persons: number }>`
    select count(*) as households, coalesce(sum(r.persons), 0) as persons ${fromList(wanted)}`.execute(db);
  const row = answer.rows[0];
  return { households: Number(row?.households ?? 0), persons: Number(row?.persons ?? 0) };
}

/**
 * In the order of villages, then of the heads' names. Members are those the review found, frozen with it; where it
 * froze none, those of that day. What the household became later changes neither.
 */
export async function readList(db: Db, wanted: ListWanted): Promise<ListedHousehold[]> {
  const answer = await sql<ListedHousehold>`
    select to_jsonb(listed) as record, h.head_name as "headName", listed.village_id as "villageId",
      coalesce((
        select jsonb_agg(jsonb_build_object('fullName', m->'fullName', 'sex', m->'sex', 'birthDate', m->'birthDate',
          'ethnicity', m->'ethnicity', 'relation', m->'relation')
          order by (m->>'relation' <> 'head'), m->>'birthDate', m->>'fullName' collate "C")
        from review_facts f, jsonb_array_elements(f.facts->'facts'->'members') m
        where f.origin_commune_id = listed.origin_commune_id and f.household_id = listed.household_id
          and f.year = listed.year
      ), (
        select jsonb_agg(jsonb_build_object('fullName', p.full_name, 'sex', p.sex, 'birthDate', p.birth_date,
          'ethnicity', p.ethnicity, 'relation', m.relation)
          order by (m.relation <> 'head'), p.birth_date, p.full_name collate "C")
        from household_membership m
        join person p on p.origin_commune_id = m.origin_commune_id and p.id = m.person_id
        where m.origin_commune_id = listed.origin_commune_id and m.household_id = listed.household_id
          and m.valid_from <= ${wanted.day}::date and (m.valid_to is null or m.valid_to > ${wanted.day}::date)
      ), '[]'::jsonb) as members
    from (select r.*, v.sort_key as village_key ${fromList(wanted)}) listed
    join household h on h.origin_commune_id = listed.origin_commune_id and h.id = listed.household_id
    order by listed.village_key, listed.village_id, h.head_sort_key, h.id`.execute(db);
  return byHeadOfThatDay(answer.rows);
}

/** Within each village by the head the list names, who may not be the head of today. */
function byHeadOfThatDay(households: readonly ListedHousehold[]): ListedHousehold[] {
  const villages = new Map<number, number>();
  const keyed = households.map((household) => {
    if (!villages.has(household.villageId)) villages.set(household.villageId, villages.size);
    const key = personSortKey(household.members[0]?.fullName ?? household.headName);
    return { household, village: villages.get(household.villageId) ?? 0, key };
  });
  const order = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);
  return keyed.sort((a, b) => a.village - b.village || order(a.key, b.key)).map(({ household }) => household);
}
