import { ALLOWANCE_LABELS, MEMBER_CODE_LABELS, YES_NO } from '@benvung/domain/household/fact-labels';
import type { MemberFacts } from '@benvung/domain/household/household-facts';
import type { Language } from '@benvung/domain/shared/text';
import { regulations } from '../standard/standard.public.ts';

const LABELS: typeof MEMBER_CODE_LABELS = {
  ...MEMBER_CODE_LABELS,
  monthlyAllowance: ALLOWANCE_LABELS,
  meritGroup: { none: YES_NO.no },
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
