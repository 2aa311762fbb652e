import type { RecordProblemCode } from './check-record.ts';
import type { RoundProblemCode } from './review-round.ts';

/** Every refusal of the review feature. */
export type ReviewProblemCode =
  | RoundProblemCode
  | RecordProblemCode
  | 'review.unit-not-found'
  | 'review.standard-unknown'
  | 'review.rounds-not-closed'
  | 'review.match-decided'
  | 'review.version-conflict';
