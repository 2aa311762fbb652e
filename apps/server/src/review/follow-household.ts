import { followHousehold, type HouseholdChange } from '@benvung/domain/review/follow-household';
import type { ReviewProblemCode } from '@benvung/domain/review/problems';
import { ok, type Problem, type Result } from '@benvung/domain/shared/result';
import type { Db } from '../platform/database/database.ts';
import { type HouseholdReview, listReviewsOfHouseholds, setReviewPaths } from './household-reviews.store.ts';
import { putReviewRecords } from './put-review-records.ts';
import type { StoredReviewRecord } from './review-record.store.ts';
import { listRoundsOfCommunes, type ReviewRound } from './review-round.store.ts';

interface ChangedHousehold {
  readonly originCommuneId: number;
  readonly householdId: string;
  readonly change: HouseholdChange;
  /** The path of the village it lives in after the act. */
  readonly scopePath: string;
}

/**
 * Keeps the reviews that are still open in step with an act of a household, counters included; closed and locked
 * rounds keep what they found, only who may see it follows the household.
 */
export async function followHouseholdInReviews(
  db: Db,
  { originCommuneId, householdId, change, scopePath }: ChangedHousehold,
  today: string,
): Promise<Result<{ followed: number }, Problem<ReviewProblemCode>>> {
  const found = await listReviewsOfHouseholds(db, [{ originCommuneId, id: householdId }]);
  const reviews = found.get(householdId) ?? [];
  const changed: StoredReviewRecord[] = [];
  for (const review of reviews.filter(({ round }) => round.status === 'OPEN')) {
    const after = await followOne(db, review, change);
    if (after !== review.record) changed.push({ ...after, scopePath });
  }
  const put = await putReviewRecords(db, changed, { today });
  if (!put.ok) return put;
  if (reviews.some(({ record }) => record.scopePath !== scopePath))
    await setReviewPaths(db, { originCommuneId, householdId }, scopePath);
  return ok({ followed: changed.length });
}

async function followOne(
  db: Db,
  { record, round }: HouseholdReview,
  change: HouseholdChange,
): Promise<StoredReviewRecord> {
  const communeId = change.movedTo?.communeId ?? record.communeId;
  const rounds =
    communeId === record.communeId ? [] : await listRoundsOfCommunes(db, record.year, [communeId]);
  const there = rounds.find((each) => takes(each, record));
  const after = followHousehold(record, change, { ...round, hasOpenRoundThere: there !== undefined });
  const moved = after.communeId !== record.communeId;
  return moved && there !== undefined ? { ...after, roundId: there.id } : after;
}

const takes = (round: ReviewRound, { standardId }: StoredReviewRecord): boolean =>
  round.status === 'OPEN' && (round.standardId === standardId || round.localStandardId === standardId);
