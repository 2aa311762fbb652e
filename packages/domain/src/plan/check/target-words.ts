import { readNumber } from '../text/number-token.ts';

/** A number as a target writes it, for patterns. */
export const NUMBER = '(\\d{1,3}(?:\\.\\d{3})*(?:,\\d+)?)';
/** A whole number. */
export const COUNT = '(\\d{1,3}(?:\\.\\d{3})*)';
/** What may stand before it. */
export const ABOUT = '(?:khoảng|dưới|trên|mức|ít nhất|tối thiểu|không quá)?\\s*';

export const value = (written: string | undefined): number => readNumber(written ?? '')?.value ?? Number.NaN;

/** `4.2700` as `4,27`. */
export const show = (number: number): string =>
  number
    .toFixed(2)
    .replace(/\.?0+$/u, '')
    .replace('.', ',');
