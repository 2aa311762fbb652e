/**
 * Text that a spreadsheet would run as a formula is written with a quote before it; numbers, days and codes are
 * left alone. The reader takes the quote away again.
 */
const RUNS = /^[=+\-@\t\r]/u;
const HARMLESS = /^[+-]?\d+(?:[.,]\d+)?$|^[-–]$/u;
const GUARDED = /^'(?=[=+\-@\t\r])/u;

export const guardCell = (text: string): string =>
  RUNS.test(text) && !HARMLESS.test(text) ? `'${text}` : text;

export const unguardCell = (text: string): string =>
  text.charCodeAt(0) === 39 ? text.replace(GUARDED, '') : text;
