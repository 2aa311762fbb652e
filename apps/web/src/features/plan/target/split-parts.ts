import {
  partsOfStock,
  partsOfWhole,
  type SplitMethod,
  splitTarget,
} from '@benvung/domain/plan/target/split-target';
import { openingRate, withAssigned } from '@benvung/domain/plan/target/target';
import { ok, type Result, refuse } from '@benvung/domain/shared/result';
import {
  assignedNow,
  type Branch,
  capacityOf,
  isHeld,
  lineToType,
  type Typed,
  type TypedTargets,
  typedBySystem,
  withRateOfWhole,
} from './cascade-model.ts';

/**
 * Proposes what each unit below is asked, so that all of them add up to the whole; what is locked or fixed stays. A share
 * without a count is asked of everyone at the same rate.
 */
export function splitAmong(
  whole: Branch,
  parts: readonly Branch[],
  { method, typed }: { method: SplitMethod; typed: TypedTargets },
): Result<TypedTargets> {
  const { kind } = whole.indicator;
  const assigned = assignedNow(whole);
  if (assigned === null)
    return kind === 'coverage' && whole.line !== null
      ? ok(withRateOfWhole(whole, parts, typed))
      : refuse('plan-target.parent-not-told', { unit: whole.row.unit.name });
  const figures = parts.map((part) => {
    const line = lineToType(part);
    return {
      id: part.row.unit.id,
      stock: line.opening.count ?? 0,
      rate: openingRate(line),
      capacity: capacityOf(part) ?? line.opening.count ?? 0,
      base: line.planned.base ?? line.opening.base,
      locked: isHeld(part) ? (assignedNow(part) ?? 0) : null,
    };
  });
  const split = splitTarget(
    assigned,
    kind === 'stock' ? partsOfStock(method, figures) : partsOfWhole(figures, { capped: kind === 'coverage' }),
  );
  if (!split.ok) return split;
  const next: Record<string, Typed> = { ...typed };
  for (const part of parts) {
    const value = split.value.get(part.row.unit.id) ?? 0;
    // What is as it was keeps what was agreed of it.
    if (isHeld(part) || assignedNow(part) === value) continue;
    next[part.key] = typedBySystem(part, withAssigned(kind, lineToType(part), value));
  }
  return ok(next);
}
