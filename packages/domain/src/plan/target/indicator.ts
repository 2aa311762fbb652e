import type { Text } from '../../shared/text.ts';
import type { HouseholdClass } from '../../standard/household-class.ts';

/**
 * `stock`: households that are to become fewer (poor households); `coverage`: a share that is to be reached (95 % with
 * clean water); `amount`: so many of something in the year (1.000 houses, đồng).
 */
export type TargetKind = 'stock' | 'coverage' | 'amount';

export type TargetUnit = 'households' | 'persons' | 'items' | 'dong';

/** Households of the review's counters: a measure, of some classes. */
export interface CountedHouseholds {
  readonly measure: string;
  readonly classes: readonly HouseholdClass[];
}

/** What a rate is a share of. */
export type TargetBase =
  | { readonly from: 'population'; readonly field: 'households' | 'minorityHouseholds' }
  | ({ readonly from: 'counters' } & CountedHouseholds)
  /** Told by hand with the figure itself. */
  | { readonly from: 'hand' };

/**
 * Where the figure comes from. `counters`: the review; with `complement` it is the base without those counted (households
 * with clean water = listed households without that lack). `hand`: the agency in charge enters it.
 */
export type TargetActual =
  | ({ readonly from: 'counters'; readonly complement?: boolean } & CountedHouseholds)
  | { readonly from: 'hand' };

export interface TargetIndicator {
  readonly code: string;
  readonly name: Text;
  /** Heading of a group of indicators. */
  readonly group: 'classes' | 'lacks' | 'outcomes';
  readonly kind: TargetKind;
  readonly unit: TargetUnit;
  readonly base: TargetBase | null;
  readonly actual: TargetActual;
  /** The standard whose counters are meant; null where any will do. */
  readonly standard: string | null;
  /** Households without labour capacity cannot be asked to leave this stock. */
  readonly needsLabour: boolean;
  /** Which document named it, as regulations or the plans give it. */
  readonly source: string;
}
