import type { Day } from '../../shared/day.ts';
import { type WorkingCalendar, workingDaysBetween } from '../../shared/working-days.ts';
import { type DutyState, isConcluded } from './duty-state.ts';

/** How pressing a duty is on a day. `waiting`: reported, the giver has yet to look. */
export const DUTY_PRESSES = ['late', 'today', 'soon', 'later', 'undated', 'waiting', 'concluded'] as const;
export type DutyPress = (typeof DUTY_PRESSES)[number];

export interface DatedDuty {
  readonly state: DutyState;
  readonly dueOn: Day | null;
}

/** When people are reminded and their superior is told, in working days. Data of the house, replaceable. */
export interface DutyTimes {
  /** So many working days before the deadline a reminder goes out. */
  readonly remindBefore: readonly number[];
  /** A late duty is recalled each so many working days. */
  readonly remindLateEvery: number;
  /** After so many working days late the giver is told. */
  readonly escalateAfter: number;
  /** A report that waits so many working days is recalled to the giver. */
  readonly acceptWithin: number;
}

export function pressOf({ state, dueOn }: DatedDuty, today: Day, { calendar, times }: DutyClock): DutyPress {
  if (isConcluded(state)) return 'concluded';
  if (state === 'reported') return 'waiting';
  if (dueOn === null) return 'undated';
  if (dueOn < today) return 'late';
  if (dueOn === today) return 'today';
  const left = workingDaysBetween(calendar, today, dueOn);
  return left <= Math.max(0, ...times.remindBefore) ? 'soon' : 'later';
}

export interface DutyClock {
  readonly calendar: WorkingCalendar;
  readonly times: DutyTimes;
}

/** Working days a duty is over its deadline; 0 when it is not, or when it is reported or concluded. */
export function workingDaysLate({ state, dueOn }: DatedDuty, today: Day, calendar: WorkingCalendar): number {
  if (dueOn === null || dueOn >= today || isConcluded(state) || state === 'reported') return 0;
  return workingDaysBetween(calendar, dueOn, today);
}

export const DUTY_REMINDERS = ['before', 'onDay', 'late', 'toAccept'] as const;
export type DutyReminder = (typeof DUTY_REMINDERS)[number];

export interface RemindedDuty extends DatedDuty {
  readonly reportedOn: Day | null;
}

export interface DueReminder {
  readonly kind: DutyReminder;
  /** Working days left, late, or waiting. */
  readonly days: number;
  /** Whether it goes to the giver: too long late, or a report that waits. */
  readonly toGiver: boolean;
}

/**
 * What is said of a duty on a working day; null when nothing is. A deadline on a day off is recalled on the last
 * working day before it.
 */
export function reminderOf(
  duty: RemindedDuty,
  today: Day,
  { calendar, times }: DutyClock,
): DueReminder | null {
  const { state, dueOn, reportedOn } = duty;
  if (isConcluded(state) || !calendar.isWorking(today)) return null;
  if (state === 'reported') {
    const days = reportedOn === null ? 0 : workingDaysBetween(calendar, reportedOn, today);
    return days >= times.acceptWithin && (days - times.acceptWithin) % times.remindLateEvery === 0
      ? { kind: 'toAccept', days, toGiver: true }
      : null;
  }
  if (dueOn === null) return null;
  if (dueOn < today) {
    const days = workingDaysBetween(calendar, dueOn, today);
    if ((days - 1) % times.remindLateEvery !== 0 && days !== times.escalateAfter) return null;
    return { kind: 'late', days, toGiver: days >= times.escalateAfter };
  }
  const days = workingDaysBetween(calendar, today, dueOn);
  if (days === 0) return { kind: 'onDay', days, toGiver: false };
  return times.remindBefore.includes(days) ? { kind: 'before', days, toGiver: false } : null;
}

/** Whether the giver's list shows it as passed up to them. */
export const isEscalated = (duty: DatedDuty, today: Day, { calendar, times }: DutyClock): boolean =>
  workingDaysLate(duty, today, calendar) >= times.escalateAfter;
