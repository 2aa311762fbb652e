import {
  correctResults,
  type ResultCorrection,
  type ResultsOfHousehold,
} from '@benvung/domain/review/correct-result';
import type { ReviewProblemCode } from '@benvung/domain/review/problems';
import { ok, type Problem, type Result, refuse } from '@benvung/domain/shared/result';
import type { Db } from '../platform/database/database.ts';
import { correctRecords } from './correct-records.ts';
import { type CorrectionView, findCorrection } from './review-correction.store.ts';
import { findRecord, type StoredReviewRecord } from './review-record.store.ts';
import { lockRound, type ReviewRound } from './review-round.store.ts';

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
  const results = await resultsOf(db, round, householdId);
  const named = standardId === null || standardId === round.standardId ? results?.national : results?.local;
  if (results === undefined || named == null || (standardId ?? round.standardId) !== named.standardId)
    return refuse('shared.not-found');
  const corrected = correctResults(results, named === results.national ? 'national' : 'local', change);
  if (!corrected.ok) return corrected;
  const { reason } = circumstances;
  const made = await correctRecords(db, {
    records: corrected.value.changed.map((record) => ({
      ...record,
      version: record.standardId === named.standardId ? version : record.version,
      overrideReason: isByHand(record) ? reason : null,
    })),
    remove: corrected.value.removed,
    ...circumstances,
  });
  if (!made.ok) return made;
  const correction = await findCorrection(db, made.value.correctionIds[0] ?? '');
  if (correction === undefined) throw new Error('A correction that was just made is not there.');
  return ok({ correction, openingFollowed: made.value.openingFollowed });
}

async function resultsOf(
  db: Db,
  round: ReviewRound,
  householdId: string,
): Promise<ResultsOfHousehold<StoredReviewRecord> | undefined> {
  const national = await findRecord(db, { roundId: round.id, householdId, standardId: round.standardId });
  if (national === undefined) return undefined;
  const standardId = round.localStandardId;
  const local =
    standardId === null ? undefined : await findRecord(db, { roundId: round.id, householdId, standardId });
  return { national, local: local ?? null };
}

const isByHand = ({ closing, computedClass }: StoredReviewRecord): boolean =>
  closing !== null && closing.class !== computedClass;
