import { sql } from 'kysely';
import type { Db } from '../platform/database/database.ts';
import type { UnitOnDay } from './territory.store.ts';

/** Units as they stand on a day, or as they last stood when they have ended; by id. */
export async function listLastKnownUnits(
  db: Db,
  ids: readonly number[],
  day: string,
): Promise<Map<number, UnitOnDay>> {
  const answer = await sql<UnitOnDay>`
    select distinct on (v.unit_id) v.unit_id as id, v.level, v.code, v.name, v.type, v.area_type as "areaType",
      v.parent_id as "parentId", v.path, v.valid_from as "validFrom", v.valid_to as "validTo", v.source
    from territory_unit_version v
    where v.unit_id = any(${[...new Set(ids)]}::bigint[]) and v.valid_from <= ${day}::date
    order by v.unit_id, v.valid_from desc`.execute(db);
  return new Map(answer.rows.map((unit) => [unit.id, unit]));
}
