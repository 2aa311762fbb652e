import { sql } from 'kysely';
import type { DatabaseHandle, Db } from './database.ts';

/** After many rows were written at once: until then the planner takes the tables for what they were. */
export async function renewStatistics(db: Db): Promise<void> {
  await sql`analyze`.execute(db);
}

/** Rows looked at a column: enough for tables whose columns are evenly spread, and quick. */
const SHORT_TARGET = 10;

/** The same for some tables, one short statement each: others get their turn between. */
export async function renewStatisticsOf(handle: DatabaseHandle, tables: readonly string[]): Promise<void> {
  for (const table of tables)
    await handle.withSession(async (session) => {
      await session.query(`set local default_statistics_target = ${SHORT_TARGET}`);
      await session.query(`analyze "${table}"`);
    });
}
