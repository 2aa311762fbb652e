import { addDays, type Day, makeDay, yearOf } from '../shared/day.ts';
import type { Text } from '../shared/text.ts';
import { addWorkingDays, type WorkingCalendar } from '../shared/working-days.ts';
import type { RoundKind } from './review-round.ts';

/** Steps a course is made of; a procedure says of each kind of round which it has. */
export const STEP_IDS = [
  'request',
  'list',
  'survey',
  'meeting',
  'posting',
  'grievance',
  'opinion',
  'recognition',
] as const;
export type StepId = (typeof STEP_IDS)[number];

/** The steps of one kind of round, in their order, and how sure it is that they are these. */
export interface ReviewCourse {
  readonly steps: readonly StepId[];
  readonly confidence: 'source' | 'derived' | 'memory';
  readonly ground: Ground;
}

interface Ground {
  readonly document: string;
  readonly article: string | null;
  readonly label: string;
}

export type DayKind = 'working' | 'calendar' | 'unknown';

export interface DayLimit {
  readonly days: number;
  readonly kind: DayKind;
  readonly ground: Ground;
}

export const LIMIT_KINDS = ['posting', 'reverification', 'opinion', 'adHocDecision'] as const;
export type LimitKind = (typeof LIMIT_KINDS)[number];

export interface ReportDuty {
  readonly id: string;
  readonly title: Text;
  readonly from: 'commune' | 'district' | 'province' | 'ministry';
  readonly to: 'commune' | 'district' | 'province' | 'ministry';
  readonly when:
    | { readonly kind: 'monthly'; readonly date: number; readonly months: readonly number[] }
    | { readonly kind: 'yearly'; readonly date: string };
  readonly before: boolean;
  readonly ground: Ground;
}

/** One version of the review procedure, as law has it. Months and dates are `MM-DD`. */
export interface ReviewProcedure {
  readonly id: string;
  readonly title: Text;
  readonly from: Day;
  readonly to: Day | null;
  readonly method: 'meeting-posting-opinion';
  readonly grounds: readonly Ground[];
  readonly periodic: { readonly from: string; readonly to: string; readonly ground: Ground };
  /** The date of a month from which requests are reviewed; null: any day. */
  readonly adHoc: { readonly fromDate: number | null; readonly ground: Ground };
  readonly superior: {
    readonly level: 'district' | 'province';
    readonly title: Text;
    readonly ground: Ground;
  };
  /** At least so many per cent of those attending agree. */
  readonly agreement: { readonly percent: number; readonly of: 'attending'; readonly ground: Ground };
  readonly minutesCopies: number;
  /** When a last day is over, `HH:MM` in Việt Nam. */
  readonly officeCloses: string;
  readonly limits: Readonly<Record<LimitKind, DayLimit>>;
  readonly reporting: readonly ReportDuty[];
  /** Without it, as files before it were, every kind of round has every step. */
  readonly courses?: Readonly<Record<RoundKind, ReviewCourse>> | undefined;
  readonly steps: readonly {
    readonly id: string;
    readonly title: Text;
    readonly who: string;
    readonly ground: Ground;
  }[];
}

export const hasStep = (
  { courses }: Pick<ReviewProcedure, 'courses'>,
  kind: RoundKind,
  step: StepId,
): boolean => courses === undefined || courses[kind].steps.includes(step);

export interface Due {
  readonly day: Day;
  /** Counted over a year without a table of working days. */
  readonly provisional: boolean;
  /** The law does not say what days these are; the earlier reading is shown for a duty, the later for a wait. */
  readonly uncertain: boolean;
}

/** The last day of a limit that began on a day. A duty is due on the earlier reading, a waiting time ends on the later. */
export function dueOf(
  calendar: WorkingCalendar,
  { days, kind }: DayLimit,
  { from, as }: { readonly from: Day; readonly as: 'duty' | 'wait' },
): Due {
  const uncertain = kind === 'unknown';
  const working = kind === 'working' || (uncertain && as === 'wait');
  if (working) return { ...addWorkingDays(calendar, from, days), uncertain };
  return { day: addDays(from, days), provisional: false, uncertain };
}

export const inPeriodicWindow = ({ periodic }: ReviewProcedure, day: Day): boolean =>
  day.slice(5) >= periodic.from && day.slice(5) <= periodic.to;

/** The first day an ad hoc request of a day is reviewed from. */
export function adHocBegins({ adHoc }: ReviewProcedure, requestedOn: Day): Day {
  if (adHoc.fromDate === null) return requestedOn;
  const opening = makeDay(yearOf(requestedOn), Number(requestedOn.slice(5, 7)), adHoc.fromDate);
  return requestedOn > opening ? requestedOn : opening;
}

/** The days a duty to report falls due in a year, oldest first: the last day on which it is in time. */
export function reportDays({ when, before }: ReportDuty, year: number): Day[] {
  const days =
    when.kind === 'monthly'
      ? when.months.map((month) => makeDay(year, month, when.date))
      : [`${year}-${when.date}`];
  return before ? days.map((day) => addDays(day, -1)) : days;
}
