/** What other features may use of the review. */
export { carriedInto, carryOverSome, type OpeningRound } from './carry-over.ts';
export { type Acting, actingOf } from './case/take-case-steps.ts';
export { chooseRoundStandards, namedIn } from './choose-round-standards.ts';
export { closeRound } from './close-round.ts';
export { correctionTexts } from './correction-text.ts';
export { deadlineCalendar } from './deadline/deadline-calendar.ts';
export { decideMatch } from './decide-match.ts';
export { followHouseholdInReviews } from './follow-household.ts';
export { followVillageMergerInReviews } from './follow-village-merger.ts';
export { complainantSweeper } from './grievance/forget-complainants.ts';
export {
  FILTERED_MOVEMENTS,
  type HouseholdReview,
  listReviewsOfHouseholds,
  reviewedLike,
} from './household-reviews.store.ts';
export { listLoadedLaw, putLoadedLaw } from './law/loaded-law.store.ts';
export { procedureOn, readWorkingCalendar } from './law/review-law.ts';
export { lockYear } from './lock-year.ts';
export { openRounds, type RoundsToOpen, roundsOf } from './open-round.ts';
export type { PopulationBaseLine } from './population-base.store.ts';
export { putPopulationBase } from './population-base.ts';
export { showPosting } from './posting/show-posting.ts';
export { readVillageDuties, type StepDue } from './posting/village-duties.ts';
export { proposeRoundMatches } from './propose-round-matches.ts';
export { provinceCodesOf } from './province-codes.ts';
export {
  type CopiedRecords,
  copyReviewRecords,
  nothingCopied,
  putReviewRecords,
  putReviewRecordsInBulk,
  settleCopied,
  takeBackReviewRecords,
  writeOverReviewRecords,
} from './put-review-records.ts';
export { rebuildCounters } from './rebuild-counters.ts';
export { recordsUnderStandards } from './records-under-standards.ts';
export { requesterSweeper } from './request/forget-requesters.ts';
export { forgetUnusedChanges, noteChangesEverywhere, noteChangesIn } from './review-change.store.ts';
/** Of one household, for its history: who corrected which year, why, and the result before and after. */
export { type CorrectionView, listCorrections } from './review-correction.store.ts';
export { FIGURE_COLUMNS, figuresOfRow } from './review-counter.store.ts';
export { insertMatches, type StoredMatch } from './review-match.store.ts';
export { recordOfRow, type StoredReviewRecord } from './review-record.store.ts';
export { listRoundsOfCommunes, listRoundsUnder, type ReviewRound } from './review-round.store.ts';
export { readBlockers } from './round-standing.ts';
export { findClosedYearOf } from './village-merger.store.ts';
