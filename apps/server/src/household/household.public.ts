/** What other features may use of households. */
export {
  findReviewFacts,
  putReviewFacts,
  type ReviewFacts,
  reviewFactsCopyText,
  writeReviewFacts,
} from './review-facts.store.ts';
export {
  HOUSEHOLD_TABLES,
  type HouseholdToWrite,
  householdCopyText,
  writeHouseholds,
} from './write-households.ts';
