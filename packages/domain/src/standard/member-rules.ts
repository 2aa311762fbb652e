import {
  EDUCATION_LEVELS,
  type EducationLevel,
  type MemberFacts,
  SCHOOL_ATTENDANCES,
  type SchoolAttendance,
} from '../household/household-facts.ts';
import type { IndicatorRule } from './indicator-rule.ts';
import type { MemberRule } from './member-ages.ts';
import { DEPRIVED, NOT_APPLICABLE, NOT_DEPRIVED, type StateCode, UNKNOWN } from './state-code.ts';

type Rule<Method extends IndicatorRule['method']> = Extract<IndicatorRule, { method: Method }>;

export interface CompiledMemberRule {
  readonly at: MemberRule;
  /** The member's answers the rule reads. */
  readonly reads: readonly (keyof MemberFacts)[];
}

/** The rules that ask each member apart; undefined for a method that looks at the household as a whole. */
export function compileMemberRule(rule: IndicatorRule): CompiledMemberRule | undefined {
  switch (rule.method) {
    case 'job-without-contract':
      return { at: jobWithoutContract(rule), reads: ['labourStatus'] };
    case 'child-nutrition':
      return { at: childNutrition(rule), reads: ['nutrition'] };
    case 'insurance-from-age':
      return { at: insuranceFromAge(rule), reads: ['healthInsurance'] };
    case 'education-for-age':
      return {
        at: educationForAge(rule),
        reads: ['educationFinished', 'attending', 'vocationalCertificate'],
      };
    case 'education-born-from':
      return { at: educationBornFrom(rule), reads: ['educationFinished', 'attending'] };
    case 'school-level-for-age':
      return { at: schoolLevelForAge(rule), reads: ['attending'] };
    case 'school-attendance':
      return { at: schoolAttendance(rule), reads: ['attending'] };
    case 'untreated-illness':
      return { at: untreatedIllness, reads: ['untreatedIllness'] };
    default:
      return undefined;
  }
}

const lacks = (has: boolean | null): StateCode => (has === null ? UNKNOWN : has ? NOT_DEPRIVED : DEPRIVED);

const jobWithoutContract = (rule: Rule<'job-without-contract'>): MemberRule => {
  const { fromAge, toAge } = rule;
  const lacking = new Set(rule.lacking);
  const outside = new Set(rule.outside);
  return (member, age) => {
    if (age < fromAge || age >= toAge) return NOT_APPLICABLE;
    const status = member.labourStatus;
    if (status === null) return UNKNOWN;
    if (lacking.has(status)) return DEPRIVED;
    return outside.has(status) ? NOT_APPLICABLE : NOT_DEPRIVED;
  };
};

const childNutrition = (rule: Rule<'child-nutrition'>): MemberRule => {
  const { underAge } = rule;
  return (member, age) => {
    if (age >= underAge) return NOT_APPLICABLE;
    return member.nutrition === null ? UNKNOWN : member.nutrition === 'normal' ? NOT_DEPRIVED : DEPRIVED;
  };
};

const insuranceFromAge = (rule: Rule<'insurance-from-age'>): MemberRule => {
  const { fromAge } = rule;
  return (member, age) => (age < fromAge ? NOT_APPLICABLE : lacks(member.healthInsurance));
};

const EDUCATION_RANK = new Map<string, number>(EDUCATION_LEVELS.map((level, rank) => [level, rank]));
const educationReached = (finished: EducationLevel | null, wanted: number): boolean | null =>
  finished === null ? null : (EDUCATION_RANK.get(finished) as number) >= wanted;

const studies = (attending: SchoolAttendance | null): boolean | null =>
  attending === null ? null : attending !== 'no';

const anyHolds = (a: boolean | null, b: boolean | null): boolean | null =>
  a === true || b === true ? true : a === null || b === null ? null : false;

const educationForAge = (rule: Rule<'education-for-age'>): MemberRule => {
  const bands = rule.bands.map((band) => ({ ...band, wanted: EDUCATION_RANK.get(band.finished) as number }));
  return (member, age) => {
    for (const band of bands) {
      if (age < band.fromAge || age >= band.toAge) continue;
      const schooled = anyHolds(
        studies(member.attending),
        educationReached(member.educationFinished, band.wanted),
      );
      return lacks(anyHolds(schooled, member.vocationalCertificate));
    }
    return NOT_APPLICABLE;
  };
};

const educationBornFrom = (rule: Rule<'education-born-from'>): MemberRule => {
  const { fromAge, bornFrom } = rule;
  const wanted = EDUCATION_RANK.get(rule.finished) as number;
  return (member, age) => {
    if (age < fromAge) return NOT_APPLICABLE;
    const state = lacks(
      anyHolds(studies(member.attending), educationReached(member.educationFinished, wanted)),
    );
    if (member.birthDate === null) return state === DEPRIVED ? UNKNOWN : state;
    return Number(member.birthDate.slice(0, 4)) < bornFrom ? NOT_APPLICABLE : state;
  };
};

const SCHOOL_RANK = new Map<string, number>(SCHOOL_ATTENDANCES.map((level, rank) => [level, rank]));

const schoolLevelForAge = (rule: Rule<'school-level-for-age'>): MemberRule => {
  const bands = rule.bands.map((band) => ({ ...band, wanted: SCHOOL_RANK.get(band.attending) as number }));
  return (member, age) => {
    for (const band of bands) {
      if (age < band.fromAge || age >= band.toAge) continue;
      if (member.attending === null) return UNKNOWN;
      return (SCHOOL_RANK.get(member.attending) as number) >= band.wanted ? NOT_DEPRIVED : DEPRIVED;
    }
    return NOT_APPLICABLE;
  };
};

const schoolAttendance = (rule: Rule<'school-attendance'>): MemberRule => {
  const { fromAge, toAge } = rule;
  return (member, age) => (age < fromAge || age >= toAge ? NOT_APPLICABLE : lacks(studies(member.attending)));
};

const untreatedIllness: MemberRule = (member) =>
  member.untreatedIllness === null ? UNKNOWN : member.untreatedIllness ? DEPRIVED : NOT_DEPRIVED;
