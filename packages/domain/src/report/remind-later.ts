import { addDays, type Day } from '../shared/day.ts';
import { ok, type Problem, type Result, refuse } from '../shared/result.ts';
import type { ReportProblemCode } from './problems.ts';

/** A task without a deadline ahead of it is put off by two weeks at most. */
const MOST_DAYS = 14;

export interface Reminder {
  readonly until: Day;
  readonly reason: string;
}

/** The last day a task may be put off to: its deadline, while that is ahead. */
export const latestReminder = (today: Day, dueOn: Day | null): Day =>
  dueOn !== null && dueOn > today ? dueOn : addDays(today, MOST_DAYS);

/** Whether someone may be reminded of a task on a later day: never without a reason, never past its deadline. */
export function decideReminder(
  { until, reason }: Reminder,
  { today, dueOn }: { readonly today: Day; readonly dueOn: Day | null },
): Result<Reminder, Problem<ReportProblemCode>> {
  if (reason.trim() === '') return refuse('report.reminder-without-reason');
  if (until <= today) return refuse('report.reminder-not-later', { today });
  const latest = latestReminder(today, dueOn);
  if (until > latest) return refuse('report.reminder-too-late', { latest });
  return ok({ until, reason: reason.trim() });
}

/** A task comes back on the very day. */
export const isPutOff = ({ until }: Pick<Reminder, 'until'>, today: Day): boolean => today < until;
