import type { HouseholdFacts, MemberFacts } from '@benvung/domain/household/household-facts';
import type { ClosingState, HouseholdFlags } from '@benvung/domain/review/review-record';
import { ageOn } from '@benvung/domain/shared/day';
import { KINH } from './names.ts';

const CHILD_UNDER = 16;

/** Children of a household and what they lack, as table 11 counts them. */
export function childrenOf(
  facts: HouseholdFacts,
): Pick<ClosingState, 'children' | 'childrenDeprivedOfHealth' | 'childrenDeprivedOfEducation'> {
  const ageOf = (member: MemberFacts) => ageOn(member.birthDate!, facts.surveyDay);
  const children = facts.members.filter((member) => ageOf(member) < CHILD_UNDER);
  const unhealthy = children.filter(
    (child) => child.healthInsurance === false || (child.nutrition !== null && child.nutrition !== 'normal'),
  );
  const outOfSchool = children.filter((child) => ageOf(child) >= 3 && child.attending === 'no');
  return {
    children: children.length,
    childrenDeprivedOfHealth: unhealthy.length,
    childrenDeprivedOfEducation: outOfSchool.length,
  };
}

export function flagsOf(facts: HouseholdFacts, recentlyExited: boolean): HouseholdFlags {
  const head = facts.members.find((member) => member.relation === 'head');
  const minority = head !== undefined && head.ethnicity !== KINH;
  return {
    minority,
    // Local groups ("dân tộc tại chỗ") are a column of the Central Highlands; Thừa Thiên Huế has none.
    localMinority: false,
    noLabourCapacity: facts.members.every((member) => !canWork(member, facts.surveyDay)),
    merit: facts.members.some((member) => member.meritGroup !== null),
    femaleHead: head?.sex === 'female',
    socialAssistance: facts.members.some(
      ({ monthlyAllowance }) => monthlyAllowance === 'elderly' || monthlyAllowance === 'disability',
    ),
    recentlyExited,
  };
}

function canWork(member: MemberFacts, day: string): boolean {
  if (ageOn(member.birthDate!, day) < CHILD_UNDER) return false;
  return member.labourStatus !== 'unable' && member.labourStatus !== 'retired';
}
