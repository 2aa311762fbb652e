import type { HouseholdFacts } from '../household/household-facts.ts';
import { DEPRIVATION_LETTERS, type DeprivationPattern } from './household-class.ts';
import { scoreOf } from './income-position.ts';
import type { PovertyStandard } from './poverty-standard.ts';
import type { ReviewEvidence } from './review-evidence.ts';

/** Whether a form made for one standard says the same under another: the same indicators in the same order. */
export const haveSameIndicators = (one: PovertyStandard, other: PovertyStandard): boolean =>
  one.indicators.length === other.indicators.length &&
  one.indicators.every(({ code }, at) => code === other.indicators[at]?.code);

/**
 * What a form made for `from` says under `to`: ticks go by the indicator, one the form does not have is unknown; a total
 * of points B says nothing of other indicators.
 */
export function evidenceUnder(
  evidence: ReviewEvidence,
  from: PovertyStandard,
  to: PovertyStandard,
): ReviewEvidence {
  if (evidence.kind !== 'signedForm' || haveSameIndicators(from, to)) return evidence;
  const { deprivations } = evidence;
  return {
    ...evidence,
    deprivationScore: null,
    deprivations: deprivations === null ? null : patternUnder(deprivations, from, to),
  };
}

export function patternUnder(
  pattern: DeprivationPattern,
  from: PovertyStandard,
  to: PovertyStandard,
): DeprivationPattern {
  const letters = new Map(from.indicators.map(({ code }, at) => [code, pattern[at]]));
  return to.indicators.map(({ code }) => letters.get(code) ?? DEPRIVATION_LETTERS.unknown).join('');
}

/**
 * Under a standard without points of its own, a score A at most the cut-off of `from` still says that the income is at
 * most the line of `from`; the facts then carry that line as the income.
 */
export function factsUnder(
  facts: HouseholdFacts,
  evidence: ReviewEvidence,
  { from, to }: { from: PovertyStandard; to: PovertyStandard },
): HouseholdFacts {
  const score = scoreOf(evidence);
  const lines = from.lines[facts.areaType];
  if (facts.monthlyIncomePerPerson !== null || score === null || lines.scoreCutoff === null) return facts;
  if (to.lines[facts.areaType].scoreCutoff !== null || score > lines.scoreCutoff) return facts;
  return { ...facts, monthlyIncomePerPerson: lines.incomePovertyLine };
}
