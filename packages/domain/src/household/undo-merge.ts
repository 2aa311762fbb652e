import { ok, refuse } from '../shared/result.ts';
import type { Decision, HouseholdState } from './household-state.ts';
import type { AfterMerge } from './merge-households.ts';

export interface MergeToUndo {
  /** Both as they were before. */
  readonly before: { readonly into: HouseholdState; readonly from: HouseholdState };
  /** The versions the merge left behind. */
  readonly version: number;
  readonly fromVersion: number;
  readonly undone: boolean;
}

/**
 * Both households as they were, while nothing was built on the merge: neither was touched since. What happened stays in
 * the history; who had come is told to have been here for no time at all.
 */
export function undoMerge(
  merge: MergeToUndo,
  now: { readonly into: HouseholdState; readonly from: HouseholdState },
): Decision<AfterMerge> {
  const { before } = merge;
  if (merge.undone) return refuse('household.merge-undone');
  if (now.into.version !== merge.version || now.from.version !== merge.fromVersion)
    return refuse('household.merge-built-on');
  const known = new Set(before.into.memberships.map(keyOf));
  const came = now.into.memberships.filter((each) => !known.has(keyOf(each)));
  return ok({
    into: {
      ...before.into,
      version: now.into.version,
      memberships: [...before.into.memberships, ...came.map((each) => ({ ...each, to: each.from }))],
    },
    ended: { ...before.from, version: now.from.version },
  });
}

const keyOf = ({ personId, from }: HouseholdState['memberships'][number]): string => `${personId} ${from}`;
