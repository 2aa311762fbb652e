import fc from 'fast-check';
import { expect, it } from 'vitest';
import { addDays, type Day } from '../shared/day.ts';
import { changeHead } from './change-head.ts';
import { sampleHousehold } from './household.sample.ts';
import { RELATIONS, type Relation } from './household-facts.ts';
import type { ActTime, Decision, HouseholdState } from './household-state.ts';
import { sampleMember } from './member.sample.ts';
import { addMember, correctMember, removeMember } from './member-acts.ts';
import { mergeHouseholds } from './merge-households.ts';
import { endHousehold, moveHousehold } from './move-household.ts';
import { splitHousehold } from './split-household.ts';

const TODAY = '2024-10-15';
const relation = fc.constantFrom(...RELATIONS);
const personOf = (number: number) => `018f0000-0000-7000-8000-${String(number).padStart(12, '0')}`;
/** Few people and days, so that acts meet. */
const person = fc.integer({ min: 1, max: 8 }).map(personOf);
const day = fc.integer({ min: -1, max: 20 }).map((count) => addDays('2023-09-01', count * 20));

type Step = (households: readonly HouseholdState[], next: string) => HouseholdState[] | undefined;
const replaced = (all: readonly HouseholdState[], changed: HouseholdState[]) => [
  ...all.map((each) => changed.find(({ id }) => id === each.id) ?? each),
  ...changed.filter(({ id }) => all.every((each) => each.id !== id)),
];
const pick = (all: readonly HouseholdState[], at: number) => all[at % all.length]!;
const timeOf = (state: HouseholdState, on: Day): ActTime => ({
  day: on,
  today: TODAY,
  version: state.version,
});

const onOne = (act: (state: HouseholdState, time: ActTime) => Decision) =>
  fc.tuple(fc.nat(5), day).map(
    ([at, on]): Step =>
      (all) => {
        const state = pick(all, at);
        const done = act(state, timeOf(state, on));
        return done.ok ? replaced(all, [{ ...done.value, version: state.version + 1 }]) : undefined;
      },
  );

const ordinaryStep: fc.Arbitrary<Step> = fc.oneof(
  fc
    .tuple(person, relation)
    .chain(([personId, as]) =>
      onOne((state, time) =>
        addMember(state, { member: sampleMember({ personId, relation: as }), reason: 'returned' }, time),
      ),
    ),
  person.chain((personId) =>
    onOne((state, time) => removeMember(state, { personId, reason: 'movedAway' }, time)),
  ),
  fc
    .tuple(person, relation)
    .chain(([personId, as]) =>
      onOne((state, time) => correctMember(state, sampleMember({ personId, relation: as }), time)),
    ),
  fc
    .tuple(person, relation, fc.boolean())
    .chain(([personId, as, dies]) =>
      onOne((state, time) =>
        changeHead(
          state,
          { personId, former: dies ? { left: 'died' } : { relation: as }, relations: new Map() },
          time,
        ),
      ),
    ),
  fc
    .integer({ min: 71, max: 73 })
    .chain((villageId) => onOne((state, time) => moveHousehold(state, { villageId }, time))),
  fc.tuple(fc.nat(5), day, fc.dictionary(person, relation, { maxKeys: 3 })).map(
    ([at, on, leaving]): Step =>
      (all, next) => {
        const state = pick(all, at);
        const split = {
          newId: next,
          villageId: 72,
          fields: state.fields,
          leaving: new Map<string, Relation>(Object.entries(leaving)),
        };
        const done = splitHousehold(state, split, timeOf(state, on));
        if (!done.ok) return undefined;
        const { stays, begins } = done.value;
        return replaced(all, [
          { ...stays, version: state.version + 1 },
          { ...begins, version: 1 },
        ]);
      },
  ),
  fc.tuple(fc.nat(5), fc.nat(5), day).map(
    ([at, other, on]): Step =>
      (all) => {
        const into = pick(all, at);
        const from = pick(all, other);
        const done = mergeHouseholds(
          into,
          { from, fromVersion: from.version, relations: new Map() },
          timeOf(into, on),
        );
        if (!done.ok) return undefined;
        return replaced(all, [
          { ...done.value.into, version: into.version + 1 },
          { ...done.value.ended, version: from.version + 1 },
        ]);
      },
  ),
);

const step: fc.Arbitrary<Step> = fc.oneof(
  { arbitrary: ordinaryStep, weight: 40 },
  {
    arbitrary: onOne((state, time) => endHousehold(state, { reason: 'movedAway' }, time)),
    weight: 1,
  },
);

function checkHousehold(state: HouseholdState): void {
  const { members, memberships, residences, ended } = state;
  expect(members.filter((member) => member.relation === 'head')).toHaveLength(ended === null ? 1 : 0);
  expect(state.persons).toBe(members.length);
  for (const [at, home] of residences.entries()) {
    const next = residences[at + 1];
    if (next === undefined) expect(home.to).toBe(ended?.on ?? null);
    else expect([home.to, home.from < next.from]).toEqual([next.from, true]);
  }
  const heads = memberships
    .filter(({ relation: as, from, to }) => as === 'head' && from !== to)
    .sort((a, b) => (a.from < b.from ? -1 : 1));
  if (heads.length > 0)
    expect(heads.map(({ to }) => to)).toEqual([...heads.slice(1).map(({ from }) => from), ended?.on ?? null]);
  expect(new Set(memberships.map(({ personId, from }) => `${personId} ${from}`)).size).toBe(
    memberships.length,
  );
  const open = memberships.filter(({ to }) => to === null);
  expect(open.map(({ personId, relation: as }) => [personId, as]).sort()).toEqual(
    members.map(({ personId, relation: as }) => [personId, as]).sort(),
  );
  for (const { from, to } of memberships) expect(to === null || from <= to).toBe(true);
}

it('any sequence of acts keeps one head, homes without gap, the count of persons and everyone’s history', () => {
  let done = 0;
  fc.assert(
    fc.property(fc.array(step, { minLength: 40, maxLength: 120 }), (steps) => {
      let households: readonly HouseholdState[] = [sampleHousehold()];
      for (const [at, each] of steps.entries()) {
        const after = each(households, `018f0000-0000-7000-8000-bbbb${String(at).padStart(8, '0')}`);
        if (after === undefined) continue;
        for (const before of households) {
          const now = after.find(({ id }) => id === before.id)!;
          expect(now.residences.slice(0, before.residences.length - 1)).toEqual(
            before.residences.slice(0, -1),
          );
          const kept = new Set(now.memberships.map(({ personId, from }) => `${personId} ${from}`));
          expect(before.memberships.every(({ personId, from }) => kept.has(`${personId} ${from}`))).toBe(
            true,
          );
        }
        for (const state of after) checkHousehold(state);
        const here = after.flatMap(({ members }) => members.map(({ personId }) => personId));
        if (here.length > new Set(here).size) return; // the same person was written into two households by hand
        done += 1;
        households = after;
      }
    }),
    { numRuns: 300 },
  );
  expect(done).toBeGreaterThan(1000);
});
