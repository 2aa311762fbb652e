import { sql } from 'kysely';
import type { Db } from '../platform/database/database.ts';

export async function countUndecidedMatches(db: Db, year: number, communeId: number): Promise<number> {
  const answer = await sql<{ count: number }>`select count(*) as count from review_match
    where year = ${year} and commune_id = ${communeId} and decision is null`.execute(db);
  return Number(answer.rows[0]?.count ?? 0);
}
