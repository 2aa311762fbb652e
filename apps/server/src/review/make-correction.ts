import { correctResult, type ResultCorrection } from '@benvung/domain/review/correct-result';
import type { ReviewProblemCode } from '@benvung/domain/review/problems';
import { ok, type Problem, type Result, refuse } from '@benvung/domain/shared/result';
import type { Db } from '../platform/database/database.ts';
import { correctRecord } from './correct-record.ts';
import { type CorrectionView, findCorrection } from './review-correction.store.ts';
import { findRecord } from './review-record.store.ts';
import { lockRound } from './review-round.store.ts';

export interface CorrectionWanted {
  readonly roundId: string;
  readonly householdId: string;
  /** Null: the round's own. */
  readonly standardId: string | null;
  /** The version of the result the author had before their eyes. */
  readonly version: number;
  readonly change: ResultCorrection;
  readonly reason: string;
  readonly author: string;
  readonly today: string;
  readonly at: string;
}

export interface CorrectionMade {
  readonly correction: CorrectionView;
  /** Whether next year's opening followed; otherwise the ledger shows the gap. */
  readonly openingFollowed: boolean;
}

/** Corrects one household's result of a locked year (đính chính). */
export async function makeCorrection(
  db: Db,
  { roundId, householdId, standardId, version, change, ...circumstances }: CorrectionWanted,
): Promise<Result<CorrectionMade, Problem<ReviewProblemCode | 'shared.not-found'>>> {
  const round = await lockRound(db, roundId);
  if (round === undefined) return refuse('shared.not-found');
  const record = await findRecord(db, {
    roundId,
    householdId,
    standardId: standardId ?? round.standardId,
  });
  if (record === undefined) return refuse('shared.not-found');
  const corrected = correctResult(record, change);
  if (!corrected.ok) return corrected;
  const { closing } = corrected.value;
  const byHand = closing !== null && closing.class !== record.computedClass;
  const made = await correctRecord(db, {
    record: {
      ...corrected.value,
      version,
      overrideReason: byHand ? circumstances.reason : null,
    },
    ...circumstances,
  });
  if (!made.ok) return made;
  const correction = await findCorrection(db, made.value.correctionId);
  if (correction === undefined) throw new Error('A correction that was just made is not there.');
  return ok({ correction, openingFollowed: made.value.openingFollowed });
}
