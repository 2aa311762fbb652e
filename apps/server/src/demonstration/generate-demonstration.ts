import { makeDay } from '@benvung/domain/shared/day';
import { type CommuneState, planCommuneStates, REPEATING_COMMUNES } from './commune-states.ts';
import {
  type Course,
  drawCourse,
  drawEarlyLeavingCourse,
  drawLeavingCourse,
  type LeavingKind,
} from './courses.ts';
import { drawSteps2024, newNearPoorOf2024, newPoorOf2024, type Step2024 } from './draw-2024.ts';
import type { ReviewTools } from './draw-answers.ts';
import { drawHousehold } from './draw-household.ts';
import type { DrawingRoom } from './draw-persons.ts';
import { type DrawnReview, drawReviews } from './draw-reviews.ts';
import type { HouseholdLife } from './household-life.ts';
import { linkKin } from './link-kin.ts';
import { type CommunePlace, type CommunePlan, planProvince, type VillagePlan } from './plan-province.ts';
import { DEMONSTRATION_SEED } from './published-figures.ts';
import { repeatHouseholds } from './repeat-households.ts';
import { type SeededRandom, seededIds, seededRandom } from './seeded-random.ts';

export interface DrawnHousehold {
  readonly life: HouseholdLife;
  readonly reviews: readonly DrawnReview[];
  /** Its place in the village's list: "20101-03-012". */
  readonly listCode: string;
}

export interface DrawnCommune {
  readonly plan: CommunePlan;
  readonly state: CommuneState;
  readonly households: readonly DrawnHousehold[];
}

export interface DemonstrationPlan {
  readonly communes: readonly CommunePlan[];
  readonly states: ReadonlyMap<string, CommuneState>;
}

export function planDemonstration(
  places: readonly CommunePlace[],
  seed = DEMONSTRATION_SEED,
): DemonstrationPlan {
  const random = seededRandom(seed);
  const communes = planProvince(random.fork('plan'), places);
  return { communes, states: planCommuneStates(random.fork('states'), communes) };
}

/** Ids count on from the day the registry began, 15/12/2021. */
const FIRST_MILLISECOND = 1_639_526_400_000;
/** People written a second time were written on the first day of the surveys, 01/9/2024. */
const FIRST_REPEATED_MILLISECOND = 1_725_148_800_000;

/** The whole demonstration, a commune at a time; the same seed gives the same households under the same ids. */
export function* generateDemonstration(
  plan: DemonstrationPlan,
  tools: ReviewTools,
  seed = DEMONSTRATION_SEED,
): Generator<DrawnCommune> {
  const random = seededRandom(seed);
  const newId = seededIds(random.fork('ids'), FIRST_MILLISECOND);
  let persons = 0;
  const nextPersonNumber = () => persons++;
  for (const commune of plan.communes) {
    const own = random.fork(`commune ${commune.code}`);
    const room: DrawingRoom = { random: own, newId, nextPersonNumber, landscape: commune.landscape };
    const neighbours = plan.communes.filter((other) => other.districtCode === commune.districtCode);
    const lives = linkKin(own.fork('kin'), drawLives(room, commune, neighbours));
    const state = plan.states.get(commune.code)!;
    const steps = new Map(drawSteps2024(own.fork('2024'), commune, { state, lives }));
    const drawn = drawNewcomers(room, commune, { state, steps });
    const newcomers = REPEATING_COMMUNES.includes(commune.code)
      ? repeatHouseholds({
          lives,
          newcomers: drawn,
          stepOf: ({ id }) => steps.get(id),
          newId: seededIds(own.fork('repeated'), FIRST_REPEATED_MILLISECOND),
        })
      : drawn;
    yield {
      plan: commune,
      state,
      households: withReviews(own.fork('reviews'), [...lives, ...newcomers], steps, tools),
    };
  }
}

function withReviews(
  random: SeededRandom,
  lives: readonly HouseholdLife[],
  steps: ReadonlyMap<string, Step2024>,
  tools: ReviewTools,
): DrawnHousehold[] {
  const places = new Map<number, number>();
  return lives.map((drawn) => {
    const step = steps.get(drawn.id);
    const life = step?.gone === 'died' ? diedIn2024(random, drawn) : drawn;
    const place = (places.get(life.village.id) ?? 0) + 1;
    places.set(life.village.id, place);
    const pad = (value: number, width: number) => String(value).padStart(width, '0');
    return {
      life,
      listCode: `${life.commune.code}-${pad(life.village.number, 2)}-${pad(place, 3)}`,
      reviews: drawReviews(random, life, step, tools),
    };
  });
}

