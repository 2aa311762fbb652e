import type { HouseholdFacts } from '@benvung/domain/household/household-facts';
import { type Day, makeDay } from '@benvung/domain/shared/day';
import type { CompiledStandard } from '@benvung/domain/standard/compile-standard';
import type { DeprivationPattern, HouseholdClass } from '@benvung/domain/standard/household-class';
import type { ReviewEvidence } from '@benvung/domain/standard/review-evidence';
import type { Step2024 } from './draw-2024.ts';
import { drawLacks } from './draw-lacks.ts';
import { hideAnswers } from './hide-answers.ts';
import type { HouseholdLife } from './household-life.ts';
import type { CommunePlan, VillagePlan } from './plan-province.ts';
import type { SeededRandom } from './seeded-random.ts';
import { type TrialScorecard, trialEvidence } from './trial-scorecard.ts';
import { bareFacts, type Lacks, withLacks } from './year-facts.ts';

export type ReviewYear = 2022 | 2023 | 2024;

export interface ReviewTools {
  readonly standard: CompiledStandard;
  readonly scorecard: TrialScorecard;
}

/** A filled questionnaire and what follows from it. */
export interface Answers {
  readonly facts: HouseholdFacts;
  readonly lacks: Lacks;
  readonly evidence: ReviewEvidence;
  readonly class: HouseholdClass;
  readonly deprivations: DeprivationPattern;
  readonly deprivationScore: number;
}

export interface AnswersSought {
  readonly year: ReviewYear;
  readonly step: Step2024;
  /** What the household lacked in the nearest year already drawn. */
  readonly like: Lacks | null;
}

/** The class the answers of a year must give: the closing, or while it is open the opening. */
export const wantedClass = (step: Step2024): HouseholdClass | null =>
  step.gone !== null || step.stage === 'listed' ? null : (step.closing ?? step.opening);

/**
 * Answers from which the wanted class follows. On complete answers the class is known by construction (a test
 * asks the engine about every one of them); where answers are missing or the trial card decides, it is asked.
 */
export function drawAnswers(
  random: SeededRandom,
  life: HouseholdLife,
  { year, step, like }: AnswersSought,
  { standard, scorecard }: ReviewTools,
): Answers {
  const wanted = wantedClass(step)!;
  const bare = questionnaireOf(life, year, wanted);
  const states = standard.classify(bare, { kind: 'none' }).deprivations;
  const lacks = drawLacks(random, { class: wanted, bare: states, landscape: life.commune.landscape, like });
  const deprivations = [...states].map((letter, at) => (lacks.has(at) ? '1' : letter)).join('');
  const lacking = withLacks(bare, life.traits, lacks);
  const complete = withIncome(random, lacking, wanted, standard);
  if (step.unknown === 'none' && step.by === 'paperForm') {
    const deprivationScore = standard.standard.pointsPerIndicator * countLacks(deprivations);
    const evidence = signedForm(random, complete, { wanted, deprivationScore }, standard);
    return { facts: complete, lacks, evidence, class: wanted, deprivations, deprivationScore };
  }
  const facts = hideAnswers(random, complete, step.unknown, deprivations);
  const evidence =
    step.by === 'syntheticScorecard'
      ? trialEvidence(random, facts, scorecard)
      : signedForm(random, facts, { wanted, deprivationScore: null }, standard);
  const found = standard.classify(facts, evidence);
  return {
    facts,
    lacks,
    evidence,
    class: found.class,
    deprivations: found.deprivations,
    deprivationScore: found.deprivationScore,
  };
}

const countLacks = (deprivations: DeprivationPattern): number =>
  [...deprivations].filter((letter) => letter === '1').length;

function signedForm(
  random: SeededRandom,
  facts: HouseholdFacts,
  { wanted, deprivationScore }: { wanted: HouseholdClass; deprivationScore: number | null },
  standard: CompiledStandard,
): ReviewEvidence {
  if (wanted === 'AVERAGE_LIVING_STANDARD') return { kind: 'none' };
  const incomeScore = drawIncomeScore(random, facts, wanted, standard);
  return { kind: 'signedForm', incomeScore, deprivationScore, deprivations: null, form: null };
}

/** Income is asked only of farm households above the line; it makes them of average living standard. */
function withIncome(
  random: SeededRandom,
  facts: HouseholdFacts,
  wanted: HouseholdClass,
  standard: CompiledStandard,
): HouseholdFacts {
  if (wanted !== 'AVERAGE_LIVING_STANDARD') return facts;
  const { incomePovertyLine, averageCeiling } = standard.standard.lines[facts.areaType];
  const steps = (averageCeiling! - incomePovertyLine) / 10_000;
  return { ...facts, monthlyIncomePerPerson: incomePovertyLine + random.between(1, steps) * 10_000 };
}

function drawIncomeScore(
  random: SeededRandom,
  facts: HouseholdFacts,
  wanted: HouseholdClass,
  standard: CompiledStandard,
): number {
  const cutoff = standard.standard.lines[facts.areaType].scoreCutoff!;
  if (wanted === 'NOT_POOR') return cutoff + 5 * random.between(1, 10);
  return cutoff - 5 * random.between(0, wanted === 'POOR' ? 14 : 8);
}

/** The day of each survey: the same for a village, spread over the weeks of the round. */
export function surveyDayOf(village: VillagePlan, year: ReviewYear): Day {
  if (year === 2024) return makeDay(2024, 9, 4 + ((village.number * 3) % 24));
  return makeDay(year, 10, 2 + ((village.number * 5 + year) % 26));
}

const INSURANCE_GROUP: Readonly<Record<HouseholdClass, string>> = {
  POOR: 'HN',
  NEAR_POOR: 'CN',
  AVERAGE_LIVING_STANDARD: 'NLN',
  NOT_POOR: 'GD',
  UNDETERMINED: 'CN',
};

function questionnaireOf(life: HouseholdLife, year: ReviewYear, of: HouseholdClass): HouseholdFacts {
  const { village, commune } = homeIn(life, year);
  const listed = of !== 'NOT_POOR' && of !== 'AVERAGE_LIVING_STANDARD';
  return bareFacts({
    persons: life.persons,
    traits: life.traits,
    areaType: commune.areaType,
    surveyDay: surveyDayOf(village, year),
    insuranceGroup: INSURANCE_GROUP[of],
    farmHousehold: life.farmHousehold,
    causes: listed ? life.causes : [],
    wishes: listed ? life.wishes : [],
  });
}

export const homeIn = (
  life: HouseholdLife,
  year: ReviewYear,
): { commune: CommunePlan; village: VillagePlan } =>
  year === 2022 && life.former !== null ? life.former : life;
