import type { Signatory } from '@benvung/domain/document/document-frame';
import { ok, type Result, refuse } from '@benvung/domain/shared/result';
import { findIncoming } from '../../document/document.public.ts';
import type { Db } from '../../platform/database/database.ts';
import { lockCases } from '../case/case.store.ts';
import { type Acting, type CaseGround, takeCaseSteps } from '../case/take-case-steps.ts';
import type { ReviewRound } from '../review-round.store.ts';
import {
  listSubmittedCases,
  putSubmission,
  putSubmittedCases,
  type StoredSubmission,
} from './submission.store.ts';
import { makeOpinionPaper } from './submission-papers.ts';
import { lockOpenSubmission, type SubmissionRefused, type Submitted } from './submit-cases.ts';

type Done = Promise<Result<Submitted, SubmissionRefused>>;

interface Answer {
  readonly id: string;
  readonly version: number;
  readonly opinion: string;
  /** Cases sent back, each with its reason; all others are cleared. */
  readonly returned: readonly { readonly caseId: string; readonly reason: string }[];
  readonly acting: Acting;
}

interface Opinion extends Answer {
  /** The number the paper register gave; null takes the next one. */
  readonly number: number | null;
  readonly signatory: Signatory;
  /** Areas in which the person may approve: the superior's lies above the commune. */
  readonly areas: readonly string[];
}

/** The superior's opinion: it clears a submission, or sends some of its cases back. */
export async function giveOpinion(db: Db, told: Opinion): Done {
  const asked = await lockAsked(db, told);
  if (!asked.ok) return asked;
  const { submission, round, cases, reasons } = asked.value;
  const above = told.areas.some(
    (area) => area !== submission.scopePath && submission.scopePath.startsWith(area),
  );
  if (!above) return refuse('review.superior-only', { superior: submission.superior });
  const { number, signatory, acting } = told;
  const paper = await makeOpinionPaper(db, { submission, round, cases, reasons, number, signatory, acting });
  if (!paper.ok) return paper;
  return answer(db, asked.value, {
    told,
    by: acting.actor,
    on: acting.today,
    signatory,
    ...paper.value,
  });
}

/** The opinion of a superior that does not work in the system, from the paper it came with. */
export async function recordOutsideOpinion(db: Db, told: Answer & { readonly documentId: string }): Done {
  const asked = await lockAsked(db, told);
  if (!asked.ok) return asked;
  const paper = await findIncoming(db, told.documentId);
  if (paper === undefined) return refuse('shared.not-found');
  const { reference, body, day } = paper;
  const { documentId } = told;
  return answer(db, asked.value, {
    told,
    by: body,
    on: day,
    signatory: null,
    documentId,
    reference,
    jobId: null,
  });
}

interface Asked {
  readonly submission: StoredSubmission;
  readonly round: ReviewRound;
  readonly ground: CaseGround;
  readonly cases: Submitted['cases'];
  readonly reasons: ReadonlyMap<string, string>;
}

async function lockAsked(db: Db, told: Answer): Promise<Result<Asked, SubmissionRefused>> {
  const locked = await lockOpenSubmission(db, told);
  if (!locked.ok) return locked;
  const { submission } = locked.value;
  const sent = await listSubmittedCases(db, submission);
  const cases = (
    await lockCases(db, {
      originCommuneId: submission.originCommuneId,
      ids: sent.map(({ caseId }) => caseId),
    })
  ).filter(({ standing, submissionId }) => standing.state === 'submitted' && submissionId === submission.id);
  if (told.returned.some(({ caseId }) => !cases.some(({ id }) => id === caseId)))
    return refuse('review.case-changed');
  const reasons = new Map(told.returned.map(({ caseId, reason }) => [caseId, reason]));
  return ok({ ...locked.value, cases, reasons });
}

interface Answered {
  readonly told: Answer;
  readonly by: string;
  readonly on: string;
  readonly signatory: Signatory | null;
  readonly documentId: string;
  readonly reference: string;
  readonly jobId: string | null;
}

async function answer(
  db: Db,
  { submission, ground, cases, reasons }: Asked,
  { told, by, on, signatory, documentId, reference, jobId }: Answered,
): Done {
  const taken = await takeCaseSteps(
    ground,
    cases.map((subject) => {
      const reason = reasons.get(subject.id);
      return {
        subject,
        act: reason === undefined ? { act: 'clear' } : { act: 'return', reason },
        evidence: { submission: submission.id, opinion: reference },
        documentId,
      };
    }),
  );
  if (!taken.ok) return taken;
  const answered: StoredSubmission = {
    ...submission,
    state: 'answered',
    opinion: told.opinion || null,
    opinionNumber: reference,
    opinionBy: by,
    opinionOn: on,
    opinionSignatory: signatory,
    opinionDocumentId: documentId,
    version: submission.version + 1,
  };
  await putSubmission(db, answered);
  await putSubmittedCases(
    db,
    answered,
    cases.map(({ id, standing }) => {
      const reason = reasons.get(id) ?? null;
      return {
        caseId: id,
        class: standing.class ?? '',
        answer: reason === null ? ('clear' as const) : ('return' as const),
        reason,
      };
    }),
  );
  return ok({ submission: answered, cases: taken.value, jobId });
}
