import { sql } from 'kysely';
import { NATION_PATH } from '../platform/audit/audit-entry.ts';
import type { Db } from '../platform/database/database.ts';

/** What the changes of each province's communes in a year add up to; another sum: something changed there. */
export async function readProvinceStamps(db: Db, year: number): Promise<Map<string, string>> {
  const answer = await sql<{ province: string; stamp: string }>`
    select split_part(scope_path, '/', 3) as province,
      concat_ws(' ', count(*), sum(changes), sum(hashtext(scope_path))) as stamp
    from review_change where year = ${year} group by 1`.execute(db);
  return new Map(answer.rows.map(({ province, stamp }) => [province, stamp]));
}

export interface Subtotal<Content> {
  readonly province: string;
  readonly stamp: string;
  readonly content: Content;
}

export async function readSubtotals<Content>(db: Db, key: string): Promise<Subtotal<Content>[]> {
  const answer = await sql<Subtotal<Content>>`
    select province, stamp, content from report_subtotal where content_key = ${key}`.execute(db);
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
