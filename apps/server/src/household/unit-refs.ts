import type { UnitRef } from '@benvung/contract/shared';
import type { Db } from '../platform/database/database.ts';
import { listUnitsOn, type UnitOnDay } from '../territory/territory.public.ts';

export const unitRefOf = ({ id, code, level, name }: UnitOnDay): UnitRef => ({ id, code, level, name });

/** Units by id on a day; an id the day does not know is shown as such, never left out. */
export async function unitRefs(
  db: Db,
  ids: readonly number[],
  day: string,
): Promise<(id: number) => UnitRef> {
  const units = new Map(
    (await listUnitsOn(db, [...new Set(ids)], day)).map((unit) => [unit.id, unitRefOf(unit)]),
  );
  return (id) => units.get(id) ?? { id, code: null, level: 'village', name: '—' };
}

/** Ids along a path `/1/46/…/`, root first. */
export const idsOfPath = (path: string): number[] => path.split('/').filter(Boolean).map(Number);
