import type { HouseholdFacts } from '../household/household-facts.ts';
import { HOUSEHOLD_CLASSES, type HouseholdClass } from './household-class.ts';
import {
  ABOVE_LINE,
  AT_MOST_LINE,
  INCOME_UNKNOWN,
  type IncomePositionCode,
  upperLineOf,
} from './income-position.ts';
import type { PovertyStandard } from './poverty-standard.ts';

/** A class as its place in `HOUSEHOLD_CLASSES`. */
export type ClassCode = 0 | 1 | 2 | 3 | 4;
const POOR = 0;
const NEAR_POOR = 1;
const AVERAGE = 2;
const NOT_POOR = 3;
const UNDETERMINED = 4;

export const classOf = (code: number): HouseholdClass => HOUSEHOLD_CLASSES[code] as HouseholdClass;

export function decideByDeprivations(standard: PovertyStandard, known: number, unknown: number): ClassCode {
  if (known >= standard.povertyCutoffK) return POOR;
  return known + unknown < standard.povertyCutoffK ? NEAR_POOR : UNDETERMINED;
}

/** The class where the deprivations play no part; undefined where they decide. */
export function decideByIncome(
  standard: PovertyStandard,
  facts: HouseholdFacts,
  position: IncomePositionCode,
): ClassCode | undefined {
  if (position === INCOME_UNKNOWN) return UNDETERMINED;
  if (position === ABOVE_LINE) return decideAboveLine(standard, facts);
  if (position === AT_MOST_LINE && standard.method === 'line-or-band-with-deprivations') return POOR;
  return undefined;
}

function decideAboveLine(standard: PovertyStandard, facts: HouseholdFacts): ClassCode {
  const lines = standard.lines[facts.areaType];
  const income = facts.monthlyIncomePerPerson;
  if (lines.averageCeiling === null || income === null) return NOT_POOR;
  if (income <= upperLineOf(lines) || income > lines.averageCeiling) return NOT_POOR;
  if (!standard.averageForFarmHouseholdsOnly || facts.farmHousehold === true) return AVERAGE;
  return facts.farmHousehold === false ? NOT_POOR : UNDETERMINED;
}
