import type { UnitRef } from '@benvung/contract/shared';
import { sql } from 'kysely';
import type { Db } from '../platform/database/database.ts';

export type PlacedUnit = UnitRef & { readonly path: string };

/** Units as they stand on the map of a day, by id; one that is not on it is absent. */
export async function listUnitsOn(
  db: Db,
  unitIds: readonly number[],
  day: string,
): Promise<Map<number, PlacedUnit>> {
  const answer = await sql<PlacedUnit>`
    select unit_id as id, code, level, name, path from territory_unit_version
    where unit_id = any(${[...unitIds]}::bigint[]) and valid_from <= ${day}
      and (valid_to is null or valid_to > ${day})`.execute(db);
  return new Map(answer.rows.map((row) => [row.id, row]));
}

/** The unit that bears a code on a day; codes of different levels differ in length. */
export async function findUnitByCode(db: Db, code: string, day: string): Promise<PlacedUnit | undefined> {
  const answer = await sql<PlacedUnit>`
    select unit_id as id, code, level, name, path from territory_unit_version
    where (code = ${code} or (level = 'nation' and ${code} = 'VN')) and valid_from <= ${day}
      and (valid_to is null or valid_to > ${day})
    order by path limit 1`.execute(db);
  return answer.rows[0];
}
