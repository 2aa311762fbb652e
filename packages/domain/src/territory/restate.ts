import { compareDays } from '../shared/day.ts';
import { type AdminLevel, type AdminUnit, depthOf, type Succession } from './admin-unit.ts';
import { commonHolder, type TerritoryMap } from './territory-map.ts';

/**
 * Where a unit of one day's map lies on another's. `unitId` is the smallest unit there that certainly holds all
 * of it. Not assignable: a split unit, or one whose successor is not known; it counts in the holder (a district,
 * a province), never in a unit that was guessed.
 */
export interface Placement {
  readonly unitId: number;
  readonly assignable: boolean;
}

export interface MapChange {
  readonly from: TerritoryMap;
  readonly to: TerritoryMap;
  readonly successions: readonly Succession[];
  readonly lines: ReadonlyMap<number, UnitLine>;
}

/** What is asked of every unit that ever was. */
export interface UnitLine {
  readonly level: AdminLevel;
  /** The parent it began and ended under. */
  readonly firstParentId: number | null;
  readonly lastParentId: number | null;
}

export function linesOf(units: Iterable<AdminUnit>): Map<number, UnitLine> {
  const lines = new Map<number, UnitLine>();
  for (const { id, level, parentId } of [...units].sort((a, b) => compareDays(a.validFrom, b.validFrom)))
    lines.set(id, { level, firstParentId: lines.get(id)?.firstParentId ?? parentId, lastParentId: parentId });
  return lines;
}

/** Places any unit of `from` on the map `to`, which may be earlier or later. */
export function placeOn(change: MapChange): (unitId: number) => Placement | undefined {
  const next = nextUnits(change);
  const known = new Map<number, Placement | undefined>();
  return (unitId) => {
    if (!known.has(unitId)) known.set(unitId, placeOne(change, next, unitId));
    return known.get(unitId);
  };
}

/** Every unit of `to` that the known succession leads to, whether or not one of them holds all. */
export function candidatesOn(change: MapChange): (unitId: number) => readonly number[] {
  const next = nextUnits(change);
  return (unitId) => {
    const reached = reach(unitId, change, next);
    return reached?.known === true ? [...reached.ids] : [];
  };
}

type NextUnits = ReadonlyMap<number, readonly { readonly id: number; readonly known: boolean }[]>;

function placeOne(change: MapChange, next: NextUnits, unitId: number): Placement | undefined {
  if (change.to.units.has(unitId)) return { unitId, assignable: true };
  const reached = reach(unitId, change, next);
  if (reached === undefined) return undefined;
  const holder = commonHolder(change.to, [...reached.ids]);
  return holder && { unitId: holder.id, assignable: reached.known && reached.ids.size === 1 };
}

/**
 * All units of the target map that the succession leads to. Where it leads nowhere the parent answers: certain to
 * hold the ground, but not the same ground (`known` false), except that a village counts with its commune.
 */
function reach(
  unitId: number,
  { from, to, lines }: MapChange,
  next: NextUnits,
): { ids: Set<number>; known: boolean } | undefined {
  const ids = new Set<number>();
  const seen = new Set<number>();
  let known = true;
  const walk = (id: number): boolean => {
    if (seen.has(id)) return true;
    seen.add(id);
    if (to.units.has(id)) {
      ids.add(id);
      return true;
    }
    const steps = next.get(id);
    if (steps === undefined) {
      const line = lines.get(id);
      const parentId = from.day <= to.day ? line?.lastParentId : line?.firstParentId;
      if (line?.level !== 'village') known = false;
      return parentId !== undefined && parentId !== null && walk(parentId);
    }
    if (steps.some((step) => !step.known)) known = false;
    return steps.every((step) => walk(step.id));
  };
  return walk(unitId) && ids.size > 0 ? { ids, known } : undefined;
}

/** The steps of the succession between the two days, turned round when the target is earlier. */
function nextUnits({ from, to, successions, lines }: MapChange): NextUnits {
  const next = new Map<number, { id: number; known: boolean }[]>();
  const forward = from.day <= to.day;
  const [after, until] = forward ? [from.day, to.day] : [to.day, from.day];
  for (const step of successions) {
    if (step.day <= after || step.day > until) continue;
    if (!forward && (step.kind === 'unknown' || !canGoBack(step, lines))) continue;
    const [start, end] = forward ? [step.fromId, step.toId] : [step.toId, step.fromId];
    const steps = next.get(start) ?? [];
    steps.push({ id: end, known: step.kind !== 'unknown' });
    next.set(start, steps);
  }
  return next;
}

/** A district that ended lies in a province, but a province does not lie in that district. */
function canGoBack(step: Succession, lines: MapChange['lines']): boolean {
  const [old, young] = [lines.get(step.fromId)?.level, lines.get(step.toId)?.level];
  return old !== undefined && young !== undefined && depthOf(old) <= depthOf(young);
}

/** Totals per unit, moved to another map: every number is in exactly one place, so the sum stays. */
export interface RestatedTotals {
  readonly byUnit: ReadonlyMap<number, readonly number[]>;
  /** By the unit that certainly holds them. */
  readonly notAssignable: ReadonlyMap<number, readonly number[]>;
}

export function restateTotals(
  totals: Iterable<readonly [unitId: number, numbers: readonly number[]]>,
  place: (unitId: number) => Placement | undefined,
  nation: Pick<AdminUnit, 'id'>,
): RestatedTotals {
  const byUnit = new Map<number, number[]>();
  const notAssignable = new Map<number, number[]>();
  for (const [unitId, numbers] of totals) {
    const placement = place(unitId) ?? { unitId: nation.id, assignable: false };
    const side = placement.assignable ? byUnit : notAssignable;
    const sum = side.get(placement.unitId);
    if (sum === undefined) side.set(placement.unitId, [...numbers]);
    else for (const [at, value] of numbers.entries()) sum[at] = (sum[at] ?? 0) + value;
  }
  return { byUnit, notAssignable };
}
