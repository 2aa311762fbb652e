import { sql } from 'kysely';
import { rangeOf } from '../platform/database/area-scope.ts';
import type { Db } from '../platform/database/database.ts';
import { recordOfRow, type StoredReviewRecord } from './review-record.store.ts';

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
