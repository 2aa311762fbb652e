import { CERTIFICATE_STATES } from '@benvung/domain/review/recognition/recognition';
import { z } from 'zod';
import { signatory } from './document.ts';
import { documentNumber } from './document-numbering.ts';
import { householdClass } from './household.ts';
import { commandBase, day, page, unitRef } from './shared.ts';

const count = z.number().int();
const words = (most: number) => z.string().trim().max(most);

const decisionCounts = z.object({
  POOR: count,
  NEAR_POOR: count,
  POVERTY_EXIT: count,
  NEAR_POVERTY_EXIT: count,
  REFUSED: count,
});

export const submissionLine = z.object({
  id: z.uuid(),
  roundId: z.uuid(),
  commune: unitRef.nullable(),
  number: z.string().nullable(),
  submittedOn: day,
  submittedBy: z.string(),
  dueOn: day,
  provisional: z.boolean(),
  workingDaysLate: count,
  superior: z.string(),
  cases: count,
  state: z.enum(['submitted', 'answered', 'recalled']),
  opinionOn: day.nullable(),
  opinionNumber: z.string().nullable(),
  version: count,
});
export type SubmissionLine = z.infer<typeof submissionLine>;

export const decisionLine = z.object({
  id: z.uuid(),
  commune: unitRef.nullable(),
  number: z.string(),
  decidedOn: day,
  signedBy: z.string(),
  signatory: signatory.nullable(),
  counts: decisionCounts,
  documentId: z.uuid().nullable(),
});
export type DecisionLineView = z.infer<typeof decisionLine>;

/** GET /api/recognition-desk?unit=&year= : what waits for submission, for an opinion, for a decision; a line a round. */
export const recognitionDesk = z.object({
  unit: unitRef,
  year: count,
  today: day,
  rounds: z.array(
    z.object({
      roundId: z.uuid(),
      commune: unitRef.nullable(),
      kind: z.enum(['PERIODIC', 'AD_HOC']),
      open: z.boolean(),
      /** The procedure has the superior's opinion for this kind of round. */
      opinion: z.boolean(),
      /** Posted, the posting is over and no grievance is open. */
      toSubmit: count,
      /** The posting is over, a grievance waits for its answer. */
      disputed: count,
      /** Still posted; the last day a posting ends. */
      posted: count,
      postedUntil: day.nullable(),
      /** Waits for the decision: cleared by the superior, or posted to the end where no opinion is asked. */
      cleared: count,
      /** What a decision on the cleared cases would hold. */
      lists: decisionCounts,
      unverified: count,
    }),
  ),
  submissions: z.array(submissionLine),
  decisions: z.array(decisionLine),
});
export type RecognitionDesk = z.infer<typeof recognitionDesk>;

/** GET /api/review-submissions/:id */
export const submissionView = submissionLine.extend({
  opinion: z.string().nullable(),
  opinionBy: z.string().nullable(),
  movements: z.array(z.object({ from: z.string(), to: z.string(), households: count })),
  contentHash: z.string(),
  /** Who signed it, and who signed the opinion on it; null where it was not told. */
  signatory: signatory.nullable(),
  opinionSignatory: signatory.nullable(),
  /** The unit whose register the opinion is numbered in. */
  superiorUnit: z.number().int().nullable(),
  documentId: z.uuid().nullable(),
  opinionDocumentId: z.uuid().nullable(),
  /** The reader may give the opinion: an approver above the commune. */
  mayAnswer: z.boolean(),
  lines: z.array(
    z.object({
      caseId: z.uuid(),
      head: z.string(),
      village: z.string(),
      opening: householdClass.nullable(),
      class: householdClass.nullable(),
      answer: z.enum(['clear', 'return']).nullable(),
      reason: z.string().nullable(),
    }),
  ),
});
export type SubmissionView = z.infer<typeof submissionView>;

/** POST /api/rounds/:id/submissions */
export const submitCasesCommand = commandBase.extend({ number: documentNumber, signatory });
export const casesSubmitted = z.object({ id: z.uuid(), number: z.string(), cases: count, dueOn: day });

const returned = z.array(z.strictObject({ caseId: z.uuid(), reason: words(1000) })).max(20_000);

/** POST /api/review-submissions/:id/opinion : cases not named are cleared. */
export const opinionCommand = commandBase.extend({
  version: z.int().min(1),
  number: documentNumber,
  signatory,
  opinion: words(2000),
  returned,
});

/** POST /api/review-submissions/:id/outside-opinion : from the paper of a superior that does not work in the system. */
export const outsideOpinionCommand = commandBase.extend({
  version: z.int().min(1),
  /** The incoming document. */
  documentId: z.uuid(),
  opinion: words(2000),
  returned,
});
export const opinionGiven = z.object({ number: z.string(), cleared: count, returned: count });

/** POST /api/review-submissions/:id/recall, /api/review-certificates/:id/revocation, …/reissue */
export const reasonedCommand = commandBase.extend({ version: z.int().min(1), reason: words(1000) });
export const reissueCommand = reasonedCommand.extend({ number: documentNumber.optional() });

/** POST /api/rounds/:id/recognitions */
export const recogniseCommand = commandBase.extend({
  number: documentNumber,
  decidedOn: day,
  signatory,
  /** Cleared cases the person saw. */
  expected: z.int().min(1),
});
export const recognised = z.object({ id: z.uuid(), number: z.string(), counts: decisionCounts });

/** GET /api/review-decisions/:id : the lists of a decision. */
export const decisionView = decisionLine.extend({
  year: count,
  recordedBy: z.string(),
  contentHash: z.string(),
  lines: z.array(
    z.object({
      caseId: z.uuid(),
      list: z.enum(['POOR', 'NEAR_POOR', 'POVERTY_EXIT', 'NEAR_POVERTY_EXIT', 'REFUSED']),
      position: count,
      head: z.string(),
      village: z.string(),
      reason: z.string().nullable(),
    }),
  ),
});
export type DecisionView = z.infer<typeof decisionView>;

/** POST /api/review-decisions/:id/certificates */
export const issueCertificatesCommand = commandBase.extend({ number: documentNumber, signatory });
export const certificatesIssued = z.object({
  issued: count,
  renewed: count,
  ended: count,
  /** The first and the last number given. */
  from: z.string().nullable(),
  to: z.string().nullable(),
  /** Their papers are still being drawn. */
  jobId: z.uuid().nullable(),
});

export const certificateLine = z.object({
  id: z.uuid(),
  number: z.string(),
  year: count,
  householdId: z.uuid(),
  head: z.string(),
  class: householdClass,
  state: z.enum(CERTIFICATE_STATES),
  issuedOn: day,
  endedOn: day.nullable(),
  endedReason: z.string().nullable(),
  replacedBy: z.uuid().nullable(),
  documentId: z.uuid().nullable(),
  version: count,
});
export type CertificateLine = z.infer<typeof certificateLine>;

/** GET /api/review-certificates?unit=&year=&page= */
export const certificateList = z.object({ certificates: z.array(certificateLine), page });
export type CertificateList = z.infer<typeof certificateList>;

/** GET /api/review-certificates/:id : with its yearly table and the papers before and after it. */
export const certificateView = certificateLine.extend({
  code: z.string(),
  renewals: z.array(
    z.object({
      year: count,
      class: householdClass,
      decisionNumber: z.string(),
      decidedOn: day,
      actor: z.string(),
    }),
  ),
  others: z.array(certificateLine),
});
export type CertificateView = z.infer<typeof certificateView>;
