import type { Figures } from '@benvung/domain/review/counters';
import { BASE_FIELDS, type BaseField } from '@benvung/domain/review/population-base';
import { type RawBuilder, sql } from 'kysely';
import { rangeOf } from '../platform/database/area-scope.ts';
import type { Db } from '../platform/database/database.ts';
import { FIGURE_COLUMNS, figuresOfRow } from '../review/review.public.ts';

/** Sums of counters by a unit on the path of the commune (or village) they happened in; 0: not on that map. */
export interface CountedFigures {
  readonly unitId: number;
  readonly measure: string;
  readonly figures: Figures;
  /** Of a village's line: the commune it was in. */
  readonly communeId: number;
  /** Of lines read by province. */
  readonly province: string;
}

export interface FiguresWanted {
  readonly year: number;
  readonly standardId: string;
  /** The day whose map the path is read on. */
  readonly day: string;
  /** Path of the unit the table is of. */
  readonly path: string;
  /** Null: all measures. */
  readonly measures: readonly string[] | null;
  /** The fields of the population base that are asked for; all when not told. */
  readonly baseFields?: readonly BaseField[];
  /** True when `day` has today's map: the paths facts carry are then those of `day`, and no map need be read. */
  readonly pathsAreCurrent?: boolean;
  /** Only communes without a periodic round in that year. */
  readonly withoutRoundIn?: number;
  /** True when the reader may see the whole nation: sums that are kept of it may answer. */
  readonly seesNation?: boolean;
  /** Only communes that lie in these provinces now (the ids in their paths), each province apart. */
  readonly provinces?: readonly string[];
}

const noRoundIn = (year: number | undefined, communeId: string) =>
  year === undefined
    ? sql``
    : sql`and not exists (select 1 from review_round later
        where later.year = ${year} and later.kind = 'PERIODIC' and later.commune_id = ${sql.ref(communeId)})`;

/** Where the id stands in a path `/1/46/…/` of the unit one step below a depth (the nation's is 1). */
const segmentBelow = (depth: number): number => depth + 2;

/** The path a fact's commune had on the wanted day (its own when it is not on that map), and how to get it. */
function pathOn(
  { day, pathsAreCurrent = false }: Pick<FiguresWanted, 'day' | 'pathsAreCurrent'>,
  fact: string,
) {
  const own = sql.ref(`${fact}.scope_path`);
  if (pathsAreCurrent) return { path: own, segments: own, join: sql`` };
  return {
    path: sql`coalesce(v.path, ${own})`,
    segments: sql`v.path`,
    join: sql`left join territory_unit_version v on v.unit_id = ${sql.ref(`${fact}.commune_id`)}
      and v.level = 'commune' and v.valid_from <= ${day}::date and (v.valid_to is null or v.valid_to > ${day}::date)`,
  };
}

/** The province whose subtotal a fact counts in: a matter of what is kept, not of any table's map. */
function provinceOf({ year, provinces }: FiguresWanted, fact: string) {
  if (provinces === undefined) return { province: sql`''`, join: sql`` };
  const province = sql`split_part(k.scope_path, '/', 3)`;
  return {
    province,
    join: sql`join review_change k on k.year = ${year} and k.commune_id = ${sql.ref(`${fact}.commune_id`)}
      and ${province} = any(${provinces}::text[])`,
  };
}

const sums = sql.join(FIGURE_COLUMNS.map((column) => sql`sum(c.${sql.ref(column)}) as ${sql.ref(column)}`));

const asFigures = (row: Record<string, number | string>): CountedFigures => ({
  unitId: Number(row.unit_id ?? 0),
  measure: row.measure as string,
  figures: figuresOfRow(row),
  communeId: Number(row.commune_id ?? 0),
  province: String(row.province ?? ''),
});

