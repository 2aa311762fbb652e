import { HOUSEHOLD_CLASSES, type HouseholdClass } from './household-class.ts';

/**
 * A local standard is never lower than the national one: whoever is poor, near-poor or of average living standard for
 * the nation is at least that for the province. Where the local class is not known, a poor household of the nation
 * is a poor one of the province; nothing else follows.
 */
export function atLeastNational(national: HouseholdClass, local: HouseholdClass): HouseholdClass {
  if (national === 'POOR') return 'POOR';
  return isBelowNational(national, local) ? national : local;
}

/** Whether a local class says less than the national one does. */
export const isBelowNational = (national: HouseholdClass, local: HouseholdClass): boolean =>
  national !== 'UNDETERMINED' && local !== 'UNDETERMINED' && needOf(local) > needOf(national);

/** The classes stand in the order of need, the poorest first. */
const needOf = (of: HouseholdClass): number => HOUSEHOLD_CLASSES.indexOf(of);
