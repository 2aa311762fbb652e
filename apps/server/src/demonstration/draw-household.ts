import type { PovertyCause, SupportWish } from '@benvung/domain/household/household-facts';
import { type Day, makeDay } from '@benvung/domain/shared/day';
import type { Course } from './courses.ts';
import { applyChanges } from './draw-changes.ts';
import { type DrawingRoom, drawPersons } from './draw-persons.ts';
import { drawFamily, drawFamilyKind, type FamilyKind, type MemberSketch } from './family.ts';
import { drawHomeTraits } from './home-traits.ts';
import type { HouseholdLife } from './household-life.ts';
import { KINH } from './names.ts';
import { ethnicMixOf } from './places.ts';
import type { CommunePlan, VillagePlan } from './plan-province.ts';
import type { SeededRandom } from './seeded-random.ts';

export interface HouseholdSought {
  readonly commune: CommunePlan;
  readonly village: VillagePlan;
  readonly course: Course;
  /** Communes of the same district, for those who moved from another. */
  readonly neighbours: readonly CommunePlan[];
  /** Where the household takes part for the first time in 2024. */
  readonly firstYear?: 2024;
}

export function drawHousehold(room: DrawingRoom, sought: HouseholdSought): HouseholdLife {
  const { random } = room;
  const { course, commune, village } = sought;
  const poor = Object.values(course.steps).some((step) => step.opening === 'POOR' || step.closing === 'POOR');
  const ethnicity = drawEthnicity(random, commune, poor);
  const kind = kindFor(random, course, { ethnicity, poor });
  const registeredOn = registeredOnOf(random, sought);
  const sketches = drawFamily(random, kind, ethnicity);
  const withoutCarer = kind === 'elderlyAlone' && random.chance(0.5);
  const persons = drawPersons(room, { ethnicity, sketches, registeredOn, withoutCarer });
  const id = room.newId();
  return {
    id,
    commune,
    village,
    former: formerHome(random, sought),
    registeredOn,
    kind,
    ethnicity,
    persons: endedPersons(random, applyChanges(random, persons), course),
    traits: drawHomeTraits(random, room.landscape),
    ...drawNeeds(random, room, sketches),
    farmHousehold: farms(random, room, course),
    course,
    kin: null,
  };
}

function drawEthnicity(random: SeededRandom, commune: CommunePlan, poor: boolean): string {
  const mix = ethnicMixOf(commune.code);
  return random.weighted(
    mix.map(([code, share]) => [code, code === KINH && poor ? share * 0.3 : share] as const),
  );
}

/** Who dies and ends a household lived alone; who is taken in by another is old and alone as well. */
function kindFor(
  random: SeededRandom,
  course: Course,
  sought: { ethnicity: string; poor: boolean },
): FamilyKind {
  const gone = Object.values(course.steps).find((step) => step.gone !== null)?.gone;
  if (gone === 'died' || gone === 'mergedInto') return 'elderlyAlone';
  if (Object.values(course.steps).some((step) => step.arrival === 'split')) return 'youngCouple';
  if (Object.values(course.steps).some((step) => step.closing === 'AVERAGE_LIVING_STANDARD'))
    return 'nuclear';
  return drawFamilyKind(random, sought);
}

function registeredOnOf(random: SeededRandom, { course, firstYear }: HouseholdSought): Day {
  if (firstYear === 2024) return makeDay(2024, 9, random.between(1, 2));
  const first = course.steps[2022] === undefined ? 2023 : 2022;
  const step = course.steps[first];
  if (step?.opening !== null) return '2021-12-15';
  return makeDay(first, random.between(7, 9), random.between(1, 28));
}

function formerHome(
  random: SeededRandom,
  { course, commune, village, neighbours }: HouseholdSought,
): HouseholdLife['former'] {
  if (course.movedFrom === null) return null;
  const until = makeDay(2023, random.between(2, 8), random.between(1, 28));
  const others = neighbours.filter((one) => one.code !== commune.code);
  const from = course.movedFrom === 'commune' && others.length > 0 ? random.pick(others) : commune;
  return { commune: from, village: random.pick(from.villages.filter((one) => one.id !== village.id)), until };
}

function endedPersons(
  random: SeededRandom,
  persons: HouseholdLife['persons'],
  course: Course,
): HouseholdLife['persons'] {
  for (const year of [2022, 2023] as const) {
    const gone = course.steps[year]?.gone;
    if (gone !== 'died' && gone !== 'movedAway') continue;
    const on = makeDay(year, random.between(2, 9), random.between(1, 28));
    return persons.map((person) =>
      person.left !== null && person.left.on < on
        ? person
        : { ...person, left: { on, reason: gone, toHousehold: null } },
    );
  }
  return persons;
}

function farms(random: SeededRandom, room: DrawingRoom, course: Course): boolean {
  const average = Object.values(course.steps).some(
    (step) => step.closing === 'AVERAGE_LIVING_STANDARD' || step.opening === 'AVERAGE_LIVING_STANDARD',
  );
  return average || random.chance(room.landscape === 'town' ? 0.1 : 0.7);
}

type Chances<Value> = readonly (readonly [value: Value, lowland: number, mountain: number])[];

const CAUSE_CHANCES: Chances<PovertyCause> = [
  ['landLack', 0.12, 0.3],
  ['capitalLack', 0.3, 0.42],
  ['labourLack', 0.24, 0.16],
  ['toolLack', 0.1, 0.22],
  ['productionKnowledgeLack', 0.12, 0.36],
  ['labourSkillLack', 0.2, 0.26],
  ['illness', 0.28, 0.14],
  ['otherCause', 0.08, 0.07],
];
const WISH_CHANCES: Chances<SupportWish> = [
  ['health', 0.3, 0.18],
  ['education', 0.16, 0.22],
  ['production', 0.3, 0.56],
  ['credit', 0.28, 0.36],
  ['housing', 0.24, 0.4],
  ['otherSupport', 0.12, 0.08],
];

function drawNeeds(
  random: SeededRandom,
  room: DrawingRoom,
  sketches: readonly MemberSketch[],
): Pick<HouseholdLife, 'causes' | 'wishes'> {
  const mountain = room.landscape === 'mountain';
  const drawn = <Value>(chances: Chances<Value>, fallback: Value): Value[] => {
    const some = chances.filter(([, lowland, high]) => random.chance(mountain ? high : lowland));
    return some.length === 0 ? [fallback] : some.map(([value]) => value);
  };
  const weak = sketches.every((sketch) => sketch.unable || sketch.age < 16 || sketch.age >= 70);
  const causes = drawn(CAUSE_CHANCES, weak ? 'illness' : 'capitalLack');
  return {
    causes:
      weak && !causes.includes('labourLack')
        ? ['labourLack', ...causes.filter((one) => one !== 'landLack')]
        : causes,
    wishes: drawn(WISH_CHANCES, weak ? 'health' : 'production'),
  };
}
