import type { AssignmentProblemCode } from './assignment/decide-assignment.ts';
import type { CaseProblemCode } from './case/decide-case-act.ts';
import type { RecordProblemCode } from './check-record.ts';
import type { CorrectionProblemCode } from './correct-result.ts';
import type { GrievanceProblemCode } from './grievance/decide-grievance-act.ts';
import type { MeetingProblemCode } from './meeting/meeting.ts';
import type { BaseProblemCode } from './population-base.ts';
import type { FindingProblemCode } from './quality/decide-finding.ts';
import type { RecognitionProblemCode } from './recognition/recognition.ts';
import type { OnlineRequestProblemCode } from './request/decide-online-request.ts';
import type { RequestFormProblemCode } from './request/request-form.ts';
import type { RoundProblemCode } from './review-round.ts';

/** Every refusal of the review feature. */
export type ReviewProblemCode =
  | RoundProblemCode
  | RecordProblemCode
  | CorrectionProblemCode
  | BaseProblemCode
  | CaseProblemCode
  | GrievanceProblemCode
  | OnlineRequestProblemCode
  | FindingProblemCode
  | AssignmentProblemCode
  | 'review.posting-list-changed'
  | 'review.posting-withdrawn'
  | 'review.posting-built-on'
  | 'review.posting-over'
  | 'review.photo-unreadable'
  | 'review.photo-too-many'
  | 'review.grievance-changed'
  | 'review.grievance-open'
  | 'review.grievance-household-missing'
  | MeetingProblemCode
  | RecognitionProblemCode
  | 'review.procedure-unknown'
  | 'review.procedure-begun'
  | 'review.procedure-missing'
  | 'review.case-changed'
  | 'review.case-not-listed'
  | 'review.round-in-procedure'
  | 'review.case-already-open'
  | 'review.household-on-list'
  | RequestFormProblemCode
  | 'review.nothing-to-do'
  | 'review.law-file-invalid'
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
