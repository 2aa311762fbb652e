import type { Language } from '@benvung/domain/shared/text';
import type { ScorecardStatus } from '@benvung/domain/standard/review-evidence';

/** Why a stored result cannot carry a recognition, in the reader's words. */
export function unverifiedText(status: ScorecardStatus | undefined, language: Language): string {
  const vi = language === 'vi';
  if (status === 'synthetic')
    return vi
      ? '⚠ Thang điểm thử nghiệm, không phải thang điểm chính thức.'
      : '⚠ Trial scorecard, not the official one.';
  return vi ? '⚠ Thang điểm chưa kiểm chứng.' : '⚠ Unverified scorecard.';
}
