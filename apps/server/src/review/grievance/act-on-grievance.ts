import type { GrievanceActCommand } from '@benvung/contract/review-posting';
import { enumeratorKey } from '@benvung/domain/review/assignment/decide-assignment';
import type { CaseAct } from '@benvung/domain/review/case/decide-case-act';
import {
  decideGrievanceAct,
  type FirstEnumerators,
} from '@benvung/domain/review/grievance/decide-grievance-act';
import type { ReviewProblemCode } from '@benvung/domain/review/problems';
import { ok, type Problem, type Result, refuse } from '@benvung/domain/shared/result';
import type { Db } from '../../platform/database/database.ts';
import { listLastKnownUnits } from '../../territory/territory.public.ts';
import { findCase, lockCases, type StoredCase } from '../case/case.store.ts';
import { receiveRequest } from '../case/receive-request.ts';
import { type Acting, caseGroundOf, takeCaseSteps } from '../case/take-case-steps.ts';
import { changePublicPage } from '../public/public-page.store.ts';
import { lockRound } from '../review-round.store.ts';
import { listDisputed } from './disputed.store.ts';
import {
  casesWithOpenGrievance,
  findAccountName,
  findGrievance,
  insertGrievanceEvent,
  listGrievanceEvents,
  lockGrievance,
  type StoredGrievance,
  upsertGrievance,
} from './grievance.store.ts';
import { grievancePageOf } from './receive-grievance.ts';

type Refused = Problem<ReviewProblemCode | 'shared.not-found'>;
type Acted = Promise<Result<StoredGrievance, Refused>>;
type Act = GrievanceActCommand['act'];

export interface GrievanceToAct {
  readonly id: string;
  readonly version: number;
  readonly act: Act;
  readonly acting: Acting;
  readonly demonstration: boolean;
}

/** One step with a grievance: it is decided, its case follows, its receipt's page shows it. */
export async function actOnGrievance(db: Db, told: GrievanceToAct): Acted {
  const { act, acting } = told;
  const seen = await findGrievance(db, told.id);
  const before = seen === undefined ? undefined : await lockGrievance(db, seen);
  if (before === undefined) return refuse('shared.not-found');
  if (before.version !== told.version) return refuse('review.grievance-changed');
  const subject = before.caseId === null ? undefined : await findCase(db, before.caseId);
  const decided = decideGrievanceAct(
    {
      state: before.state,
      verifier:
        before.verifier === null ? null : { name: before.verifier, accountId: before.verifierAccount },
    },
    act,
    await firstEnumeratorsOf(db, subject),
  );
  if (!decided.ok) return decided;
  const after: StoredGrievance = {
    ...before,
    ...changeOf(act, acting),
    state: decided.value,
    version: before.version + 1,
    updatedAt: acting.at,
  };
  await upsertGrievance(db, after);
  const followed = await followInCase(db, after, told);
  if (followed.ok) await keepStep(db, followed.value, told);
  return followed;
}

function changeOf(act: Act, { today }: Acting): Partial<StoredGrievance> {
  switch (act.act) {
    case 'assign':
      return { verifier: act.verifier.name, verifierAccount: act.verifier.accountId };
    case 'verify':
      return { finding: act.finding, outcome: act.outcome, verifiedOn: today };
    case 'decline':
      return { finding: act.reason, outcome: 'notHandled', verifiedOn: today };
    case 'answer':
      return { answer: act.answer, answeredOn: today };
    case 'close':
      return {};
  }
}

/** Whoever surveyed a case first, by account and by name. */
export async function firstEnumeratorsOf(db: Db, one: StoredCase | undefined): Promise<FirstEnumerators> {
  const by = one?.standing.surveyedBy ?? null;
  if (by === null) return [];
  if (!/^[0-9a-f-]{36}$/u.test(by)) return [{ name: by, accountId: null }];
  return [{ name: (await findAccountName(db, by)) ?? by, accountId: by }];
}

