import { ok, refuse } from '../shared/result.ts';
import type { Relation } from './household-facts.ts';
import {
  type ActTime,
  checkAct,
  checkSince,
  type Decision,
  findMember,
  type HouseholdState,
  headOf,
  relate,
} from './household-state.ts';
import { type LeaveReason, letGo } from './member-acts.ts';

export interface HeadChange {
  readonly personId: string;
  /** The old head stays in a relation to the new one, or has left. */
  readonly former: { readonly relation: Relation } | { readonly left: LeaveReason };
  /** What others become to the new head, where that changes. */
  readonly relations: ReadonlyMap<string, Relation>;
}

/** The household stays the same household under another head. */
export function changeHead(state: HouseholdState, change: HeadChange, time: ActTime): Decision {
  const checked = checkAct(state, time);
  if (!checked.ok) return checked;
  const chosen = findMember(state, change.personId);
  if (!chosen.ok) return chosen;
  const old = headOf(state.members);
  if (old?.personId === change.personId)
    return refuse('household.already-head', { name: chosen.value.fullName });
  const relations = new Map([...change.relations, [change.personId, 'head' as const]]);
  if (old !== undefined && 'relation' in change.former) relations.set(old.personId, change.former.relation);
  if ([...relations.values()].filter((relation) => relation === 'head').length > 1)
    return refuse('household.two-heads');
  for (const personId of new Set([...relations.keys(), ...(old === undefined ? [] : [old.personId])])) {
    const member = findMember(state, personId);
    if (!member.ok) return member;
    const since = checkSince(state, member.value, time.day);
    if (!since.ok) return since;
  }
  const without =
    old !== undefined && 'left' in change.former
      ? letGo(state, { member: old, on: time.day, reason: change.former.left })
      : state;
  return ok(relate(without, relations, time.day));
}
