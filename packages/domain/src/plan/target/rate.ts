/** Rates of targets are whole hundredths of a percent: 227 is 2,27 %. */

/** Half up, exactly; null where the base is not known or 0. */
export function rateOf(count: number | null, base: number | null): number | null {
  if (count === null || base === null || base <= 0) return null;
  return Math.floor((count * 20_000 + base) / (base * 2));
}

/** The whole count nearest to a rate of a base. */
export const countAt = (rate: number, base: number): number =>
  Math.floor((rate * base * 2 + 10_000) / 20_000);

export interface BaseRange {
  readonly least: number;
  /** Null: without end (a rate that rounds to nought). */
  readonly most: number | null;
}

/**
 * The bases of which a count is a rate, when rounded: what a table that prints counts and rates says of the households it
 * was planned with. Null where none fits (a count above nought at 0,00 % of a small base is no contradiction: no end).
 */
export function basesOf(count: number, rate: number): BaseRange | null {
  if (count <= 0) return rate === 0 ? { least: 1, most: null } : null;
  const least = Math.floor((20_000 * count) / (2 * rate + 1)) + 1;
  const most = rate === 0 ? null : Math.floor((20_000 * count) / (2 * rate - 1));
  return most !== null && most < least ? null : { least, most };
}

/** `1,76`, as tables print it. */
export const printRate = (rate: number): string => {
  const digits = String(Math.abs(rate)).padStart(3, '0');
  return `${rate < 0 ? '−' : ''}${digits.slice(0, -2)},${digits.slice(-2)}`;
};
