import type { HouseholdView } from '@benvung/contract/household';
import type { Language } from '@benvung/domain/shared/text';
import { dayInVietnam } from '../platform/clock.ts';
import { type CorrectionView, correctionTexts } from '../review/review.public.ts';

/** A correction after the year was locked (đính chính), as a line of the household's history. */
export function tellCorrection(
  { id, at, author, reason, before, after }: CorrectionView,
  language: Language,
): HouseholdView['events'][number] {
  const changes = correctionTexts(before, after, language).join('; ');
  const text = {
    vi: `Đính chính kết quả năm ${after.year}: ${changes}. Lý do: ${reason}`,
    en: `Result of ${after.year} corrected: ${changes}. Reason: ${reason}`,
  };
  return { id, onDay: dayInVietnam(at), at, kind: 'resultCorrected', actor: author, text: text[language] };
}
