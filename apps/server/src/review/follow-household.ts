import { followHousehold, type HouseholdChange } from '@benvung/domain/review/follow-household';
import type { ReviewProblemCode } from '@benvung/domain/review/problems';
import type { GoneReason } from '@benvung/domain/review/review-record';
import type { FoundOfHousehold } from '@benvung/domain/review/review-under-standards';
import { groupBy } from '@benvung/domain/shared/group-by';
import { ok, type Problem, type Result } from '@benvung/domain/shared/result';
import { atLeastNational } from '@benvung/domain/standard/local-class';
import type { Db } from '../platform/database/database.ts';
import type { Acting } from './case/take-case-steps.ts';
import { type HouseholdReview, listReviewsOfHouseholds, setReviewPaths } from './household-reviews.store.ts';
import { putReviewRecords } from './put-review-records.ts';
import { goneUnderStandards, recordsUnderStandards } from './records-under-standards.ts';
import type { StoredReviewRecord } from './review-record.store.ts';
import { listRoundsOfCommunes, type ReviewRound } from './review-round.store.ts';
import { standardIdsOf } from './round-standards.ts';

interface ChangedHousehold {
  readonly originCommuneId: number;
  readonly householdId: string;
  readonly change: HouseholdChange;
  /** The path of the village it lives in after the act. */
  readonly scopePath: string;
  /** What a year's class was computed from, where it was kept. */
  readonly factsOf: (year: number) => Promise<Pick<FoundOfHousehold, 'facts' | 'evidence'> | undefined>;
}

/**
 * Keeps the reviews that are still open in step with an act of a household, counters included; closed and locked
 * rounds keep what they found, only who may see it follows the household.
 */
export async function followHouseholdInReviews(
  db: Db,
  changed: ChangedHousehold,
  acting: Acting,
): Promise<Result<{ followed: number }, Problem<ReviewProblemCode>>> {
  const { originCommuneId, householdId, scopePath } = changed;
  const found = await listReviewsOfHouseholds(db, [{ originCommuneId, id: householdId }]);
  const reviews = found.get(householdId) ?? [];
  const put: StoredReviewRecord[] = [];
  const remove: StoredReviewRecord[] = [];
  for (const ofYear of groupBy(
    reviews.filter(({ round }) => round.status === 'OPEN'),
    ({ record }) => record.year,
  ).values()) {
    const after = await followYear(db, ofYear, changed);
    put.push(...after.put.map((record) => ({ ...record, scopePath })));
    remove.push(...after.remove);
  }
  const written = await putReviewRecords(db, put, { today: acting.today, remove, acting });
  if (!written.ok) return written;
  if (reviews.some(({ record }) => record.scopePath !== scopePath))
    await setReviewPaths(db, { originCommuneId, householdId }, scopePath);
  return ok({ followed: put.length + remove.length });
}

interface Followed {
  readonly put: readonly StoredReviewRecord[];
  readonly remove: readonly StoredReviewRecord[];
}

/** One year's records under all standards: where the nation's result goes, the local one goes or ends. */
async function followYear(
  db: Db,
  reviews: readonly HouseholdReview[],
  { change, factsOf }: ChangedHousehold,
): Promise<Followed> {
  const [first] = reviews;
  const communeId = change.movedTo?.communeId;
  const there =
    first === undefined || communeId === undefined || communeId === first.record.communeId
      ? undefined
      : (await listRoundsOfCommunes(db, first.record.year, [communeId])).find(
          ({ status }) => status === 'OPEN',
        );
  const put: StoredReviewRecord[] = [];
  const remove: StoredReviewRecord[] = [];
  let national: StoredReviewRecord | undefined;
  for (const { record, round } of reviews) {
    const takes = there !== undefined && standardIdsOf(there).includes(record.standardId);
    const goes = record.standardId === round.standardId ? null : goesWith(national, record, takes);
    if (goes !== null) {
      const gone = goneUnderStandards([record], goes);
      put.push(...gone.put);
      remove.push(...gone.remove);
      continue;
    }
    const after = followHousehold(record, change, { ...round, hasOpenRoundThere: takes });
    if (after === record) continue;
    const moved = after.communeId !== record.communeId && there !== undefined;
    const placed = moved ? { ...after, roundId: there.id } : after;
    put.push(placed);
    if (record.standardId === round.standardId) national = placed;
  }
  if (national !== undefined && there !== undefined && national.roundId === there.id)
    put.push(...arrivedUnderLocal(national, { reviews, there, frozen: await factsOf(national.year) }));
  return { put, remove };
}

/** Why a local result ends with what became of the nation's: the household is gone, or where no such standard is. */
function goesWith(
  national: StoredReviewRecord | undefined,
  local: StoredReviewRecord,
  taken: boolean,
): GoneReason | null {
  if (national === undefined) return null;
  if (national.goneReason !== null) return national.goneReason;
  return national.roundId !== local.roundId && !taken ? 'movedAway' : null;
}

/** A reviewed household that moved to where a local standard is in force gets a class under it as well. */
function arrivedUnderLocal(
  national: StoredReviewRecord,
  {
    reviews,
    there,
    frozen,
  }: {
    readonly reviews: readonly HouseholdReview[];
    readonly there: ReviewRound;
    readonly frozen: Awaited<ReturnType<ChangedHousehold['factsOf']>>;
  },
): StoredReviewRecord[] {
  const { localStandardId } = there;
  const { closing } = national;
  if (localStandardId === null || closing === null) return [];
  if (reviews.some(({ record }) => record.standardId === localStandardId)) return [];
  if (frozen == null || frozen.facts === null) {
    const of = atLeastNational(closing.class, 'UNDETERMINED');
    return [
      {
        ...national,
        standardId: localStandardId,
        opening: null,
        closing: { ...closing, class: of, oncePoor: false, onceNearPoor: false },
        arrivalReason: 'movedIn',
        computedClass: null,
        overrideReason: null,
        version: 0,
      },
    ];
  }
  const { facts, evidence } = frozen;
  const [, local] = recordsUnderStandards({
    ...national,
    round: there,
    found: { facts, evidence, told: { national: closing.class } },
    closing,
    basis: national,
    known: [],
  });
  return local === undefined ? [] : [{ ...local, arrivalReason: 'movedIn' }];
}
