import type { AdminLevel } from '@benvung/domain/territory/admin-unit';
import { unitAtLevel } from '@benvung/domain/territory/territory-map';
import type { Db } from '../platform/database/database.ts';
import { listUnitsOn, type UnitOnDay } from './territory.store.ts';
import { readHistory } from './territory-history.ts';
import { readVillageMergers } from './village-mergers.store.ts';

/** A unit of one day on the map of another. */
export interface Restated {
  /** The smallest unit of the target map that certainly holds all of it. */
  readonly unitId: number;
  /** False when it is not known where below `unitId` it lies: "không phân được". */
  readonly assignable: boolean;
}

export interface Restatement {
  place(unitId: number): Restated | undefined;
  /**
   * The line of a table on the target map: the unit of that level, or undefined when the unit cannot be assigned to
   * one; it then counts in the "not assignable" line of `place(unitId).unitId`. Every unit has one line or the
   * other, so a restated table adds up.
   */
  lineOf(unitId: number, level: AdminLevel): number | undefined;
  /** Every unit of the target map that may hold a part of a unit above the villages. */
  candidatesOf(unitId: number): readonly number[];
}

/**
 * Maps units in force on `from` to the map of `to`, earlier or later. Villages are asked about by their ids
 * beforehand; above them everything is known from memory.
 */
export async function restateTo(
  db: Db,
  { from, to, villageIds = [] }: { from: string; to: string; villageIds?: readonly number[] },
): Promise<Restatement> {
  const history = await readHistory(db);
  const placeUnit = history.placeBetween(from, to);
  const [map, before] = [history.mapOn(to), history.mapOn(from)];
  const villages = new Map<number, Restated>();
  const parents = new Map<number, number>();
  if (villageIds.length > 0) {
    const there = await listUnitsOn(db, villageIds, to);
    for (const village of there) {
      const parentId = village.parentId ?? 0;
      parents.set(village.id, parentId);
      villages.set(village.id, {
        unitId: village.id,
        assignable: map.units.get(parentId)?.level === 'commune',
      });
    }
    const gone = villageIds.filter((id) => !villages.has(id));
    for (const [id, village] of await findMerged(db, gone, to)) {
      parents.set(village.id, village.parentId ?? 0);
      villages.set(id, {
        unitId: village.id,
        assignable: map.units.get(village.parentId ?? 0)?.level === 'commune',
      });
    }
    for (const village of await listUnitsOn(db, villageIds, from)) {
      const parent = villages.has(village.id) ? undefined : placeUnit(village.parentId ?? 0);
      if (parent !== undefined) villages.set(village.id, parent);
    }
  }
  const place = (unitId: number): Restated | undefined =>
    villages.get(unitId) ??
    (before.units.has(unitId) || map.units.has(unitId) ? placeUnit(unitId) : undefined);
  return {
    place,
    candidatesOf: (unitId) => history.candidatesBetween(from, to)(unitId),
    lineOf: (unitId, level) => {
      const placed = place(unitId);
      if (placed === undefined) return undefined;
      const parentId = parents.get(placed.unitId);
      if (parentId === undefined) return unitAtLevel(map, placed.unitId, level)?.id;
      return level === 'village' ? placed.unitId : unitAtLevel(map, parentId, level)?.id;
    },
  };
}

/** What villages that are no more were merged into, as it stands on a day. */
async function findMerged(db: Db, ids: readonly number[], day: string): Promise<[number, UnitOnDay][]> {
  if (ids.length === 0) return [];
  const mergers = await readVillageMergers(db, day);
  const merged = ids.filter((id) => mergers.into(id) !== id);
  const units = new Map((await listUnitsOn(db, merged.map(mergers.into), day)).map((one) => [one.id, one]));
  return merged.flatMap((id): [number, UnitOnDay][] => {
    const unit = units.get(mergers.into(id));
    return unit === undefined ? [] : [[id, unit]];
  });
}
