import type { TargetKind } from './indicator.ts';
import { countAt, rateOf } from './rate.ts';

/** "còn", "giảm", "tối thiểu / từ … trở lên", "đạt", "giữ". */
export const TARGET_COMPARISONS = ['down-to', 'reduce-by', 'at-least', 'reach', 'keep'] as const;
export type TargetComparison = (typeof TARGET_COMPARISONS)[number];

/**
 * A count on its own base: the households (or persons) planned with, which are others at the year's end than at its
 * beginning. `rate` in hundredths of a percent as written; where it is null it follows from count and base.
 */
export interface Measure {
  readonly count: number | null;
  readonly base: number | null;
  readonly rate: number | null;
}

export interface TargetLine {
  readonly comparison: TargetComparison;
  readonly opening: Measure;
  readonly planned: Measure;
}

export const NO_MEASURE: Measure = { count: null, base: null, rate: null };

/** What is handed down and adds up: households fewer, or the count to be reached. Null while it is not told. */
export function assignedOf(kind: TargetKind, { opening, planned }: TargetLine): number | null {
  if (kind !== 'stock') return planned.count;
  return opening.count === null || planned.count === null ? null : opening.count - planned.count;
}

/** The base of the year's end; the beginning's where the plan has none of its own. */
export const plannedBase = ({ opening, planned }: TargetLine): number | null => planned.base ?? opening.base;

export const openingRate = ({ opening }: TargetLine): number | null =>
  opening.rate ?? rateOf(opening.count, opening.base);

/** As written, otherwise from count and base. */
export const plannedRate = (line: TargetLine): number | null =>
  line.planned.rate ?? rateOf(line.planned.count, plannedBase(line));

/** Percentage points from the beginning to the end, in hundredths; below nought when the rate is to fall. */
export function pointsOf(line: TargetLine): number | null {
  const [before, after] = [openingRate(line), plannedRate(line)];
  return before === null || after === null ? null : after - before;
}

/** A count told by hand: the rate follows it again. */
export const withPlannedCount = (line: TargetLine, count: number | null): TargetLine => ({
  ...line,
  planned: { ...line.planned, count, rate: null },
});

export function withAssigned(kind: TargetKind, line: TargetLine, assigned: number | null): TargetLine {
  if (kind !== 'stock' || assigned === null) return withPlannedCount(line, assigned);
  return withPlannedCount(line, (line.opening.count ?? 0) - assigned);
}

/** A rate told by hand moves the count when the base is known; otherwise it stands as written. */
export function withPlannedRate(line: TargetLine, rate: number): TargetLine {
  const base = plannedBase(line);
  if (base === null) return { ...line, planned: { ...line.planned, rate } };
  return withPlannedCount(line, countAt(rate, base));
}

/** Another number of households planned with: the count stays, the rate follows. */
export const withPlannedBase = (line: TargetLine, base: number | null): TargetLine => ({
  ...line,
  planned: { ...line.planned, base, rate: null },
});
