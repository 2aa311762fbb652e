import { createHash } from 'node:crypto';
import type { DocumentProblemCode } from '@benvung/domain/document/problems';
import { postingOver } from '@benvung/domain/review/case/decide-case-act';
import type { ReviewProblemCode } from '@benvung/domain/review/problems';
import { dueOf } from '@benvung/domain/review/review-procedure';
import { decideRoundAct } from '@benvung/domain/review/review-round';
import { ok, type Problem, type Result, refuse } from '@benvung/domain/shared/result';
import type { Db } from '../../platform/database/database.ts';
import { newId } from '../../platform/ids.ts';
import { lockCases, type StoredCase } from '../case/case.store.ts';
import { listCases } from '../case/case-board.store.ts';
import { type Acting, caseGroundOf, takeCaseSteps } from '../case/take-case-steps.ts';
import { casesWithOpenGrievance } from '../grievance/grievance.store.ts';
import { findRoundById, lockRound } from '../review-round.store.ts';
import {
  findSubmission,
  listSubmittedCases,
  lockSubmission,
  putSubmission,
  putSubmittedCases,
  type StoredSubmission,
} from './submission.store.ts';
import { makeOpinionPaper, makeSubmissionPaper } from './submission-papers.ts';

type Refused = Problem<ReviewProblemCode | DocumentProblemCode | 'shared.not-found'>;
type Done<Value> = Promise<Result<Value, Refused>>;

const MOST = 20_000;

export interface Submitted {
  readonly submission: StoredSubmission;
  readonly cases: readonly StoredCase[];
}

/** Everything whose posting is over goes upward for the superior's opinion, with its tables as they are now. */
export async function submitCases(
  db: Db,
  {
    roundId,
    number,
    acting,
  }: { readonly roundId: string; readonly number: string | null; readonly acting: Acting },
): Done<Submitted> {
  const round = await lockRound(db, roundId);
  if (round === undefined) return refuse('shared.not-found');
  const open = decideRoundAct(round.status, 'putRecord');
  if (!open.ok) return open;
  const found = await caseGroundOf(db, round, acting);
  if (!found.ok) return found;
  const ground = found.value;
  const posted = await listCases(db, {
    roundId,
    villageId: null,
    states: ['posted'],
    postingOver: null,
    offset: 0,
    limit: MOST,
  });
  const over = posted.cases.filter(({ standing }) => postingOver(standing, ground));
  const waiting = await casesWithOpenGrievance(db, {
    originCommuneId: round.communeId,
    caseIds: over.map(({ id }) => id),
  });
  const ready = over.filter(({ id }) => !waiting.has(id));
  if (ready.length === 0 && over.length > 0) return refuse('review.grievance-open', { count: over.length });
  if (ready.length === 0) {
    const [running] = posted.cases;
    if (running === undefined) return refuse('review.nothing-to-do');
    const until = running.standing.postingEndsOn ?? '';
    return refuse('review.case-posting-runs', { until, time: ground.procedure.officeCloses });
  }
  const cases = await lockCases(db, { originCommuneId: round.communeId, ids: ready.map(({ id }) => id) });
  const due = dueOf(ground.calendar, ground.procedure.limits.opinion, { from: acting.today, as: 'duty' });
  const content = { tables: movementsOf(cases), cases: cases.length };
  const unwritten: StoredSubmission = {
    originCommuneId: round.communeId,
    id: newId(),
    roundId,
    year: round.year,
    number,
    submittedOn: acting.today,
    submittedBy: acting.actor,
    dueOn: due.day,
    provisional: due.provisional,
    superior: ground.procedure.superior.title.vi,
    content,
    contentHash: hashOf(cases.map(({ id, standing }) => [id, standing.opening, standing.class])),
    state: 'submitted',
    opinion: null,
    opinionNumber: null,
    opinionBy: null,
    opinionOn: null,
    documentId: null,
    opinionDocumentId: null,
    version: 1,
    scopePath: round.scopePath,
  };
  const paper = await makeSubmissionPaper(db, { submission: unwritten, round, cases, acting });
  if (!paper.ok) return paper;
  const submission = { ...unwritten, documentId: paper.value };
  const taken = await takeCaseSteps(
    ground,
    cases.map((subject) => ({
      subject,
      act: { act: 'submit' },
      evidence: { submission: submission.id, number },
      documentId: paper.value,
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
  return ok({ submission, cases: taken.value });
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

interface Opinion {
  readonly id: string;
  readonly version: number;
  readonly number: string;
  readonly opinion: string;
  /** Cases sent back, each with its reason; all others are cleared. */
  readonly returned: readonly { readonly caseId: string; readonly reason: string }[];
  /** Areas in which the person may approve: the superior's lies above the commune. */
  readonly areas: readonly string[];
  readonly acting: Acting;
}

/** The superior's opinion: it clears a submission, or sends some of its cases back. */
export async function giveOpinion(db: Db, told: Opinion): Done<Submitted> {
  const locked = await lockOpen(db, told);
  if (!locked.ok) return locked;
  const { submission, round, ground } = locked.value;
  const above = told.areas.some(
    (area) => area !== submission.scopePath && submission.scopePath.startsWith(area),
  );
  if (!above) return refuse('review.superior-only', { superior: submission.superior });
  const sent = await listSubmittedCases(db, submission);
  const cases = (
    await lockCases(db, {
      originCommuneId: submission.originCommuneId,
      ids: sent.map(({ caseId }) => caseId),
    })
  ).filter(({ standing, submissionId }) => standing.state === 'submitted' && submissionId === submission.id);
  const reasons = new Map(told.returned.map(({ caseId, reason }) => [caseId, reason]));
  if (told.returned.some(({ caseId }) => !cases.some(({ id }) => id === caseId)))
    return refuse('review.case-changed');
  const paper = await makeOpinionPaper(db, { submission, round, cases, reasons, acting: told.acting });
  if (!paper.ok) return paper;
  const taken = await takeCaseSteps(
    ground,
    cases.map((subject) => {
      const reason = reasons.get(subject.id);
      return {
        subject,
        act: reason === undefined ? { act: 'clear' } : { act: 'return', reason },
        evidence: { submission: submission.id, opinion: told.number },
        documentId: paper.value,
      };
    }),
  );
  if (!taken.ok) return taken;
  const answered: StoredSubmission = {
    ...submission,
    state: 'answered',
    opinion: told.opinion || null,
    opinionNumber: told.number || null,
    opinionBy: told.acting.actor,
    opinionOn: told.acting.today,
    opinionDocumentId: paper.value,
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
  return ok({ submission: answered, cases: taken.value });
}

/** A submission nobody has answered is taken back. */
export async function recallSubmission(
  db: Db,
  told: { readonly id: string; readonly version: number; readonly reason: string; readonly acting: Acting },
): Done<Submitted> {
  const locked = await lockOpen(db, told);
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
  return ok({ submission: recalled, cases: taken.value });
}

async function lockOpen(db: Db, { id, version, acting }: { id: string; version: number; acting: Acting }) {
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
