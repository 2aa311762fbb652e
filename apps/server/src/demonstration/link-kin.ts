import { ageOn, type Day, makeDay } from '@benvung/domain/shared/day';
import type { Course } from './courses.ts';
import type { HouseholdLife } from './household-life.ts';
import type { PersonLife } from './person-life.ts';
import type { SeededRandom } from './seeded-random.ts';

/**
 * Ties the households of one commune that split or merged in 2023: the same person leaves one and is in the
 * other. Where nobody fits, the household arrived or left for another reason.
 */
export function linkKin(random: SeededRandom, lives: readonly HouseholdLife[]): HouseholdLife[] {
  const linked = new Map(lives.map((life) => [life.id, life]));
  for (const life of lives) {
    if (life.course.steps[2023]?.arrival === 'split') linkSplit(random, linked, life);
    if (life.course.steps[2023]?.gone === 'mergedInto') linkMerge(random, linked, life);
  }
  return [...linked.values()];
}

type Linked = Map<string, HouseholdLife>;

function linkSplit(random: SeededRandom, linked: Linked, life: HouseholdLife): void {
  const on = makeDay(2023, random.between(2, 6), random.between(1, 28));
  const found = findGrownChild(linked, life, on);
  if (found === undefined) {
    linked.set(life.id, { ...life, course: otherwise(life.course, { arrival: 'newEntry' }) });
    return;
  }
  const { parent, child } = found;
  const head: PersonLife = {
    ...child,
    relation: 'head',
    maritalStatus: 'married',
    joined: { on, reason: 'split' },
    left: null,
  };
  linked.set(
    parent.id,
    withPerson(parent, child, { ...child, left: { on, reason: 'split', toHousehold: life.id } }),
  );
  linked.set(life.id, {
    ...life,
    registeredOn: on,
    ethnicity: child.ethnicity,
    kin: parent.id,
    persons: [
      head,
      ...life.persons
        .filter((person) => person.relation !== 'head')
        .map((person) => asNewcomer(person, child, on)),
    ],
  });
}

/** The rest of the young household: of the other sex than the head, and there from the day of the split. */
function asNewcomer(person: PersonLife, head: PersonLife, on: Day): PersonLife {
  const sex = person.relation === 'spouse' ? (head.sex === 'male' ? 'female' : 'male') : person.sex;
  const joined = person.birthDate > on ? person.joined : { on, reason: 'split' as const };
  return sex === person.sex
    ? { ...person, joined }
    : { ...person, sex, joined, identityNumber: null, fullName: person.fullName.replace(' Thị ', ' Văn ') };
}

function findGrownChild(linked: Linked, life: HouseholdLife, on: Day) {
  for (const parent of linked.values()) {
    if (!staysListed(parent) || parent.village.id !== life.village.id || parent.former !== null) continue;
    const present = parent.persons.filter((person) => person.left === null && person.joined.on < on);
    const child = present.find(
      (person) =>
        person.relation === 'child' && !person.unable && isBetween(ageOn(person.birthDate, on), 20, 30),
    );
    if (child !== undefined && present.length > 2) return { parent, child };
  }
  return undefined;
}

function linkMerge(random: SeededRandom, linked: Linked, life: HouseholdLife): void {
  const on = makeDay(2023, random.between(2, 8), random.between(1, 28));
  const person = life.persons[0]!;
  const host = [...linked.values()].find(
    (one) =>
      staysListed(one) && one.former === null && one.village.id === life.village.id && one.kind === 'nuclear',
  );
  if (host === undefined) {
    const left = { on, reason: 'movedAway' as const, toHousehold: null };
    linked.set(life.id, {
      ...life,
      persons: [{ ...person, left }],
      course: otherwise(life.course, { gone: 'movedAway' }),
    });
    return;
  }
  linked.set(life.id, {
    ...life,
    kin: host.id,
    persons: [{ ...person, left: { on, reason: 'mergedInto', toHousehold: host.id } }],
  });
  const guest: PersonLife = {
    ...person,
    relation: 'other',
    laterRelation: null,
    withoutCarer: false,
    joined: { on, reason: 'mergedInto' },
    left: null,
  };
  linked.set(host.id, { ...host, persons: [...host.persons, guest] });
}

/** On the list at the end of 2022 and of 2023, poor or near-poor. */
function staysListed({ course }: HouseholdLife): boolean {
  const step = course.steps[2023];
  const listed = (of: unknown) => of === 'POOR' || of === 'NEAR_POOR';
  return step !== undefined && listed(step.opening) && listed(step.closing);
}

const isBetween = (age: number, least: number, most: number) => age >= least && age <= most;

const withPerson = (life: HouseholdLife, before: PersonLife, after: PersonLife): HouseholdLife => ({
  ...life,
  persons: life.persons.map((person) => (person === before ? after : person)),
});

function otherwise(course: Course, change: Partial<NonNullable<Course['steps'][2023]>>): Course {
  return { ...course, steps: { ...course.steps, 2023: { ...course.steps[2023]!, ...change } } };
}