function drawLives(
  room: DrawingRoom,
  commune: CommunePlan,
  neighbours: readonly CommunePlan[],
): HouseholdLife[] {
  return commune.villages.flatMap((village) =>
    coursesOf(room.random, commune, village).map((course) =>
      drawHousehold(room, { commune, village, course, neighbours }),
    ),
  );
}

/** Those held at the end of 2023, exactly as planned; those that left in 2023; a few that left before. */
function coursesOf(random: SeededRandom, commune: CommunePlan, village: VillagePlan): Course[] {
  const held = [
    ...times(village.poor2023, () => drawCourse(random, 'POOR')),
    ...times(village.nearPoor2023, () => drawCourse(random, 'NEAR_POOR')),
    ...times(village.average2023, () => drawCourse(random, 'AVERAGE_LIVING_STANDARD')),
  ];
  const { poor2023: poor, nearPoor2023: near } = village;
  const ofPoor = (kind: LeavingKind, rate: number) =>
    times(aboutOf(random, poor * rate), () => drawLeavingCourse(random, 'POOR', kind));
  const ofNear = (kind: LeavingKind, rate: number) =>
    times(aboutOf(random, near * rate), () => drawLeavingCourse(random, 'NEAR_POOR', kind));
  return [
    ...held,
    ...ofPoor('exit', commune.districtCode === '481' ? 0.12 : 0.09),
    ...ofPoor('died', 0.012),
    ...ofPoor('movedAway', 0.006),
    ...ofPoor('mergedInto', 0.003),
    ...ofNear('exit', 0.15),
    ...ofNear('died', 0.006),
    ...ofNear('movedAway', 0.006),
    ...times(aboutOf(random, (poor + near) * 0.045), () => drawEarlyLeavingCourse(random)),
  ];
}

/** A whole number whose mean is the given one. */
const aboutOf = (random: SeededRandom, mean: number): number =>
  Math.floor(mean) + (random.chance(mean - Math.floor(mean)) ? 1 : 0);

const times = <Value>(count: number, draw: () => Value): Value[] => Array.from({ length: count }, draw);

const UNKNOWN_BEFORE: Course = { steps: {}, oncePoor: false, onceNearPoor: false, movedFrom: null };

/**
 * Households found in 2024: mostly new, now and then one that was poor years ago. A commune still at work has
 * found about half of them so far, and recognised none.
 */
function drawNewcomers(
  room: DrawingRoom,
  commune: CommunePlan,
  { state, steps }: { state: CommuneState; steps: Map<string, Step2024> },
): HouseholdLife[] {
  if (state === 'notBegun') return [];
  const share = state === 'recognised' ? 1 : 0.5;
  const repeated = state === 'underway' && REPEATING_COMMUNES.includes(commune.code) ? 3 : 0;
  const draw = (closing: 'POOR' | 'NEAR_POOR') => () => {
    const { life, step } = drawNewcomer(room, commune, closing);
    steps.set(life.id, { ...step, stage: state === 'recognised' ? 'recognised' : 'scored' });
    return life;
  };
  return [
    ...times(Math.round(newPoorOf2024(commune) * share) + repeated, draw('POOR')),
    ...times(Math.round(newNearPoorOf2024(commune) * share) + repeated, draw('NEAR_POOR')),
  ];
}

function drawNewcomer(
  room: DrawingRoom,
  commune: CommunePlan,
  closing: 'POOR' | 'NEAR_POOR',
): { life: HouseholdLife; step: Omit<Step2024, 'stage'> } {
  const { random } = room;
  const relapse = random.chance(0.2);
  const village = random.weighted(commune.villages.map((one) => [one, one.households[2024]] as const));
  const course = relapse
    ? { ...UNKNOWN_BEFORE, oncePoor: closing === 'POOR', onceNearPoor: true }
    : UNKNOWN_BEFORE;
  const life = drawHousehold(room, { commune, village, course, neighbours: [], firstYear: 2024 });
  const arrival = relapse ? 'relapse' : 'newEntry';
  return { life, step: { opening: null, arrival, closing, gone: null, by: 'paperForm', unknown: 'none' } };
}

function diedIn2024(random: SeededRandom, life: HouseholdLife): HouseholdLife {
  const on = makeDay(2024, random.between(2, 8), random.between(1, 28));
  return {
    ...life,
    persons: life.persons.map((person) =>
      person.left === null || person.left.on > on
        ? { ...person, left: { on, reason: 'died', toHousehold: null } }
        : person,
    ),
  };
}
