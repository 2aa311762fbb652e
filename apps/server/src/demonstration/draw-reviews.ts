import type { HouseholdFacts } from '@benvung/domain/household/household-facts';
import type { ClosingState, ReviewRecord, ReviewStage } from '@benvung/domain/review/review-record';
import { type Day, makeDay } from '@benvung/domain/shared/day';
import type { CompiledStandard } from '@benvung/domain/standard/compile-standard';
import type { HouseholdClass } from '@benvung/domain/standard/household-class';
import type { ReviewEvidence } from '@benvung/domain/standard/review-evidence';
import { childrenOf, flagsOf } from './closing-state.ts';
import type { Step2024 } from './draw-2024.ts';
import { drawLacks } from './draw-lacks.ts';
import { hideAnswers } from './hide-answers.ts';
import { type HouseholdLife, LIST_DAY } from './household-life.ts';
import { isPresent } from './person-life.ts';
import type { CommunePlan, VillagePlan } from './plan-province.ts';
import type { SeededRandom } from './seeded-random.ts';
import { type TrialScorecard, trialEvidence } from './trial-scorecard.ts';
import { factsOf, type Lacks, NO_LACKS } from './year-facts.ts';

export type ReviewYear = 2022 | 2023 | 2024;

/** One household in one year's review, with what its class rests on. */
export interface DrawnReview {
  readonly record: ReviewRecord;
  readonly commune: CommunePlan;
  readonly village: VillagePlan;
  readonly facts: HouseholdFacts | null;
  readonly evidence: ReviewEvidence | null;
  readonly incomeScore: number | null;
  readonly deprivationScore: number | null;
  readonly scorecardId: string | null;
  readonly decision: { readonly number: string; readonly day: Day } | null;
}

export interface ReviewTools {
  readonly standard: CompiledStandard;
  readonly scorecard: TrialScorecard;
}

interface YearSought {
  readonly year: ReviewYear;
  readonly step: Step2024;
  readonly like: Lacks | null;
  readonly last: ReviewRecord | null;
}

/** All reviews of a household, oldest first. 2023 is drawn first: it is what the annex fixes. */
export function drawReviews(
  random: SeededRandom,
  life: HouseholdLife,
  step2024: Step2024 | undefined,
  tools: ReviewTools,
): DrawnReview[] {
  const steps: Partial<Record<ReviewYear, Step2024>> = {
    ...(life.course.steps[2022] && { 2022: settled(life.course.steps[2022]) }),
    ...(life.course.steps[2023] && { 2023: settled(life.course.steps[2023]) }),
    ...(step2024 && { 2024: step2024 }),
  };
  const lacks = lacksOverYears(random, life, steps, tools.standard);
  const reviews: DrawnReview[] = [];
  for (const year of [2022, 2023, 2024] as const) {
    const step = steps[year];
    if (step === undefined) continue;
    const last = reviews.at(-1)?.record ?? null;
    reviews.push(drawReview(random, life, { year, step, like: lacks[year] ?? null, last }, tools));
  }
  return reviews;
}

const settled = (step: Omit<Step2024, 'stage' | 'by' | 'unknown'>): Step2024 => ({
  ...step,
  stage: 'recognised',
  by: 'paperForm',
  unknown: 'none',
});

/** The class the answers of a year must give: the closing, or while it is open the opening. */
const wantedClass = (step: Step2024): HouseholdClass | null =>
  step.gone !== null || step.stage === 'listed' ? null : (step.closing ?? step.opening);

