import type { EthnicGroups } from '@benvung/contract/standard';
import {
  ALLOWANCE_LABELS,
  MEMBER_CODE_LABELS,
  MEMBER_QUESTIONS,
  YES_NO,
} from '@benvung/domain/household/fact-labels';
import type { MemberFacts } from '@benvung/domain/household/household-facts';
import type { SensitiveField } from '@benvung/domain/household/sensitive-fields';
import type { Language, Text } from '@benvung/domain/shared/text';
import { writeDayText } from '../../platform/day-text.ts';
import type { MemberChanges } from './household-acts.api.ts';

export type Fact = Exclude<keyof MemberFacts, 'personId'>;
export type Facts = MemberChanges;

export const YES_OR_NO: readonly Fact[] = ['vocationalCertificate', 'healthInsurance', 'untreatedIllness'];
/** Either one of these words or words of one's own. */
export const CODED_OR_WORDS: Partial<Record<Fact, Readonly<Record<string, Text>>>> = {
  monthlyAllowance: ALLOWANCE_LABELS,
  meritGroup: { none: YES_NO.no },
};

export interface Section {
  readonly key: 'who' | 'school' | 'welfare' | 'identity' | 'health';
  readonly facts: readonly Fact[];
  /** Closed fields its facts stand in. */
  readonly fields: readonly SensitiveField[];
}

/** In the order of the questionnaire; what the law calls sensitive stands by itself. */
export const SECTIONS: readonly Section[] = [
  { key: 'who', facts: ['fullName', 'relation', 'sex', 'birthDate', 'maritalStatus'], fields: [] },
  {
    key: 'school',
    facts: ['educationFinished', 'attending', 'vocationalCertificate', 'labourStatus'],
    fields: [],
  },
  {
    key: 'welfare',
    facts: ['healthInsurance', 'insuranceGroup', 'meritGroup', 'monthlyAllowance'],
    fields: ['disability'],
  },
  { key: 'identity', facts: ['ethnicity', 'identityNumber'], fields: ['ethnicity', 'identityNumber'] },
  {
    key: 'health',
    facts: ['disabilityForm', 'disabilityDegree', 'untreatedIllness', 'nutrition'],
    fields: ['disability', 'illness', 'nutrition'],
  },
];

export const labelOf = (fact: Fact, language: Language): string =>
  fact === 'fullName'
    ? { vi: 'Họ và tên', en: 'Full name' }[language]
    : fact === 'birthDate'
      ? { vi: 'Ngày sinh, hoặc năm sinh', en: 'Date or year of birth' }[language]
      : MEMBER_QUESTIONS[fact][language];

interface Say {
  readonly language: Language;
  readonly groups: EthnicGroups['groups'];
}

/** A fact as a person reads it; null when it is not known. */
export function factText(fact: Fact, value: Facts[Fact], { language, groups }: Say): string | null {
  if (value === null || value === undefined) return null;
  if (typeof value === 'boolean') return YES_NO[value ? 'yes' : 'no'][language];
  if (fact === 'birthDate') return writeDayText(value);
  if (fact === 'ethnicity') return groups.find(({ code }) => code === value)?.name ?? value;
  return (MEMBER_CODE_LABELS[fact] ?? CODED_OR_WORDS[fact])?.[value]?.[language] ?? value;
}

/** Nothing but blanks is not known. */
const plain = (value: Facts[Fact]): Facts[Fact] | null =>
  typeof value === 'string' ? value.normalize('NFC').trim() || null : (value ?? null);

/** The facts that differ from what is written; absent means not touched. */
export function changesOf(base: Facts, typed: Facts): Facts {
  const keys = Object.keys(typed) as Fact[];
  return Object.fromEntries(
    keys.filter((key) => plain(typed[key]) !== plain(base[key])).map((key) => [key, plain(typed[key])]),
  );
}

/** What is known of a person, without what was left blank. */
export const knownOf = (facts: Facts): Facts => changesOf({}, facts);
