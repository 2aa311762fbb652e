import type { HouseholdFacts } from '@benvung/domain/household/household-facts';
import type { HouseholdClass } from '@benvung/domain/standard/household-class';
import { sql } from 'kysely';
import { rangeOf } from '../platform/database/area-scope.ts';
import type { Db } from '../platform/database/database.ts';

export interface WorkersHousehold {
  /** Its place in the order of the list. */
  readonly key: string;
  readonly household: { readonly id: string; readonly head: string; readonly listCode: string | null };
  readonly village: string;
  readonly facts: HouseholdFacts;
  readonly householdClass: HouseholdClass;
}

export interface WorkersHouseholdsWanted {
  readonly path: string;
  readonly year: number;
  /** The key after which to go on. */
  readonly after: string | null;
  readonly limit: number;
  /** The highest income anybody counts with. */
  readonly ceiling: number;
  readonly localStandardIds: readonly string[];
}

/** Households with answers of a year that are neither poor nor near-poor and not above the ceiling, in a fixed order. */
export async function listWorkersHouseholds(
  db: Db,
  { path, year, after, limit, ceiling, localStandardIds }: WorkersHouseholdsWanted,
): Promise<WorkersHousehold[]> {
  const { from, to } = rangeOf(path);
  const [commune = '0', household = '00000000-0000-0000-0000-000000000000'] = after?.split('_') ?? [];
  const { rows } = await sql<WorkersHousehold>`
    select f.origin_commune_id || '_' || f.household_id as key,
      json_build_object('id', h.id, 'head', h.head_name, 'listCode', h.list_code) as household,
      coalesce((select v.name from territory_unit_version v where v.unit_id = h.village_id
        order by v.valid_from desc limit 1), '') as village,
      f.facts->'facts' as facts, r.final_class as "householdClass"
    from review_facts f
    join review_record r on r.origin_commune_id = f.origin_commune_id and r.household_id = f.household_id
      and r.year = f.year and r.standard_id <> all(${[...localStandardIds]}::text[])
    join household h on h.origin_commune_id = f.origin_commune_id and h.id = f.household_id
    where f.year = ${year} and f.scope_path >= ${from} and f.scope_path < ${to}
      and (f.origin_commune_id, f.household_id) > (${commune}::bigint, ${household}::uuid)
      and r.final_class not in ('POOR', 'NEAR_POOR')
      and f.facts->'facts' is not null and f.facts->'facts' <> 'null'::jsonb
      and coalesce((f.facts->'facts'->>'monthlyIncomePerPerson')::bigint, 0) <= ${ceiling}
    order by f.origin_commune_id, f.household_id limit ${limit}`.execute(db);
  return rows;
}
