import type { RoundView } from '@benvung/contract/review';
import type { ReviewRound } from './review-round.store.ts';

export const viewOfRound = (round: ReviewRound): RoundView => ({
  id: round.id,
  year: round.year,
  communeId: round.communeId,
  status: round.status as RoundView['status'],
  standardId: round.standardId,
  localStandardId: round.localStandardId,
  referenceDay: round.referenceDay,
  openedOn: round.openedOn,
  closedOn: round.closedOn,
  lockedOn: round.lockedOn,
});
