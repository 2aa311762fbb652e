import type { HouseholdFacts, MemberFacts } from '../household/household-facts.ts';
import { dayNumber, oldestAge, youngestAge } from '../shared/age.ts';
import { DEPRIVED, NOT_APPLICABLE, NOT_DEPRIVED, type StateCode, UNKNOWN } from './state-code.ts';

/** A member with the youngest and oldest age it can have on the survey day; equal when the birth date is known. */
export interface AgedMember {
  readonly member: MemberFacts;
  readonly youngest: number;
  readonly oldest: number;
}

export function ageMembers({ members, surveyDay }: HouseholdFacts): AgedMember[] {
  const today = dayNumber(surveyDay);
  return members.map((member) => ({
    member,
    youngest: youngestAge(member.birthDate, today),
    oldest: oldestAge(member.birthDate, today),
  }));
}

/** What an indicator asks of one member of a known age. */
export type MemberRule = (member: MemberFacts, age: number) => StateCode;

/** A member whose age is a range is known only as far as every age of the range agrees. */
export function stateOverAges(
  rule: MemberRule,
  member: MemberFacts,
  youngest: number,
  oldest: number,
): StateCode {
  let state = rule(member, youngest);
  for (let age = youngest + 1; age <= oldest && state !== UNKNOWN; age += 1)
    state = meet(state, rule(member, age));
  return state;
}

const meet = (a: StateCode, b: StateCode): StateCode => {
  if (a === b) return a;
  if (a === DEPRIVED || b === DEPRIVED || a === UNKNOWN || b === UNKNOWN) return UNKNOWN;
  return NOT_DEPRIVED;
};

/** The household is deprived when one member is; only then come the unknown, the well off and the unconcerned. */
export const worse = (a: StateCode, b: StateCode): StateCode => {
  if (a === DEPRIVED || b === DEPRIVED) return DEPRIVED;
  if (a === UNKNOWN || b === UNKNOWN) return UNKNOWN;
  return a === NOT_DEPRIVED || b === NOT_DEPRIVED ? NOT_DEPRIVED : NOT_APPLICABLE;
};
