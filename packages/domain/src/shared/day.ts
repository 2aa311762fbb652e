/** A calendar day, `YYYY-MM-DD`; days compare as text. No time, no zone, no `Date`. */
export type Day = string;

const DAYS_IN_MONTH = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31] as const;
const DAYS_IN_ERA = 146_097;
const pad = (value: number, width: number) => String(value).padStart(width, '0');
const isLeap = (year: number) => (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;

function daysInMonth(year: number, month: number): number {
  return month === 2 && isLeap(year) ? 29 : (DAYS_IN_MONTH[month - 1] ?? 0);
}

export function isValidDay(text: string): text is Day {
  const found = /^(\d{4})-(\d{2})-(\d{2})$/u.exec(text);
  if (found === null) return false;
  const [year, month, date] = [Number(found[1]), Number(found[2]), Number(found[3])];
  return year >= 1 && date >= 1 && date <= daysInMonth(year, month);
}

export const makeDay = (year: number, month: number, date: number): Day =>
  `${pad(year, 4)}-${pad(month, 2)}-${pad(date, 2)}`;

export const yearOf = (day: Day): number => Number(day.slice(0, 4));
const monthOf = (day: Day): number => Number(day.slice(5, 7));
const dateOf = (day: Day): number => Number(day.slice(8, 10));

/** `2026-03-05` as `05/03/2026`; a year alone stays a year. */
export const writtenDay = (day: string): string => day.split('-').reverse().join('/');

/** Negative when `a` is earlier; fit for `sort`. */
export const compareDays = (a: Day, b: Day): number => (a < b ? -1 : a > b ? 1 : 0);

export const isWithin = (day: Day, from: Day, before: Day | null): boolean =>
  day >= from && (before === null || day < before);

/** Days since 1 March of year 0 (proleptic Gregorian), so that a leap day ends its year. */
function toNumber(day: Day): number {
  const month = monthOf(day);
  const year = yearOf(day) - (month <= 2 ? 1 : 0);
  const monthFromMarch = (month + 9) % 12;
  const leaps = Math.floor(year / 4) - Math.floor(year / 100) + Math.floor(year / 400);
  return year * 365 + leaps + Math.floor((153 * monthFromMarch + 2) / 5) + dateOf(day) - 1;
}

function fromNumber(days: number): Day {
  const era = Math.floor(days / DAYS_IN_ERA);
  const inEra = days - era * DAYS_IN_ERA;
  const yearOfEra = Math.floor(
    (inEra - Math.floor(inEra / 1460) + Math.floor(inEra / 36_524) - Math.floor(inEra / 146_096)) / 365,
  );
  const dayOfYear = inEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const monthFromMarch = Math.floor((5 * dayOfYear + 2) / 153);
  const date = dayOfYear - Math.floor((153 * monthFromMarch + 2) / 5) + 1;
  const month = monthFromMarch < 10 ? monthFromMarch + 3 : monthFromMarch - 9;
  return makeDay(yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, date);
}

export const addDays = (day: Day, count: number): Day => fromNumber(toNumber(day) + count);

/** Days from `from` to `to`; negative when `to` is earlier. */
export const daysBetween = (from: Day, to: Day): number => toNumber(to) - toNumber(from);

/** The same date `count` months later, or the last day of that month when it is shorter. */
export function addMonths(day: Day, count: number): Day {
  const months = yearOf(day) * 12 + monthOf(day) - 1 + count;
  const year = Math.floor(months / 12);
  const month = (months % 12) + 1;
  return makeDay(year, month, Math.min(dateOf(day), daysInMonth(year, month)));
}

/**
 * Completed years on a day. `birthDate` is `YYYY-MM-DD`, `YYYY-MM` or `YYYY`; an unknown month or date counts
 * as the first, so a person known by year alone is as old as the difference of the years.
 */
export function ageOn(birthDate: string, day: Day): number {
  const [year = '', month = '01', date = '01'] = birthDate.split('-');
  const birthdayReached = day.slice(5) >= `${month}-${date}`;
  return yearOf(day) - Number(year) - (birthdayReached ? 0 : 1);
}
