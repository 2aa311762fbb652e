import { sql } from 'kysely';
import type { Db } from './database.ts';

/** After many rows were written at once: until then the planner takes the tables for what they were. */
export async function renewStatistics(db: Db): Promise<void> {
  await sql`analyze`.execute(db);
}