/** The case is disputed when someone is sent, and re-verified when nothing about it is open any more. */
async function followInCase(db: Db, grievance: StoredGrievance, told: GrievanceToAct): Acted {
  const { act } = told;
  if (act.act === 'verify' && grievance.category === 'absent' && act.outcome !== 'rejected')
    return requestFor(db, grievance, told);
  if (grievance.caseId === null || act.act === 'answer' || act.act === 'close') return ok(grievance);
  const { originCommuneId } = grievance;
  const [subject] = await lockCases(db, { originCommuneId, ids: [grievance.caseId] });
  const step = subject === undefined ? null : await stepOf(db, grievance, { act, subject });
  if (subject === undefined || step === null) return ok(grievance);
  const round = await lockRound(db, subject.roundId);
  if (round === undefined) return refuse('shared.not-found');
  const ground = await caseGroundOf(db, round, told.acting);
  if (!ground.ok) return ground;
  const evidence = { grievance: grievance.number };
  const taken = await takeCaseSteps(ground.value, [{ subject, act: step, evidence }]);
  return taken.ok ? ok(grievance) : taken;
}

async function stepOf(
  db: Db,
  grievance: StoredGrievance,
  { act, subject }: { act: Extract<Act, { act: 'assign' | 'verify' | 'decline' }>; subject: StoredCase },
): Promise<CaseAct | null> {
  const { state } = subject.standing;
  if (act.act === 'assign') return state === 'posted' ? { act: 'complain', reason: grievance.number } : null;
  if (state !== 'disputed') return null;
  // What is declined leaves the case with what another grievance about it found.
  const { originCommuneId } = grievance;
  const open = await casesWithOpenGrievance(db, { originCommuneId, caseIds: [subject.id] });
  if (open.has(subject.id)) return null;
  const { roundId, householdId } = subject;
  const disputed = await listDisputed(db, { originCommuneId, roundId, householdIds: [householdId] });
  const sent =
    grievance.verifier === null
      ? disputed.get(householdId)?.verifier
      : { name: grievance.verifier, accountId: grievance.verifierAccount };
  const outcome = act.act === 'verify' ? act.outcome : 'notHandled';
  return {
    act: 'reverify',
    by: sent == null ? '' : enumeratorKey(sent),
    reason: `${grievance.number}: ${outcome}`,
  };
}

/** A household that should have been on the list asks to be reviewed (form 01), with the grievance as its ground. */
async function requestFor(
  db: Db,
  grievance: StoredGrievance,
  { acting, demonstration }: GrievanceToAct,
): Acted {
  const { villageId, originCommuneId, householdName } = grievance;
  const units = await listLastKnownUnits(db, [villageId ?? 0, originCommuneId], acting.today);
  const [village, commune] = [units.get(villageId ?? 0), units.get(originCommuneId)];
  if (village === undefined || commune === undefined) return refuse('shared.not-found');
  const received = await receiveRequest(db, {
    commune,
    village,
    form: '01',
    household: null,
    head: householdName ?? '',
    channel: 'office',
    asked: grievance.number,
    acting,
    demonstration,
  });
  if (!received.ok) return received;
  const tied = { ...grievance, requestCaseId: received.value.id };
  await upsertGrievance(db, tied);
  return ok(tied);
}

async function keepStep(db: Db, after: StoredGrievance, { act, acting }: GrievanceToAct): Promise<void> {
  await insertGrievanceEvent(db, after, {
    number: after.version,
    act: act.act,
    detail: act.act === 'verify' ? { outcome: act.outcome } : {},
    actor: acting.actor,
    onDay: acting.today,
    at: acting.at,
  });
  const events = await listGrievanceEvents(db, after);
  const dayOf = (wanted: string) => events.findLast((each) => each.act === wanted)?.onDay ?? null;
  const units = await listLastKnownUnits(db, [after.originCommuneId], acting.today);
  await changePublicPage(db, 'grievance', {
    subjectId: after.id,
    content: grievancePageOf(after, {
      commune: units.get(after.originCommuneId)?.name ?? '',
      assignedOn: dayOf('assign'),
      closedOn: dayOf('close'),
    }),
  });
}
