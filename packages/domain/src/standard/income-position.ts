import type { HouseholdFacts } from '../household/household-facts.ts';
import type { IncomeLines, PovertyStandard } from './poverty-standard.ts';
import type { ReviewEvidence } from './review-evidence.ts';

/** Where a household stands against the income line of its area. */
export const INCOME_POSITIONS = ['atMostLine', 'inBand', 'aboveLine', 'unknown'] as const;
export type IncomePosition = (typeof INCOME_POSITIONS)[number];
export const AT_MOST_LINE = 0;
export const IN_BAND = 1;
export const ABOVE_LINE = 2;
export const INCOME_UNKNOWN = 3;
export type IncomePositionCode = 0 | 1 | 2 | 3;

/** What the position was read from. */
export type IncomeBasis = 'score' | 'income' | 'quickScreen' | 'none';

export const scoreOf = (evidence: ReviewEvidence): number | null =>
  evidence.kind === 'scored' || evidence.kind === 'signedForm' ? evidence.incomeScore : null;

/**
 * The score stands for the income: a low A is poor. Collected income decides poverty only where the standard
 * has no exact cut-off; above the line it tells average living standard apart from the rest.
 */
export function incomePosition(
  standard: PovertyStandard,
  facts: HouseholdFacts,
  evidence: ReviewEvidence,
): IncomePositionCode {
  const lines = standard.lines[facts.areaType];
  const cutoff = lines.scoreCutoff;
  const exact = standard.scoreCutoffs === 'exact' && cutoff !== null;
  if (evidence.kind === 'quickScreen' && evidence.outcome === 'screenedOut') return ABOVE_LINE;
  const score = scoreOf(evidence);
  if (score !== null && cutoff !== null) {
    if (score <= cutoff) return AT_MOST_LINE;
    if (lines.upperScoreCutoff !== null && score <= lines.upperScoreCutoff) return IN_BAND;
    if (exact) return ABOVE_LINE;
  }
  const income = facts.monthlyIncomePerPerson;
  if (income === null) return INCOME_UNKNOWN;
  if (income > upperLineOf(lines)) return ABOVE_LINE;
  if (exact) return INCOME_UNKNOWN;
  return income <= lines.incomePovertyLine ? AT_MOST_LINE : IN_BAND;
}

/** The income above which a household is neither poor nor near-poor. */
export const upperLineOf = (lines: IncomeLines): number => lines.upperIncomeLine ?? lines.incomePovertyLine;

/** What `incomePosition` looked at, for the explanation. */
export function incomeBasis(
  standard: PovertyStandard,
  facts: HouseholdFacts,
  evidence: ReviewEvidence,
): IncomeBasis {
  if (evidence.kind === 'quickScreen' && evidence.outcome === 'screenedOut') return 'quickScreen';
  const lines = standard.lines[facts.areaType];
  const score = scoreOf(evidence);
  if (score !== null && lines.scoreCutoff !== null) {
    const highest = lines.upperScoreCutoff ?? lines.scoreCutoff;
    if (score <= highest || standard.scoreCutoffs === 'exact') return 'score';
  }
  return incomePosition(standard, facts, evidence) === INCOME_UNKNOWN ? 'none' : 'income';
}
