import { sql } from 'kysely';
import type { Db } from '../platform/database/database.ts';

/** The paths of units on the map of a day; a unit that is not on it is absent. */
export async function listUnitPaths(
  db: Db,
  unitIds: readonly number[],
  day: string,
): Promise<Map<number, string>> {
  const answer = await sql<{ unit_id: number; path: string }>`
    select unit_id, path from territory_unit_version
    where unit_id = any(${[...unitIds]}::bigint[]) and valid_from <= ${day} and (valid_to is null or valid_to > ${day})`.execute(
    db,
  );
  return new Map(answer.rows.map((row) => [row.unit_id, row.path]));
}
