import { addDays, type Day, daysBetween, yearOf } from './day.ts';

/** What decisions say of one year's days off. */
export interface WorkingYear {
  readonly year: number;
  readonly status: 'shipped' | 'loaded';
  readonly holidays: readonly {
    readonly day: Day;
    readonly name: string;
    readonly inLieu: boolean;
    /** Which of the decisions it comes from, counted from 1; left out where the table does not tell. */
    readonly decision?: number | undefined;
  }[];
  /** A day off that is worked for on another day, usually a Saturday. */
  readonly swaps: readonly {
    readonly off: Day;
    readonly worked: Day;
    readonly decision?: number | undefined;
  }[];
  readonly decisions: readonly {
    readonly document: string;
    readonly article: string | null;
    readonly label: string;
  }[];
}

export interface WorkingCalendar {
  isWorking(day: Day): boolean;
  /** The day is of a year without a table: weekends and the fixed public holidays alone were counted ("tạm tính"). */
  isProvisional(day: Day): boolean;
  /** Why a weekday is off, or that a Saturday is worked; null for an ordinary day. */
  noteOf(day: Day): string | null;
}

export interface DueDay {
  readonly day: Day;
  readonly provisional: boolean;
}

/** The public holidays of fixed date (Bộ luật Lao động 2019, Điều 112); those of the lunar year need a table. */
const FIXED_HOLIDAYS = ['01-01', '04-30', '05-01', '09-02'];

/** A Monday. */
const A_MONDAY = '2024-01-01';

/** 0 for a Monday, 6 for a Sunday. */
export const weekdayOf = (day: Day): number => ((daysBetween(A_MONDAY, day) % 7) + 7) % 7;

export function workingCalendarOf(years: readonly WorkingYear[]): WorkingCalendar {
  const known = new Set(years.map(({ year }) => year));
  const off = new Map<Day, string>();
  const worked = new Map<Day, string>();
  for (const { holidays, swaps } of years) {
    for (const { day, name } of holidays) off.set(day, name);
    for (const swap of swaps) {
      off.set(swap.off, swap.worked);
      worked.set(swap.worked, swap.off);
    }
  }
  const isProvisional = (day: Day) => !known.has(yearOf(day));
  return {
    isProvisional,
    isWorking: (day) => {
      if (worked.has(day)) return true;
      if (off.has(day) || weekdayOf(day) > 4) return false;
      return !(isProvisional(day) && FIXED_HOLIDAYS.includes(day.slice(5)));
    },
    noteOf: (day) => off.get(day) ?? worked.get(day) ?? null,
  };
}

/** Years whose deadlines are provisional: between the first table and the last year asked about, those without one. */
export function yearsWithoutTable(years: readonly WorkingYear[], until: number): number[] {
  const known = years.map(({ year }) => year);
  const from = Math.min(...known, until);
  return Array.from({ length: until - from + 1 }, (_, at) => from + at).filter(
    (year) => !known.includes(year),
  );
}

/** The day on which `count` working days after `day` are over; `day` itself does not count. */
export function addWorkingDays(calendar: WorkingCalendar, day: Day, count: number): DueDay {
  let at = day;
  let left = count;
  let provisional = false;
  while (left > 0) {
    at = addDays(at, 1);
    if (calendar.isProvisional(at)) provisional = true;
    if (calendar.isWorking(at)) left -= 1;
  }
  return { day: at, provisional };
}

/** Working days after `from` up to and with `to`; negative when `to` is earlier. */
export function workingDaysBetween(calendar: WorkingCalendar, from: Day, to: Day): number {
  if (to < from) return -workingDaysBetween(calendar, to, from);
  let count = 0;
  for (let at = from; at < to; ) {
    at = addDays(at, 1);
    if (calendar.isWorking(at)) count += 1;
  }
  return count;
}
