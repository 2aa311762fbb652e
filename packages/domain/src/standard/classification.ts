import type { AreaType, MemberFacts } from '../household/household-facts.ts';
import type { Text } from '../shared/text.ts';
import type { DeprivationPattern, DeprivationState, HouseholdClass } from './household-class.ts';
import type { IncomeBasis, IncomePosition } from './income-position.ts';
import type { DeprivationIndicator } from './poverty-standard.ts';
import type { ReviewEvidence } from './review-evidence.ts';

/** One household under one standard; `areaType`, id and hash are frozen with it. */
export interface Classification {
  readonly standardId: string;
  readonly standardHash: string;
  readonly areaType: AreaType;
  readonly class: HouseholdClass;
  readonly incomePosition: IncomePosition;
  readonly incomeBasis: IncomeBasis;
  readonly incomeScore: number | null;
  readonly monthlyIncomePerPerson: number | null;
  /**
   * Points B of what is known, and at most when every unknown indicator were deprived too; of a signed form,
   * as it is written there.
   */
  readonly deprivationScore: number;
  readonly deprivationScoreAtMost: number;
  readonly deprivedCount: number;
  readonly unknownCount: number;
  readonly deprivations: DeprivationPattern;
  readonly indicators: readonly ClassifiedIndicator[];
  readonly evidence: ReviewEvidence;
  readonly marks: readonly ClassificationMark[];
  readonly canBeRecognised: boolean;
}

export interface ClassifiedIndicator {
  readonly indicator: DeprivationIndicator;
  readonly state: DeprivationState;
  readonly answers: readonly string[];
  readonly members: readonly MemberFacts[];
}

/** Something a reader of a result must see beside it, everywhere it is shown. */
export interface ClassificationMark {
  readonly code: MarkCode;
  /** A result that bears it is provisional for good: it cannot carry a recognition. */
  readonly blocksRecognition: boolean;
  readonly text: Text;
}

export const MARK_CODES = [
  'draftStandard',
  'syntheticScorecard',
  'unverifiedScorecard',
  'noScorecard',
  'formScoreNotWhole',
  'formTicksDiffer',
  'formDiffersFromAnswers',
  'incomeContradictsScore',
] as const;
export type MarkCode = (typeof MARK_CODES)[number];
