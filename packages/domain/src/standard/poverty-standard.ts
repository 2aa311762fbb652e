import type { AreaType } from '../household/household-facts.ts';
import type { Text } from '../shared/text.ts';
import type { IndicatorRule } from './indicator-rule.ts';

/** A poverty standard as law writes it: data, versioned by its folder, compiled by `compileStandard`. */
export interface PovertyStandard {
  readonly id: string;
  readonly title: Text;
  /** `draft`: simulation only, never a recognition. */
  readonly status: 'inForce' | 'draft';
  readonly scope: StandardScope;
  /** First and last day of force, `YYYY-MM-DD`. */
  readonly validFrom: string;
  readonly validTo: string | null;
  readonly method: ClassificationMethod;
  readonly lines: Readonly<Record<AreaType, IncomeLines>>;
  /** What a score above the cut-off means: `exact` above the line; `sufficient` nothing yet (a local line is higher). */
  readonly scoreCutoffs: 'exact' | 'sufficient';
  /** The number of deprived indicators that makes a household poor (k of Alkire and Foster). */
  readonly povertyCutoffK: number;
  readonly pointsPerIndicator: number;
  /** Average living standard is a class of farm, forestry, fishery and salt households only. */
  readonly averageForFarmHouseholdsOnly: boolean;
  readonly indicators: readonly DeprivationIndicator[];
  readonly grounds: StandardGrounds;
}

export type StandardScope =
  | { readonly kind: 'national' }
  | {
      readonly kind: 'local';
      readonly unitCode: string;
      readonly unitLevel: 'province';
      readonly national: string;
    };

/**
 * - `line-and-deprivations`: at most the line and k deprivations is poor, fewer is near-poor (NĐ 07/2021, NĐ 351/2025).
 * - `line-or-band-with-deprivations`: at most the line is poor whatever the deprivations; between the line and the
 *   upper line, k deprivations is poor and fewer near-poor (QĐ 59/2015).
 */
export const CLASSIFICATION_METHODS = ['line-and-deprivations', 'line-or-band-with-deprivations'] as const;
export type ClassificationMethod = (typeof CLASSIFICATION_METHODS)[number];

/** Incomes in đồng per person per month; scores are "điểm A". A line includes its own value. */
export interface IncomeLines {
  readonly incomePovertyLine: number;
  readonly upperIncomeLine: number | null;
  readonly averageCeiling: number | null;
  readonly scoreCutoff: number | null;
  readonly upperScoreCutoff: number | null;
}

export interface DeprivationIndicator {
  readonly code: string;
  readonly dimension: string;
  readonly label: Text;
  /** Said of a deprived household: "có người từ 6 tuổi chưa có bảo hiểm y tế". */
  readonly deprivedWhen: Text;
  /** Said when nobody is concerned; null where the indicator always applies. */
  readonly notApplicableWhen: Text | null;
  /** What would close the gap, after "nếu": "có nước sạch". */
  readonly remedy: Text;
  /** Smaller is tried first among the changes that are shown. */
  readonly remedyOrder: number;
  /** Health and disability stay closed: the explanation then names no member. */
  readonly sensitive: boolean;
  readonly rule: IndicatorRule;
  readonly ground: Ground;
}

/** Where a rule comes from. Without an `article` the text has not been compared with the official document. */
export interface Ground {
  readonly document: string;
  readonly article: string | null;
  /** The source label of the domain reference: `[S: …]`, `[M-hi]`. */
  readonly label: string;
}

export interface StandardGrounds {
  readonly class: Ground;
  readonly incomeLine: Ground;
  readonly scoreCutoff: Ground;
  readonly averageLivingStandard: Ground;
}
