import type { Step } from './courses.ts';
import type { HouseholdLife } from './household-life.ts';
import type { PersonLife } from './person-life.ts';

/** How a list of 2024 wrote a household, or one of its members, a second time. */
type Slip = 'sameNumber' | 'numberLost' | 'numberMistyped' | 'nameShortened' | 'grownChild';

/**
 * `met` is false for the matching desk: a household of last year's list that nobody has met yet, written as a new one;
 * true for the duplicates desk: one that was met already, or whose grown child is counted in two households.
 */
const SLIPS: readonly { readonly slip: Slip; readonly met: boolean }[] = [
  { slip: 'sameNumber', met: false },
  { slip: 'numberLost', met: true },
  { slip: 'numberMistyped', met: false },
  { slip: 'grownChild', met: true },
  { slip: 'nameShortened', met: false },
  { slip: 'nameShortened', met: true },
  { slip: 'numberLost', met: false },
];

export interface RepeatSought {
  readonly lives: readonly HouseholdLife[];
  readonly newcomers: readonly HouseholdLife[];
  readonly stepOf: (life: HouseholdLife) => Step | undefined;
  readonly newId: () => string;
}

/**
 * Makes some newcomers of a commune the households that real lists write twice, so that its desks have work. How many
 * newcomers there are, and what became of them, stays as planned; who they are does not.
 * @returns the newcomers in their order.
 */
export function repeatHouseholds({ lives, newcomers, stepOf, newId }: RepeatSought): HouseholdLife[] {
  const used = new Set<string>();
  const waiting = [...newcomers].sort((one, other) => (one.id < other.id ? -1 : 1));
  const written = new Map<string, HouseholdLife>();
  const repeat = (slip: Slip, wasMet: boolean, turn: number) => {
    // each from another part of the commune, so that not one village wrote all of them
    const from = Math.floor((lives.length * turn) / SLIPS.length);
    const source = [...lives.slice(from), ...lives.slice(0, from)].find(
      (life) =>
        !used.has(life.id) &&
        (stepOf(life)?.closing != null) === wasMet &&
        mayRepeat(life, slip, stepOf(life)),
    );
    const newcomer = waiting[0];
    if (source === undefined || newcomer === undefined) return;
    waiting.shift();
    used.add(source.id);
    written.set(newcomer.id, writtenAgain(newcomer, source, { slip, newId }));
  };
  for (const [turn, { slip, met }] of SLIPS.entries()) repeat(slip, met, turn);
  return newcomers.map((life) => written.get(life.id) ?? life);
}

const isPresent = ({ left }: PersonLife): boolean => left === null;
const headOf = (life: HouseholdLife): PersonLife | undefined =>
  life.persons.find((person) => isPresent(person) && person.relation === 'head');
const grownChildOf = (life: HouseholdLife): PersonLife | undefined =>
  life.persons.find(
    (person) =>
      isPresent(person) &&
      person.relation === 'child' &&
      person.identityNumber !== null &&
      person.birthDate < '2004' &&
      person.birthDate > '1992',
  );

function mayRepeat(life: HouseholdLife, slip: Slip, step: Step | undefined): boolean {
  if (step === undefined || step.gone !== null || life.kind === 'elderlyAlone') return false;
  const head = headOf(life);
  const present = life.persons.filter(isPresent);
  if (head === undefined || present.length < 3 || head.laterRelation !== null) return false;
  if (slip === 'grownChild') return grownChildOf(life) !== undefined;
  const needsNumber = slip === 'sameNumber' || slip === 'numberMistyped';
  return (
    (!needsNumber || head.identityNumber !== null) &&
    (slip !== 'nameShortened' || head.fullName.split(' ').length >= 3)
  );
}

/** The newcomer's place in the round with the people of the household it really is. */
function writtenAgain(
  newcomer: HouseholdLife,
  source: HouseholdLife,
  { slip, newId }: { slip: Slip; newId: () => string },
): HouseholdLife {
  const on = newcomer.registeredOn;
  const again = (person: PersonLife): PersonLife => ({
    ...person,
    id: newId(),
    identityNumber: numberUnder(slip, person),
    fullName:
      slip === 'nameShortened' && person.relation === 'head' ? shortened(person.fullName) : person.fullName,
    joined: { on, reason: 'registered' },
  });
  const { village, kind, ethnicity, traits, causes, wishes, farmHousehold } = source;
  if (slip === 'grownChild') {
    const child = again(grownChildOf(source)!);
    const others = newcomer.persons.filter((person) => person.relation !== 'head');
    const head: PersonLife = { ...child, relation: 'head' };
    return {
      ...newcomer,
      village,
      ethnicity,
      persons: [head, ...others.filter(({ relation }) => relation === 'child')],
    };
  }
  return {
    ...newcomer,
    village,
    kind,
    ethnicity,
    traits,
    causes,
    wishes,
    farmHousehold,
    persons: source.persons.filter(isPresent).map(again),
  };
}

function numberUnder(slip: Slip, { identityNumber, relation }: PersonLife): string | null {
  if (identityNumber === null || slip === 'grownChild') return identityNumber;
  if (slip === 'sameNumber') return relation === 'head' ? identityNumber : null;
  if (slip !== 'numberMistyped' || relation !== 'head') return null;
  // two neighbouring digits changed over, as they are on paper
  return `${identityNumber.slice(0, -2)}${identityNumber.at(-1)}${identityNumber.at(-2)}`;
}

/** "Hồ Thị Mỹ Nga" → "Hồ Thị Nga", "Hồ Văn Nga" → "Hồ Nga". */
const shortened = (name: string): string => {
  const words = name.split(' ');
  return [...words.slice(0, -2), words.at(-1)].join(' ');
};
