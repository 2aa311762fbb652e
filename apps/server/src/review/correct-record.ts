import type { ReviewProblemCode } from '@benvung/domain/review/problems';
import { ok, type Problem, type Result } from '@benvung/domain/shared/result';
import type { HouseholdClass } from '@benvung/domain/standard/household-class';
import type { Db } from '../platform/database/database.ts';
import { newId } from '../platform/ids.ts';
import { carriedOver } from './open-round.ts';
import { putReviewRecords } from './put-review-records.ts';
import { insertCorrection } from './review-correction.store.ts';
import { lockRecords, type StoredReviewRecord } from './review-record.store.ts';
import { listRoundsOfCommunes } from './review-round.store.ts';

export interface CorrectionToMake {
  /** The record as it should be, with the version it was read with. */
  readonly record: StoredReviewRecord;
  readonly reason: string;
  readonly author: string;
  readonly today: string;
  readonly at: string;
}

/**
 * Corrects a result after its year was locked (đính chính): what changed, why and who is kept. When next
 * year's round is still open, the household's opening there follows; otherwise the ledger shows the gap.
 */
export async function correctRecord(
  db: Db,
  { record, reason, author, today, at }: CorrectionToMake,
): Promise<Result<{ correctionId: string; openingFollowed: boolean }, Problem<ReviewProblemCode>>> {
  const [before] = await lockRecords(db, [record]);
  const put = await putReviewRecords(db, [record], {
    today,
    act: 'correct',
    circumstances: { reason, author },
  });
  if (!put.ok) return put;
  const correctionId = newId();
  await insertCorrection(db, { id: correctionId, before: before ?? null, after: record, reason, author, at });
  return ok({ correctionId, openingFollowed: await followInNextYear(db, record, today) });
}

async function followInNextYear(db: Db, record: StoredReviewRecord, today: string): Promise<boolean> {
  const [next] = await lockRecords(db, [{ ...record, year: record.year + 1 }]);
  const communeId = next?.communeId ?? record.communeId;
  const round = (await listRoundsOfCommunes(db, record.year + 1, [communeId]))[0];
  if (round?.status !== 'OPEN' || record.closing === null) return false;
  if (next === undefined) {
    if (!STILL_LISTED.includes(record.closing.class)) return false;
    return (await putReviewRecords(db, [carriedOver(record, round)], { today })).ok;
  }
  if (next.roundId !== round.id) return false;
  const opening = {
    class: record.closing.class,
    persons: record.closing.persons,
    communeId: next.opening?.communeId ?? record.communeId,
    villageId: record.closing.villageId,
  };
  const put = await putReviewRecords(db, [{ ...next, opening, arrivalReason: null }], { today });
  return put.ok;
}

/** Who is on next year's list; who was found not to be poor last year is not put there by a correction. */
const STILL_LISTED: readonly HouseholdClass[] = ['POOR', 'NEAR_POOR', 'UNDETERMINED'];
