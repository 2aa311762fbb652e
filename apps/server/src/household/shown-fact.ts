import {
  ALLOWANCE_LABELS,
  ATTENDANCE_LABELS,
  DISABILITY_DEGREE_LABELS,
  DISABILITY_FORM_LABELS,
  EDUCATION_LABELS,
  LABOUR_LABELS,
  MARITAL_LABELS,
  NUTRITION_LABELS,
  RELATION_LABELS,
  SEX_LABELS,
  YES_NO,
} from '@benvung/domain/household/fact-labels';
import type { MemberFacts } from '@benvung/domain/household/household-facts';
import type { Language, Text } from '@benvung/domain/shared/text';
import { regulations } from '../standard/standard.public.ts';

const LABELS: { readonly [Key in keyof MemberFacts]?: Readonly<Record<string, Text>> } = {
  relation: RELATION_LABELS,
  sex: SEX_LABELS,
  maritalStatus: MARITAL_LABELS,
  educationFinished: EDUCATION_LABELS,
  attending: ATTENDANCE_LABELS,
  labourStatus: LABOUR_LABELS,
  nutrition: NUTRITION_LABELS,
  disabilityForm: DISABILITY_FORM_LABELS,
  disabilityDegree: DISABILITY_DEGREE_LABELS,
  monthlyAllowance: ALLOWANCE_LABELS,
  meritGroup: { none: { vi: 'không', en: 'no' } },
};

/** A fact of a person in the reader's words; null where it is not known. */
export function shownFact(
  key: keyof MemberFacts,
  value: string | number | boolean | null,
  language: Language,
): string | null {
  if (value === null) return null;
  if (typeof value === 'boolean') return YES_NO[value ? 'yes' : 'no'][language];
  if (key === 'ethnicity') return ethnicGroupName(String(value));
  return LABELS[key]?.[String(value)]?.[language] ?? String(value);
}

export const ethnicGroupName = (code: string): string =>
  regulations().ethnicGroups.find((group) => group.code === code)?.name ?? code;
