import type { HouseholdFlags } from '../review/review-record.ts';
import { dayNumber, oldestAge, youngestAge } from '../shared/age.ts';
import { addMonths, type Day } from '../shared/day.ts';
import { isMinority } from './ethnic-group.ts';
import type { MemberFacts } from './household-facts.ts';

export type Flag = keyof HouseholdFlags;
export const FLAGS = [
  'minority',
  'localMinority',
  'noLabourCapacity',
  'merit',
  'femaleHead',
  'socialAssistance',
  'recentlyExited',
] as const satisfies readonly Flag[];

/** `null`: the members do not tell. */
export type DerivedFlags = { readonly [Each in Flag]: boolean | null };
export type FlagOverrides = {
  readonly [Each in Flag]?: { readonly value: boolean; readonly reason: string };
};

export interface FlagGrounds {
  readonly members: readonly MemberFacts[];
  readonly day: Day;
  /** Codes of the groups a province lists as local ("dân tộc tại chỗ"); empty where there is no such list. */
  readonly localGroups: readonly string[];
  /** The day the household was last recognised as having left poverty, or near-poverty. */
  readonly lastExit: Day | null;
}

const CHILD_UNDER = 16;
export const RECENT_EXIT_MONTHS = 36;

/** What members and history say of a household (regulations 9.1); a minority household is one by its head. */
export function deriveFlags({ members, day, localGroups, lastExit }: FlagGrounds): DerivedFlags {
  const head = members.find((member) => member.relation === 'head');
  const ethnicity = head?.ethnicity ?? null;
  return {
    minority: ethnicity === null ? null : isMinority(ethnicity),
    localMinority:
      localGroups.length === 0 ? false : ethnicity === null ? null : localGroups.includes(ethnicity),
    noLabourCapacity: everyMember(members, (member) => cannotWork(member, day)),
    merit: someMember(members, ({ meritGroup }) => (meritGroup === null ? null : meritGroup !== 'none')),
    femaleHead: head === undefined || head.sex === null ? null : head.sex === 'female',
    socialAssistance: someMember(members, ({ monthlyAllowance }) =>
      monthlyAllowance === null ? null : monthlyAllowance === 'elderly' || monthlyAllowance === 'disability',
    ),
    recentlyExited: lastExit !== null && day < addMonths(lastExit, RECENT_EXIT_MONTHS),
  };
}

export interface FlagInForce {
  readonly flag: Flag;
  readonly value: boolean | null;
  readonly overridden: boolean;
  readonly reason: string | null;
}

/** An officer's word, given with its reason, stands before what is derived. */
export function flagsInForce(derived: DerivedFlags, overrides: FlagOverrides): FlagInForce[] {
  return FLAGS.map((flag) => {
    const override = overrides[flag];
    return override === undefined
      ? { flag, value: derived[flag], overridden: false, reason: null }
      : { flag, value: override.value, overridden: true, reason: override.reason };
  });
}

/** Child, worn out, or severely disabled; `null` when neither age nor status tells. */
function cannotWork(member: MemberFacts, day: Day): boolean | null {
  const on = dayNumber(day);
  if (member.birthDate !== null && oldestAge(member.birthDate, on) < CHILD_UNDER) return true;
  const status = member.labourStatus;
  if (status === 'unable' || status === 'retired' || status === 'tooYoung') return true;
  if (status === null)
    return member.disabilityDegree === 'extremelySevere' || member.disabilityDegree === 'severe'
      ? true
      : null;
  if (member.birthDate === null) return status === 'student' ? null : false;
  return youngestAge(member.birthDate, on) >= CHILD_UNDER ? false : null;
}

function someMember(members: readonly MemberFacts[], tells: (member: MemberFacts) => boolean | null) {
  const answers = members.map(tells);
  if (answers.includes(true)) return true;
  return answers.length === 0 || answers.includes(null) ? null : false;
}

function everyMember(members: readonly MemberFacts[], tells: (member: MemberFacts) => boolean | null) {
  const answers = members.map(tells);
  if (answers.includes(false)) return false;
  return answers.length === 0 || answers.includes(null) ? null : true;
}
