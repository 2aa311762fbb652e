import type {
  DisabilityDegree,
  DisabilityForm,
  EducationLevel,
  LabourStatus,
  MaritalStatus,
  MemberFacts,
  Relation,
  Sex,
} from '@benvung/domain/household/household-facts';
import { ageOn, type Day } from '@benvung/domain/shared/day';

/** One person over the years of the demonstration; what a review sees of them depends on the day. */
export interface PersonLife {
  readonly id: string;
  readonly fullName: string;
  readonly sex: Sex;
  readonly birthDate: string;
  readonly ethnicity: string;
  readonly identityNumber: string | null;
  readonly maritalStatus: MaritalStatus;
  readonly relation: Relation;
  /** After the head died or left, another member leads. */
  readonly laterRelation: { readonly from: Day; readonly relation: Relation } | null;
  readonly joined: { readonly on: Day; readonly reason: JoinReason };
  readonly left: {
    readonly on: Day;
    readonly reason: LeaveReason;
    readonly toHousehold: string | null;
  } | null;
  /** Reached by those who finished school; the young go through it. */
  readonly education: EducationLevel;
  /** Left school after lower secondary, and learnt no trade since. */
  readonly leftSchool: boolean;
  /** What they do when of working age and able. */
  readonly work: LabourStatus;
  readonly unable: boolean;
  readonly disability: { readonly form: DisabilityForm; readonly degree: DisabilityDegree } | null;
  readonly meritGroup: string | null;
  /** Aged 60 to 79 with nobody to look after them, and on the monthly allowance for it. */
  readonly withoutCarer: boolean;
}

export type JoinReason = 'registered' | 'born' | 'married' | 'split' | 'mergedInto';
export type LeaveReason = 'died' | 'movedAway' | 'married' | 'split' | 'mergedInto';

export const isPresent = (person: PersonLife, day: Day): boolean =>
  person.joined.on <= day && (person.left === null || day < person.left.on);

export const relationOn = (person: PersonLife, day: Day): Relation =>
  person.laterRelation !== null && person.laterRelation.from <= day
    ? person.laterRelation.relation
    : person.relation;

/** What a review on that day writes down when the person lacks nothing a review looks for. */
export function memberFacts(person: PersonLife, day: Day, insuranceGroup: string): MemberFacts {
  const age = ageOn(person.birthDate, day);
  const attending = attendanceAt(person, age);
  return {
    personId: person.id,
    fullName: person.fullName,
    relation: relationOn(person, day),
    sex: person.sex,
    birthDate: person.birthDate,
    ethnicity: person.ethnicity,
    identityNumber: person.identityNumber,
    maritalStatus: age < 16 ? 'single' : person.maritalStatus,
    educationFinished: educationAt(person, age),
    attending,
    vocationalCertificate: age >= 16 && person.education === 'elementaryVocational' && !person.leftSchool,
    labourStatus: labourAt(person, age, attending !== 'no'),
    healthInsurance: true,
    insuranceGroup: age < 6 ? 'TE' : insuranceGroup,
    nutrition: age < 16 ? 'normal' : null,
    disabilityForm: person.disability?.form ?? null,
    disabilityDegree: person.disability?.degree ?? null,
    meritGroup: person.meritGroup,
    monthlyAllowance: allowanceAt(person, age),
    untreatedIllness: false,
  };
}

function attendanceAt(person: PersonLife, age: number): NonNullable<MemberFacts['attending']> {
  if (person.unable) return age < 16 && age >= 3 ? schoolOf(age) : 'no';
  if (age < 3) return 'no';
  if (age < 16) return schoolOf(age);
  if (person.leftSchool) return 'no';
  if (age < 18) return 'upperSecondary';
  return age < 22 && person.education === 'university' ? 'higher' : 'no';
}

const schoolOf = (age: number) =>
  age < 6 ? ('preschool' as const) : age < 12 ? ('primary' as const) : ('lowerSecondary' as const);

function educationAt(person: PersonLife, age: number): EducationLevel {
  if (age < 6) return 'none';
  if (age < 12) return 'belowPrimary';
  if (age < 16) return 'primary';
  if (age < 18 || (person.leftSchool && age < 31)) return 'lowerSecondary';
  return age < 22 && person.education === 'university' ? 'upperSecondary' : person.education;
}

function labourAt(person: PersonLife, age: number, attending: boolean): LabourStatus {
  if (age < 16) return attending && age >= 6 ? 'student' : 'tooYoung';
  if (person.unable) return 'unable';
  if (attending) return 'student';
  if (age >= 75) return 'retired';
  return age >= 60 && person.work !== 'farmWork' ? 'retired' : person.work;
}

function allowanceAt(person: PersonLife, age: number): string {
  const degree = person.disability?.degree;
  if (degree === 'severe' || degree === 'extremelySevere') return 'disability';
  if (age >= 80) return person.meritGroup === null ? 'elderly' : 'merit';
  if (age >= 60 && person.withoutCarer) return 'elderly';
  return person.meritGroup === null ? 'none' : 'merit';
}
