import { ageOn, makeDay } from '@benvung/domain/shared/day';
import type { PersonLife } from './person-life.ts';
import type { SeededRandom } from './seeded-random.ts';

/**
 * Deaths and departures of 2022, 2023 and 2024, all before the surveys of the autumn. Somebody always stays;
 * when a head dies, husband or wife leads on. Births need nothing: a child is there from its birthday.
 */
export function applyChanges(random: SeededRandom, persons: readonly PersonLife[]): readonly PersonLife[] {
  let now = persons;
  for (const year of [2022, 2023, 2024]) {
    const on = makeDay(year, random.between(1, 8), random.between(1, 28));
    const staying = now.filter((person) => person.left === null && person.joined.on < on);
    for (const person of staying) {
      const present = now.filter((one) => one.left === null && one.joined.on < on);
      const reason = present.length > 1 ? reasonToLeave(random, person, ageOn(person.birthDate, on)) : null;
      if (reason === null) continue;
      const heir = present.find((one) => one.relation === 'spouse');
      if (person.relation === 'head' && heir === undefined) continue;
      now = now.map((one) => {
        if (one === person) return { ...one, left: { on, reason, toHousehold: null } };
        const leads = person.relation === 'head' && one === heir;
        return leads
          ? { ...one, laterRelation: { from: on, relation: 'head' }, maritalStatus: 'widowed' }
          : one;
      });
    }
  }
  return now;
}

function reasonToLeave(
  random: SeededRandom,
  person: PersonLife,
  age: number,
): 'died' | 'married' | 'movedAway' | null {
  if (person.relation === 'spouse' && person.laterRelation !== null) return null;
  if (age >= 74) return random.chance(person.relation === 'head' ? 0.03 : 0.05) ? 'died' : null;
  if (person.relation !== 'child' || age < 19 || person.unable) return null;
  if (random.chance(0.03)) return 'movedAway';
  return person.sex === 'female' && random.chance(0.03) ? 'married' : null;
}
