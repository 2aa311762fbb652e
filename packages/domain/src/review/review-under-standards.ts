import type { HouseholdFacts } from '../household/household-facts.ts';
import type { Classification } from '../standard/classification.ts';
import type { CompiledStandard } from '../standard/compile-standard.ts';
import { evidenceUnder } from '../standard/evidence-under.ts';
import type { HouseholdClass } from '../standard/household-class.ts';
import { atLeastNational } from '../standard/local-class.ts';
import type { ReviewEvidence } from '../standard/review-evidence.ts';

/** The standards a round classifies under: the nation's, and where the province set a higher one, that too. */
export interface RoundStandards {
  readonly national: CompiledStandard;
  readonly local: CompiledStandard | null;
}

/** What was found of a household, whatever the standard: the form in it is the national one. */
export interface FoundOfHousehold {
  readonly facts: HouseholdFacts;
  readonly evidence: ReviewEvidence;
  /** Classes told by a list or decided by people; they stay final beside the computed ones. */
  readonly told?: { readonly national?: HouseholdClass | null; readonly local?: HouseholdClass | null };
}

/** What one household comes to under one standard. */
export interface ReviewedUnder {
  readonly standard: CompiledStandard;
  readonly classification: Classification;
  /** Null when there is nothing to compute a class from. */
  readonly computedClass: HouseholdClass | null;
  /** Null when it is neither told nor can be computed. */
  readonly class: HouseholdClass | null;
  readonly verified: boolean;
}

/**
 * The one place where a set of facts becomes results: one for each standard of a round, the national first. A local
 * class nobody tells is the computed one, and at least what the national class says of it.
 */
export function reviewUnderStandards(
  { national, local }: RoundStandards,
  { facts, evidence, told = {} }: FoundOfHousehold,
): readonly [ReviewedUnder, ...ReviewedUnder[]] {
  const first = reviewUnder(national, facts, evidence, told.national ?? null);
  if (local === null) return [first];
  const carried = evidenceUnder(evidence, national.standard, local.standard);
  const second = reviewUnder(local, facts, carried, told.local ?? null);
  if (told.local != null || first.class === null) return [first, second];
  return [first, { ...second, class: atLeastNational(first.class, second.class ?? 'UNDETERMINED') }];
}

function reviewUnder(
  standard: CompiledStandard,
  facts: HouseholdFacts,
  evidence: ReviewEvidence,
  told: HouseholdClass | null,
): ReviewedUnder {
  const classification = standard.classify(facts, evidence);
  const computable = evidence.kind !== 'none' || classification.class !== 'UNDETERMINED';
  const computedClass = computable ? classification.class : null;
  return {
    standard,
    classification,
    computedClass,
    class: told ?? computedClass,
    verified: !classification.marks.some((mark) => mark.blocksRecognition),
  };
}
