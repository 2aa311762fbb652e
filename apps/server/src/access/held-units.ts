import type { UnitRef } from '@benvung/contract/shared';
import type { Db } from '../platform/database/database.ts';
import { listUnitsOn, type UnitOnDay } from '../territory/territory.public.ts';

/** The units people hold roles in as they stand on a day, by id; one that has left the map is absent. */
export async function readHeldUnits(
  db: Db,
  grants: readonly { readonly unitId: number }[],
  day: string,
): Promise<ReadonlyMap<number, UnitOnDay>> {
  const unitIds = grants.map((grant) => grant.unitId);
  return new Map((await listUnitsOn(db, unitIds, day)).map((unit) => [unit.id, unit]));
}

export const refOf = ({ id, code, level, name }: UnitOnDay): UnitRef => ({ id, code, level, name });
