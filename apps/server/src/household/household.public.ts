/** What other features may use of households. */
export { lastExitOf } from './class-of-year.ts';
export { correctMember } from './correct-member.ts';
export { groundOf } from './define-act.ts';
export { endDuplicate } from './end-duplicate.ts';
export { searchDuplicates } from './find-duplicates.ts';
export { followVillageMerger } from './follow-village-merger.store.ts';
export { findHousehold, findHouseholds, lockHouseholds, type StoredHousehold } from './household.store.ts';
export type { Acted, ActGround } from './household-ground.ts';
export { type HouseholdsWanted, itemsOf, listHouseholdsOfUnit } from './list-households.ts';
export { listQuery, listWanted } from './list-query.ts';
export { localGroupsAt } from './local-groups-at.ts';
export { listMembersOf } from './member.store.ts';
export { listMembersOn } from './members-on-day.store.ts';
export { shownSensitive } from './open-sensitive-fields.ts';
export {
  bringBackHouseholds,
  type RememberedHouseholds,
  rememberHouseholds,
  stampHouseholds,
} from './remember-households.ts';
export { renewMembers } from './renew-members.ts';
export {
  putReviewFacts,
  REVIEW_FACTS_TABLE,
  type ReviewFacts,
  renewEvidence,
  reviewFactsCopyText,
  writeReviewFacts,
} from './review-facts.store.ts';
export { addEvents } from './save-household.store.ts';
export { endedHouseholdSweeper } from './subject/forget-household.ts';
export { type HouseholdWithRoster, takeRoster } from './take-roster.ts';
export {
  HOUSEHOLD_TABLES,
  type HouseholdToWrite,
  householdCopyText,
  writeHouseholds,
} from './write-households.ts';
