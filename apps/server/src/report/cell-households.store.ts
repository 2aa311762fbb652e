import type { CountTerm } from '@benvung/domain/report/fill-row';
import { type RawBuilder, sql } from 'kysely';
import type { Db } from '../platform/database/database.ts';

/** Where a row's facts happened: whole communes, and single villages of communes that are not whole. */
export interface RowPlaces {
  readonly communeIds: readonly number[];
  readonly villageIds: readonly number[];
  /** What is left of communes without some of their villages: the rest of them and unknown villages. */
  readonly rest: { readonly communeIds: readonly number[]; readonly exceptVillageIds: readonly number[] };
}

export interface CellWanted extends RowPlaces {
  readonly year: number;
  readonly standardId: string;
  readonly term: CountTerm;
  readonly day: string;
}

export interface CellHousehold {
  readonly id: string;
  readonly head: string;
  readonly village: string;
  readonly commune: string;
  readonly class: string | null;
  readonly persons: number | null;
}

type Predicate = RawBuilder<unknown>;
const FLAG_COLUMNS: Readonly<Record<string, string>> = {
  minority: 'minority',
  localMinority: 'local_minority',
  noLabourCapacity: 'no_labour_capacity',
  merit: 'merit',
  femaleHead: 'female_head',
  socialAssistance: 'social_assistance',
};
const CHILD_COLUMNS: Readonly<Record<string, string>> = {
  total: 'children',
  health: 'children_deprived_of_health',
  education: 'children_deprived_of_education',
};

/** The records a measure counts: the same rule as `countersOf`, as SQL. Movements are only narrowed here. */
function predicateOf({ measure, class: householdClass }: CountTerm): Predicate {
  const [kind = '', name = ''] = measure.split('.');
  const listed = sql`r.final_class = ${householdClass}`;
  if (kind === 'opening') return sql`r.opening_class = ${householdClass}`;
  if (kind === 'pending')
    return sql`r.opening_class = ${householdClass} and r.final_class is null and r.gone_reason is null`;
  if (kind === 'movement')
    return sql`(r.opening_class = ${householdClass} or ${listed})
      and (r.opening_class is distinct from r.final_class or r.opening_persons is distinct from r.persons
        or r.opening_village_id is distinct from r.village_id or r.opening_commune_id is distinct from r.commune_id)`;
  if (kind === 'deprived')
    return name === 'sum'
      ? sql`${listed} and r.deprivations like '%1%'`
      : sql`${listed} and substr(r.deprivations, ${Number(name)}::integer, 1) = '1'`;
  if (kind === 'target')
    return name === 'none'
      ? sql`${listed} and not r.minority and not r.no_labour_capacity and not r.merit`
      : sql`${listed} and ${sql.ref(`r.${FLAG_COLUMNS[name]}`)}`;
  if (kind === 'ethnic')
    return name === 'unknown'
      ? sql`${listed} and r.head_ethnicity is null`
      : sql`${listed} and r.head_ethnicity = ${name}`;
  if (kind === 'cause') return sql`${listed} and ${name} = any(r.causes)`;
  if (kind === 'children') return sql`${listed} and ${sql.ref(`r.${CHILD_COLUMNS[name]}`)} > 0`;
  return listed;
}

/** What a household adds to the line of persons. */
function personsOf({ measure }: CountTerm): Predicate {
  const [kind = '', name = ''] = measure.split('.');
  if (kind === 'opening' || kind === 'pending') return sql`r.opening_persons`;
  if (kind === 'children') return sql.ref(`r.${CHILD_COLUMNS[name]}`);
  if (measure === 'deprived.sum')
    return sql`length(r.deprivations) - length(replace(r.deprivations, '1', ''))`;
  return sql`r.persons`;
}

/** Opening figures belong to where the household was, closing figures to where it is. */
function placeOf({ term, communeIds, villageIds, rest }: CellWanted): Predicate {
  const at = (commune: Predicate, village: Predicate) => sql`(${commune} = any(${communeIds}::bigint[])
    or ${village} = any(${villageIds}::bigint[])
    or (${commune} = any(${rest.communeIds}::bigint[])
      and coalesce(${village}, 0) <> all(${rest.exceptVillageIds}::bigint[])))`;
  const closing = at(sql`r.commune_id`, sql`r.village_id`);
  const opening = at(sql`r.opening_commune_id`, sql`r.opening_village_id`);
  if (term.measure === 'opening' || term.measure === 'pending') return opening;
  return term.measure.startsWith('movement.') ? sql`(${closing} or ${opening})` : closing;
}

const whereOf = (wanted: CellWanted): Predicate =>
  sql`r.year = ${wanted.year} and r.standard_id = ${wanted.standardId}
    and ${predicateOf(wanted.term)} and ${placeOf(wanted)}`;

export async function countCell(
  db: Db,
  wanted: CellWanted,
): Promise<{ households: number; persons: number }> {
  const answer = await sql<{ households: number; persons: number }>`
    select count(*) as households, coalesce(sum(${personsOf(wanted.term)}), 0) as persons
    from review_record r where ${whereOf(wanted)}`.execute(db);
  return {
    households: Number(answer.rows[0]?.households ?? 0),
    persons: Number(answer.rows[0]?.persons ?? 0),
  };
}

const VIEW = sql`h.id, h.head_name as head, coalesce(village.name, '') as village,
  coalesce(commune.name, '') as commune, r.final_class as class, coalesce(r.persons, r.opening_persons) as persons`;

const named = (day: string): Predicate => sql`
  join household h on h.origin_commune_id = r.origin_commune_id and h.id = r.household_id
  left join territory_unit_version village on village.unit_id = coalesce(r.village_id, r.opening_village_id)
    and village.valid_from <= ${day}::date and (village.valid_to is null or village.valid_to > ${day}::date)
  left join territory_unit_version commune on commune.unit_id = r.commune_id
    and commune.valid_from <= ${day}::date and (commune.valid_to is null or commune.valid_to > ${day}::date)`;

/** One page, people by given name within their village. */
export async function listCell(
  db: Db,
  wanted: CellWanted,
  { offset, limit }: { offset: number; limit: number },
): Promise<CellHousehold[]> {
  const answer = await sql<CellHousehold>`select ${VIEW} from review_record r ${named(wanted.day)}
    where ${whereOf(wanted)}
    order by commune.sort_key, village.sort_key, h.head_sort_key, h.id limit ${limit} offset ${offset}`.execute(
    db,
  );
  return answer.rows;
}

/** Records that may be booked in a movement column, whole, for the pure rule to decide. */
export async function listMovementCandidates(
  db: Db,
  wanted: CellWanted,
): Promise<{ record: Record<string, unknown>; view: CellHousehold }[]> {
  const answer = await sql<{ record: Record<string, unknown> } & CellHousehold>`
    select to_jsonb(r) as record, ${VIEW} from review_record r ${named(wanted.day)}
    where ${whereOf(wanted)} order by commune.sort_key, village.sort_key, h.head_sort_key, h.id`.execute(db);
  return answer.rows.map(({ record, ...view }) => ({ record, view }));
}

/** Communes under a path on a day. */
export async function listCommuneIdsUnder(
  db: Db,
  { from, to }: { from: string; to: string },
  day: string,
): Promise<number[]> {
  const answer = await sql<{ id: number }>`select unit_id as id from territory_unit_version
    where level = 'commune' and path >= ${from} and path < ${to}
      and valid_from <= ${day}::date and (valid_to is null or valid_to > ${day}::date)`.execute(db);
  return answer.rows.map((row) => row.id);
}
