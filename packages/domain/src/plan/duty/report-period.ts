import { addDays, type Day, makeDay, yearOf } from '../../shared/day.ts';

export const REPORT_PERIODS = ['month', 'quarter', 'half-year', 'nine-months', 'year', 'once'] as const;
export type ReportPeriod = (typeof REPORT_PERIODS)[number];

/** When a report of a period is due, as a law, an instruction or a plan says it. */
export interface ReportDeadline {
  readonly period: ReportPeriod;
  /** The day of a report that is made once a year. */
  readonly day: Day | null;
  /** The day of the month of one that comes back: of each month, or of the last month of each quarter. */
  readonly dayOfMonth: number | null;
  /** "Trước ngày 15": the 14th is the last day. */
  readonly before: boolean;
  /** Months a monthly report is asked for; none told: all twelve. */
  readonly months?: readonly number[] | undefined;
}

export interface DueReport {
  /** `2026`, `2026-Q1`, `2026-H1`, `2026-9M`, `2026-M04`: lists in the order of the year. */
  readonly key: string;
  readonly period: ReportPeriod;
  /** The last day on which it is not late. */
  readonly dueOn: Day;
}

const LAST_DAY = 28;
const QUARTERS = [3, 6, 9, 12] as const;
const TWELVE = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12] as const;
const two = (value: number): string => String(value).padStart(2, '0');

/** The reports of a year that a deadline asks for; none when it names no day at all. A half-year is the first one. */
export function reportsOfYear(deadline: ReportDeadline, year: number): DueReport[] {
  const { period, day, dayOfMonth, before } = deadline;
  const last = (written: Day): Day => (before ? addDays(written, -1) : written);
  if (period === 'month' || period === 'quarter') {
    const date = dayOfMonth ?? (day === null ? null : Number(day.slice(8)));
    if (date === null) return [];
    const months = period === 'quarter' ? QUARTERS : (deadline.months ?? TWELVE);
    return months.map((month) => ({
      key: period === 'quarter' ? `${year}-Q${month / 3}` : `${year}-M${two(month)}`,
      period,
      dueOn: last(dayIn(year, month, date)),
    }));
  }
  if (day === null) return [];
  const written = `${year + (yearOf(day) - year === 1 ? 1 : 0)}${day.slice(4)}`;
  return [{ key: keyOf(period, year, day), period, dueOn: last(written) }];
}

/** A month without that date ends earlier. */
function dayIn(year: number, month: number, date: number): Day {
  if (date <= LAST_DAY) return makeDay(year, month, date);
  const next = month === 12 ? makeDay(year + 1, 1, 1) : makeDay(year, month + 1, 1);
  const end = addDays(next, -1);
  return Number(end.slice(8)) < date ? end : makeDay(year, month, date);
}

function keyOf(period: ReportPeriod, year: number, day: Day): string {
  if (period === 'half-year') return `${year}-H1`;
  if (period === 'nine-months') return `${year}-9M`;
  return period === 'year' ? String(year) : `${year}-${day.slice(5)}`;
}

export interface OrderedReport {
  readonly unitId: number;
  /** The unit whose report this one goes into; null at the top. */
  readonly superiorId: number | null;
  readonly kind: string;
  readonly key: string;
  readonly dueOn: Day;
}

export interface OrderFault {
  readonly lower: OrderedReport;
  readonly superior: OrderedReport;
}

/** Reports due on the day of the report they go into, or after it: lower levels must be due before upper levels. */
export function lateForSuperior(reports: readonly OrderedReport[]): OrderFault[] {
  const by = new Map(reports.map((report) => [nameOf(report.unitId, report), report]));
  return reports.flatMap((lower) => {
    const superior = lower.superiorId === null ? undefined : by.get(nameOf(lower.superiorId, lower));
    return superior !== undefined && lower.dueOn >= superior.dueOn ? [{ lower, superior }] : [];
  });
}

const nameOf = (unitId: number, { kind, key }: OrderedReport): string => `${unitId} ${kind} ${key}`;
