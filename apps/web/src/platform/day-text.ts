import { isValidDay, makeDay, writtenDay } from '@benvung/domain/shared/day';

/**
 * A birth date or another day as people type it. Values are `YYYY-MM-DD`, or `YYYY` where only the year is
 * known; the text is dd/mm/yyyy.
 */
export type DayRead =
  | { readonly kind: 'empty' }
  | { readonly kind: 'day' | 'year'; readonly value: string }
  /** Not a day that exists; `year` when at least the year can be used. */
  | { readonly kind: 'wrong'; readonly year: string | null };

const widenYear = (year: string, newest: number): string => {
  if (year.length === 4) return year;
  const recent = Number(`20${year}`);
  return recent <= newest ? `20${year}` : `19${year}`;
};

/** Reads "5/3/1980", "05-03-1980", "5.3.80", "05031980", "1980". @param newest the latest year two digits may mean */
export function readDayText(text: string, newest: number): DayRead {
  const typed = text.trim();
  if (typed === '') return { kind: 'empty' };
  if (/^\d{4}$/.test(typed)) return { kind: 'year', value: typed };
  const parted =
    /^(\d{1,2})[/.\-\s](\d{1,2})[/.\-\s](\d{4}|\d{2})$/.exec(typed) ?? /^(\d{2})(\d{2})(\d{4})$/.exec(typed);
  if (parted === null) return { kind: 'wrong', year: /(?<!\d)\d{4}$/.exec(typed)?.[0] ?? null };
  const year = widenYear(parted[3] ?? '', newest);
  const day = makeDay(Number(year), Number(parted[2]), Number(parted[1]));
  return isValidDay(day) ? { kind: 'day', value: day } : { kind: 'wrong', year };
}

/** "1980-03-05" as "05/03/1980", "1980" as it is. */
export function writeDayText(value: string | null): string {
  return value === null ? '' : writtenDay(value);
}
