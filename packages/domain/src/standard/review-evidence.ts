import type { DeprivationPattern } from './household-class.ts';

/**
 * What the income test of a household rests on. Points A and B are kept apart for good: a low A means poor,
 * a high B means deprived, and no rule adds them.
 */
export type ReviewEvidence =
  | { readonly kind: 'scored'; readonly incomeScore: number | null; readonly scorecard: ScorecardMark | null }
  | SignedForm
  | { readonly kind: 'quickScreen'; readonly outcome: QuickScreenOutcome; readonly form: string | null }
  /** No form: only an income that was collected, if any. */
  | { readonly kind: 'none' };

/** Totals read from a signed paper form: the form verifies them, whatever scorecard was used on paper. */
export interface SignedForm {
  readonly kind: 'signedForm';
  readonly incomeScore: number | null;
  readonly deprivationScore: number | null;
  /** The ticked indicators of the form, when they were entered too. */
  readonly deprivations: DeprivationPattern | null;
  readonly form: string | null;
}

export const QUICK_SCREEN_OUTCOMES = ['screenedOut', 'screenedIn'] as const;
export type QuickScreenOutcome = (typeof QUICK_SCREEN_OUTCOMES)[number];

export const SCORECARD_STATUSES = ['verified', 'unverified', 'synthetic'] as const;
export type ScorecardStatus = (typeof SCORECARD_STATUSES)[number];

export interface ScorecardMark {
  readonly id: string;
  readonly status: ScorecardStatus;
}
