import type { UnitRef } from '@benvung/contract/shared';

/** Which units of a path (highest first) a person may open: from their own area downwards. */
export function reachable(path: readonly UnitRef[], roots: readonly UnitRef[]): readonly UnitRef[] {
  const from = path.findIndex((unit) => roots.some((root) => root.id === unit.id));
  return from < 0 ? [] : path.slice(from);
}
