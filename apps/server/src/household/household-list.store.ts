import { searchKey } from '@benvung/domain/shared/vietnamese-text';
import { type RawBuilder, sql } from 'kysely';
import { rangeOf } from '../platform/database/area-scope.ts';
import type { Db } from '../platform/database/database.ts';
import { movementPredicate } from './movement-predicate.ts';

export interface HouseholdsWanted {
  readonly path: string;
  readonly year: number | null;
  readonly class: string | null;
  readonly movement: string | null;
  readonly q: string;
  readonly offset: number;
  readonly limit: number;
}

export interface ListedRow {
  readonly id: string;
  readonly listCode: string | null;
  readonly head: string;
  readonly persons: number;
  readonly villageId: number;
  readonly scopePath: string;
  readonly year: number | null;
  readonly class: string | null;
  readonly stage: string | null;
  readonly incomeScore: number | null;
  readonly deprivationScore: number | null;
  readonly demonstration: boolean;
}

/** The record a list shows of a household: of the year asked for, or its newest; the national standard's first. */
const recordOf = (year: number | null): RawBuilder<unknown> => sql`lateral (
    select * from review_record v
    where v.origin_commune_id = h.origin_commune_id and v.household_id = h.id
      ${year === null ? sql`` : sql`and v.year = ${year}`}
    order by v.year desc, (v.standard_id not like 'VN-%'), v.standard_id limit 1) r on true`;

function fromWhere(wanted: HouseholdsWanted): RawBuilder<unknown> {
  const { from, to } = rangeOf(wanted.path);
  const conditions = [sql`h.scope_path >= ${from} and h.scope_path < ${to}`];
  const key = searchKey(wanted.q);
  if (key !== '')
    conditions.push(sql`(h.head_search_key like ${`%${key}%`} or h.list_code = ${wanted.q.trim()})`);
  if (wanted.class !== null) conditions.push(sql`r.final_class = ${wanted.class}`);
  if (wanted.movement !== null) conditions.push(movementPredicate(wanted.movement));
  const needsRecord = wanted.year !== null || wanted.class !== null || wanted.movement !== null;
  const join = needsRecord ? sql`join` : sql`left join`;
  return sql`from household h ${join} ${recordOf(wanted.year)} where ${sql.join(conditions, sql` and `)}`;
}

/** One page of households, people by given name, and how many there are in all. */
export async function listHouseholdRows(
  db: Db,
  wanted: HouseholdsWanted,
): Promise<{ rows: ListedRow[]; total: number }> {
  const rest = fromWhere(wanted);
  const counted = await sql<{ total: number }>`select count(*) as total ${rest}`.execute(db);
  const answer = await sql<ListedRow>`
    select h.id, h.list_code as "listCode", h.head_name as head, coalesce(r.persons, h.persons) as persons,
      h.village_id as "villageId", h.scope_path as "scopePath", r.year, r.final_class as class, r.stage,
      r.income_score as "incomeScore", r.deprivation_score as "deprivationScore", h.demonstration
    ${rest} order by h.head_sort_key, h.id limit ${wanted.limit} offset ${wanted.offset}`.execute(db);
  return { rows: answer.rows, total: Number(counted.rows[0]?.total ?? 0) };
}
