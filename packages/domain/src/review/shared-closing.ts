import { deriveFlags, FLAGS, type FlagOverrides } from '../household/derive-flags.ts';
import type { HouseholdFacts, MemberFacts } from '../household/household-facts.ts';
import { dayNumber, oldestAge } from '../shared/age.ts';
import type { ClosingState, HouseholdFlags } from './review-record.ts';

/** What a closing state says whatever the standard. */
export type SharedClosing = Omit<ClosingState, 'class' | 'deprivations' | 'oncePoor' | 'onceNearPoor'>;

export interface CountedHousehold {
  readonly facts: HouseholdFacts;
  readonly villageId: number;
  /** The day flags are read on. */
  readonly day: string;
  /** An officer's word on a flag; it stands before what members tell. */
  readonly overrides?: FlagOverrides;
  readonly localGroups?: readonly string[];
  /** The day it was last recognised as having left poverty or near-poverty. */
  readonly lastExit?: string | null;
}

/** The closing state of a household as its facts tell it; a flag nobody can tell is not set. */
export function sharedClosing({
  facts,
  villageId,
  day,
  overrides = {},
  localGroups = [],
  lastExit = null,
}: CountedHousehold): SharedClosing {
  const { members } = facts;
  const derived = deriveFlags({ members, day, localGroups, lastExit });
  const flags = Object.fromEntries(
    FLAGS.map((flag) => [flag, overrides[flag]?.value ?? derived[flag] ?? false]),
  ) as unknown as HouseholdFlags;
  const { children, health, education } = countChildren(members, facts.surveyDay);
  return {
    persons: Math.max(1, members.length),
    villageId,
    areaType: facts.areaType,
    headEthnicity: members.find(({ relation }) => relation === 'head')?.ethnicity ?? null,
    flags,
    causes: facts.causes,
    wishes: facts.wishes,
    children,
    childrenDeprivedOfHealth: health,
    childrenDeprivedOfEducation: education,
  };
}

const CHILD_UNDER = 16;
const SCHOOL_FROM = 3;

/** Children and what they lack, as table 11 counts them. */
export function countChildren(members: readonly MemberFacts[], day: string) {
  const on = dayNumber(day);
  const ageOf = (member: MemberFacts) => oldestAge(member.birthDate, on);
  const children = members.filter((member) => member.birthDate !== null && ageOf(member) < CHILD_UNDER);
  const lacksHealth = ({ healthInsurance, nutrition }: MemberFacts) =>
    healthInsurance === false || (nutrition !== null && nutrition !== 'normal');
  return {
    children: children.length,
    health: children.filter(lacksHealth).length,
    education: children.filter((child) => ageOf(child) >= SCHOOL_FROM && child.attending === 'no').length,
  };
}
