import { type Day, isWithin } from '../shared/day.ts';
import { type AdminLevel, type AdminUnit, depthOf } from './admin-unit.ts';

/** The units in force on one day. */
export interface TerritoryMap {
  readonly day: Day;
  readonly units: ReadonlyMap<number, AdminUnit>;
  readonly childrenOf: ReadonlyMap<number, readonly AdminUnit[]>;
  readonly byCode: ReadonlyMap<string, AdminUnit>;
}

const codeKey = (level: AdminLevel, code: string) => `${level}:${code}`;

export function mapOn(versions: Iterable<AdminUnit>, day: Day): TerritoryMap {
  const units = new Map<number, AdminUnit>();
  const childrenOf = new Map<number, AdminUnit[]>();
  const byCode = new Map<string, AdminUnit>();
  for (const unit of versions) {
    if (!isWithin(day, unit.validFrom, unit.validTo)) continue;
    units.set(unit.id, unit);
    if (unit.code !== null) byCode.set(codeKey(unit.level, unit.code), unit);
    if (unit.parentId === null) continue;
    const siblings = childrenOf.get(unit.parentId);
    if (siblings === undefined) childrenOf.set(unit.parentId, [unit]);
    else siblings.push(unit);
  }
  return { day, units, childrenOf, byCode };
}

export function findUnitByCode(map: TerritoryMap, level: AdminLevel, code: string): AdminUnit | undefined {
  return map.byCode.get(codeKey(level, code));
}

/** From the nation down to the unit's parent. */
export function ancestorsOf(map: TerritoryMap, id: number): AdminUnit[] {
  const ancestors: AdminUnit[] = [];
  let parent = map.units.get(id)?.parentId ?? null;
  while (parent !== null) {
    const unit = map.units.get(parent);
    if (unit === undefined || ancestors.length > 5) break;
    ancestors.unshift(unit);
    parent = unit.parentId;
  }
  return ancestors;
}

/** `/1/1146/…/` of ids, the unit last; a unit lies in an area when its path begins with the area's. */
export function pathOf(map: TerritoryMap, id: number): string {
  return `/${[...ancestorsOf(map, id).map((unit) => unit.id), id].join('/')}/`;
}

/** The unit itself or its ancestor of that level. */
export function unitAtLevel(map: TerritoryMap, id: number, level: AdminLevel): AdminUnit | undefined {
  const unit = map.units.get(id);
  return unit?.level === level ? unit : ancestorsOf(map, id).find((ancestor) => ancestor.level === level);
}

/** All units of a level under a unit, itself included when it is of that level. */
export function descendantsOf(map: TerritoryMap, id: number, level: AdminLevel): AdminUnit[] {
  const unit = map.units.get(id);
  if (unit === undefined || depthOf(unit.level) > depthOf(level)) return [];
  if (unit.level === level) return [unit];
  return (map.childrenOf.get(id) ?? []).flatMap((child) => descendantsOf(map, child.id, level));
}

/** The smallest unit that holds all the given ones. */
export function commonHolder(map: TerritoryMap, ids: readonly number[]): AdminUnit | undefined {
  const [first, ...others] = ids.map((id) => [...ancestorsOf(map, id), map.units.get(id)]);
  let holder: AdminUnit | undefined;
  for (const [at, unit] of (first ?? []).entries()) {
    if (unit === undefined || others.some((line) => line[at]?.id !== unit.id)) break;
    holder = unit;
  }
  return holder;
}
