import type { HouseholdFacts } from '@benvung/domain/household/household-facts';
import type { HouseholdClass } from '@benvung/domain/standard/household-class';
import type { ReviewEvidence } from '@benvung/domain/standard/review-evidence';
import { sql } from 'kysely';
import { rangeOf } from '../platform/database/area-scope.ts';
import type { Db } from '../platform/database/database.ts';

/** A review's result with what it was computed from, as far as it was kept. */
export interface ReviewToSimulate {
  /** Its place in the order of the pages. */
  readonly key: string;
  readonly id: string;
  readonly class: HouseholdClass;
  readonly persons: number;
  readonly standardId: string;
  readonly facts: HouseholdFacts | null;
  readonly evidence: ReviewEvidence | null;
  readonly areaType: 'rural' | 'urban' | null;
  readonly incomeScore: number | null;
  readonly deprivationScore: number | null;
  readonly deprivations: string | null;
}

export interface ReviewsWanted {
  readonly path: string;
  readonly year: number;
  readonly from: HouseholdClass | null;
  readonly localStandardIds: readonly string[];
  /** The key after which to go on. */
  readonly after: string | null;
  readonly limit: number;
}

const NOBODY = '00000000-0000-0000-0000-000000000000';

const reviewed = ({ path, year, from, localStandardIds }: Omit<ReviewsWanted, 'after' | 'limit'>) => {
  const range = rangeOf(path);
  const ofClass = from === null ? sql`r.final_class is not null` : sql`r.final_class = ${from}`;
  return sql`r.year = ${year} and r.scope_path >= ${range.from} and r.scope_path < ${range.to} and ${ofClass}
    and r.standard_id <> all(${[...localStandardIds]}::text[])`;
};

/** Results of a year under a path by the nation's standard, in a fixed order, some at a time. */
export async function listReviewsToSimulate(db: Db, wanted: ReviewsWanted): Promise<ReviewToSimulate[]> {
  const [commune = '0', household = NOBODY] = wanted.after?.split('_') ?? [];
  const { rows } = await sql<ReviewToSimulate>`
    select r.origin_commune_id || '_' || r.household_id as key, r.household_id as id, r.final_class as class, r.persons,
      r.standard_id as "standardId", f.facts->'facts' as facts, f.facts->'evidence' as evidence,
      r.area_type as "areaType", r.income_score as "incomeScore", r.deprivation_score as "deprivationScore",
      r.deprivations
    from review_record r
    left join review_facts f on f.origin_commune_id = r.origin_commune_id and f.household_id = r.household_id
      and f.year = r.year
    where ${reviewed(wanted)} and (r.origin_commune_id, r.household_id) > (${commune}::bigint, ${household}::uuid)
    order by r.origin_commune_id, r.household_id limit ${wanted.limit}`.execute(db);
  return rows;
}

export async function countReviewsToSimulate(
  db: Db,
  wanted: Omit<ReviewsWanted, 'after' | 'limit'>,
): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    select count(*) as count from review_record r where ${reviewed(wanted)}`.execute(db);
  return Number(rows[0]?.count ?? 0);
}

export interface NamedHousehold {
  readonly id: string;
  readonly head: string;
  readonly listCode: string | null;
  readonly village: string;
}

export async function nameHouseholds(db: Db, ids: readonly string[]): Promise<Map<string, NamedHousehold>> {
  const { rows } = await sql<NamedHousehold>`
    select h.id, h.head_name as head, h.list_code as "listCode",
      coalesce((select v.name from territory_unit_version v where v.unit_id = h.village_id
        order by v.valid_from desc limit 1), '') as village
    from household h where h.id = any(${[...ids]}::uuid[])`.execute(db);
  return new Map(rows.map((row) => [row.id, row]));
}
