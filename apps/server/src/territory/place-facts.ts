import { pathOf } from '@benvung/domain/territory/territory-map';
import type { Db } from '../platform/database/database.ts';
import { listUnitsOn, type UnitOnDay } from './territory.store.ts';
import { readHistory } from './territory-history.ts';

interface FactPlace {
  /** What the facts of the unit itself bear as `scope_path`. */
  readonly path: string;
  /** The unit that certainly holds all of it: where villages that are named first now lie. */
  readonly holder: string;
}

/**
 * Where facts about units of one day's map are kept on a later day, as `followTerritory` would leave them: under the
 * successor that holds a unit wholly, else in a place of their own under the smallest unit that does. Villages are
 * told beforehand. On an unchanged map, and towards an earlier one, everything stays where it is.
 */
export async function placeFacts(
  db: Db,
  { from, to, villageIds = [] }: { from: string; to: string; villageIds?: readonly number[] },
): Promise<(unit: Pick<UnitOnDay, 'id' | 'path'>) => FactPlace> {
  const history = await readHistory(db);
  if (to <= from || history.mapDayOf(from) === history.mapDayOf(to))
    return ({ path }) => ({ path, holder: path });
  const map = history.mapOn(to);
  const place = history.placeBetween(from, to);
  const villages = new Map((await listUnitsOn(db, villageIds, to)).map(({ id, path }) => [id, path]));
  return ({ id, path }) => {
    const village = villages.get(id);
    if (village !== undefined) return { path: village, holder: village };
    const placement = place(id);
    if (placement === undefined) return { path, holder: path };
    const holder = pathOf(map, placement.unitId);
    return { path: placement.assignable ? holder : `${holder}${id}/`, holder };
  };
}
