import { ok, refuse } from '../shared/result.ts';
import { checkMember } from './check-member.ts';
import type { MemberFacts } from './household-facts.ts';
import type { ActTime, Decision, HouseholdFields, HouseholdState } from './household-state.ts';

export interface HouseholdToRegister {
  readonly id: string;
  readonly villageId: number;
  readonly fields: HouseholdFields;
  readonly members: readonly MemberFacts[];
}

/** A household recorded for the first time, with everyone in it. */
export function registerHousehold(
  { id, villageId, fields, members }: HouseholdToRegister,
  { day, today }: Pick<ActTime, 'day' | 'today'>,
): Decision {
  if (day > today) return refuse('household.day-in-future', { day });
  for (const member of members) {
    const checked = checkMember(member, today);
    if (!checked.ok) return checked;
  }
  if (new Set(members.map(({ personId }) => personId)).size < members.length)
    return refuse('household.member-known');
  const checked = checkOneHead(members);
  if (!checked.ok) return checked;
  return ok(newHousehold({ id, villageId, fields, members }, day, 'registered'));
}

export function checkOneHead(members: readonly MemberFacts[]): Decision<readonly MemberFacts[]> {
  const heads = members.filter(({ relation }) => relation === 'head').length;
  if (heads === 0) return refuse('household.head-missing');
  return heads > 1 ? refuse('household.two-heads') : ok(members);
}

export const newHousehold = (
  { id, villageId, fields, members }: HouseholdToRegister,
  day: string,
  reason: string,
): HouseholdState => ({
  id,
  version: 0,
  fields,
  residences: [{ villageId, from: day, to: null, reason }],
  memberships: members.map(({ personId, relation }) => ({ personId, from: day, to: null, relation, reason })),
  members,
  departed: [],
  persons: members.length,
  flagOverrides: {},
  ended: null,
});
