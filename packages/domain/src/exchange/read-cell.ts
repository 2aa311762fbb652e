import { addDays, type Day, isValidDay, makeDay } from '../shared/day.ts';
import type { ExchangeCellProblemCode } from './problems.ts';
import { unguardCell } from './safe-cell.ts';

/** What a cell says: a value, a value worth a word of warning, or a problem. Blank cells are not read. */
export type CellReading<Value> =
  | { readonly value: Value; readonly warning?: ExchangeCellProblemCode }
  | {
      readonly problem: ExchangeCellProblemCode;
      readonly detail?: Readonly<Record<string, string | number>>;
    };

const WRITTEN_DAY = /^(\d{1,2})\s*[/.-]\s*(\d{1,2})\s*[/.-]\s*(\d{4})$/u;
const ISO_DAY = /^(\d{4})-(\d{1,2})-(\d{1,2})(?:[T ].*)?$/u;
const MONTH_AND_YEAR = /^(\d{1,2})\s*[/.-]\s*(\d{4})$/u;
const YEAR = /^(1[89]\d\d|20\d\d)$/u;
/** Spreadsheets count days from 30/12/1899; 10,000 to 80,000 are the years 1927 to 2119. */
const SERIAL = /^([1-7]\d{4})(?:\.\d+)?$/u;

/** A full day: `30/12/1985`, `30-12-1985`, `1985-12-30`, or a spreadsheet's day number. */
export function readDay(text: string): CellReading<Day> {
  const written = WRITTEN_DAY.exec(text);
  const iso = written === null ? ISO_DAY.exec(text) : null;
  if (written !== null || iso !== null) {
    const [year, month, date] =
      written === null ? [iso?.[1], iso?.[2], iso?.[3]] : written.slice(1).reverse();
    const day = makeDay(Number(year), Number(month), Number(date));
    return isValidDay(day) ? { value: day } : { problem: 'exchange.day-not-real' };
  }
  const serial = SERIAL.exec(text);
  if (serial !== null)
    return { value: addDays('1899-12-30', Number(serial[1])), warning: 'exchange.day-from-number' };
  return { problem: 'exchange.day-not-readable' };
}

/** A birth date, or the year alone as official lists print it. */
export function readBirthDate(text: string): CellReading<string> {
  if (YEAR.test(text)) return { value: text };
  const monthAndYear = MONTH_AND_YEAR.exec(text);
  if (monthAndYear === null) return readDay(text);
  const month = Number(monthAndYear[1]);
  if (month < 1 || month > 12) return { problem: 'exchange.day-not-real' };
  return { value: String(monthAndYear[2]), warning: 'exchange.only-year-kept' };
}

/** A whole number; "1.500.000" and "1 500" are read, "2,5" is not. */
export function readWholeNumber(text: string, most: number): CellReading<number> {
  const plain = /^\d{1,3}(?:[.\s]\d{3})+$/u.test(text) ? text.replace(/[.\s]/gu, '') : text;
  const found = /^(\d{1,15})(?:[.,]0+)?$/u.exec(plain);
  if (found === null) return { problem: 'exchange.number-not-readable' };
  const value = Number(found[1]);
  return value <= most ? { value } : { problem: 'exchange.number-out-of-range', detail: { most } };
}

/** A measure with at most two decimals, comma or dot. */
export function readMeasure(text: string, most: number): CellReading<number> {
  const found = /^(\d{1,9})(?:[.,](\d{1,6}))?$/u.exec(text);
  if (found === null) return { problem: 'exchange.number-not-readable' };
  const value = Number(`${found[1]}.${found[2] ?? '0'}`);
  return value <= most ? { value } : { problem: 'exchange.number-out-of-range', detail: { most } };
}

/** Text as it is kept: composed letters, single blanks, no invisible marks. */
export function tidyText(text: string): string {
  if (/^[\x21-\x26\x28-\x7e]*$/u.test(text)) return text;
  return unguardCell(text)
    .normalize('NFC')
    .replace(/[\u200b-\u200d\u2060\ufeff]/gu, '')
    .replace(/[\s\u00a0]+/gu, ' ')
    .trim();
}
