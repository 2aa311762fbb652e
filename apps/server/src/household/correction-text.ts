import type { HouseholdView } from '@benvung/contract/household';
import type { Language } from '@benvung/domain/shared/text';
import { CLASS_LABELS } from '@benvung/domain/standard/class-labels';
import type { CorrectionView, StoredReviewRecord } from '../review/review.public.ts';

const resultOf = (record: StoredReviewRecord | null, language: Language): string => {
  const of = record?.closing?.class;
  if (of !== undefined) return CLASS_LABELS[of][language];
  return { vi: 'không có trong kết quả', en: 'not in the results' }[language];
};

/** A correction after the year was locked (đính chính), as a line of the household's history. */
export function tellCorrection(
  { id, at, author, reason, before, after }: CorrectionView,
  language: Language,
): HouseholdView['events'][number] {
  const [from, to] = [resultOf(before, language), resultOf(after, language)];
  const text = {
    vi: `Đính chính kết quả năm ${after.year}: ${from} → ${to}. Lý do: ${reason}`,
    en: `Result of ${after.year} corrected: ${from} → ${to}. Reason: ${reason}`,
  };
  return { id, onDay: at.slice(0, 10), at, kind: 'resultCorrected', actor: author, text: text[language] };
}
