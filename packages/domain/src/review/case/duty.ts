import { type Day, yearOf } from '../../shared/day.ts';
import { type WorkingCalendar, weekdayOf, workingDaysBetween } from '../../shared/working-days.ts';
import type { Due, ReviewProcedure } from '../review-procedure.ts';
import { caseDeadline, DEADLINE_KINDS } from './case-deadline.ts';
import { type CaseStanding, postingOver } from './decide-case-act.ts';

export const DUTY_KINDS = [
  ...DEADLINE_KINDS,
  'toSurvey',
  'toMeet',
  'toPost',
  'toSubmit',
  'toRecognise',
  'grievance',
] as const;
export type DutyKind = (typeof DUTY_KINDS)[number];

/** Something a commune or its superior has to do by a day, or that ends on it. */
export interface Duty extends Due {
  readonly kind: DutyKind;
}

interface DutyGround {
  readonly calendar: WorkingCalendar;
  readonly procedure: ReviewProcedure;
  readonly today: Day;
  /** `HH:MM` in Việt Nam. */
  readonly time: string;
  /** Of the round. */
  readonly year: number;
}

const STEP_AFTER = {
  listed: 'toSurvey',
  surveyed: 'toSurvey',
  rejected: 'toSurvey',
  returned: 'toSurvey',
  scored: 'toMeet',
  agreed: 'toPost',
  reverified: 'toPost',
  posted: 'toSubmit',
  cleared: 'toRecognise',
} as const;

/**
 * What a case waits for: its own clock, or for a case of a periodic round the next step of the procedure, due when the
 * period of the review ends (QĐ 24/2021, Điều 6). The superior's opinion is a duty of the submission, not of each case.
 */
export function dutyOf(standing: CaseStanding, since: Day | null, ground: DutyGround): Duty | null {
  if (standing.state === 'submitted') return null;
  const over = standing.state === 'posted' && postingOver(standing, ground);
  const next = standing.state in STEP_AFTER ? STEP_AFTER[standing.state as keyof typeof STEP_AFTER] : null;
  if (next !== null && (standing.state !== 'posted' || over) && standing.roundKind === 'PERIODIC')
    return {
      kind: next,
      day: `${ground.year}-${ground.procedure.periodic.to}`,
      provisional: false,
      uncertain: false,
    };
  if (!over) return caseDeadline(standing, since, ground);
  // a posting that is over has no clock of its own any more, the request has
  return caseDeadline({ ...standing, postingEndsOn: null }, since, ground);
}

/** Working days a duty is late by; 0 on its day and before. */
export const dutyDaysLate = (
  { kind, day }: Pick<Duty, 'kind' | 'day'>,
  today: Day,
  calendar: WorkingCalendar,
): number => (kind === 'postingEnds' ? 0 : Math.max(0, workingDaysBetween(calendar, day, today)));

/** A limit ran through a year without a table of working days. */
export const isDueProvisional = (calendar: WorkingCalendar, from: Day, day: Day): boolean => {
  for (let year = yearOf(from); year <= yearOf(day); year += 1)
    if (calendar.isProvisional(`${year}-01-01`)) return true;
  return false;
};

export const DUTY_SPANS = ['late', 'thisWeek', 'later'] as const;
export type DutySpan = (typeof DUTY_SPANS)[number];

/** Which part of the list a day is in; a week ends on its Sunday. */
export function spanOf(day: Day, today: Day): DutySpan {
  if (day < today) return 'late';
  const left = 6 - weekdayOf(today);
  const [now, then] = [Date.parse(today), Date.parse(day)];
  return (then - now) / 86_400_000 <= left ? 'thisWeek' : 'later';
}
