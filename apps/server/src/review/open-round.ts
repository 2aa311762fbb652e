import type { ReviewProblemCode } from '@benvung/domain/review/problems';
import type { RoundKind } from '@benvung/domain/review/review-round';
import { ok, type Problem, type Result, refuse } from '@benvung/domain/shared/result';
import type { Db } from '../platform/database/database.ts';
import { newId } from '../platform/ids.ts';
import { putReviewRecords } from './put-review-records.ts';
import { listListedUnder } from './review-history.store.ts';
import type { StoredReviewRecord } from './review-record.store.ts';
import { insertRounds, listRoundsOfCommunes, type ReviewRound } from './review-round.store.ts';

export interface RoundsToOpen {
  readonly year: number;
  readonly kind: RoundKind;
  /** Communes with their paths. */
  readonly communes: readonly {
    readonly communeId: number;
    readonly scopePath: string;
    /** Its path is by now that of a larger unit: only households last listed in the commune itself are carried over. */
    readonly ended?: boolean;
    /** The id its round will bear, when something was written under it already. */
    readonly roundId?: string;
  }[];
  readonly standardId: string;
  readonly standardHash: string;
  readonly localStandard: { readonly id: string; readonly hash: string } | null;
  /** The day codes, area types and ages are read on. */
  readonly referenceDay: string;
  readonly today: string;
  readonly source: string;
  readonly demonstration: boolean;
  /** Puts everyone listed (or undetermined) at the end of last year on the new list (regulations 2.2, step 1). */
  readonly carryOver: boolean;
}

/** Opens one round a commune; refuses when one of them is open already. */
export async function openRounds(
  db: Db,
  wanted: RoundsToOpen,
): Promise<Result<readonly ReviewRound[], Problem<ReviewProblemCode>>> {
  const { year, kind, communes, today } = wanted;
  const ids = communes.map((commune) => commune.communeId);
  const already = (await listRoundsOfCommunes(db, year, ids)).filter((round) => round.kind === kind);
  if (already.length > 0) return refuse('review.round-already-open', { year, communes: already.length });
  const rounds = communes.map(
    ({ communeId, scopePath, roundId }): ReviewRound => ({
      id: roundId ?? newId(),
      year,
      kind,
      communeId,
      status: 'OPEN',
      standardId: wanted.standardId,
      standardHash: wanted.standardHash,
      localStandardId: wanted.localStandard?.id ?? null,
      localStandardHash: wanted.localStandard?.hash ?? null,
      referenceDay: wanted.referenceDay,
      openedOn: today,
      closedOn: null,
      lockedOn: null,
      source: wanted.source,
      demonstration: wanted.demonstration,
      version: 1,
      scopePath,
    }),
  );
  await insertRounds(db, rounds);
  const ended = new Set(communes.filter((commune) => commune.ended).map(({ communeId }) => communeId));
  if (wanted.carryOver)
    for (const round of rounds) {
      const listed = (await listListedUnder(db, year - 1, round.scopePath)).filter(
        ({ communeId }) => !ended.has(round.communeId) || communeId === round.communeId,
      );
      const put = await putReviewRecords(
        db,
        listed.map((record) => carriedOver(record, round)),
        { today },
      );
      if (!put.ok) return put;
    }
  return ok(rounds);
}

/** Last year's closing as this year's opening; what was not known of its village stays unknown. */
export function carriedOver(last: StoredReviewRecord, round: ReviewRound): StoredReviewRecord {
  const { closing } = last;
  if (closing === null) throw new Error('Only a household with a class is carried over.');
  return {
    ...last,
    year: round.year,
    standardId: round.standardId,
    roundId: round.id,
    communeId: round.communeId,
    stage: 'listed',
    verified: true,
    opening: {
      class: closing.class,
      persons: closing.persons,
      communeId: round.communeId,
      villageId: closing.villageId,
    },
    closing: null,
    goneReason: null,
    arrivalReason: null,
    computedClass: null,
    overrideReason: null,
    incomeScore: null,
    deprivationScore: null,
    evidence: null,
    scorecardId: null,
    decisionNumber: null,
    decisionDay: null,
    batchId: null,
    version: 0,
  };
}