/** Commune lines under a path, added up by the unit on their path one step below a depth. */
export async function readFiguresByDepth(
  db: Db,
  wanted: FiguresWanted,
  depth: number,
): Promise<CountedFigures[]> {
  const { year, standardId, measures } = wanted;
  const { from, to } = rangeOf(wanted.path);
  const { path, segments, join } = pathOn(wanted, 'c');
  const only = measures === null ? sql`` : sql`and c.measure = any(${measures}::text[])`;
  const apart = provinceOf(wanted, 'c');
  const answer = await sql<Record<string, number | string>>`
    select split_part(${segments}, '/', ${segmentBelow(depth)}::integer) as unit_id, c.measure,
      ${apart.province} as province, ${sums}
    from review_counter c ${join} ${apart.join}
    where c.year = ${year} and c.standard_id = ${standardId} and c.village_id = 0 ${only}
      and ${path} >= ${from} and ${path} < ${to} ${noRoundIn(wanted.withoutRoundIn, 'c.commune_id')}
    group by 1, 2, 3`.execute(db);
  return answer.rows.map(asFigures);
}

/** The lines of communes' villages, each by itself. */
export async function readVillageFigures(
  db: Db,
  { year, standardId, measures, withoutRoundIn }: FiguresWanted,
  communeIds: readonly number[],
): Promise<CountedFigures[]> {
  const wanted = measures === null ? sql`` : sql`and measure = any(${measures}::text[])`;
  const columns = sql.join(FIGURE_COLUMNS.map((column) => sql.ref(column)));
  const answer = await sql<Record<string, number | string>>`
    select village_id as unit_id, commune_id, measure, ${columns} from review_counter
    where year = ${year} and standard_id = ${standardId} and commune_id = any(${communeIds}::bigint[])
      and village_id <> 0 ${wanted} ${noRoundIn(withoutRoundIn, 'review_counter.commune_id')}`.execute(db);
  return answer.rows.map(asFigures);
}

export interface BaseSums {
  readonly unitId: number;
  /** Of a village's line: the commune it was in. */
  readonly communeId: number;
  readonly province: string;
  readonly fields: Readonly<Record<BaseField, number | null>>;
}

const BASE_COLUMN: Readonly<Record<BaseField, string>> = {
  households: 'households',
  persons: 'persons',
  minorityHouseholds: 'minority_households',
  minorityPersons: 'minority_persons',
  localMinorityHouseholds: 'local_minority_households',
  localMinorityPersons: 'local_minority_persons',
};

/** A sum only where every part is known. */
const baseSumsOf = (fields: readonly BaseField[]) =>
  sql.join(
    fields.map((field) => {
      const column = sql.ref(`b.${BASE_COLUMN[field]}`);
      return sql`case when count(${column}) = count(*) then sum(${column}) end as ${sql.ref(BASE_COLUMN[field])}`;
    }),
  );
const baseSums = baseSumsOf(BASE_FIELDS);

const asBase = (row: Record<string, number | string | null>): BaseSums => ({
  unitId: Number(row.unit_id ?? 0),
  communeId: Number(row.commune_id ?? 0),
  province: String(row.province ?? ''),
  fields: Object.fromEntries(
    BASE_FIELDS.map((field) => {
      const value = row[BASE_COLUMN[field]];
      return [field, value === null || value === undefined ? null : Number(value)];
    }),
  ) as BaseSums['fields'],
});

const STATUSES = ['OPEN', 'CLOSED', 'LOCKED'] as const;
const statusCounts = sql.join(
  STATUSES.map((status) => sql`count(*) filter (where b.status = ${status}) as ${sql.ref(status)}`),
);

/**
 * Bases and periodic rounds under a path by the unit one step below a depth. A commune whose round has begun
 * without a base makes the bases above it unknown: a rate over part of the households would be wrong.
 */
