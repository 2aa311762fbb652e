import { createHash } from 'node:crypto';
import type { Signatory } from '@benvung/domain/document/document-frame';
import type { DocumentProblemCode } from '@benvung/domain/document/problems';
import { asksOpinion } from '@benvung/domain/review/case/decide-case-act';
import type { ReviewProblemCode } from '@benvung/domain/review/problems';
import { dueOf } from '@benvung/domain/review/review-procedure';
import { decideRoundAct } from '@benvung/domain/review/review-round';
import { ok, type Problem, type Result, refuse } from '@benvung/domain/shared/result';
import { retirePaper } from '../../document/document.public.ts';
import type { Db } from '../../platform/database/database.ts';
import { newId } from '../../platform/ids.ts';
import { lockCases, type StoredCase } from '../case/case.store.ts';
import { type Acting, caseGroundOf, takeCaseSteps } from '../case/take-case-steps.ts';
import { paperMaker } from '../paper-ground.ts';
import { findRoundById, lockRound } from '../review-round.store.ts';
import { readyAfterPosting } from './posted-cases.ts';
import {
  findSubmission,
  listSubmittedCases,
  lockSubmission,
  putSubmission,
  putSubmittedCases,
  type StoredSubmission,
} from './submission.store.ts';
import { makeSubmissionPaper } from './submission-papers.ts';
import { superiorOf } from './superior-of.ts';

export type SubmissionRefused = Problem<ReviewProblemCode | DocumentProblemCode | 'shared.not-found'>;
type Done<Value> = Promise<Result<Value, SubmissionRefused>>;

export interface Submitted {
  readonly submission: StoredSubmission;
  readonly cases: readonly StoredCase[];
  /** Long work that draws its paper. */
  readonly jobId: string | null;
}

interface Submission {
  readonly roundId: string;
  /** The number the paper register gave; null takes the next one. */
  readonly number: number | null;
  readonly signatory: Signatory;
  readonly acting: Acting;
}

/** Everything whose posting is over goes upward for the superior's opinion, with its tables as they are now. */
export async function submitCases(
  db: Db,
  { roundId, number, signatory, acting }: Submission,
): Done<Submitted> {
  const round = await lockRound(db, roundId);
  if (round === undefined) return refuse('shared.not-found');
  const open = decideRoundAct(round.status, 'putRecord');
  if (!open.ok) return open;
  const found = await caseGroundOf(db, round, acting);
  if (!found.ok) return found;
  const ground = found.value;
  if (!asksOpinion({ roundKind: round.kind }, ground)) return refuse('review.case-no-opinion');
  const ready = await readyAfterPosting(db, round, ground);
  if (!ready.ok) return ready;
  const cases = await lockCases(db, {
    originCommuneId: round.communeId,
    ids: ready.value.map(({ id }) => id),
  });
  const due = dueOf(ground.calendar, ground.procedure.limits.opinion, { from: acting.today, as: 'duty' });
  const content = { tables: movementsOf(cases), cases: cases.length };
  const unwritten: StoredSubmission = {
    originCommuneId: round.communeId,
    id: newId(),
    roundId,
    year: round.year,
    number: null,
    submittedOn: acting.today,
    submittedBy: acting.actor,
    dueOn: due.day,
    provisional: due.provisional,
    superior: await superiorOf(
      db,
      { communeId: round.communeId, day: acting.today },
      ground.procedure.superior,
    ),
    content,
    contentHash: hashOf(cases.map(({ id, standing }) => [id, standing.opening, standing.class])),
    state: 'submitted',
    opinion: null,
    opinionNumber: null,
    opinionBy: null,
    opinionOn: null,
    signatory,
    opinionSignatory: null,
    documentId: null,
    opinionDocumentId: null,
    version: 1,
    scopePath: round.scopePath,
  };
  const paper = await makeSubmissionPaper(db, {
    submission: unwritten,
    round,
    cases,
    number,
    signatory,
    acting,
  });
  if (!paper.ok) return paper;
  const { documentId, reference, jobId } = paper.value;
  const submission = { ...unwritten, number: reference, documentId };
  const taken = await takeCaseSteps(
    ground,
    cases.map((subject) => ({
      subject,
      act: { act: 'submit' },
      evidence: { submission: submission.id, number: reference },
      documentId,
      ties: { submissionId: submission.id },
    })),
  );
  if (!taken.ok) return taken;
  await putSubmission(db, submission);
  await putSubmittedCases(
    db,
    submission,
    cases.map(({ id, standing }) => ({
      caseId: id,
      class: standing.class ?? '',
      answer: null,
      reason: null,
    })),
  );
  return ok({ submission, cases: taken.value, jobId });
}

export const hashOf = (value: unknown): string =>
  createHash('sha256').update(JSON.stringify(value)).digest('hex');

/** How many households went from which class to which, in a fixed order. */
function movementsOf(cases: readonly StoredCase[]): { from: string; to: string; households: number }[] {
  const counts = new Map<string, number>();
  for (const { standing } of cases) {
    const key = `${standing.opening ?? 'NONE'} ${standing.class ?? 'NONE'}`;
    counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  return [...counts]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([key, households]) => {
      const [from = '', to = ''] = key.split(' ');
      return { from, to, households };
    });
}

/** A submission nobody has answered is taken back; its paper is withdrawn. */
export async function recallSubmission(
  db: Db,
  told: { readonly id: string; readonly version: number; readonly reason: string; readonly acting: Acting },
): Done<Submitted> {
  const locked = await lockOpenSubmission(db, told);
  if (!locked.ok) return locked;
  const { submission, ground } = locked.value;
  const sent = await listSubmittedCases(db, submission);
  const cases = (
    await lockCases(db, {
      originCommuneId: submission.originCommuneId,
      ids: sent.map(({ caseId }) => caseId),
    })
  ).filter(({ standing }) => standing.state === 'submitted');
  const taken = await takeCaseSteps(
    ground,
    cases.map((subject) => ({
      subject,
      act: { act: 'undo', reason: told.reason },
      evidence: { submission: submission.id },
      ties: { submissionId: null },
    })),
  );
  if (!taken.ok) return taken;
  const recalled: StoredSubmission = { ...submission, state: 'recalled', version: submission.version + 1 };
  await putSubmission(db, recalled);
  const { acting, reason } = told;
  await retirePaper(db, submission.documentId, { reason, today: acting.today, by: paperMaker(acting) });
  return ok({ submission: recalled, cases: taken.value, jobId: null });
}

/** A submission that waits for its answer, held by this transaction. */
export async function lockOpenSubmission(
  db: Db,
  { id, version, acting }: { readonly id: string; readonly version: number; readonly acting: Acting },
) {
  const seen = await findSubmission(db, id);
  const submission = seen === undefined ? undefined : await lockSubmission(db, seen);
  const round = submission === undefined ? undefined : await findRoundById(db, submission.roundId);
  if (submission === undefined || round === undefined) return refuse('shared.not-found');
  if (submission.state !== 'submitted') return refuse('review.submission-answered');
  if (submission.version !== version) return refuse('review.case-changed');
  const open = decideRoundAct(round.status, 'putRecord');
  if (!open.ok) return open;
  const ground = await caseGroundOf(db, round, acting);
  return ground.ok ? ok({ submission, round, ground: ground.value }) : ground;
}
