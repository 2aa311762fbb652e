import type { RecordProblemCode } from './check-record.ts';
import type { CorrectionProblemCode } from './correct-result.ts';
import type { BaseProblemCode } from './population-base.ts';
import type { RoundProblemCode } from './review-round.ts';

/** Every refusal of the review feature. */
export type ReviewProblemCode =
  | RoundProblemCode
  | RecordProblemCode
  | CorrectionProblemCode
  | BaseProblemCode
  | 'review.unit-not-found'
  | 'review.standard-unknown'
  | 'review.standard-draft'
  | 'review.local-standard-elsewhere'
  | 'review.local-standard-not-in-force'
  | 'review.local-standard-of-another'
  | 'review.rounds-not-closed'
  | 'review.questionnaire-unknown'
  | 'review.answer-not-offered'
  | 'review.draft-changed'
  | 'review.result-recognised'
  | 'review.household-elsewhere'
  | 'review.match-decided'
  | 'review.match-outdated'
  | 'review.match-not-decided'
  | 'review.match-built-on'
  | 'review.commune-cannot-open'
  | 'review.base-conflict'
  | 'review.village-not-of-commune'
  | 'review.household-not-missing'
  | 'review.version-conflict';