export async function readStandingByDepth(
  db: Db,
  wanted: FiguresWanted,
  depth: number,
): Promise<{ bases: BaseSums[]; rounds: RoundSums[] }> {
  const { from, to } = rangeOf(wanted.path);
  const { path, segments, join } = pathOn(wanted, 'b');
  const apart = provinceOf(wanted, 'own');
  const answer = await sql<Record<string, number | string | null>>`
    select split_part(${segments}, '/', ${segmentBelow(depth)}::integer) as unit_id, b.province,
      ${baseSumsOf(wanted.baseFields ?? BASE_FIELDS)}, ${statusCounts},
      count(*) filter (where b.demonstration) as demonstration
    from (
      select coalesce(p.commune_id, r.commune_id) as commune_id, coalesce(p.scope_path, r.scope_path) as scope_path,
        coalesce(p.province, r.province) as province, p.households, p.persons, p.minority_households,
        p.minority_persons, p.local_minority_households, p.local_minority_persons, r.status, r.demonstration
      from (
        select own.*, ${apart.province} as province from population_base own ${apart.join}
        where own.year = ${wanted.year} and own.village_id = 0
      ) p
      full join (
        select own.commune_id, own.scope_path, own.status, own.demonstration, ${apart.province} as province
        from review_round own ${apart.join} where own.year = ${wanted.year} and own.kind = 'PERIODIC'
      ) r on r.commune_id = p.commune_id
    ) b ${join}
    where ${path} >= ${from} and ${path} < ${to} ${noRoundIn(wanted.withoutRoundIn, 'b.commune_id')}
    group by 1, 2`.execute(db);
  return {
    bases: answer.rows.map(asBase),
    rounds: answer.rows.flatMap((row) =>
      STATUSES.flatMap((status) => {
        const rounds = Number(row[status]);
        const demonstration =
          status === STATUSES.find((each) => Number(row[each]) > 0) ? row.demonstration : 0;
        return rounds === 0
          ? []
          : [
              {
                unitId: Number(row.unit_id ?? 0),
                province: String(row.province ?? ''),
                status,
                rounds,
                demonstration: Number(demonstration),
              },
            ];
      }),
    ),
  };
}

export async function readVillageBases(
  db: Db,
  year: number,
  communeIds: readonly number[],
): Promise<BaseSums[]> {
  const answer = await sql<Record<string, number | string | null>>`
    select b.village_id as unit_id, b.commune_id, ${baseSums} from population_base b
    where b.year = ${year} and b.commune_id = any(${communeIds}::bigint[]) and b.village_id <> 0
    group by 1, 2`.execute(db);
  return answer.rows.map(asBase);
}

export interface RoundSums {
  readonly unitId: number;
  readonly province: string;
  readonly status: string;
  readonly rounds: number;
  readonly demonstration: number;
}

export interface YearOfRounds {
  readonly year: number;
  readonly standardId: string;
  readonly referenceDay: string;
}

/** The standard and reference day most rounds of a year were opened with; where all agree, none is counted. */
export async function findYearOfRounds(db: Db, year: number): Promise<YearOfRounds | undefined> {
  const end = (order: RawBuilder<unknown>) => sql`(
    select year, standard_id as "standardId", reference_day as "referenceDay" from review_round
    where year = ${year} and kind = 'PERIODIC' order by standard_id ${order}, reference_day ${order} limit 1)`;
  const { rows } = await sql<YearOfRounds>`${end(sql`asc`)} union all ${end(sql`desc`)}`.execute(db);
  const [first, last] = rows;
  return first?.standardId === last?.standardId && first?.referenceDay === last?.referenceDay
    ? first
    : (await listYearsOfRounds(db, year))[0];
}

/** The day on which the first round of a year was opened. */
export async function findFirstOpening(db: Db, year: number): Promise<string | undefined> {
  const { rows } = await sql<{ day: string | null }>`select min(opened_on) as day from review_round
    where year = ${year} and kind = 'PERIODIC'`.execute(db);
  return rows[0]?.day ?? undefined;
}

