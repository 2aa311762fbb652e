import { DEPRIVATION_STATES, type DeprivationState } from './household-class.ts';

/** A state as a small number, its place in `DEPRIVATION_STATES`: what compiled rules compute with. */
export type StateCode = 0 | 1 | 2 | 3;
export const DEPRIVED = 0;
export const NOT_DEPRIVED = 1;
export const NOT_APPLICABLE = 2;
export const UNKNOWN = 3;

export const stateOf = (code: StateCode): DeprivationState => DEPRIVATION_STATES[code];
