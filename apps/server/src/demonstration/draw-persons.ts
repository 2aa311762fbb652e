import type {
  DisabilityDegree,
  DisabilityForm,
  EducationLevel,
  LabourStatus,
} from '@benvung/domain/household/household-facts';
import { type Day, makeDay } from '@benvung/domain/shared/day';
import type { MemberSketch } from './family.ts';
import { drawName, drawSurname, KINH } from './names.ts';
import type { PersonLife } from './person-life.ts';
import type { Landscape } from './places.ts';
import type { SeededRandom } from './seeded-random.ts';

/** Streams and counters every household draws from. */
export interface DrawingRoom {
  readonly random: SeededRandom;
  readonly newId: () => string;
  /** A number no other person of the demonstration has. */
  readonly nextPersonNumber: () => number;
  readonly landscape: Landscape;
}

export interface PersonsSought {
  readonly ethnicity: string;
  readonly sketches: readonly MemberSketch[];
  readonly registeredOn: Day;
  readonly withoutCarer: boolean;
}

const SKETCH_YEAR = 2023;
/** Children of this year are born before the surveys of its autumn. */
const LAST_YEAR = 2024;
/** Below this age a birth date is known to the day; older people often know only the year. */
const YEAR_ONLY_FROM_AGE = 63;

export function drawPersons(room: DrawingRoom, sought: PersonsSought): PersonLife[] {
  const family = drawSurname(room.random, sought.ethnicity);
  return sought.sketches.map((sketch) => drawPerson(room, sketch, { ...sought, family }));
}

function drawPerson(
  room: DrawingRoom,
  sketch: MemberSketch,
  { ethnicity, family, registeredOn, withoutCarer }: PersonsSought & { family: string },
): PersonLife {
  const { random } = room;
  const birthYear = SKETCH_YEAR - sketch.age;
  const birthDate = drawBirthDate(random, birthYear, sketch.age);
  const own = sketch.bloodKin && !(sketch.relation === 'parent' && sketch.sex === 'female');
  const surname = own ? family : drawSurname(random, ethnicity);
  const born = birthDate > registeredOn;
  return {
    id: room.newId(),
    fullName: drawName(random, { surname, sex: sketch.sex, ethnicity, birthYear }),
    sex: sketch.sex,
    birthDate,
    ethnicity,
    identityNumber: drawIdentityNumber(room, sketch, birthYear),
    maritalStatus: sketch.marital,
    relation: sketch.relation,
    laterRelation: null,
    joined: born ? { on: birthDate, reason: 'born' } : { on: registeredOn, reason: 'registered' },
    left: null,
    ...drawSchooling(random, sketch, ethnicity),
    work: drawWork(room),
    unable: sketch.unable,
    disability: sketch.unable ? drawDisability(random, sketch.age) : null,
    meritGroup: sketch.age >= 65 && random.chance(0.04) ? random.pick(MERIT_GROUPS) : null,
    withoutCarer,
  };
}

const MERIT_GROUPS = ['thương binh', 'thân nhân liệt sĩ', 'hoạt động kháng chiến', 'nhiễm chất độc hóa học'];

function drawBirthDate(random: SeededRandom, year: number, age: number): string {
  if (age >= YEAR_ONLY_FROM_AGE && random.chance(0.35)) return String(year);
  return makeDay(year, random.between(1, year === LAST_YEAR ? 8 : 12), random.between(1, 28));
}

/** Twelve digits of the right form: province of birth, century and sex, year, and a number of the demonstration. */
function drawIdentityNumber(room: DrawingRoom, sketch: MemberSketch, birthYear: number): string | null {
  const turn = room.nextPersonNumber();
  const known = sketch.age >= 14 ? 0.88 : 0.55;
  if (!room.random.chance(known)) return null;
  const century = (birthYear >= 2000 ? 2 : 0) + (sketch.sex === 'female' ? 1 : 0);
  const year = String(birthYear % 100).padStart(2, '0');
  return `046${century}${year}9${String(turn % 100_000).padStart(5, '0')}`;
}

const LOWLAND_EDUCATION: readonly (readonly [EducationLevel, number])[] = [
  ['none', 5],
  ['belowPrimary', 15],
  ['primary', 33],
  ['lowerSecondary', 32],
  ['upperSecondary', 13],
  ['elementaryVocational', 2],
];
const MINORITY_EDUCATION: readonly (readonly [EducationLevel, number])[] = [
  ['none', 14],
  ['belowPrimary', 25],
  ['primary', 31],
  ['lowerSecondary', 21],
  ['upperSecondary', 8],
  ['elementaryVocational', 1],
];
const YOUNG_EDUCATION: readonly (readonly [EducationLevel, number])[] = [
  ['upperSecondary', 62],
  ['elementaryVocational', 24],
  ['university', 14],
];

/** Nobody learns less with the years: those not yet 31 in 2022 finished school, or left it for good. */
function drawSchooling(
  random: SeededRandom,
  sketch: MemberSketch,
  ethnicity: string,
): Pick<PersonLife, 'education' | 'leftSchool'> {
  if (sketch.age <= 32) {
    const leftSchool = sketch.age >= 16 && !sketch.unable && random.chance(ethnicity === KINH ? 0.13 : 0.3);
    return { education: leftSchool ? 'lowerSecondary' : random.weighted(YOUNG_EDUCATION), leftSchool };
  }
  return {
    education: random.weighted(ethnicity === KINH ? LOWLAND_EDUCATION : MINORITY_EDUCATION),
    leftSchool: false,
  };
}

function drawWork({ random, landscape }: DrawingRoom): LabourStatus {
  if (landscape === 'town')
    return random.weighted([
      ['selfEmployed', 55],
      ['wageWorkWithContract', 25],
      ['farmWork', 12],
      ['homemaker', 8],
    ]);
  return random.weighted([
    ['farmWork', landscape === 'mountain' ? 82 : 62],
    ['selfEmployed', 18],
    ['wageWorkWithContract', 12],
    ['homemaker', 5],
  ]);
}

function drawDisability(
  random: SeededRandom,
  age: number,
): { form: DisabilityForm; degree: DisabilityDegree } | null {
  if (age >= 60 && random.chance(0.55)) return null;
  return {
    form: random.weighted([
      ['movement', 40],
      ['mental', 20],
      ['intellectual', 14],
      ['vision', 10],
      ['hearingSpeech', 10],
      ['other', 6],
    ]),
    degree: random.weighted([
      ['severe', 62],
      ['extremelySevere', 22],
      ['mild', 16],
    ]),
  };
}
