import type { Db } from '../platform/database/database.ts';
import { listLastKnownUnits } from './last-known-units.store.ts';
import { listUnitsOn, type UnitOnDay } from './territory.store.ts';
import { readHistory } from './territory-history.ts';

/**
 * The units that answer on a day for those asked about, by the ids asked: themselves where they stand, for one that has
 * ended the unit it went into whole. One whose parts went different ways has nobody, and is left out.
 */
export async function listUnitsInPlace(
  db: Db,
  ids: readonly number[],
  day: string,
): Promise<ReadonlyMap<number, UnitOnDay>> {
  const standing = new Map((await listUnitsOn(db, ids, day)).map((unit) => [unit.id, unit]));
  const ended = ids.filter((id) => !standing.has(id));
  if (ended.length === 0) return standing;
  const history = await readHistory(db);
  const known = await listLastKnownUnits(db, ended, day);
  const successors = new Map<number, number>();
  for (const [id, { validFrom }] of known) {
    const placed = history.placeBetween(validFrom, day)(id);
    if (placed?.assignable === true) successors.set(id, placed.unitId);
  }
  const units = new Map(
    (await listUnitsOn(db, [...successors.values()], day)).map((unit) => [unit.id, unit]),
  );
  return new Map([
    ...standing,
    ...[...successors].flatMap(([id, into]): [number, UnitOnDay][] => {
      const unit = units.get(into);
      return unit === undefined ? [] : [[id, unit]];
    }),
  ]);
}

export const findUnitInPlace = async (db: Db, id: number, day: string): Promise<UnitOnDay | undefined> =>
  (await listUnitsInPlace(db, [id], day)).get(id);
