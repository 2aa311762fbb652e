import type { HouseholdFacts } from '@benvung/domain/household/household-facts';
import type { Language } from '@benvung/domain/shared/text';
import type { Classification } from '@benvung/domain/standard/classification';
import {
  type ExplanationLine,
  explainClassification,
  unverifiedMarks,
} from '@benvung/domain/standard/explain-classification';
import type { ReviewEvidence } from '@benvung/domain/standard/review-evidence';
import { whatWouldChange } from '@benvung/domain/standard/what-would-change';
import { findStandard } from '@benvung/regulations/find-standard';
import { regulations } from './read-regulations.ts';

export interface ReviewExplanation {
  readonly classification: Classification;
  readonly explanation: readonly ExplanationLine[];
  readonly whatWouldChange: readonly string[];
  /** Why the result cannot be recognised, in the reader's words; empty when nothing stands against it. */
  readonly unverified: readonly string[];
}

export interface ExplainedReview {
  readonly standardId: string;
  /** The version the result was made under; without it the newest. */
  readonly standardHash: string | undefined;
  readonly facts: HouseholdFacts;
  readonly evidence: ReviewEvidence;
}

/** Undefined when the package no longer holds the standard's version: the result stands, its reason is lost. */
export function explainReview(review: ExplainedReview, language: Language): ReviewExplanation | undefined {
  const compiled = findStandard(regulations(), review.standardId, review.standardHash);
  if (compiled === undefined) return undefined;
  const classification = compiled.classify(review.facts, review.evidence);
  return {
    classification,
    explanation: explainClassification(compiled.standard, classification, language),
    whatWouldChange: whatWouldChange(compiled.standard, classification, language),
    unverified: unverifiedMarks(classification, language),
  };
}
