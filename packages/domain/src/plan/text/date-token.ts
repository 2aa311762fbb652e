import { addDays, addMonths, type Day, isValidDay, makeDay } from '../../shared/day.ts';
import { isInside, type Span } from './span.ts';

export type DatePrecision = 'day' | 'month' | 'quarter' | 'half' | 'year' | 'day-of-month';

/** A date as written: "03/01/2024", "ngày 03 tháng 01 năm 2024", "tháng 6/2026", "quý IV năm 2024", "15/6". */
export interface DateToken extends Span {
  readonly precision: DatePrecision;
  /** Null where only day and month are written. */
  readonly year: number | null;
  readonly month: number | null;
  readonly date: number | null;
  /** First and last day of what is written; null when the year is missing or no such day exists. */
  readonly first: Day | null;
  readonly last: Day | null;
}

const DAY_WORDS = /ng[àa]y\s*(\d{1,2})\s*(?:,\s*)?th[áa]ng\s*(\d{1,2})\s*(?:,\s*)?n[ăa]m\s*(\d{4})/giu;
const DAY_FIGURES = /(?<![\d/.-])(\d{1,2})\s?([/.-])\s?(\d{1,2})\s?\2\s?(\d{4})(?![\d/-])/gu;
const MONTH_YEAR = /th[áa]ng\s*(\d{1,2})\s*(?:\/|-|năm|,\s*năm)\s*(\d{4})(?!\d)/giu;
const QUARTER = /qu[ýí]\s*(IV|III|II|I|[1-4])\s*(?:[/,-]|năm|,\s*năm)?\s*(?:năm\s*)?(\d{4})(?!\d)/giu;
const HALF = /(?:6|sáu)\s*tháng\s*(đầu|cuối)\s*năm\s*(\d{4})/giu;
const YEAR = /(?<!\p{L})năm\s*(\d{4})(?!\d)(?!\s*[-–]\s*\d{4})/giu;
const DAY_MONTH =
  /(?<!\p{L})ngày\s*(\d{1,2})\s*(?:\/|-|\s+tháng\s+)\s*(\d{1,2})(?![\d/])(?!\s*(?:năm|\/)\s*\d)/giu;
const ROMAN_QUARTER: Readonly<Record<string, number>> = { I: 1, II: 2, III: 3, IV: 4 };

interface Written {
  readonly precision: DatePrecision;
  readonly year: number | null;
  readonly month: number | null;
  readonly date: number | null;
}

function rangeOf(written: Written): { first: Day | null; last: Day | null } {
  const { precision, year, month, date } = written;
  if (year === null || year < 1900 || year > 2200) return { first: null, last: null };
  if (precision === 'day') {
    const day = makeDay(year, month ?? 0, date ?? 0);
    return isValidDay(day) ? { first: day, last: day } : { first: null, last: null };
  }
  const months = { month: 1, quarter: 3, half: 6, year: 12, 'day-of-month': 1 }[precision];
  const first = makeDay(year, month ?? 1, 1);
  if (!isValidDay(first)) return { first: null, last: null };
  return { first, last: addDays(addMonths(first, months), -1) };
}

type Reader = (groups: RegExpMatchArray) => Written;

/** Every way of writing holds a year, or a day and a month. */
const MAY_HOLD_DATE = /(?:19|20)\d{2}|\d\s?[/.-]\s?\d|ng[àa]y\s*\d/iu;

const READERS: readonly (readonly [RegExp, Reader])[] = [
  [DAY_WORDS, (m) => ({ precision: 'day', year: Number(m[3]), month: Number(m[2]), date: Number(m[1]) })],
  [DAY_FIGURES, (m) => ({ precision: 'day', year: Number(m[4]), month: Number(m[3]), date: Number(m[1]) })],
  [MONTH_YEAR, (m) => ({ precision: 'month', year: Number(m[2]), month: Number(m[1]), date: null })],
  [
    QUARTER,
    (m) => {
      const quarter = ROMAN_QUARTER[m[1]!.toUpperCase()] ?? Number(m[1]);
      return { precision: 'quarter', year: Number(m[2]), month: quarter * 3 - 2, date: null };
    },
  ],
  [
    HALF,
    (m) => ({
      precision: 'half',
      year: Number(m[2]),
      month: m[1]!.toLowerCase() === 'đầu' ? 1 : 7,
      date: null,
    }),
  ],
  [DAY_MONTH, (m) => ({ precision: 'day-of-month', year: null, month: Number(m[2]), date: Number(m[1]) })],
  [YEAR, (m) => ({ precision: 'year', year: Number(m[1]), month: null, date: null })],
];

/** Every date of a text, in order; the most exact reading of a place wins. */
export function findDates(text: string): DateToken[] {
  const found: DateToken[] = [];
  if (!MAY_HOLD_DATE.test(text)) return found;
  for (const [pattern, read] of READERS) {
    const before = [...found].sort((a, b) => a.start - b.start);
    for (const match of text.matchAll(pattern)) {
      const span = { start: match.index, end: match.index + match[0].length };
      if (isInside(span, before)) continue;
      const written = read(match);
      if (pattern === DAY_FIGURES && (written.month ?? 0) > 12 && match[2] === '.') continue;
      found.push({ ...span, ...written, ...rangeOf(written) });
    }
  }
  return found.sort((a, b) => a.start - b.start);
}
