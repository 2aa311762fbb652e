import type { Day } from '../shared/day.ts';
import { ok, type Problem, type Result, refuse } from '../shared/result.ts';
import type { FlagOverrides } from './derive-flags.ts';
import type { MemberFacts, Relation } from './household-facts.ts';
import type { HouseholdProblemCode } from './problems.ts';

/** Where a household lives or lived; `to` is the first day it is elsewhere, `null` while it is there. */
export interface Residence {
  readonly villageId: number;
  readonly from: Day;
  readonly to: Day | null;
  readonly reason: string;
}

/** A person in this household, in one relation to its head; `to` is the first day it no longer holds. */
export interface Membership {
  readonly personId: string;
  readonly from: Day;
  readonly to: Day | null;
  readonly relation: Relation;
  readonly reason: string;
}

export interface Departed {
  readonly member: MemberFacts;
  readonly on: Day;
  readonly reason: string;
}

/** What is written of a household besides its people and homes. */
export interface HouseholdFields {
  readonly listCode: string | null;
  readonly registrationNumber: string | null;
  readonly phone: string | null;
  readonly address: string | null;
  readonly location: { readonly latitude: number; readonly longitude: number } | null;
}

/**
 * A household with its history, as acts take it and give it back. Residences and memberships are never taken out:
 * an act closes them on its day and opens the next.
 */
export interface HouseholdState {
  readonly id: string;
  /** 0 for one that is not stored yet. */
  readonly version: number;
  readonly fields: HouseholdFields;
  readonly residences: readonly Residence[];
  readonly memberships: readonly Membership[];
  /** Who is here now. */
  readonly members: readonly MemberFacts[];
  /** Who left and belongs to no other household. */
  readonly departed: readonly Departed[];
  /** How many live here; more than `members` where a list told only their number. */
  readonly persons: number;
  readonly flagOverrides: FlagOverrides;
  readonly ended: { readonly on: Day; readonly reason: string; readonly intoId: string | null } | null;
}

export type Decision<Value = HouseholdState> = Result<Value, Problem<HouseholdProblemCode>>;

/** When an act happened, the day it is recorded on, and the state its author had before their eyes. */
export interface ActTime {
  readonly day: Day;
  readonly today: Day;
  readonly version: number;
}

/** Refuses what no act may do, whatever it is. */
export function checkAct(state: HouseholdState, { day, today, version }: ActTime): Decision<HouseholdState> {
  if (version !== state.version) return refuse('household.version-conflict');
  if (state.ended !== null) return refuse('household.ended', { day: state.ended.on });
  if (day > today) return refuse('household.day-in-future', { day });
  const since = registeredOn(state);
  if (since !== undefined && day < since) return refuse('household.day-before-registration', { day, since });
  return ok(state);
}

export const registeredOn = (state: HouseholdState): Day | undefined => state.residences[0]?.from;

export const presentHome = (state: HouseholdState): Residence | undefined =>
  state.residences.find(({ to }) => to === null);

export const headOf = (members: readonly MemberFacts[]): MemberFacts | undefined =>
  members.find(({ relation }) => relation === 'head');

/** The member an act is about; one that left is refused by name. */
export function findMember(state: HouseholdState, personId: string): Decision<MemberFacts> {
  const member = state.members.find((each) => each.personId === personId);
  if (member !== undefined) return ok(member);
  const left = state.departed.find((each) => each.member.personId === personId);
  return left === undefined
    ? refuse('household.member-unknown')
    : refuse('household.member-left', { name: left.member.fullName });
}

const openOf = (memberships: readonly Membership[], personId: string): Membership | undefined =>
  memberships.find((each) => each.personId === personId && each.to === null);

/** An act on a member cannot be older than what is last known of their place here. */
export function checkSince(state: HouseholdState, member: MemberFacts, day: Day): Decision<MemberFacts> {
  const since = openOf(state.memberships, member.personId)?.from;
  return since !== undefined && day < since
    ? refuse('household.day-before-joining', { day, since, name: member.fullName })
    : ok(member);
}

export const closeMemberships = (
  memberships: readonly Membership[],
  personIds: ReadonlySet<string>,
  day: Day,
): Membership[] =>
  memberships.map((each) => (each.to === null && personIds.has(each.personId) ? { ...each, to: day } : each));

/** Opens places here; one that began the same day is taken up again. */
export function openMemberships(
  memberships: readonly Membership[],
  opened: readonly Membership[],
): Membership[] {
  const again = (each: Membership) =>
    opened.some(({ personId, from }) => personId === each.personId && from === each.from);
  return [...memberships.filter((each) => !again(each)), ...opened];
}

/** From a day on the members have these relations; one that began the same day is written over. */
export function relate(
  state: HouseholdState,
  relations: ReadonlyMap<string, Relation>,
  day: Day,
): HouseholdState {
  const changed = state.members.filter(({ personId, relation }) => {
    const wanted = relations.get(personId);
    return wanted !== undefined && wanted !== relation;
  });
  const ids = new Set(changed.map(({ personId }) => personId));
  const begunToday = new Set(
    changed.flatMap(({ personId }) => (openOf(state.memberships, personId)?.from === day ? [personId] : [])),
  );
  const kept = state.memberships.map((each) => {
    if (each.to !== null || !ids.has(each.personId)) return each;
    return begunToday.has(each.personId)
      ? { ...each, relation: relations.get(each.personId) ?? each.relation }
      : { ...each, to: day };
  });
  const begun = changed.flatMap(({ personId, relation }) =>
    begunToday.has(personId)
      ? []
      : [
          {
            personId,
            from: day,
            to: null,
            relation: relations.get(personId) ?? relation,
            reason: 'relationChanged',
          },
        ],
  );
  return {
    ...state,
    memberships: [...kept, ...begun],
    members: state.members.map((member) => ({
      ...member,
      relation: relations.get(member.personId) ?? member.relation,
    })),
  };
}

/** How many live here after some came and some left; a number that a list told is not lowered by naming people. */
export function personsAfter(state: HouseholdState, { joined = 0, left = 0 }): number {
  const named = state.members.length + joined - left;
  return state.members.length >= state.persons ? named : Math.max(named, state.persons - left);
}
