/** The classes a review can give a household under one standard. `UNDETERMINED` is counted apart everywhere. */
export const HOUSEHOLD_CLASSES = [
  'POOR',
  'NEAR_POOR',
  'AVERAGE_LIVING_STANDARD',
  'NOT_POOR',
  'UNDETERMINED',
] as const;
export type HouseholdClass = (typeof HOUSEHOLD_CLASSES)[number];

/** The state of one deprivation indicator; its letter is how patterns store it, in the order of the law. */
export const DEPRIVATION_STATES = ['deprived', 'notDeprived', 'notApplicable', 'unknown'] as const;
export type DeprivationState = (typeof DEPRIVATION_STATES)[number];

/** One letter an indicator: `1` deprived, `0` not, `-` not applicable, `?` unknown, e.g. `0010-1?00000`. */
export type DeprivationPattern = string;

export const DEPRIVATION_LETTERS = {
  deprived: '1',
  notDeprived: '0',
  notApplicable: '-',
  unknown: '?',
} as const satisfies Record<DeprivationState, string>;
