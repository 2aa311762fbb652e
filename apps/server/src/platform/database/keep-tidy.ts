import { sql } from 'kysely';
import type { DatabaseHandle } from './database.ts';
import { inBackground } from './turns.ts';

const MINUTES_BETWEEN = 5;
/** As PostgreSQL's autovacuum: a fifth of the rows and fifty more. */
const DUE = 'n_dead_tup + n_ins_since_vacuum > 50 + 0.2 * n_live_tup';

/**
 * The embedded database has no background processes: tables that changed much are vacuumed and analysed, and
 * a checkpoint is made, every few minutes. @returns how to stop.
 */
export function keepTidy(handle: DatabaseHandle): () => void {
  let running = false;
  const timer = setInterval(() => {
    if (running) return;
    running = true;
    inBackground(() => tidy(handle))
      .catch((error) =>
        process.stderr.write(`Dọn cơ sở dữ liệu không xong (vacuum failed): ${error.message}\n`),
      )
      .finally(() => {
        running = false;
      });
  }, MINUTES_BETWEEN * 60_000);
  timer.unref();
  return () => clearInterval(timer);
}

/**
 * One table at a time, so that requests get their turn between; nothing while a long work waits to come to light, for
 * whose sake no dead row could be taken away. @returns the tables vacuumed.
 */
export async function tidy(handle: DatabaseHandle): Promise<string[]> {
  const waiting = await sql`select from pg_prepared_xacts limit 1`.execute(handle.db);
  if (waiting.rows.length > 0) return [];
  await sql`select pg_stat_force_next_flush()`.execute(handle.db);
  const due = await sql<{ name: string }>`
    select relname::text as name from pg_stat_user_tables where ${sql.raw(DUE)} order by 1`.execute(
    handle.db,
  );
  const names = due.rows.map(({ name }) => name);
  for (const name of names) {
    await sql`vacuum ${sql.table(name)}`.execute(handle.db);
    await sql`analyze ${sql.table(name)}`.execute(handle.db);
  }
  if (names.length > 0) await sql`checkpoint`.execute(handle.db);
  return names;
}
