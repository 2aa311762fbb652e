import type { HouseholdFacts } from '@benvung/domain/household/household-facts';
import type { ClosingState, ReviewRecord, ReviewStage } from '@benvung/domain/review/review-record';
import { type Day, makeDay } from '@benvung/domain/shared/day';
import type { HouseholdClass } from '@benvung/domain/standard/household-class';
import type { ReviewEvidence } from '@benvung/domain/standard/review-evidence';
import { childrenOf, flagsOf } from './closing-state.ts';
import type { Step2024 } from './draw-2024.ts';
import {
  type Answers,
  drawAnswers,
  homeIn,
  type ReviewTools,
  type ReviewYear,
  wantedClass,
} from './draw-answers.ts';
import { type HouseholdLife, LIST_DAY } from './household-life.ts';
import { isPresent } from './person-life.ts';
import type { CommunePlan, VillagePlan } from './plan-province.ts';
import type { SeededRandom } from './seeded-random.ts';

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

interface YearSought {
  readonly year: ReviewYear;
  readonly step: Step2024;
  readonly found: Answers | null;
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
  const answers: Partial<Record<ReviewYear, Answers>> = {};
  for (const year of [2023, 2022, 2024] as const) {
    const step = steps[year];
    if (step === undefined || wantedClass(step) === null) continue;
    const like = (answers[2023] ?? answers[2022])?.lacks ?? null;
    answers[year] = drawAnswers(random, life, { year, step, like }, tools);
  }
  const reviews: DrawnReview[] = [];
  for (const year of [2022, 2023, 2024] as const) {
    const step = steps[year];
    if (step === undefined) continue;
    const last = reviews.at(-1)?.record ?? null;
    reviews.push(reviewOf(life, { year, step, found: answers[year] ?? null, last }, tools));
  }
  return reviews;
}

const settled = (step: Omit<Step2024, 'stage' | 'by' | 'unknown'>): Step2024 => ({
  ...step,
  stage: 'recognised',
  by: 'paperForm',
  unknown: 'none',
});

function reviewOf(
  life: HouseholdLife,
  { year, step, found, last }: YearSought,
  tools: ReviewTools,
): DrawnReview {
  const home = homeIn(life, year);
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
  return { record, ...home, ...resultOf(found, step.stage), decision: decisionOf(home, year, step.stage) };
}

const presentOn = (life: HouseholdLife, day: Day): number =>
  Math.max(1, life.persons.filter((person) => isPresent(person, day)).length);

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

function resultOf(
  found: Answers | null,
  stage: ReviewStage,
): Omit<DrawnReview, 'record' | 'commune' | 'village' | 'decision'> {
  if (found === null)
    return { facts: null, evidence: null, incomeScore: null, deprivationScore: null, scorecardId: null };
  const { facts, evidence } = found;
  if (stage === 'surveyed')
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
