import { ok, type Problem, type Result, refuse } from '../shared/result.ts';
import type { ReviewRecord } from './review-record.ts';

export type RecordProblemCode =
  | 'review.record-empty'
  | 'review.record-gone-and-present'
  | 'review.record-known-and-arrived'
  | 'review.unverified-cannot-be-recognised'
  | 'review.undetermined-cannot-be-recognised';

/** Refuses a record that says two things at once, and a recognition that nothing verified carries. */
export function checkRecord(record: ReviewRecord): Result<ReviewRecord, Problem<RecordProblemCode>> {
  const { opening, closing, goneReason, arrivalReason, stage, verified } = record;
  if (opening === null && closing === null) return refuse('review.record-empty');
  if (goneReason !== null && closing !== null) return refuse('review.record-gone-and-present');
  if (arrivalReason !== null && opening !== null) return refuse('review.record-known-and-arrived');
  if (stage === 'recognised' && closing !== null) {
    if (!verified) return refuse('review.unverified-cannot-be-recognised');
    if (closing.class === 'UNDETERMINED') return refuse('review.undetermined-cannot-be-recognised');
  }
  return ok(record);
}