/** The standard and reference day most rounds of each year were opened with, newest year first. */
export async function listYearsOfRounds(db: Db, year?: number): Promise<YearOfRounds[]> {
  const ofYear = year === undefined ? sql`` : sql`and year = ${year}`;
  const answer = await sql<YearOfRounds>`
    select distinct on (year) year, standard_id as "standardId", reference_day as "referenceDay"
    from (
      select year, standard_id, reference_day, count(*) as rounds from review_round
      where kind = 'PERIODIC' ${ofYear} group by 1, 2, 3
    ) counted
    order by year desc, rounds desc, reference_day desc`.execute(db);
  return answer.rows;
}

export interface CommuneWithFacts {
  readonly id: number;
  /** Of its periodic round; null when it has none. */
  readonly status: string | null;
  readonly demonstration: boolean;
}

/** Every commune that has a round, counters or a base in a year. */
export async function listCommunesWithFacts(
  db: Db,
  year: number,
  standardId: string,
  withoutRoundIn?: number,
): Promise<CommuneWithFacts[]> {
  const answer = await sql<CommuneWithFacts>`
    select id, max(status) as status, coalesce(bool_or(demonstration), false) as demonstration from (
      select commune_id as id, status, demonstration from review_round where year = ${year} and kind = 'PERIODIC'
      union all
      select commune_id, null, null from review_counter
        where year = ${year} and standard_id = ${standardId} and village_id = 0 and measure in ('closing', 'opening')
      union all
      select commune_id, null, null from population_base where year = ${year} and village_id = 0
    ) known where true ${noRoundIn(withoutRoundIn, 'known.id')} group by id`.execute(db);
  return answer.rows;
}

/** Commune lines by commune. */
export async function readCommuneFigures(
  db: Db,
  { year, standardId, measures }: FiguresWanted,
  communeIds: readonly number[],
): Promise<CountedFigures[]> {
  const wanted = measures === null ? sql`` : sql`and measure = any(${measures}::text[])`;
  const columns = sql.join(FIGURE_COLUMNS.map((column) => sql.ref(column)));
  const answer = await sql<Record<string, number | string>>`
    select commune_id as unit_id, measure, ${columns} from review_counter
    where year = ${year} and standard_id = ${standardId} and commune_id = any(${communeIds}::bigint[])
      and village_id = 0 ${wanted}`.execute(db);
  return answer.rows.map(asFigures);
}

/** Bases by commune; of a commune with results and no base they are all unknown. */
export async function readCommuneBases(
  db: Db,
  { year, standardId }: FiguresWanted,
  communeIds: readonly number[],
): Promise<BaseSums[]> {
  const answer = await sql<Record<string, number | string | null>>`
    select b.commune_id as unit_id, ${baseSums} from (
      select commune_id, households, persons, minority_households, minority_persons, local_minority_households,
        local_minority_persons
      from population_base where year = ${year} and village_id = 0 and commune_id = any(${communeIds}::bigint[])
      union all
      select commune_id, null, null, null, null, null, null from review_counter c
      where c.year = ${year} and c.standard_id = ${standardId} and c.village_id = 0 and c.measure = 'closing'
        and c.commune_id = any(${communeIds}::bigint[]) and not exists (
          select 1 from population_base p
          where p.year = c.year and p.commune_id = c.commune_id and p.village_id = 0)
    ) b group by 1`.execute(db);
  return answer.rows.map(asBase);
}

/** Every village that has counters in a year, with the commune it was in. */
export async function listVillagesWithFacts(
  db: Db,
  year: number,
  standardId: string,
): Promise<{ id: number; communeId: number }[]> {
  const answer = await sql<{ id: number; communeId: number }>`
    select distinct village_id as id, commune_id as "communeId" from review_counter
    where year = ${year} and standard_id = ${standardId} and village_id <> 0`.execute(db);
  return answer.rows;
}
