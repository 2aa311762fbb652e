import { sql } from 'kysely';
import { rangeOf } from '../platform/database/area-scope.ts';
import type { Db } from '../platform/database/database.ts';
import { recordOfRow, type StoredReviewRecord } from './review-record.store.ts';

/** Whether households were ever listed before a year, for relapse; households never listed are absent. */
export async function findEverListed(
  db: Db,
  householdIds: readonly string[],
  beforeYear: number,
): Promise<Map<string, { oncePoor: boolean; onceNearPoor: boolean }>> {
  const answer = await sql<{ household_id: string; once_poor: boolean; once_near_poor: boolean }>`
    select household_id,
      bool_or(final_class = 'POOR' or opening_class = 'POOR' or once_poor) as once_poor,
      bool_or(final_class = 'NEAR_POOR' or opening_class = 'NEAR_POOR' or once_near_poor) as once_near_poor
    from review_record where household_id = any(${householdIds}::uuid[]) and year < ${beforeYear}
    group by household_id`.execute(db);
  return new Map(
    answer.rows
      .filter((row) => row.once_poor || row.once_near_poor)
      .map((row) => [row.household_id, { oncePoor: row.once_poor, onceNearPoor: row.once_near_poor }]),
  );
}

/** Households that ended a year poor, near-poor or undetermined and now belong under a path. */
export async function listListedUnder(db: Db, year: number, path: string): Promise<StoredReviewRecord[]> {
  const { from, to } = rangeOf(path);
  const answer = await sql<Record<string, unknown>>`
    select * from review_record
    where year = ${year} and scope_path >= ${from} and scope_path < ${to}
      and final_class in ('POOR', 'NEAR_POOR', 'UNDETERMINED')
    order by origin_commune_id, household_id`.execute(db);
  return answer.rows.map(recordOfRow);
}
