import type { RecordProblemCode } from './check-record.ts';
import type { CorrectionProblemCode } from './correct-result.ts';
import type { RoundProblemCode } from './review-round.ts';

/** Every refusal of the review feature. */
export type ReviewProblemCode =
  | RoundProblemCode
  | RecordProblemCode
  | CorrectionProblemCode
  | 'review.unit-not-found'
  | 'review.standard-unknown'
  | 'review.standard-draft'
  | 'review.local-standard-elsewhere'
  | 'review.local-standard-not-in-force'
  | 'review.local-standard-of-another'
  | 'review.rounds-not-closed'
  | 'review.match-decided'
  | 'review.version-conflict';