function lacksOverYears(
  random: SeededRandom,
  life: HouseholdLife,
  steps: Partial<Record<ReviewYear, Step2024>>,
  standard: CompiledStandard,
): Partial<Record<ReviewYear, Lacks>> {
  const lacks: Partial<Record<ReviewYear, Lacks>> = {};
  for (const year of [2023, 2022, 2024] as const) {
    const step = steps[year];
    const wanted = step === undefined ? null : wantedClass(step);
    if (wanted === null) continue;
    const bare = standard.classify(bareFacts(life, year, NO_LACKS), { kind: 'none' }).deprivations;
    lacks[year] = drawLacks(random, {
      class: wanted,
      bare,
      landscape: life.commune.landscape,
      like: lacks[2023] ?? lacks[2022] ?? null,
    });
  }
  return lacks;
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

function bareFacts(
  life: HouseholdLife,
  year: ReviewYear,
  lacks: Lacks,
  of: HouseholdClass = 'POOR',
): HouseholdFacts {
  const { village, commune } = homeIn(life, year);
  return factsOf({
    persons: life.persons,
    traits: life.traits,
    areaType: commune.areaType,
    surveyDay: surveyDayOf(village, year),
    lacks,
    insuranceGroup: INSURANCE_GROUP[of],
    farmHousehold: life.farmHousehold,
    monthlyIncomePerPerson: null,
    causes: isListed(of) ? life.causes : [],
    wishes: isListed(of) ? life.wishes : [],
  });
}

const isListed = (of: HouseholdClass) => of !== 'NOT_POOR' && of !== 'AVERAGE_LIVING_STANDARD';

const homeIn = (life: HouseholdLife, year: ReviewYear): { commune: CommunePlan; village: VillagePlan } =>
  year === 2022 && life.former !== null ? life.former : life;

function drawReview(
  random: SeededRandom,
  life: HouseholdLife,
  { year, step, like, last }: YearSought,
  tools: ReviewTools,
): DrawnReview {
  const home = homeIn(life, year);
  const found = like === null ? null : answersOf(random, life, { year, step, lacks: like }, tools);
  const before = homeIn(life, year === 2024 ? 2023 : 2022);
  const record: ReviewRecord = {
    householdId: life.id,
    year,
    standardId: tools.standard.standard.id,
    communeId: home.commune.id,
    stage: step.stage,
    verified: step.by === 'paperForm',
    opening:
      step.opening === null
        ? null
        : {
            class: step.opening,
            persons: last?.closing?.persons ?? presentOn(life, LIST_DAY[year]),
            communeId: before.commune.id,
            villageId: before.village.id,
          },
    closing: found === null || step.closing === null ? null : closingOf(life, year, step, found),
    goneReason: step.gone,
    arrivalReason: step.arrival,
  };
  return { record, ...home, ...resultOf(found), decision: decisionOf(home, year, step.stage) };
}

const presentOn = (life: HouseholdLife, day: Day): number =>
  Math.max(1, life.persons.filter((person) => isPresent(person, day)).length);

interface Answers {
  readonly facts: HouseholdFacts;
  readonly evidence: ReviewEvidence;
  readonly class: HouseholdClass;
  readonly deprivations: string;
  readonly deprivationScore: number;
  readonly scored: boolean;
}

function answersOf(
  random: SeededRandom,
  life: HouseholdLife,
  { year, step, lacks }: { year: ReviewYear; step: Step2024; lacks: Lacks },
  { standard, scorecard }: ReviewTools,
): Answers {
  const wanted = wantedClass(step)!;
  const complete = withIncome(random, bareFacts(life, year, lacks, wanted), wanted, standard);
  const facts = hideAnswers(
    random,
    complete,
    step.unknown,
    standard.classify(complete, { kind: 'none' }).deprivations,
  );
  const known = standard.classify(facts, { kind: 'none' });
  const evidence: ReviewEvidence =
    step.by === 'syntheticScorecard'
      ? trialEvidence(random, facts, scorecard)
      : wanted === 'AVERAGE_LIVING_STANDARD'
        ? { kind: 'none' }
        : {
            kind: 'signedForm',
            incomeScore: drawIncomeScore(random, facts, wanted, standard),
            deprivationScore: known.unknownCount > 0 ? null : known.deprivationScore,
            deprivations: null,
            form: null,
          };
  const { class: given, deprivations, deprivationScore } = standard.classify(facts, evidence);
  return { facts, evidence, class: given, deprivations, deprivationScore, scored: step.stage !== 'surveyed' };
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

function closingOf(life: HouseholdLife, year: ReviewYear, step: Step2024, found: Answers): ClosingState {
  const { facts } = found;
  const ever = everListedBefore(life, year);
  return {
    class: found.class,
    persons: facts.members.length,
    villageId: homeIn(life, year).village.id,
    areaType: facts.areaType,
    deprivations: found.deprivations,
    headEthnicity: facts.members.find((member) => member.relation === 'head')?.ethnicity ?? null,
    flags: flagsOf(facts, found.class !== 'POOR' && (ever.poor || step.opening === 'POOR')),
    causes: facts.causes,
    wishes: facts.wishes,
    ...childrenOf(facts),
    oncePoor: ever.poor,
    onceNearPoor: ever.nearPoor,
  };
}

/** Listed at any time before the opening of the year. */
function everListedBefore({ course }: HouseholdLife, year: ReviewYear): { poor: boolean; nearPoor: boolean } {
  const earlier = Object.entries(course.steps).filter(([of]) => Number(of) < year);
  const had = (wanted: HouseholdClass) =>
    earlier.some(
      ([of, step]) => step.opening === wanted || (Number(of) < year - 1 && step.closing === wanted),
    );
  return { poor: course.oncePoor || had('POOR'), nearPoor: course.onceNearPoor || had('NEAR_POOR') };
}

function resultOf(found: Answers | null): Omit<DrawnReview, 'record' | 'commune' | 'village' | 'decision'> {
  if (found === null)
    return { facts: null, evidence: null, incomeScore: null, deprivationScore: null, scorecardId: null };
  const { facts, evidence } = found;
  if (!found.scored)
    return {
      facts,
      evidence: { kind: 'none' },
      incomeScore: null,
      deprivationScore: null,
      scorecardId: null,
    };
  return {
    facts,
    evidence,
    incomeScore: 'incomeScore' in evidence ? evidence.incomeScore : null,
    deprivationScore: found.deprivationScore,
    scorecardId: evidence.kind === 'scored' ? (evidence.scorecard?.id ?? null) : null,
  };
}

function decisionOf(
  { commune }: { commune: CommunePlan },
  year: ReviewYear,
  stage: ReviewStage,
): DrawnReview['decision'] {
  if (stage !== 'recognised') return null;
  const turn = Number(commune.code) % 90;
  const day = year === 2024 ? makeDay(2024, 10, 7 + (turn % 7)) : makeDay(year, 12, 4 + (turn % 9));
  return { number: `${100 + turn}/QĐ-UBND`, day };
}
