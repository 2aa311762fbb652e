import type { ReviewStage } from '@benvung/domain/review/review-record';
import type { HouseholdClass } from '@benvung/domain/standard/household-class';
import { type CommuneState, SCORECARD_COMMUNE } from './commune-states.ts';
import type { Step } from './courses.ts';
import type { HouseholdLife } from './household-life.ts';
import type { CommunePlan } from './plan-province.ts';
import type { SeededRandom } from './seeded-random.ts';

/** What the round of 2024 knows of a household on the demonstration's today. */
export interface Step2024 extends Step {
  readonly stage: ReviewStage;
  /** How the class is known; `syntheticScorecard` marks it and bars it from recognition. */
  readonly by: 'paperForm' | 'syntheticScorecard' | 'answers';
  /** Answers that were not given: some leave the class open, some do not matter. */
  readonly unknown: 'none' | 'some' | 'undetermining';
}

const PLAIN = { by: 'paperForm', unknown: 'none' } as const;

export type Steps2024 = ReadonlyMap<string, Step2024>;

/** The steps of 2024 of all households that ended 2023 on a commune's list. */
export function drawSteps2024(
  random: SeededRandom,
  commune: CommunePlan,
  { state, lives }: { state: CommuneState; lives: readonly HouseholdLife[] },
): Steps2024 {
  if (state === 'notBegun') return new Map();
  const listed = lives
    .filter((life) => isOnList(life.course.steps[2023]?.closing ?? null))
    .map((life) => ({ life, place: random.next() }))
    .sort((one, other) => one.place - other.place)
    .map(({ life }) => life);
  return state === 'recognised' ? recognised(random, commune, listed) : underway(random, commune, listed);
}

const isOnList = (of: HouseholdClass | null) =>
  of === 'POOR' || of === 'NEAR_POOR' || of === 'AVERAGE_LIVING_STANDARD';

const closingOf = (life: HouseholdLife) => life.course.steps[2023]!.closing!;

const recognisedStep = (
  opening: HouseholdClass,
  closing: HouseholdClass | null,
  gone: Step['gone'] = null,
): Step2024 => ({
  opening,
  arrival: null,
  closing,
  gone,
  stage: 'recognised',
  ...PLAIN,
});

/** How many poor households a recognised commune takes on in 2024 besides those it had. */
export const newPoorOf2024 = (commune: CommunePlan): number => Math.round(commune.poor2023 * 0.015);
export const newNearPoorOf2024 = (commune: CommunePlan): number => Math.round(commune.nearPoor2023 * 0.05);

/** The poor of the commune fall by exactly its part of the annex's aim. */
function recognised(random: SeededRandom, commune: CommunePlan, listed: readonly HouseholdLife[]): Steps2024 {
  const steps = new Map<string, Step2024>();
  const poor = listed.filter((life) => closingOf(life) === 'POOR');
  const near = listed.filter((life) => closingOf(life) === 'NEAR_POOR');
  const average = listed.filter((life) => closingOf(life) === 'AVERAGE_LIVING_STANDARD');
  const fallen = Math.min(near.length, Math.round(commune.poor2023 * 0.012));
  const leaving = commune.poorReduction2024 + fallen + newPoorOf2024(commune);
  for (const [at, life] of poor.entries()) {
    if (at >= leaving) steps.set(life.id, recognisedStep('POOR', 'POOR'));
    else if (life.kind === 'elderlyAlone' && random.chance(0.3))
      steps.set(life.id, recognisedStep('POOR', null, 'died'));
    else steps.set(life.id, recognisedStep('POOR', random.chance(0.52) ? 'NEAR_POOR' : 'NOT_POOR'));
  }
  for (const [at, life] of near.entries()) {
    const closing = at < fallen ? 'POOR' : random.chance(0.16) ? 'NOT_POOR' : 'NEAR_POOR';
    steps.set(life.id, recognisedStep('NEAR_POOR', closing));
  }
  for (const life of average)
    steps.set(
      life.id,
      recognisedStep('AVERAGE_LIVING_STANDARD', random.chance(0.8) ? 'AVERAGE_LIVING_STANDARD' : 'NOT_POOR'),
    );
  return steps;
}

/** Some households only listed, some surveyed, some scored: every state a screen can show. */
function underway(random: SeededRandom, commune: CommunePlan, listed: readonly HouseholdLife[]): Steps2024 {
  const steps = new Map<string, Step2024>();
  const aim = commune.poorReduction2024 / Math.max(1, commune.poor2023);
  for (const [at, life] of listed.entries()) {
    const share = at / listed.length;
    const opening = closingOf(life);
    const before = { opening, arrival: null, gone: null, ...PLAIN };
    if (share < 0.3) steps.set(life.id, { ...before, closing: null, stage: 'listed' });
    else if (share < 0.52)
      steps.set(life.id, {
        ...before,
        closing: null,
        stage: 'surveyed',
        unknown: random.chance(0.06) ? 'some' : 'none',
      });
    else steps.set(life.id, scored(random, commune, { life, opening, aim }));
  }
  return steps;
}

function scored(
  random: SeededRandom,
  commune: CommunePlan,
  { life, opening, aim }: { life: HouseholdLife; opening: HouseholdClass; aim: number },
): Step2024 {
  const before = { opening, arrival: null, gone: null, stage: 'scored', ...PLAIN } as const;
  if (opening !== 'AVERAGE_LIVING_STANDARD' && random.chance(0.025))
    return { ...before, closing: 'UNDETERMINED', unknown: 'undetermining' };
  if (life.kind === 'elderlyAlone' && random.chance(0.04)) return { ...before, closing: null, gone: 'died' };
  const exits = random.chance(opening === 'POOR' ? aim * 1.1 : 0.15);
  const closing =
    opening === 'POOR'
      ? exits
        ? random.pick(['NEAR_POOR', 'NOT_POOR'] as const)
        : 'POOR'
      : opening === 'NEAR_POOR'
        ? exits
          ? 'NOT_POOR'
          : random.chance(0.03)
            ? 'POOR'
            : 'NEAR_POOR'
        : exits
          ? 'NOT_POOR'
          : opening;
  const byScorecard = commune.code === SCORECARD_COMMUNE && opening !== 'AVERAGE_LIVING_STANDARD';
  return {
    ...before,
    closing,
    by: byScorecard && random.chance(0.12) ? 'syntheticScorecard' : 'paperForm',
    unknown: random.chance(0.03) ? 'some' : 'none',
  };
}
