import type { ScorecardStatus } from './review-evidence.ts';

/**
 * A table of points that stands for the income ("điểm A"): loadable, checked data, never constants in code.
 * A scorecard is chosen for a household by its form and region; that is not a function of the area type alone.
 */
export interface Scorecard {
  readonly id: string;
  readonly standardId: string;
  readonly formCode: string;
  readonly region: string;
  readonly version: number;
  readonly status: ScorecardStatus;
  readonly source: string;
  readonly items: readonly ScorecardItem[];
}

/**
 * - `one-of`: one option applies, its points count;
 * - `any-of`: every option that applies counts;
 * - `banded-number`: a number falls in one band;
 * - `count-times`: a number times the points of its only option.
 */
export const SCORECARD_ITEM_KINDS = ['one-of', 'any-of', 'banded-number', 'count-times'] as const;
export type ScorecardItemKind = (typeof SCORECARD_ITEM_KINDS)[number];

export interface ScorecardItem {
  readonly code: string;
  readonly label: string;
  readonly kind: ScorecardItemKind;
  readonly exclusionRule: ExclusionRule | null;
  readonly options: readonly ScorecardOption[];
}

/** `only-without-capacity`: void for a household of none but children, the old and those without labour capacity. */
export const EXCLUSION_RULES = ['only-without-capacity'] as const;
export type ExclusionRule = (typeof EXCLUSION_RULES)[number];

export interface ScorecardOption {
  readonly code: string;
  readonly label: string;
  readonly band: Band | null;
  readonly points: number;
}

/** `from` counts, `to` does not; null is open. */
export interface Band {
  readonly from: number | null;
  readonly to: number | null;
}

/** What the paper or the screen answered, by item code: an option, several options, or a number. */
export type ScorecardAnswers = Readonly<Record<string, string | readonly string[] | number | null>>;
