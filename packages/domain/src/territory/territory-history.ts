import type { Day } from '../shared/day.ts';
import type { AdminUnit, AreaType, Succession } from './admin-unit.ts';
import { candidatesOn, linesOf, type Placement, placeOn } from './restate.ts';
import { mapOn, pathOf, type TerritoryMap } from './territory-map.ts';

/** All units of all times, without villages unless they were given, ready to be asked about any day. */
export interface TerritoryHistory {
  /** The days on which the map changed, oldest first. */
  readonly mapDays: readonly Day[];
  mapOn(day: Day): TerritoryMap;
  /** Places units of the one day's map on the other's. */
  placeBetween(from: Day, to: Day): (unitId: number) => Placement | undefined;
  /** All units of the other map that may hold a part of one; a person may choose among them. */
  candidatesBetween(from: Day, to: Day): (unitId: number) => readonly number[];
  /** The map day in force on a day: two days with the same one have the same map. */
  mapDayOf(day: Day): Day;
}

export function openHistory(
  units: readonly AdminUnit[],
  successions: readonly Succession[],
): TerritoryHistory {
  const mapDays = [...new Set(units.map((unit) => unit.validFrom))].sort();
  const lines = linesOf(units);
  const maps = new Map<Day, TerritoryMap>();
  const places = new Map<string, (unitId: number) => Placement | undefined>();
  const candidates = new Map<string, (unitId: number) => readonly number[]>();
  const mapDayOf = (day: Day): Day => mapDays.findLast((mapDay) => mapDay <= day) ?? day;
  const onMapDay = (day: Day): TerritoryMap =>
    remember(maps, mapDayOf(day), (mapDay) => mapOn(units, mapDay));
  const change = (from: Day, to: Day) => ({ from: onMapDay(from), to: onMapDay(to), successions, lines });
  return {
    mapDays,
    mapDayOf,
    mapOn: onMapDay,
    candidatesBetween: (from, to) =>
      remember(candidates, `${mapDayOf(from)} ${mapDayOf(to)}`, () => candidatesOn(change(from, to))),
    placeBetween: (from, to) =>
      remember(places, `${mapDayOf(from)} ${mapDayOf(to)}`, () => placeOn(change(from, to))),
  };
}

function remember<Key, Value>(known: Map<Key, Value>, key: Key, make: (key: Key) => Value): Value {
  const before = known.get(key);
  if (before !== undefined) return before;
  const made = make(key);
  known.set(key, made);
  return made;
}

export interface PlacedUnit extends AdminUnit {
  /** `/1/…/id/` */
  readonly path: string;
}

/** Versions with their paths: a unit whose ancestors change gets a version of its own on that day. */
export function withPaths(units: readonly AdminUnit[]): PlacedUnit[] {
  const placed: PlacedUnit[] = [];
  let open = new Map<number, PlacedUnit>();
  for (const day of [...new Set(units.map((unit) => unit.validFrom))].sort()) {
    const map = mapOn(units, day);
    const next = new Map<number, PlacedUnit>();
    for (const unit of map.units.values()) {
      const path = pathOf(map, unit.id);
      const before = open.get(unit.id);
      const goesOn = before !== undefined && before.path === path && sameVersion(before, unit);
      next.set(unit.id, goesOn ? before : { ...unit, path, validFrom: day });
    }
    for (const before of open.values())
      if (next.get(before.id) !== before)
        placed.push({
          ...before,
          validTo: before.validTo !== null && before.validTo < day ? before.validTo : day,
        });
    open = next;
  }
  return [...placed, ...open.values()];
}

const sameVersion = (a: AdminUnit, b: AdminUnit): boolean =>
  a.code === b.code &&
  a.name === b.name &&
  a.parentId === b.parentId &&
  a.areaType === b.areaType &&
  a.type === b.type;

export interface VillagePeriod {
  readonly validFrom: Day;
  readonly validTo: Day | null;
  /** The commune; from the day its commune was split, the smallest unit that certainly holds it. */
  readonly parentId: number;
  /** Of the parent; its area type is the village's. */
  readonly parentPath: string;
  readonly areaType: AreaType | null;
}

/** Under which unit a village of a commune lies from a day on, through every later change of the map. */
export function followCommune(history: TerritoryHistory, communeId: number, from: Day): VillagePeriod[] {
  const periods: VillagePeriod[] = [];
  let parentId = communeId;
  let since = from;
  for (const day of [from, ...history.mapDays.filter((mapDay) => mapDay > from)]) {
    const placement = history.placeBetween(since, day)(parentId);
    if (placement === undefined) throw new Error(`Unit ${parentId} is not on the map of ${since}.`);
    parentId = placement.unitId;
    since = day;
    const map = history.mapOn(day);
    const parentPath = pathOf(map, parentId);
    const areaType = map.units.get(parentId)?.areaType ?? null;
    const last = periods.at(-1);
    if (last?.parentPath === parentPath && last.areaType === areaType) continue;
    if (last !== undefined) periods[periods.length - 1] = { ...last, validTo: day };
    periods.push({ validFrom: day, validTo: null, parentId, parentPath, areaType });
  }
  return periods;
}
