import type { AreaType, PovertyCause, SupportWish } from '../household/household-facts.ts';
import type { DeprivationPattern, HouseholdClass } from '../standard/household-class.ts';

/**
 * What one review round knows of one household under one standard: the line every movement, counter and
 * table is folded from. A household on last year's list that is no longer there has `closing: null` and a
 * `goneReason`; a household that was not on last year's list has `opening: null` and an `arrivalReason`.
 */
export interface ReviewRecord {
  readonly householdId: string;
  readonly year: number;
  readonly standardId: string;
  /** The commune whose round this is: where the household is now, or was when it is gone. */
  readonly communeId: number;
  readonly stage: ReviewStage;
  /** False while the class rests on a scorecard whose official text is not at hand. */
  readonly verified: boolean;
  readonly opening: OpeningState | null;
  readonly closing: ClosingState | null;
  readonly goneReason: GoneReason | null;
  readonly arrivalReason: ArrivalReason | null;
}

export interface OpeningState {
  /** `NOT_POOR` here means: known to the registry, not listed poor or near-poor at the end of last year. */
  readonly class: HouseholdClass;
  readonly persons: number;
  /** Another commune than the record's when the household moved during the year. */
  readonly communeId: number;
  /** 0 when the village is not known; such a household counts in its commune's own line only. */
  readonly villageId: number;
}

export interface ClosingState {
  readonly class: HouseholdClass;
  readonly persons: number;
  readonly villageId: number;
  readonly areaType: AreaType;
  readonly deprivations: DeprivationPattern;
  readonly headEthnicity: string | null;
  readonly flags: HouseholdFlags;
  readonly causes: readonly PovertyCause[];
  readonly wishes: readonly SupportWish[];
  readonly children: number;
  /** Children (< 16) without insurance or malnourished, and children out of the right school. */
  readonly childrenDeprivedOfHealth: number;
  readonly childrenDeprivedOfEducation: number;
  /** Ever listed poor, or near-poor, before the opening (for relapse; the look-back window is open in law). */
  readonly oncePoor: boolean;
  readonly onceNearPoor: boolean;
}

export interface HouseholdFlags {
  readonly minority: boolean;
  readonly localMinority: boolean;
  readonly noLabourCapacity: boolean;
  readonly merit: boolean;
  readonly femaleHead: boolean;
  readonly socialAssistance: boolean;
  readonly recentlyExited: boolean;
}

export const GONE_REASONS = ['movedAway', 'died', 'mergedInto', 'notFound', 'duplicate'] as const;
export type GoneReason = (typeof GONE_REASONS)[number];

export const ARRIVAL_REASONS = ['newEntry', 'relapse', 'movedIn', 'split', 'onceOverlooked'] as const;
export type ArrivalReason = (typeof ARRIVAL_REASONS)[number];

/** Where a record stands on its way to recognition; the procedure itself is a later feature. */
export const REVIEW_STAGES = ['listed', 'surveyed', 'scored', 'recognised'] as const;
export type ReviewStage = (typeof REVIEW_STAGES)[number];
