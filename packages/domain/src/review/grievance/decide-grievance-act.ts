import type { Day } from '../../shared/day.ts';
import { ok, type Problem, type Result, refuse } from '../../shared/result.ts';
import { searchKey } from '../../shared/vietnamese-text.ts';
import { type WorkingCalendar, workingDaysBetween } from '../../shared/working-days.ts';
import { type Due, dueOf } from '../review-procedure.ts';
import { categoryOf, type GrievanceCategory, type GrievanceProcedure } from './grievance-category.ts';

export const GRIEVANCE_STATES = ['received', 'assigned', 'verified', 'answered', 'closed'] as const;
export type GrievanceState = (typeof GRIEVANCE_STATES)[number];

export const GRIEVANCE_ACTS = ['assign', 'verify', 'decline', 'answer', 'close'] as const;
export type GrievanceActName = (typeof GRIEVANCE_ACTS)[number];

export const GRIEVANCE_OUTCOMES = ['upheld', 'partly', 'rejected', 'notHandled'] as const;
export type GrievanceOutcome = (typeof GRIEVANCE_OUTCOMES)[number];

/** Where each act leads; what is not here is refused. What is declined still gets its written answer. */
export const GRIEVANCE_TRANSITIONS: Readonly<
  Record<GrievanceState, Partial<Record<GrievanceActName, GrievanceState>>>
> = {
  received: { assign: 'assigned', decline: 'verified' },
  assigned: { assign: 'assigned', verify: 'verified' },
  verified: { answer: 'answered' },
  answered: { close: 'closed' },
  closed: {},
};

/** Nothing has been found out yet: the case it is about may not go on. */
export const OPEN_GRIEVANCE_STATES: readonly GrievanceState[] = ['received', 'assigned'];

export type GrievanceProblemCode =
  | 'review.grievance-step-not-next'
  | 'review.grievance-verifier-missing'
  | 'review.grievance-same-person'
  | 'review.grievance-finding-missing'
  | 'review.grievance-reason-missing'
  | 'review.grievance-answer-missing';

/** Somebody who may be named: an account, or a member of the steering committee who has none. */
export interface Verifier {
  readonly name: string;
  readonly accountId: string | null;
}

export interface GrievanceStanding {
  readonly state: GrievanceState;
  readonly verifier: Verifier | null;
}

export type GrievanceAct =
  | { readonly act: 'assign'; readonly verifier: Verifier }
  | {
      readonly act: 'verify';
      readonly finding: string;
      readonly outcome: Exclude<GrievanceOutcome, 'notHandled'>;
    }
  | { readonly act: 'decline'; readonly reason: string }
  | { readonly act: 'answer'; readonly answer: string }
  | { readonly act: 'close' };

/** Those who surveyed the household first, by name and account: none of them may look again. */
export type FirstEnumerators = readonly Verifier[];

/**
 * Whether an act may be done on a grievance now, and where it leads. Who was at the house is judged, not who writes down
 * what was found there.
 */
export function decideGrievanceAct(
  now: GrievanceStanding,
  command: GrievanceAct,
  first: FirstEnumerators,
): Result<GrievanceState, Problem<GrievanceProblemCode>> {
  const to = GRIEVANCE_TRANSITIONS[now.state][command.act];
  if (to === undefined)
    return refuse('review.grievance-step-not-next', { state: now.state, act: command.act });
  switch (command.act) {
    case 'assign':
      if (command.verifier.name.trim() === '') return refuse('review.grievance-verifier-missing');
      return isFirst(command.verifier, first) ? refuse('review.grievance-same-person') : ok(to);
    case 'verify':
      if (command.finding.trim() === '') return refuse('review.grievance-finding-missing');
      return now.verifier !== null && isFirst(now.verifier, first)
        ? refuse('review.grievance-same-person')
        : ok(to);
    case 'decline':
      return command.reason.trim() === '' ? refuse('review.grievance-reason-missing') : ok(to);
    case 'answer':
      return command.answer.trim() === '' ? refuse('review.grievance-answer-missing') : ok(to);
    case 'close':
      return ok(to);
  }
}

/** The same account, or the same name without regard to diacritics. */
export const isFirst = (one: Verifier, first: FirstEnumerators): boolean =>
  first.some(
    ({ name, accountId }) =>
      (accountId !== null && accountId === one.accountId) || searchKey(name) === searchKey(one.name),
  );

/** The day by which a grievance is to be answered. Late is told by working days. */
export function grievanceDue(
  { procedure, calendar }: { readonly procedure: GrievanceProcedure; readonly calendar: WorkingCalendar },
  category: GrievanceCategory,
  receivedOn: Day,
): Due {
  const { limit } = categoryOf(procedure, category);
  const due = dueOf(calendar, limit, { from: receivedOn, as: 'duty' });
  return { ...due, uncertain: due.uncertain || limit.uncertain };
}

export const grievanceDaysLate = (
  { state, dueOn, answeredOn }: { state: GrievanceState; dueOn: Day; answeredOn: Day | null },
  today: Day,
  calendar: WorkingCalendar,
): number => {
  const until = answeredOn ?? (state === 'answered' || state === 'closed' ? dueOn : today);
  return Math.max(0, workingDaysBetween(calendar, dueOn, until));
};

/** `PA-2026-014`: the number within the commune and year. */
export const grievanceNumber = (year: number, serial: number): string =>
  `PA-${year}-${String(serial).padStart(3, '0')}`;
