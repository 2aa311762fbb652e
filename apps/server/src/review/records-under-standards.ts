import type { GoneReason, ReviewStage } from '@benvung/domain/review/review-record';
import {
  type FoundOfHousehold,
  type ReviewedUnder,
  reviewUnderStandards,
} from '@benvung/domain/review/review-under-standards';
import type { SharedClosing } from '@benvung/domain/review/shared-closing';
import { isLocalStandard } from '../standard/standard.public.ts';
import type { StoredReviewRecord } from './review-record.store.ts';
import type { ReviewRound } from './review-round.store.ts';
import { standardsOfRound } from './round-standards.ts';

/** A household as a review found it, whatever the standard. */
export interface HouseholdReviewed {
  readonly round: ReviewRound;
  readonly originCommuneId: number;
  readonly householdId: string;
  /** Path of the village it belongs to now. */
  readonly scopePath: string;
  readonly found: FoundOfHousehold;
  readonly closing: SharedClosing;
  readonly stage: ReviewStage;
  /** Why a told class is another one than computed. */
  readonly overrideReason: string | null;
  readonly basis: Pick<StoredReviewRecord, 'scorecardId' | 'decisionNumber' | 'decisionDay' | 'batchId'>;
  /** Every record of the household so far, of all years and standards, oldest first. */
  readonly known: readonly StoredReviewRecord[];
}

/**
 * The records a reviewed household gets: one for each standard of its round, each with its own class, opening, stage and
 * version, ready for `putReviewRecords`. Whoever writes what a review found makes its records here.
 */
export function recordsUnderStandards(reviewed: HouseholdReviewed): StoredReviewRecord[] {
  return reviewUnderStandards(standardsOfRound(reviewed.round), reviewed.found).map((under) =>
    recordUnder(under, reviewed),
  );
}

function recordUnder(under: ReviewedUnder, reviewed: HouseholdReviewed): StoredReviewRecord {
  const { round, found, known, basis } = reviewed;
  const { id: standardId } = under.standard.standard;
  const now = known.find((each) => each.year === round.year && each.standardId === standardId);
  const once = onceListed(known, standardId, round.year);
  const of = under.class ?? 'UNDETERMINED';
  const blocked = !under.verified || of === 'UNDETERMINED';
  const opening = now?.opening ?? null;
  const { evidence } = found;
  return {
    originCommuneId: reviewed.originCommuneId,
    householdId: reviewed.householdId,
    year: round.year,
    standardId,
    roundId: round.id,
    communeId: round.communeId,
    scopePath: reviewed.scopePath,
    stage: blocked && reviewed.stage === 'recognised' ? 'scored' : reviewed.stage,
    verified: under.verified,
    opening,
    closing: { ...reviewed.closing, ...once, class: of, deprivations: under.classification.deprivations },
    goneReason: null,
    arrivalReason: opening === null ? (now?.arrivalReason ?? (once.oncePoor ? 'relapse' : 'newEntry')) : null,
    computedClass: under.computedClass,
    overrideReason: of === under.computedClass ? null : reviewed.overrideReason,
    incomeScore: under.classification.incomeScore,
    deprivationScore: deprivationScoreOf(under),
    evidence: evidence.kind,
    ...basis,
    version: now?.version ?? 0,
  };
}

/** Points B of the answers or the form; none where nothing was asked. */
const deprivationScoreOf = ({ classification }: ReviewedUnder): number | null => {
  const { evidence, deprivationScore, deprivations } = classification;
  if (evidence.kind === 'signedForm' && evidence.deprivationScore !== null) return evidence.deprivationScore;
  return /^\?*$/u.test(deprivations) ? null : deprivationScore;
};

/** Whether it was ever listed before a year; under a local standard by local classes, otherwise by national ones. */
export function onceListed(
  known: readonly StoredReviewRecord[],
  standardId: string,
  year: number,
): { readonly oncePoor: boolean; readonly onceNearPoor: boolean } {
  const local = isLocalStandard(standardId);
  const alike = known.filter((each) => isLocalStandard(each.standardId) === local);
  const before = alike.filter((each) => each.year < year);
  const was = (of: string) =>
    before.some(({ closing, opening }) => closing?.class === of || opening?.class === of);
  const told = alike.find((each) => each.year === year && each.standardId === standardId)?.closing;
  return {
    oncePoor: was('POOR') || (told?.oncePoor ?? false) || before.some(({ closing }) => closing?.oncePoor),
    onceNearPoor:
      was('NEAR_POOR') ||
      (told?.onceNearPoor ?? false) ||
      before.some(({ closing }) => closing?.onceNearPoor),
  };
}

/**
 * The records of a household that is no longer on the list: gone under every standard it was listed under, taken away
 * where it only arrived this year.
 */
export function goneUnderStandards(
  records: readonly StoredReviewRecord[],
  goneReason: GoneReason,
): { readonly put: StoredReviewRecord[]; readonly remove: StoredReviewRecord[] } {
  const wasListed = ({ opening }: StoredReviewRecord) => opening !== null;
  return {
    put: records
      .filter(wasListed)
      .map((record) => ({ ...record, closing: null, goneReason, arrivalReason: null })),
    remove: records.filter((record) => !wasListed(record)),
  };
}
