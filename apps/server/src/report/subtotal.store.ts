import { sql } from 'kysely';
import { NATION_PATH } from '../platform/audit/audit-entry.ts';
import type { Db } from '../platform/database/database.ts';

export interface Subtotal<Content> {
  readonly province: string;
  readonly stamp: string;
  readonly content: Content;
}

/**
 * Each province of a year with its stamp: the map's, and what the changes of its communes add up to (another sum:
 * something changed there). With it what is kept under that very stamp; null where nothing is.
 */
export async function readSubtotals<Content>(
  db: Db,
  key: string,
  { year, map }: { year: number; map: string },
): Promise<Subtotal<Content | null>[]> {
  const answer = await sql<Subtotal<Content | null>>`
    select now.province, now.stamp, kept.content from (
      select split_part(scope_path, '/', 3) as province,
        concat_ws(' ', ${map}::text, count(*), sum(changes), sum(hashtext(scope_path))) as stamp
      from review_change where year = ${year} group by 1
    ) now
    left join report_subtotal kept
      on kept.content_key = ${key} and kept.province = now.province and kept.stamp = now.stamp`.execute(db);
  return answer.rows;
}

/** Keeps subtotals for the next reader; where another is keeping the same at this moment, nothing is done. */
export async function keepSubtotals(
  db: Db,
  key: string,
  subtotals: readonly Subtotal<unknown>[],
): Promise<void> {
  const free = await sql<{ free: boolean }>`
    select pg_try_advisory_xact_lock(hashtext(${`report_subtotal ${key}`})) as free`.execute(db);
  if (free.rows[0]?.free !== true) return;
  await sql`insert into report_subtotal (content_key, province, stamp, content, scope_path)
    select ${key}, province, stamp, content, ${NATION_PATH}
    from jsonb_to_recordset(${JSON.stringify(subtotals)}::jsonb) as kept (province text, stamp text, content jsonb)
    on conflict on constraint report_subtotal_pk do update set
      stamp = excluded.stamp, content = excluded.content`.execute(db);
}
