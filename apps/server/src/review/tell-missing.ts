import type { ReviewProblemCode } from '@benvung/domain/review/problems';
import type { GoneReason } from '@benvung/domain/review/review-record';
import { ok, type Problem, type Result, refuse } from '@benvung/domain/shared/result';
import type { Db } from '../platform/database/database.ts';
import type { Acting } from './case/take-case-steps.ts';
import { putReviewRecords } from './put-review-records.ts';
import { listRecordsOfCommunes, type StoredReviewRecord } from './review-record.store.ts';
import type { ReviewRound } from './review-round.store.ts';

export interface ToldMissing {
  readonly householdId: string;
  /** The version of its record under the round's own standard, as the person saw it. */
  readonly version: number;
  /** Null takes the reason back. */
  readonly reason: GoneReason | null;
}

/** Says of households on last year's list why they are gone, under every standard of the round; all or none. */
export async function tellMissing(
  db: Db,
  { round, told, acting }: { round: ReviewRound; told: readonly ToldMissing[]; acting: Acting },
): Promise<Result<{ told: number }, Problem<ReviewProblemCode>>> {
  const records = (await listRecordsOfCommunes(db, round.year, [round.communeId])).filter(
    ({ roundId }) => roundId === round.id,
  );
  const changed: StoredReviewRecord[] = [];
  for (const { householdId, version, reason } of told) {
    const own = records.filter((record) => record.householdId === householdId);
    if (own.length === 0 || own.some(({ opening, closing }) => opening === null || closing !== null))
      return refuse('review.household-not-missing');
    for (const record of own) {
      const seen = record.standardId === round.standardId ? version : record.version;
      changed.push({ ...record, goneReason: reason, version: seen });
    }
  }
  const put = await putReviewRecords(db, changed, { today: acting.today, acting });
  return put.ok ? ok({ told: told.length }) : put;
}
