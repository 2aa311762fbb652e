import { isInside, type Span } from './span.ts';

/** A number as a Vietnamese document writes it: dot between thousands, comma before decimals. */
export interface NumberToken extends Span {
  readonly text: string;
  readonly value: number;
  /** Digits after the decimal mark, so that a rounded number is compared as such. */
  readonly places: number;
  /** All digits without marks, for exact money: value = digits / 10^places. */
  readonly digits: bigint;
  /** "1,595" alone: 1.595 by the rule, 1595 in the English manner. */
  readonly ambiguous: boolean;
}

const WRITTEN = /(?<![\p{L}\d.,]|(?<!đồng|hộ|người)\/)\d+(?:[.,]\d+)*(?![\d])/gu;
const DOT_GROUPS = /^\d{1,3}(?:\.\d{3})+$/u;
const DOT_GROUPS_DECIMALS = /^(\d{1,3}(?:\.\d{3})+),(\d+)$/u;
const COMMA_GROUPS = /^\d{1,3}(?:,\d{3}){2,}$/u;
const COMMA_GROUPS_DECIMALS = /^(\d{1,3}(?:,\d{3})+)\.(\d+)$/u;
const DECIMAL = /^(\d+)[.,](\d+)$/u;

interface Read {
  readonly whole: string;
  readonly decimals: string;
  readonly ambiguous: boolean;
}

function readDigits(text: string): Read | undefined {
  if (/^\d+$/u.test(text)) return { whole: text, decimals: '', ambiguous: false };
  // "0.650" is no group of thousands: no count is written with a leading group of zero.
  if (DOT_GROUPS.test(text) && !text.startsWith('0'))
    return { whole: text.replaceAll('.', ''), decimals: '', ambiguous: false };
  const grouped = DOT_GROUPS_DECIMALS.exec(text);
  if (grouped) return { whole: grouped[1]!.replaceAll('.', ''), decimals: grouped[2]!, ambiguous: false };
  if (COMMA_GROUPS.test(text)) return { whole: text.replaceAll(',', ''), decimals: '', ambiguous: false };
  const english = COMMA_GROUPS_DECIMALS.exec(text);
  if (english) return { whole: english[1]!.replaceAll(',', ''), decimals: english[2]!, ambiguous: false };
  const decimal = DECIMAL.exec(text);
  if (decimal === null) return undefined;
  const ambiguous =
    text.includes(',') && decimal[2]!.length === 3 && decimal[1]!.length <= 3 && !text.startsWith('0');
  return { whole: decimal[1]!, decimals: decimal[2]!, ambiguous };
}

/** Reads a number that stands alone ("1.595", "24,40", "02"); undefined when it is none. */
export function readNumber(written: string): Omit<NumberToken, 'start' | 'end'> | undefined {
  const text = written.trim();
  if (text.length > 30 || !/^\d/u.test(text)) return undefined;
  const read = readDigits(text);
  if (read === undefined) return undefined;
  const digits = BigInt(read.whole + read.decimals);
  return {
    text,
    value: Number(`${read.whole}.${read.decimals || '0'}`),
    places: read.decimals.length,
    digits,
    ambiguous: read.ambiguous,
  };
}

/** Every number of a text outside the taken spans (dates, citations), in order. */
export function findNumbers(text: string, taken: readonly Span[] = []): NumberToken[] {
  const found: NumberToken[] = [];
  for (const match of text.matchAll(WRITTEN)) {
    const span = { start: match.index, end: match.index + match[0].length };
    if (isInside(span, taken)) continue;
    const read = readNumber(match[0]);
    if (read !== undefined) found.push({ ...read, ...span });
  }
  return found;
}

/** Half of the last digit written: what rounding may hide. */
export const roundingOf = (token: Pick<NumberToken, 'places'>): number => 0.5 * 10 ** -token.places;
