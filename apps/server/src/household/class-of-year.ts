import type { HouseholdView } from '@benvung/contract/household';
import { classifyMovement, type MovementKind } from '@benvung/domain/review/movement';
import type { ReviewRecord } from '@benvung/domain/review/review-record';
import { writtenDay } from '@benvung/domain/shared/day';
import type { Language } from '@benvung/domain/shared/text';
import type { HouseholdReview, StoredReviewRecord } from '../review/review.public.ts';
import { isLocalStandard } from '../standard/standard.public.ts';
import { unverifiedText } from './unverified-text.ts';

type ClassOfYear = HouseholdView['classes'][number];

/** Official when recognised, otherwise provisional. */
export function classOfYear({ record }: HouseholdReview, language: Language): ClassOfYear {
  return {
    year: record.year,
    standard: record.standardId,
    local: isLocalStandard(record.standardId),
    class: record.closing?.class ?? null,
    state: stateOf(record),
    gone: record.goneReason,
    movement: mainMovement(record),
    decision: decisionText(record, language),
    unverified: record.verified || record.closing === null ? [] : [unverifiedText(undefined, language)],
  };
}

export const stateOf = ({ stage }: ReviewRecord): 'official' | 'provisional' =>
  stage === 'recognised' ? 'official' : 'provisional';

/** Moving house and gaining or losing members say less than what became of the class. */
const ASIDE: readonly MovementKind[] = ['movedOut', 'memberGain', 'memberLoss'];

export function mainMovement(record: ReviewRecord): MovementKind | null {
  const kinds = classifyMovement(record)
    .map(({ kind }) => kind)
    .filter((kind) => !ASIDE.includes(kind));
  const change = kinds.find((kind) => kind !== 'movedIn' && kind !== 'stays');
  return change ?? (kinds.includes('movedIn') ? 'movedIn' : (kinds[0] ?? null));
}

function decisionText(
  { decisionNumber, decisionDay }: StoredReviewRecord,
  language: Language,
): string | null {
  if (decisionNumber === null) return null;
  if (decisionDay === null) return decisionNumber;
  const day = writtenDay(decisionDay);
  return language === 'vi' ? `${decisionNumber} ngày ${day}` : `${decisionNumber} of ${day}`;
}

/** The day it was last recognised as having left poverty or near-poverty of the nation. */
export function lastExitOf(reviews: readonly HouseholdReview[]): string | null {
  const exits = reviews.filter(({ record, round }) => {
    if (record.standardId !== round.standardId) return false;
    const kind = mainMovement(record);
    return stateOf(record) === 'official' && (kind === 'povertyExit' || kind === 'nearPovertyExit');
  });
  const last = exits.at(-1);
  return last === undefined ? null : (last.record.decisionDay ?? last.round.referenceDay);
}
