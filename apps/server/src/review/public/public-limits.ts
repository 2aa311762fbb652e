import { type TryLimit, tryLimit } from '../../platform/http/try-limit.ts';

export interface PublicLimits {
  /** Wrong numbers and codes of papers. */
  readonly papers: TryLimit;
  /** Codes of postings and receipts that do not exist. */
  readonly codes: TryLimit;
  /** Grievances and requests sent. */
  readonly sent: TryLimit;
}

const MINUTES = 60;

export const publicLimits = (now: () => number): PublicLimits => ({
  papers: tryLimit({ each: 5, together: 3000, seconds: 10 * MINUTES }, now),
  codes: tryLimit({ each: 20, together: 5000, seconds: 10 * MINUTES }, now),
  sent: tryLimit({ each: 10, together: 1000, seconds: 60 * MINUTES }, now),
});

export const minutes = (seconds: number): number => Math.ceil(seconds / MINUTES);
