import type { TerritoryPlan } from './plan-territory-load.ts';
import type { TerritoryMap } from './territory-map.ts';

/** One unit that a list changes, in names a person knows. */
export interface ListedChange {
  readonly kind: 'new' | 'changed' | 'ended';
  readonly code: string;
  readonly name: string;
  /** Changed: what it was called, with its code where that changed. */
  readonly was: string | null;
  /** New: what it is made of. Ended: what it went into; empty when that is not known. */
  readonly others: readonly string[];
  /** Ended: its parts went into several units. */
  readonly split: boolean;
}

/** What a planned list would change, new units first, ended ones last. */
export function describeTerritoryPlan(before: TerritoryMap, plan: TerritoryPlan): ListedChange[] {
  const after = new Map(plan.versions.map((unit) => [unit.id, unit]));
  const nameOf = (id: number): string => (after.get(id) ?? before.units.get(id))?.name ?? '?';
  const begun = plan.versions.map((unit): ListedChange => {
    const old = before.units.get(unit.id);
    const told = { code: unit.code ?? '', name: unit.name, split: false };
    if (old === undefined)
      return {
        ...told,
        kind: 'new',
        was: null,
        others: plan.successions.filter(({ toId }) => toId === unit.id).map(({ fromId }) => nameOf(fromId)),
      };
    const was = old.code === unit.code ? old.name : `${old.name} (${old.code ?? ''})`;
    return { ...told, kind: 'changed', was, others: [] };
  });
  const ended = plan.endedIds.map((id): ListedChange => {
    const old = before.units.get(id);
    const steps = plan.successions.filter(({ fromId }) => fromId === id);
    return {
      kind: 'ended',
      code: old?.code ?? '',
      name: old?.name ?? '?',
      was: null,
      others: steps.filter(({ kind }) => kind !== 'unknown').map(({ toId }) => nameOf(toId)),
      split: steps.some(({ kind }) => kind === 'split'),
    };
  });
  const rank = { new: 0, changed: 1, ended: 2 };
  return [...begun, ...ended].sort((a, b) => rank[a.kind] - rank[b.kind]);
}
