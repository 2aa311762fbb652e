import type { DecideOnlineRequestCommand } from '@benvung/contract/review-online-request';
import type { ReviewProblemCode } from '@benvung/domain/review/problems';
import { decideOnlineRequest as decide } from '@benvung/domain/review/request/decide-online-request';
import { ok, type Problem, type Result, refuse } from '@benvung/domain/shared/result';
import { findHousehold } from '../../household/household.public.ts';
import type { Db } from '../../platform/database/database.ts';
import { findUnitOn } from '../../territory/territory.public.ts';
import { receiveRequest } from '../case/receive-request.ts';
import type { Acting } from '../case/take-case-steps.ts';
import { changePublicPage } from '../public/public-page.store.ts';
import { lockOnlineRequest, putDecision, type StoredOnlineRequest } from './online-request.store.ts';
import { requestPageOf } from './receive-online-request.ts';

type Refused = Problem<ReviewProblemCode | 'shared.not-found'>;

export interface OnlineRequestToDecide {
  readonly id: string;
  readonly version: number;
  readonly decision: DecideOnlineRequestCommand['decision'];
  readonly acting: Acting;
  readonly demonstration: boolean;
}

/** The officer takes a request in, for a household of record or a new one, or refuses it in writing. */
export async function decideOnlineRequest(
  db: Db,
  told: OnlineRequestToDecide,
): Promise<Result<StoredOnlineRequest, Refused>> {
  const { decision, acting } = told;
  const before = await lockOnlineRequest(db, told.id);
  if (before === undefined) return refuse('shared.not-found');
  const decided = decide(before.state, decision);
  if (!decided.ok) return decided;
  if (before.version !== told.version)
    return refuse('review.online-request-decided', { state: before.state });
  const begun =
    decision.decision === 'accept' ? await beginCase(db, before, { ...told, ...decision }) : ok(null);
  if (!begun.ok) return begun;
  const after: StoredOnlineRequest = {
    ...before,
    state: decided.value,
    decidedOn: acting.today,
    decidedBy: acting.actor,
    reason: decision.decision === 'refuse' ? decision.reason : null,
    caseId: begun.value,
    version: before.version + 1,
    updatedAt: acting.at,
  };
  await putDecision(db, after);
  const commune = await findUnitOn(db, before.originCommuneId, before.sentOn);
  const content = requestPageOf(after, commune?.name ?? '');
  await changePublicPage(db, 'request', { subjectId: after.id, content });
  return ok(after);
}

/** What was sent becomes a request of the procedure, asked for on the day it was sent. */
async function beginCase(
  db: Db,
  request: StoredOnlineRequest,
  told: {
    readonly householdId: string | null;
    readonly acting: Acting;
    readonly demonstration: boolean;
  },
): Promise<Result<string, Refused>> {
  const { acting, demonstration } = told;
  const asked = await findUnitOn(db, request.villageId, acting.today);
  const commune = asked?.parentId == null ? undefined : await findUnitOn(db, asked.parentId, acting.today);
  if (asked === undefined || commune?.level !== 'commune')
    return refuse('review.unit-not-found', { unit: request.villageId });
  const household = told.householdId === null ? undefined : await findHousehold(db, told.householdId);
  if (told.householdId !== null && household === undefined) return refuse('shared.not-found');
  const village = household === undefined ? asked : await findUnitOn(db, household.villageId, acting.today);
  if (village?.parentId !== commune.id) return refuse('review.household-elsewhere');
  const received = await receiveRequest(db, {
    commune,
    village,
    form: request.form,
    household: household ?? null,
    head: household?.headName ?? request.head,
    channel: 'online',
    asked: request.asked,
    askedOn: request.sentOn,
    acting,
    demonstration,
  });
  return received.ok ? ok(received.value.id) : received;
}
