import { sql } from 'kysely';
import type { Db } from '../../platform/database/database.ts';

const ACCOUNT = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/u;

/** Names of those who asked: of an account its own, otherwise what stood on the paper. */
export async function enumeratorNames(
  db: Db,
  keys: readonly (string | null)[],
): Promise<(key: string) => string> {
  const ids = [...new Set(keys.flatMap((key) => (key !== null && ACCOUNT.test(key) ? [key] : [])))];
  const answer =
    ids.length === 0
      ? { rows: [] }
      : await sql<{ id: string; fullName: string }>`select id, full_name as "fullName" from account
          where id = any(${ids}::uuid[])`.execute(db);
  const known = new Map(answer.rows.map(({ id, fullName }) => [id, fullName]));
  return (key) => known.get(key) ?? (ACCOUNT.test(key) ? '?' : key);
}
