/**
 * What other features ask of the territory. A unit is known by its id on a day, or by a code on a day; never by a
 * code alone. Paths are `/1/…/` of ids, root first, and are those of the day asked about.
 */

import { createHash } from 'node:crypto';
import { searchKey } from '@benvung/domain/shared/vietnamese-text';
import type { AdminLevel } from '@benvung/domain/territory/admin-unit';
import type { Db } from '../platform/database/database.ts';
import {
  findUnitByCodeOn,
  findUnitOn,
  listUnitsOn,
  listUnitsUnder,
  listVillagesOf,
  readTerritoryStamp,
  type UnitOnDay,
} from './territory.store.ts';
import { readHistory } from './territory-history.ts';

export { createVillages } from './create-villages.ts';
export { designationViewsOn } from './designation-view.ts';
export { followTerritory, listPlacedPaths } from './follow-territory.ts';
export { listLastKnownUnits } from './last-known-units.store.ts';
export { loadShippedTerritory } from './load-shipped-territory.ts';
export { readLocalGroups } from './local-groups.ts';
export { placeFacts } from './place-facts.ts';
export { type Restatement, restateTo } from './restate-units.ts';
export {
  findUnitByCodeOn,
  findUnitOn,
  listUnitsOn,
  listUnitsUnder,
  searchUnitsOn,
  type UnitOnDay,
} from './territory.store.ts';

export { findUnitInPlace, listUnitsInPlace } from './units-in-place.ts';
export { hasVillageMergers, readVillageMergers } from './village-mergers.store.ts';

export const NATION_CODE = 'VN';

/** What a person or a file calls a unit: an id of ours, or an official code (VN for the nation) with its day. */
export async function resolveUnit(
  db: Db,
  { unit, level, day }: { unit: number | string; level?: AdminLevel | undefined; day: string },
): Promise<UnitOnDay | undefined> {
  if (typeof unit === 'number') return findUnitOn(db, unit, day);
  if (unit.toUpperCase() === NATION_CODE) return findUnitOn(db, 1, day);
  return findUnitByCodeOn(db, { code: unit, level, day });
}

/** From the nation down to the unit itself, as they stood on the day. */
export async function listLineage(db: Db, unit: Pick<UnitOnDay, 'path'>, day: string): Promise<UnitOnDay[]> {
  const ids = unit.path.split('/').filter(Boolean).map(Number);
  const units = new Map((await listUnitsOn(db, ids, day)).map((one) => [one.id, one]));
  return ids.flatMap((id) => units.get(id) ?? []);
}

/** The units a table of this unit has lines for on that day: its children, villages under a commune. */
export async function listLines(db: Db, unit: UnitOnDay, day: string): Promise<UnitOnDay[]> {
  const history = await readHistory(db);
  const below: AdminLevel =
    unit.level === 'nation'
      ? 'province'
      : unit.level === 'commune'
        ? 'village'
        : unit.level === 'province' &&
            [...history.mapOn(day).units.values()].some((one) => one.level === 'district')
          ? 'district'
          : 'commune';
  return listUnitsUnder(db, { path: unit.path, level: below, day });
}

export async function findUnitPath(db: Db, id: number, day: string): Promise<string | undefined> {
  return (await findUnitOn(db, id, day))?.path;
}

/** A village of a commune on a day by its name, however it is written. */
export async function findVillageByName(
  db: Db,
  { communeId, name, day }: { communeId: number; name: string; day: string },
): Promise<UnitOnDay | undefined> {
  const key = searchKey(name);
  const villages = await listVillagesOf(db, [communeId]);
  return villages.find(
    (village) =>
      searchKey(village.name) === key &&
      village.validFrom <= day &&
      (village.validTo === null || day < village.validTo),
  );
}

/** Tells the lists that were loaded from any others; empty when none was. */
export async function mapStamp(db: Db): Promise<string> {
  const stamp = await readTerritoryStamp(db);
  return stamp === '' ? '' : createHash('sha256').update(stamp).digest('hex').slice(0, 16);
}

/** The days on which the map changed, oldest first. */
export async function listMapDays(db: Db): Promise<readonly string[]> {
  return (await readHistory(db)).mapDays.filter((day) => day >= '2000-01-01');
}
