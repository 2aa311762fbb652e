import { sql } from 'kysely';
import type { Db } from '../platform/database/database.ts';

/** Full names of those whom documents name as the log does, by their user names; others stand as they are. */
export async function personNames(db: Db, actors: readonly string[]): Promise<(actor: string) => string> {
  const asked = [...new Set(actors)];
  if (asked.length === 0) return (actor) => actor;
  const answer = await sql<{ username: string; fullName: string }>`
    select username, full_name as "fullName" from account where username = any(${asked}::text[])`.execute(db);
  const known = new Map(answer.rows.map(({ username, fullName }) => [username, fullName]));
  return (actor) => known.get(actor) ?? actor;
}
