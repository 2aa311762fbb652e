import { ok, refuse } from '../shared/result.ts';
import type { MemberFacts, Relation } from './household-facts.ts';
import {
  type ActTime,
  checkAct,
  checkSince,
  closeMemberships,
  type Decision,
  findMember,
  type HouseholdFields,
  type HouseholdState,
  personsAfter,
} from './household-state.ts';
import { checkOneHead, newHousehold } from './register-household.ts';

export interface Split {
  /** Id of the household that begins. */
  readonly newId: string;
  readonly villageId: number;
  readonly fields: HouseholdFields;
  /** Who leaves, and what each is in the new household: one of them its head. */
  readonly leaving: ReadonlyMap<string, Relation>;
}

export interface AfterSplit {
  readonly stays: HouseholdState;
  readonly begins: HouseholdState;
}

/** Some members leave to be a household of their own; the history of both says so. */
export function splitHousehold(state: HouseholdState, split: Split, time: ActTime): Decision<AfterSplit> {
  const checked = checkAct(state, time);
  if (!checked.ok) return checked;
  const { leaving, newId, villageId, fields } = split;
  if (leaving.size === 0) return refuse('household.nobody-moves');
  const members: MemberFacts[] = [];
  for (const [personId, relation] of leaving) {
    const member = findMember(state, personId);
    if (!member.ok) return member;
    const since = checkSince(state, member.value, time.day);
    if (!since.ok) return since;
    members.push({ ...member.value, relation });
  }
  if (leaving.size >= state.persons) return refuse('household.nobody-stays');
  if (state.members.some(({ personId, relation }) => relation === 'head' && leaving.has(personId)))
    return refuse('household.head-must-stay');
  const oneHead = checkOneHead(members);
  if (!oneHead.ok) return oneHead;
  const ids = new Set(leaving.keys());
  return ok({
    stays: {
      ...state,
      members: state.members.filter(({ personId }) => !ids.has(personId)),
      memberships: closeMemberships(state.memberships, ids, time.day),
      persons: personsAfter(state, { left: ids.size }),
    },
    begins: newHousehold({ id: newId, villageId, fields, members }, time.day, 'split'),
  });
}
