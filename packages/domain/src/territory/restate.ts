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
  /** Of every unit that ever was. */
  readonly levels: ReadonlyMap<number, AdminLevel>;
}

/** Places any unit of `from` on the map `to`, which may be earlier or later. */
export function placeOn(change: MapChange): (unitId: number) => Placement | undefined {
  const next = nextUnits(change);
  const known = new Map<number, Placement | undefined>();
  return function place(unitId): Placement | undefined {
    if (!known.has(unitId)) known.set(unitId, placeOne(change, next, unitId, place));
    return known.get(unitId);
  };
}

/** Every unit of `to` that the known succession leads to, whether or not one of them holds all. */
export function candidatesOn(change: MapChange): (unitId: number) => readonly number[] {
  const next = nextUnits(change);
  return (unitId) => {
    const reached = reach(unitId, change.to, next);
    return reached?.known === true ? [...reached.ids] : [];
  };
}

type NextUnits = ReadonlyMap<number, readonly { readonly id: number; readonly known: boolean }[]>;

function placeOne(
  { from, to }: MapChange,
  next: NextUnits,
  unitId: number,
  place: (id: number) => Placement | undefined,
): Placement | undefined {
  if (to.units.has(unitId)) return { unitId, assignable: true };
  const reached = reach(unitId, to, next);
  if (reached !== undefined) {
    const holder = commonHolder(to, [...reached.ids]);
    if (holder === undefined) return undefined;
    return { unitId: holder.id, assignable: reached.known && reached.ids.size === 1 };
  }
  const parentId = from.units.get(unitId)?.parentId ?? null;
  if (parentId === null) return undefined;
  const parent = place(parentId);
  return parent === undefined
    ? undefined
    : { unitId: parent.unitId, assignable: parent.assignable && isVillage(from, unitId) };
}

/** A village that ended without a word follows its commune: the commune's line is certain, the village's is not. */
const isVillage = (map: TerritoryMap, id: number) => map.units.get(id)?.level === 'village';

/** All units of `to` that the succession leads to; undefined when it leads nowhere. */
function reach(
  unitId: number,
  to: TerritoryMap,
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
    if (steps === undefined) return false;
    if (steps.some((step) => !step.known)) known = false;
    return steps.every((step) => walk(step.id));
  };
  return walk(unitId) && ids.size > 0 ? { ids, known } : undefined;
}

/** The steps of the succession between the two days, turned round when the target is earlier. */
function nextUnits({ from, to, successions, levels }: MapChange): NextUnits {
  const next = new Map<number, { id: number; known: boolean }[]>();
  const forward = from.day <= to.day;
  const [after, until] = forward ? [from.day, to.day] : [to.day, from.day];
  for (const step of successions) {
    if (step.day <= after || step.day > until) continue;
    if (!forward && (step.kind === 'unknown' || !canGoBack(step, levels))) continue;
    const [start, end] = forward ? [step.fromId, step.toId] : [step.toId, step.fromId];
    const steps = next.get(start) ?? [];
    steps.push({ id: end, known: step.kind !== 'unknown' });
    next.set(start, steps);
  }
  return next;
}

/** A district that ended lies in a province, but a province does not lie in that district. */
function canGoBack(step: Succession, levels: MapChange['levels']): boolean {
  const [old, young] = [levels.get(step.fromId), levels.get(step.toId)];
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
