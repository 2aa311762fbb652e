import type { HouseholdFacts } from '../household/household-facts.ts';
import type { Language } from '../shared/text.ts';
import type { Classification } from './classification.ts';
import type { CompiledStandard } from './compile-standard.ts';
import { evidenceUnder, factsUnder, haveSameIndicators } from './evidence-under.ts';
import { explainClassification } from './explain-classification.ts';
import type { HouseholdClass } from './household-class.ts';
import type { ReviewEvidence } from './review-evidence.ts';

/** A household as its review was frozen, under the standard it was reviewed by. */
export interface ReviewedHousehold {
  readonly class: HouseholdClass;
  /** Null where a list brought totals or a class alone. */
  readonly facts: HouseholdFacts | null;
  readonly evidence: ReviewEvidence;
}

/** - `noAnswers`: a class came with a list, nothing to compute from; `paperTotals`: totals of another set of indicators. */
export const NOT_SIMULATED_REASONS = ['noAnswers', 'paperTotals'] as const;
export type NotSimulatedReason = (typeof NOT_SIMULATED_REASONS)[number];

export type Simulated =
  | {
      readonly kind: 'simulated';
      readonly from: HouseholdClass;
      readonly to: HouseholdClass;
      readonly classification: Classification;
    }
  | { readonly kind: 'notSimulated'; readonly from: HouseholdClass; readonly reason: NotSimulatedReason };

export interface SimulatedStandards {
  /** The one the household was reviewed by. */
  readonly from: CompiledStandard;
  readonly to: CompiledStandard;
}

/** What class a reviewed household would have under another standard, from the same frozen facts; nothing is kept. */
export function simulateHousehold(
  { class: from, facts, evidence }: ReviewedHousehold,
  standards: SimulatedStandards,
): Simulated {
  const refused = (reason: NotSimulatedReason): Simulated => ({ kind: 'notSimulated', from, reason });
  const [source, target] = [standards.from.standard, standards.to.standard];
  if (facts === null) return refused('noAnswers');
  const alike = haveSameIndicators(source, target);
  const totalsAlone =
    evidence.kind === 'signedForm' && evidence.deprivations === null && evidence.deprivationScore !== null;
  const said = evidenceUnder(evidence, source, target);
  const classification = standards.to.classify(
    factsUnder(facts, evidence, { from: source, to: target }),
    said,
  );
  if (evidence.kind === 'none' && facts.members.length === 0 && classification.class === 'UNDETERMINED')
    return refused('noAnswers');
  const byIncome = classification.incomePosition === 'unknown';
  if (totalsAlone && !alike && !byIncome && classification.class === 'UNDETERMINED')
    return refused('paperTotals');
  return { kind: 'simulated', from, to: classification.class, classification };
}

/** Why the class would be that, in one or two sentences. */
export const simulatedReason = (
  { standard }: CompiledStandard,
  classification: Classification,
  language: Language,
): string =>
  explainClassification(standard, classification, language)
    .filter(({ kind }) => kind === 'class' || kind === 'income' || kind === 'deprivationScore')
    .map(({ text }) => text)
    .join(' ');
