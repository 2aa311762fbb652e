import type { Day } from '../../shared/day.ts';
import { ok, type Problem, type Result, refuse } from '../../shared/result.ts';

/**
 * What a citizen sent without an account: it waits at the officer's desk and is no request of the procedure (regulations
 * 2.1, step 0) before an officer took it in.
 */
export const ONLINE_REQUEST_STATES = ['sent', 'accepted', 'refused'] as const;
export type OnlineRequestState = (typeof ONLINE_REQUEST_STATES)[number];

export type OnlineRequestDecision =
  | { readonly decision: 'accept' }
  | { readonly decision: 'refuse'; readonly reason: string };

/** Where each decision leads; what was decided stays so: who was refused sends a new one, or comes. */
export const ONLINE_REQUEST_TRANSITIONS: Readonly<
  Record<OnlineRequestState, Partial<Record<OnlineRequestDecision['decision'], OnlineRequestState>>>
> = {
  sent: { accept: 'accepted', refuse: 'refused' },
  accepted: {},
  refused: {},
};

export type OnlineRequestProblemCode =
  | 'review.online-request-decided'
  | 'review.online-request-reason-missing';

/** Whether a request may be decided so now, and where it leads. A refusal is answered in writing. */
export function decideOnlineRequest(
  state: OnlineRequestState,
  told: OnlineRequestDecision,
): Result<OnlineRequestState, Problem<OnlineRequestProblemCode>> {
  const to = ONLINE_REQUEST_TRANSITIONS[state][told.decision];
  if (to === undefined) return refuse('review.online-request-decided', { state });
  if (told.decision === 'refuse' && told.reason.trim() === '')
    return refuse('review.online-request-reason-missing');
  return ok(to);
}

/** How far a request has come, as its sender is told. */
export const REQUEST_STEPS = ['sent', 'takenIn', 'refused', 'decided'] as const;
export type RequestStep = (typeof REQUEST_STEPS)[number];

/** The step of a request; of one that was taken in, by whether its case has come to its end. */
export const requestStepOf = (state: OnlineRequestState, caseEndedOn: Day | null): RequestStep =>
  state === 'accepted' ? (caseEndedOn === null ? 'takenIn' : 'decided') : state;

/** `DN-2026-003`: the number within the commune and year. */
export const onlineRequestNumber = (year: number, serial: number): string =>
  `DN-${year}-${String(serial).padStart(3, '0')}`;
