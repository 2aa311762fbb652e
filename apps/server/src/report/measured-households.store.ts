import { type RawBuilder, sql } from 'kysely';
import type { Db } from '../platform/database/database.ts';

/** Reviewed households that are alike: the same deprivations, class and group. */
export interface AlikeHouseholds {
  readonly deprivations: string;
  readonly group: string;
  readonly class: string;
  readonly verified: boolean;
  readonly households: number;
  readonly persons: number;
}

export type StoredGrouping = 'areaType' | 'commune' | 'village' | 'ethnicity' | 'headSex';

const GROUPS: Readonly<Record<StoredGrouping, RawBuilder<unknown>>> = {
  areaType: sql`coalesce(r.area_type, 'unknown')`,
  commune: sql`r.commune_id::text`,
  village: sql`coalesce(r.village_id, 0)::text`,
  ethnicity: sql`case when r.minority then 'minority' else 'notMinority' end`,
  headSex: sql`case when r.female_head then 'female' else 'notFemale' end`,
};

export interface MeasuredWanted {
  readonly year: number;
  readonly standardId: string;
  /** The households of these communes, or of these villages. */
  readonly communeIds: readonly number[];
  readonly villageIds: readonly number[];
  readonly by: StoredGrouping | null;
}

/** Every reviewed household of the communes once, gathered by what it is measured by. */
export async function listAlikeHouseholds(
  db: Db,
  { year, standardId, communeIds, villageIds, by }: MeasuredWanted,
): Promise<AlikeHouseholds[]> {
  const group = by === null ? sql`''` : GROUPS[by];
  const answer = await sql<AlikeHouseholds>`
    select coalesce(nullif(r.deprivations, ''), '?') as deprivations, ${group} as "group", r.final_class as class,
      r.verified, count(*)::integer as households, sum(r.persons)::integer as persons
    from review_record r
    where r.year = ${year} and r.standard_id = ${standardId} and r.final_class is not null
      and (r.commune_id = any(${communeIds}::bigint[]) or r.village_id = any(${villageIds}::bigint[]))
    group by 1, 2, 3, 4 order by 1, 2, 3, 4`.execute(db);
  return answer.rows;
}

/** Whether a round of the year in these communes is a demonstration's. */
export async function hasDemonstrationRound(
  db: Db,
  year: number,
  communeIds: readonly number[],
): Promise<boolean> {
  const answer = await sql`select 1 from review_round
    where year = ${year} and demonstration and commune_id = any(${communeIds}::bigint[]) limit 1`.execute(db);
  return answer.rows.length > 0;
}
