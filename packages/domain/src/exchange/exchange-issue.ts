import type { ExchangeProblemCode } from './problems.ts';

/**
 * One thing to know about one cell of a file. An error refuses the whole file; a warning lets it in and stays
 * in the report. `at` is the file's own address: `Sau rà soát!D17`.
 */
export interface ExchangeIssue {
  readonly severity: 'error' | 'warning';
  readonly at: string;
  readonly code: ExchangeProblemCode;
  readonly detail: Readonly<Record<string, string | number>>;
}

export interface RowAddress {
  readonly sheet: string;
  /** Counted from 1, as spreadsheets do. */
  readonly row: number;
}

/** 0 → A, 25 → Z, 26 → AA. */
export function columnLetters(index: number): string {
  let letters = '';
  for (let rest = index + 1; rest > 0; rest = Math.floor((rest - 1) / 26))
    letters = String.fromCharCode(65 + ((rest - 1) % 26)) + letters;
  return letters;
}

export function cellAddress({ sheet, row }: RowAddress, column?: number): string {
  const cell = column === undefined ? `${row}` : `${columnLetters(column)}${row}`;
  return sheet === '' ? cell : `${sheet}!${cell}`;
}
