import type { DeskCounts } from '@benvung/contract/review-desk';
import { sql } from 'kysely';
import { rangeOf } from '../platform/database/area-scope.ts';
import type { Db } from '../platform/database/database.ts';

export interface PlaceCounts extends DeskCounts {
  readonly communeId: number;
  /** 0 when it is not known. */
  readonly villageId: number;
}

/** Where the households of the rounds under a path stand, a line a village. */
export async function countDesk(db: Db, year: number, path: string): Promise<PlaceCounts[]> {
  const { from, to } = rangeOf(path);
  const answer = await sql<Record<string, number>>`
    select r.commune_id as "communeId", coalesce(r.village_id, r.opening_village_id, 0) as "villageId",
      count(*) filter (where r.final_class is null and r.gone_reason is null) as pending,
      count(*) filter (where r.gone_reason is not null) as gone,
      count(*) filter (where r.final_class is not null and r.stage in ('listed', 'surveyed')) as surveyed,
      count(*) filter (where r.final_class is not null and r.stage = 'scored') as scored,
      count(*) filter (where r.final_class is not null and r.stage = 'recognised') as recognised,
      count(*) filter (where r.final_class = 'UNDETERMINED') as undetermined,
      count(*) filter (where r.final_class is not null and not r.verified) as unverified
    from review_record r join review_round o on o.id = r.round_id and o.standard_id = r.standard_id
    where r.year = ${year} and o.kind = 'PERIODIC' and o.scope_path >= ${from} and o.scope_path < ${to}
    group by 1, 2`.execute(db);
  return answer.rows.map((row) => ({
    communeId: Number(row.communeId),
    villageId: Number(row.villageId),
    pending: Number(row.pending),
    gone: Number(row.gone),
    undetermined: Number(row.undetermined),
    unverified: Number(row.unverified),
    surveyed: Number(row.surveyed),
    scored: Number(row.scored),
    recognised: Number(row.recognised),
  }));
}

/** Matches nobody has decided, a commune a line. */
export async function countUndecidedUnder(db: Db, year: number, path: string): Promise<Map<number, number>> {
  const { from, to } = rangeOf(path);
  const answer = await sql<{ communeId: number; count: number }>`
    select commune_id as "communeId", count(*) as count from review_match
    where year = ${year} and decision is null and certainty <> 'none'
      and scope_path >= ${from} and scope_path < ${to}
    group by 1`.execute(db);
  return new Map(answer.rows.map((row) => [Number(row.communeId), Number(row.count)]));
}

export interface BaseTold {
  readonly communeId: number;
  readonly villageId: number;
  readonly households: number;
}

/** Communes' own lines, and with `villages` those of their villages. */
export async function listBasesUnder(
  db: Db,
  { year, path, villages }: { year: number; path: string; villages: boolean },
): Promise<BaseTold[]> {
  const { from, to } = rangeOf(path);
  const which = villages ? sql`` : sql`and village_id = 0`;
  const answer = await sql<BaseTold>`
    select commune_id as "communeId", village_id as "villageId", households from population_base
    where year = ${year} and scope_path >= ${from} and scope_path < ${to} ${which}`.execute(db);
  return answer.rows;
}

export interface CarryOver {
  readonly scopePath: string;
  readonly poor: number;
  readonly nearPoor: number;
  readonly undetermined: number;
}

/** Who ended a year poor, near-poor or undetermined and now belongs under a path, a line a village's path. */
export async function countListedUnder(db: Db, year: number, path: string): Promise<CarryOver[]> {
  const { from, to } = rangeOf(path);
  const of = (householdClass: string) =>
    sql`count(distinct r.household_id) filter (where r.final_class = ${householdClass})`;
  const answer = await sql<Record<string, number | string>>`
    select r.scope_path as "scopePath", ${of('POOR')} as poor, ${of('NEAR_POOR')} as "nearPoor",
      ${of('UNDETERMINED')} as undetermined
    from review_record r
    where r.year = ${year} and r.scope_path >= ${from} and r.scope_path < ${to}
      and r.final_class in ('POOR', 'NEAR_POOR', 'UNDETERMINED')
      and exists (select 1 from review_round o where o.id = r.round_id and o.standard_id = r.standard_id)
    group by 1`.execute(db);
  return answer.rows.map((row) => ({
    scopePath: String(row.scopePath),
    poor: Number(row.poor),
    nearPoor: Number(row.nearPoor),
    undetermined: Number(row.undetermined),
  }));
}

export interface AreaStatuses {
  readonly provinceId: number;
  readonly open: number;
  readonly closed: number;
  readonly locked: number;
}

/** Rounds of a year by status, a line a province. */
export async function countStatusesByProvince(db: Db, year: number): Promise<AreaStatuses[]> {
  const answer = await sql<Record<string, number>>`
    select split_part(scope_path, '/', 3)::bigint as "provinceId",
      count(*) filter (where status = 'OPEN') as open, count(*) filter (where status = 'CLOSED') as closed,
      count(*) filter (where status = 'LOCKED') as locked
    from review_round where year = ${year} and kind = 'PERIODIC' group by 1`.execute(db);
  return answer.rows.map((row) => ({
    provinceId: Number(row.provinceId),
    open: Number(row.open),
    closed: Number(row.closed),
    locked: Number(row.locked),
  }));
}

/** Years there are rounds of, newest first. */
export async function listRoundYears(db: Db, path: string): Promise<number[]> {
  const { from, to } = rangeOf(path);
  const answer = await sql<{ year: number }>`select distinct year from review_round
    where kind = 'PERIODIC' and scope_path >= ${from} and scope_path < ${to} order by year desc`.execute(db);
  return answer.rows.map((row) => row.year);
}
