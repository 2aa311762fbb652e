import type { MaritalStatus, Relation, Sex } from '@benvung/domain/household/household-facts';
import { KINH } from './names.ts';
import type { SeededRandom } from './seeded-random.ts';

/** A member before a name and a birthday: ages are counted as 2023 less the year of birth. */
export interface MemberSketch {
  readonly relation: Relation;
  readonly sex: Sex;
  readonly age: number;
  readonly marital: MaritalStatus;
  /** Cannot work: disabled or worn out. */
  readonly unable: boolean;
  /** Took the family name of the head. */
  readonly bloodKin: boolean;
}

export const FAMILY_KINDS = [
  'elderlyAlone',
  'elderlyCouple',
  'grandparent',
  'singleParent',
  'disabledChild',
  'nuclear',
  'threeGenerations',
  'youngCouple',
] as const;
export type FamilyKind = (typeof FAMILY_KINDS)[number];

type Weights = readonly (readonly [FamilyKind, number])[];

const weights = (...shares: readonly number[]): Weights =>
  FAMILY_KINDS.map((kind, at) => [kind, shares[at]!] as const);

/** In the order of `FAMILY_KINDS`. Lowland poverty is old and alone, mountain poverty is young and large. */
const KINH_POOR = weights(24, 9, 7, 16, 11, 22, 8, 3);
const KINH_OTHER = weights(9, 8, 5, 13, 6, 43, 11, 5);
const MINORITY_POOR = weights(5, 3, 5, 9, 4, 50, 16, 8);
const MINORITY_OTHER = weights(2, 3, 3, 7, 3, 56, 18, 8);

export interface FamilySought {
  readonly ethnicity: string;
  readonly poor: boolean;
}

export function drawFamilyKind(random: SeededRandom, { ethnicity, poor }: FamilySought): FamilyKind {
  if (ethnicity === KINH) return random.weighted(poor ? KINH_POOR : KINH_OTHER);
  return random.weighted(poor ? MINORITY_POOR : MINORITY_OTHER);
}

export function drawFamily(random: SeededRandom, kind: FamilyKind, ethnicity: string): MemberSketch[] {
  return DRAW[kind](random, ethnicity !== KINH);
}

const member = (
  relation: Relation,
  sex: Sex,
  age: number,
  more: Partial<MemberSketch> = {},
): MemberSketch => ({
  relation,
  sex,
  age,
  marital: 'single',
  unable: false,
  bloodKin: relation !== 'spouse',
  ...more,
});

const either = (random: SeededRandom, femaleShare = 0.5): Sex =>
  random.chance(femaleShare) ? 'female' : 'male';

const DRAW: Record<FamilyKind, (random: SeededRandom, minority: boolean) => MemberSketch[]> = {
  elderlyAlone: (random) => [
    member('head', either(random, 0.78), random.between(64, 91), {
      marital: random.chance(0.75) ? 'widowed' : 'single',
      unable: random.chance(0.7),
    }),
  ],
  elderlyCouple: (random) => {
    const age = random.between(65, 86);
    return [
      member('head', 'male', age, { marital: 'married', unable: random.chance(0.5) }),
      member('spouse', 'female', age - random.below(5), { marital: 'married', unable: random.chance(0.4) }),
    ];
  },
  grandparent: (random, minority) => [
    member('head', either(random, 0.7), random.between(63, 76), { marital: 'widowed' }),
    ...Array.from({ length: random.between(1, minority ? 3 : 2) }, () =>
      member('grandchild', either(random), random.between(3, 15)),
    ),
  ],
  singleParent: (random, minority) => {
    const head = member('head', either(random, 0.84), random.between(31, 54), {
      marital: random.weighted([
        ['widowed', 4],
        ['divorced', 3],
        ['single', 2],
        ['separated', 1],
      ]),
    });
    const parents = random.chance(0.2) ? [oldParent(random, head.age)] : [];
    return [head, ...children(random, head.age, random.between(1, minority ? 4 : 3)), ...parents];
  },
  disabledChild: (random) => {
    const age = random.between(63, 78);
    const couple = random.chance(0.45);
    return [
      member('head', couple ? 'male' : either(random, 0.7), age, { marital: couple ? 'married' : 'widowed' }),
      ...(couple ? [member('spouse', 'female', age - random.below(5), { marital: 'married' })] : []),
      member('child', either(random, 0.4), random.between(31, Math.min(45, age - 19)), { unable: true }),
    ];
  },
  nuclear: (random, minority) => nuclear(random, minority),
  threeGenerations: (random, minority) => {
    const family = nuclear(random, minority);
    return [...family, oldParent(random, family[0]!.age)];
  },
  youngCouple: (random, minority) => {
    const age = random.between(minority ? 19 : 22, 29);
    return [
      member('head', 'male', age, { marital: 'married' }),
      member('spouse', 'female', Math.max(18, age - random.below(4)), { marital: 'married' }),
      ...Array.from({ length: random.between(0, age > 23 ? 2 : 1) }, (_, at) =>
        member('child', either(random), 1 + at * 2),
      ),
    ];
  },
};

function nuclear(random: SeededRandom, minority: boolean): MemberSketch[] {
  const age = random.between(28, 57);
  const ledByHer = random.chance(0.13);
  const partner = age - random.below(4);
  const count = random.weighted(minority ? MINORITY_CHILDREN : KINH_CHILDREN);
  return [
    member('head', ledByHer ? 'female' : 'male', age, { marital: 'married' }),
    member('spouse', ledByHer ? 'male' : 'female', partner, { marital: 'married' }),
    ...children(random, Math.min(age, partner), count),
  ];
}

const KINH_CHILDREN = [
  [1, 26],
  [2, 42],
  [3, 22],
  [4, 7],
  [0, 3],
] as const;
const MINORITY_CHILDREN = [
  [1, 18],
  [2, 38],
  [3, 26],
  [4, 11],
  [5, 5],
  [0, 2],
] as const;

const oldParent = (random: SeededRandom, headAge: number): MemberSketch =>
  member('parent', either(random, 0.75), Math.min(94, Math.max(62, headAge + random.between(20, 32))), {
    marital: 'widowed',
    unable: random.chance(0.5),
  });

/** Children still at home: at least 19 years younger than the parent, two years or more apart, none over 29. One of −1 is born in 2024. */
function children(random: SeededRandom, parentAge: number, count: number): MemberSketch[] {
  const oldest = Math.min(29, parentAge - 19 - random.below(7));
  const ages: number[] = [];
  for (let age = oldest; age >= -1 && ages.length < count; age -= random.between(2, 5)) ages.push(age);
  return ages.map((age) => member('child', either(random), age));
}
