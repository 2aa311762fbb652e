import {
  afterStep,
  type CaseAct,
  type CaseCircumstances,
  decideCaseAct,
} from '@benvung/domain/review/case/decide-case-act';
import type { ReviewProblemCode } from '@benvung/domain/review/problems';
import { ok, type Problem, type Result } from '@benvung/domain/shared/result';
import { type Clock, timeInVietnam } from '../../platform/clock.ts';
import type { Db } from '../../platform/database/database.ts';
import { procedureOf, readProcedures, readWorkingCalendar } from '../law/review-law.ts';
import type { ReviewRound } from '../review-round.store.ts';
import { type CaseEventRow, insertCaseEvents, type StoredCase, upsertCases } from './case.store.ts';

/** Who acts, when, and under which law. */
export interface CaseGround extends CaseCircumstances {
  readonly db: Db;
  readonly at: string;
  readonly actor: string;
  readonly accountId: string | null;
}

export interface Acting {
  readonly today: string;
  readonly at: string;
  readonly actor: string;
  readonly accountId: string | null;
  /** As the log of documents names the person; `actor` without it. */
  readonly username?: string;
  /** Scheme and host printed where a paper is verified. */
  readonly origin?: string;
}

/** What follows from an act without a person's own word. */
export const actingBySystem = (today: string): Acting => ({
  today,
  at: `${today}T05:00:00.000Z`,
  actor: 'hệ thống',
  accountId: null,
});

export const actingOf = (
  clock: Pick<Clock, 'today' | 'now'>,
  {
    fullName,
    accountId,
    username,
  }: { readonly fullName: string; readonly accountId: string; readonly username: string },
  origin?: string,
): Acting => ({
  today: clock.today(),
  at: clock.now(),
  actor: fullName,
  accountId,
  username,
  ...(origin === undefined ? {} : { origin }),
});

/** The ground of acts on cases of a round that follows a procedure; refused where it follows none. */
export async function caseGroundOf(
  db: Db,
  round: Pick<ReviewRound, 'procedureId' | 'procedureHash'>,
  acting: Acting,
): Promise<Result<CaseGround, Problem<ReviewProblemCode>>> {
  const procedure = procedureOf(await readProcedures(db), round);
  if (procedure === undefined)
    return {
      ok: false,
      problem: { code: round.procedureId === null ? 'review.procedure-missing' : 'review.procedure-unknown' },
    };
  return ok({
    db,
    ...acting,
    time: timeInVietnam(acting.at),
    calendar: await readWorkingCalendar(db),
    procedure,
  });
}

/** One act on one case, with what it rests on and what it ties the case to. */
export interface CaseStepToTake {
  readonly subject: StoredCase;
  readonly act: CaseAct;
  readonly evidence?: Readonly<Record<string, unknown>>;
  readonly documentId?: string | null;
  readonly ties?: Partial<
    Pick<StoredCase, 'postingId' | 'submissionId' | 'decisionId' | 'villageId' | 'scopePath' | 'roundId'>
  >;
}

/** All acts or none: each is decided on the case as the ones before it left it; each leaves its line of history. */
export async function takeCaseSteps(
  ground: CaseGround,
  steps: readonly CaseStepToTake[],
): Promise<Result<readonly StoredCase[], Problem<ReviewProblemCode>>> {
  const now = new Map<string, StoredCase>();
  const events: CaseEventRow[] = [];
  for (const { subject, act, evidence = {}, documentId = null, ties = {} } of steps) {
    const before = now.get(subject.id) ?? subject;
    const decided = decideCaseAct(before.standing, act, ground);
    if (!decided.ok) return { ok: false, problem: withHousehold(decided.problem, before) };
    const version = before.version + 1;
    const after: StoredCase = {
      ...before,
      ...ties,
      standing: afterStep(before.standing, decided.value),
      lastOn: ground.today,
      version,
      updatedAt: ground.at,
    };
    now.set(subject.id, after);
    events.push(eventOf(ground, after, { ...decided.value, evidence, documentId }));
  }
  const changed = [...now.values()];
  await upsertCases(ground.db, changed);
  await insertCaseEvents(ground.db, events);
  return ok(changed);
}

const withHousehold = (problem: Problem<ReviewProblemCode>, { householdId }: StoredCase) => ({
  ...problem,
  detail: { ...problem.detail, householdId },
});

export const eventOf = (
  { today, at, actor, accountId }: Acting,
  { originCommuneId, id, version, scopePath }: StoredCase,
  step: Pick<CaseEventRow, 'act' | 'from' | 'to' | 'reason' | 'evidence' | 'documentId'>,
): CaseEventRow => ({
  originCommuneId,
  caseId: id,
  number: version,
  act: step.act,
  from: step.from,
  to: step.to,
  reason: step.reason,
  evidence: step.evidence,
  documentId: step.documentId,
  actor,
  accountId,
  onDay: today,
  at,
  scopePath,
});
