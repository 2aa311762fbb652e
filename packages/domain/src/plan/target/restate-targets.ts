import type { Measure, TargetLine } from './target.ts';

interface Restatable {
  readonly unitId: number;
  readonly indicator: string;
  readonly level: string;
  readonly line: TargetLine;
  /** The path of the unit now responsible: its own, or its successor's once it has ended. */
  readonly scopePath: string;
  /** The name of a unit that has ended. */
  readonly name: string;
}

interface OnMap {
  readonly id: number;
  readonly level: string;
  readonly path: string;
}

/**
 * Targets on a map: a unit's own where it has one, otherwise the sum of those handed to units of its level that were
 * merged into it whole. A written rate is not that of a sum and is left out; what one part does not tell the sum does not
 * either. A unit that was split, or whose level is no more, is nowhere on this map: its target stays its own.
 */
export function restateTargets<Target extends Restatable>(
  targets: readonly Target[],
  units: readonly OnMap[],
): (Target & { readonly restatedFrom: readonly string[] })[] {
  const byId = new Map(units.map((unit) => [unit.id, unit]));
  const byPath = new Map(units.map((unit) => [unit.path, unit]));
  const own = targets.filter(({ unitId }) => byId.has(unitId));
  const has = new Set(own.map(({ unitId, indicator }) => `${unitId} ${indicator}`));
  const sums = new Map<string, Target & { readonly restatedFrom: readonly string[] }>();
  for (const target of targets) {
    if (byId.has(target.unitId)) continue;
    const into = byPath.get(target.scopePath);
    const key = `${into?.id} ${target.indicator}`;
    if (into === undefined || into.level !== target.level || has.has(key)) continue;
    const before = sums.get(key);
    sums.set(key, {
      ...target,
      unitId: into.id,
      line: before === undefined ? withoutRates(target.line) : addLines(before.line, target.line),
      restatedFrom: [...(before?.restatedFrom ?? []), target.name],
    });
  }
  return [...own.map((target) => ({ ...target, restatedFrom: [] })), ...sums.values()];
}

const withoutRates = (line: TargetLine): TargetLine => ({
  ...line,
  opening: { ...line.opening, rate: null },
  planned: { ...line.planned, rate: null },
});

const addLines = (a: TargetLine, b: TargetLine): TargetLine => ({
  comparison: a.comparison,
  opening: addMeasures(a.opening, b.opening),
  planned: addMeasures(a.planned, b.planned),
});

const addMeasures = (a: Measure, b: Measure): Measure => ({
  count: plus(a.count, b.count),
  base: plus(a.base, b.base),
  rate: null,
});

const plus = (a: number | null, b: number | null): number | null => (a === null || b === null ? null : a + b);
