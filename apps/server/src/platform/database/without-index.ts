import type { Session } from './database.ts';

/**
 * Runs a long write without an index and makes the index anew at its end: an index over trigrams takes several times
 * as long row by row. In the caller's transaction, so that nobody ever finds the table without it.
 */
export async function withoutIndex<Value>(
  session: Session,
  name: string,
  write: () => Promise<Value>,
): Promise<Value> {
  const { rows } = await session.query('select indexdef from pg_indexes where indexname = $1', [name]);
  const definition = rows[0]?.indexdef;
  if (typeof definition !== 'string') return write();
  await session.query(`drop index "${name}"`);
  const value = await write();
  await session.query(definition);
  return value;
}
