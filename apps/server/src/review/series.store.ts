import { sql } from 'kysely';
import type { Db } from '../platform/database/database.ts';

/** What citizens send is numbered together in a commune's year; nobody else gets the number before this transaction ends. */
export async function nextSeries(
  db: Db,
  table: 'review_grievance' | 'review_online_request',
  { communeId, year }: { readonly communeId: number; readonly year: number },
): Promise<number> {
  const key = `${table} ${communeId} ${year}`;
  await sql`select pg_advisory_xact_lock(hashtextextended(${key}, 0))`.execute(db);
  const answer = await sql<{ last: number }>`select coalesce(max(series), 0) as last from ${sql.table(table)}
    where origin_commune_id = ${communeId} and year = ${year}`.execute(db);
  return Number(answer.rows[0]?.last ?? 0) + 1;
}
