import { ok, refuse } from '../shared/result.ts';
import { checkMember } from './check-member.ts';
import type { MemberFacts } from './household-facts.ts';
import {
  type ActTime,
  checkAct,
  checkSince,
  closeMemberships,
  type Decision,
  findMember,
  type HouseholdState,
  headOf,
  personsAfter,
} from './household-state.ts';

export const JOIN_REASONS = ['born', 'married', 'movedIn', 'returned', 'overlooked'] as const;
export type JoinReason = (typeof JOIN_REASONS)[number];

/** Leaving for another known household is a split or a merge, not one of these. */
export const LEAVE_REASONS = ['died', 'movedAway', 'married', 'notFound', 'enteredByMistake'] as const;
export type LeaveReason = (typeof LEAVE_REASONS)[number];

export function addMember(
  state: HouseholdState,
  { member, reason }: { readonly member: MemberFacts; readonly reason: JoinReason },
  time: ActTime,
): Decision {
  const checked = checkAct(state, time);
  if (!checked.ok) return checked;
  const sound = checkMember(member, time.today);
  if (!sound.ok) return sound;
  const { personId, relation } = member;
  const known = [...state.memberships, ...state.members].some((each) => each.personId === personId);
  if (known) return refuse('household.member-known');
  if (relation === 'head' && headOf(state.members) !== undefined) return refuse('household.two-heads');
  return ok({
    ...state,
    members: [...state.members, member],
    memberships: [...state.memberships, { personId, from: time.day, to: null, relation, reason }],
    persons: personsAfter(state, { joined: 1 }),
  });
}

/** Facts of a member that were wrong; the head is another person's only by a change of head. */
export function correctMember(state: HouseholdState, member: MemberFacts, time: ActTime): Decision {
  const checked = checkAct(state, time);
  if (!checked.ok) return checked;
  const found = findMember(state, member.personId);
  if (!found.ok) return found;
  const sound = checkMember(member, time.today);
  if (!sound.ok) return sound;
  if ((found.value.relation === 'head') !== (member.relation === 'head'))
    return refuse('household.head-by-change-only');
  return ok({
    ...state,
    members: state.members.map((each) => (each.personId === member.personId ? member : each)),
    memberships: state.memberships.map((each) =>
      each.personId === member.personId && each.to === null ? { ...each, relation: member.relation } : each,
    ),
  });
}

/** The names of the facts that differ; never their values. */
export function changedFacts(before: MemberFacts, after: MemberFacts): string[] {
  const keys = Object.keys(after) as (keyof MemberFacts)[];
  return keys.filter((key) => before[key] !== after[key]);
}

export function removeMember(
  state: HouseholdState,
  { personId, reason }: { readonly personId: string; readonly reason: LeaveReason },
  time: ActTime,
): Decision {
  const checked = checkAct(state, time);
  if (!checked.ok) return checked;
  const found = findMember(state, personId);
  if (!found.ok) return found;
  const since = checkSince(state, found.value, time.day);
  if (!since.ok) return since;
  if (state.persons <= 1) return refuse('household.nobody-stays');
  if (found.value.relation === 'head') return refuse('household.head-must-stay');
  return ok(letGo(state, { member: found.value, on: time.day, reason }));
}

/** Someone leaves for no other household: they stay in this one's history. */
export function letGo(state: HouseholdState, departed: HouseholdState['departed'][number]): HouseholdState {
  const { personId } = departed.member;
  return {
    ...state,
    members: state.members.filter((each) => each.personId !== personId),
    departed: [...state.departed, departed],
    memberships: closeMemberships(state.memberships, new Set([personId]), departed.on),
    persons: personsAfter(state, { left: 1 }),
  };
}
