import { sql } from 'kysely';
import { rangeOf } from '../platform/database/area-scope.ts';
import type { Db } from '../platform/database/database.ts';
import { recordOfRow, type StoredReviewRecord } from './review-record.store.ts';

/**
 * The results of households that ended a year poor, near-poor or undetermined under one of its standards and now belong
 * under a path: under every standard, so that one listed by the province alone is known to the nation too.
 */
export async function listListedUnder(
  db: Db,
  year: number,
  path: string,
  part?: { readonly after: RecordPlace | null; readonly limit: number },
): Promise<StoredReviewRecord[]> {
  const { from, to } = rangeOf(path);
  const behind =
    part?.after == null
      ? sql``
      : sql`and (r.origin_commune_id, r.household_id, r.standard_id) >
        (${part.after.originCommuneId}::bigint, ${part.after.householdId}::uuid, ${part.after.standardId})`;
  const answer = await sql<Record<string, unknown>>`
    select r.* from review_record r
    where r.year = ${year} and r.scope_path >= ${from} and r.scope_path < ${to} and r.final_class is not null
      and (r.final_class in ('POOR', 'NEAR_POOR', 'UNDETERMINED') or exists (
        select 1 from review_record o
        where o.origin_commune_id = r.origin_commune_id and o.household_id = r.household_id and o.year = r.year
          and o.standard_id <> r.standard_id and o.final_class in ('POOR', 'NEAR_POOR', 'UNDETERMINED')))
      ${behind}
    order by r.origin_commune_id, r.household_id, r.standard_id
    ${part === undefined ? sql`` : sql`limit ${part.limit}`}`.execute(db);
  return answer.rows.map(recordOfRow);
}

/** Where a part of them ended. */
export type RecordPlace = Pick<StoredReviewRecord, 'originCommuneId' | 'householdId' | 'standardId'>;
