import { describe, expect, it } from 'vitest';
import { changeHead } from './change-head.ts';
import { correctHousehold, overrideFlag } from './correct-household.ts';
import { LANH, NGA, sampleHousehold, UT } from './household.sample.ts';
import type { Relation } from './household-facts.ts';
import type { Decision, HouseholdState } from './household-state.ts';
import { sampleMember } from './member.sample.ts';
import { addMember, correctMember, removeMember } from './member-acts.ts';
import { mergeHouseholds } from './merge-households.ts';
import { endHousehold, moveHousehold } from './move-household.ts';
import { registerHousehold } from './register-household.ts';
import { splitHousehold } from './split-household.ts';

const NEW = '018f0000-0000-7000-8000-0000000000bb';
const HOA = '018f0000-0000-7000-8000-000000000004';
const TODAY = '2024-10-15';
const fields = sampleHousehold().fields;
const nobody = new Map<string, Relation>();

const at = (day = '2024-03-01', version = 1) => ({ day, today: TODAY, version });
const hoa = (facts = {}) =>
  sampleMember({ personId: HOA, fullName: 'Lê Thị Hoa', relation: 'spouse', ...facts });
const household = sampleHousehold();
const ended = sampleHousehold({ ended: { on: '2024-01-05', reason: 'movedAway', intoId: null } });
const moved = (() => {
  const done = moveHousehold(household, { villageId: 72 }, at('2024-02-01'));
  if (!done.ok) throw new Error(done.problem.code);
  return { ...done.value, version: 1 };
})();
const other = sampleHousehold({
  id: NEW,
  members: [sampleMember({ personId: HOA, fullName: 'Lê Thị Hoa' })],
  memberships: [{ personId: HOA, from: '2023-09-01', to: null, relation: 'head', reason: 'registered' }],
  persons: 1,
});

const add = (state: HouseholdState, facts = {}, time = at()) =>
  addMember(state, { member: hoa(facts), reason: 'married' }, time);
const remove = (state: HouseholdState, personId: string, time = at()) =>
  removeMember(state, { personId, reason: 'movedAway' }, time);
const head = (personId: string, former: Relation | 'left', time = at(), relations = nobody) =>
  changeHead(
    household,
    { personId, former: former === 'left' ? { left: 'died' } : { relation: former }, relations },
    time,
  );
const split = (leaving: [string, Relation][], time = at(), state = household) =>
  splitHousehold(state, { newId: NEW, villageId: 72, fields, leaving: new Map(leaving) }, time);
const merge = (from = other, time = at(), relations = nobody, fromVersion = 1) =>
  mergeHouseholds(household, { from, fromVersion, relations }, time);
const register = (members = [hoa({ relation: 'head' })], day = '2024-03-01') =>
  registerHousehold({ id: NEW, villageId: 71, fields, members }, { day, today: TODAY });
const flag = (value: boolean | null, reason: string, state = household) =>
  overrideFlag(state, { flag: 'merit', value, reason }, at());

const codeOf = (decision: Decision<unknown>) => (decision.ok ? 'done' : decision.problem.code);

describe('an act is refused', () => {
  it.each<[string, Decision<unknown>, string]>([
    ['on a version someone else changed', add(household, {}, at('2024-03-01', 2)), 'version-conflict'],
    ['on a household that ended', add(ended), 'ended'],
    ['on a day that has not come', add(household, {}, at('2024-10-16')), 'day-in-future'],
    [
      'before the household was first recorded',
      add(household, {}, at('2023-08-31')),
      'day-before-registration',
    ],
    ['that adds someone without a name', add(household, { fullName: ' ' }), 'person-name-missing'],
    ['that names a formula', add(household, { fullName: ' =HYPERLINK("x")' }), 'person-name-formula'],
    ['that adds someone born on 30/2', add(household, { birthDate: '1985-02-30' }), 'birth-date-invalid'],
    ['that adds someone born in letters', add(household, { birthDate: 'x' }), 'birth-date-invalid'],
    ['that adds someone not yet born', add(household, { birthDate: '2024-10-16' }), 'birth-date-in-future'],
    ['that adds a second head', add(household, { relation: 'head' }), 'two-heads'],
    ['that adds someone who is here', add(household, { personId: LANH }), 'member-known'],
    ['that corrects a stranger', correctMember(household, hoa(), at()), 'member-unknown'],
    [
      'that corrects someone into the head',
      correctMember(household, sampleMember({ personId: LANH, relation: 'head' }), at()),
      'head-by-change-only',
    ],
    [
      'that corrects the head into a child',
      correctMember(household, sampleMember({ personId: NGA, relation: 'child' }), at()),
      'head-by-change-only',
    ],
    ['that removes the head', remove(household, NGA), 'head-must-stay'],
    ['that removes a stranger', remove(household, HOA), 'member-unknown'],
    ['that removes the last person', remove(other, HOA), 'nobody-stays'],
    ['that makes the head the head', head(NGA, 'child'), 'already-head'],
    ['that makes a stranger the head', head(HOA, 'parent'), 'member-unknown'],
    ['that leaves two heads', head(LANH, 'head'), 'two-heads'],
    ['that relates a stranger', head(LANH, 'parent', at(), new Map([[HOA, 'child']])), 'member-unknown'],
    ['that moves to the same village', moveHousehold(household, { villageId: 71 }, at()), 'same-village'],
    [
      'that moves on the day it came',
      moveHousehold(household, { villageId: 72 }, at('2023-09-01')),
      'day-before-residence',
    ],
    [
      'that moves before it came to its present place',
      moveHousehold(moved, { villageId: 71 }, at('2024-01-31')),
      'day-before-residence',
    ],
    [
      'that ends before it came there',
      endHousehold(moved, { reason: 'died' }, at('2024-01-31')),
      'day-before-residence',
    ],
    ['that splits nobody off', split([]), 'nobody-moves'],
    ['that splits the head off', split([[NGA, 'head']]), 'head-must-stay'],
    [
      'that splits everyone off',
      split([
        [NGA, 'head'],
        [LANH, 'child'],
        [UT, 'other'],
      ]),
      'nobody-stays',
    ],
    ['that splits a stranger off', split([[HOA, 'head']]), 'member-unknown'],
    ['that splits off without a head', split([[LANH, 'other']]), 'head-missing'],
    [
      'that splits off two heads',
      split([
        [LANH, 'head'],
        [UT, 'head'],
      ]),
      'two-heads',
    ],
    ['that merges a household into itself', merge(household), 'same-household'],
    ['that merges one that ended', merge({ ...other, ended: ended.ended }), 'ended'],
    ['that merges another version of it', merge(other, at(), nobody, 2), 'version-conflict'],
    ['that merges before it was recorded', merge(other, at('2023-08-01')), 'day-before-registration'],
    ['that merges in a second head', merge(other, at(), new Map([[HOA, 'head']])), 'two-heads'],
    [
      'that relates someone who does not come',
      merge(other, at(), new Map([[UT, 'child']])),
      'member-unknown',
    ],
    ['that registers nobody as head', register([hoa()]), 'head-missing'],
    ['that registers one person twice', register([hoa({ relation: 'head' }), hoa()]), 'member-known'],
    ['that registers tomorrow', register(undefined, '2024-10-16'), 'day-in-future'],
    ['that corrects nothing', correctHousehold(household, { listCode: 'M-01' }, at()), 'nothing-changed'],
    ['that sets a trait without a reason', flag(true, ' '), 'reason-missing'],
    ['that takes back what was not set', flag(null, 'nhầm'), 'flag-not-overridden'],
  ])('%s', (_what, decision, code) => expect(codeOf(decision)).toBe(`household.${code}`));

  it('with the name and day that stand against it', () => {
    const joined = value(add(household, {}, at('2024-05-01')));
    const early = removeMember(joined, { personId: HOA, reason: 'movedAway' }, at('2024-04-30'));
    expect(early).toEqual({
      ok: false,
      problem: {
        code: 'household.day-before-joining',
        detail: { day: '2024-04-30', since: '2024-05-01', name: 'Lê Thị Hoa' },
      },
    });
  });
});

function value<Value>(decision: Decision<Value>): Value {
  if (!decision.ok) throw new Error(decision.problem.code);
  return decision.value;
}

describe('an act', () => {
  it('that adds someone opens their place here on that day', () => {
    const done = value(add(household));
    expect(done.persons).toBe(4);
    expect(done.memberships.at(-1)).toEqual({
      personId: HOA,
      from: '2024-03-01',
      to: null,
      relation: 'spouse',
      reason: 'married',
    });
  });

  it('that names someone a list only counted does not count them again', () => {
    expect(value(add({ ...household, persons: 6 })).persons).toBe(6);
    expect(value(remove({ ...household, persons: 6 }, UT)).persons).toBe(5);
  });

  it('that changes the head keeps the household, the old head, and who was what until when', () => {
    const done = value(head(LANH, 'parent', at(), new Map([[UT, 'child']])));
    expect(done.id).toBe(household.id);
    expect(done.members.map(({ personId, relation }) => [personId, relation])).toEqual([
      [NGA, 'parent'],
      [LANH, 'head'],
      [UT, 'child'],
    ]);
    expect(done.memberships.filter(({ relation }) => relation === 'head')).toMatchObject([
      { personId: NGA, from: '2023-09-01', to: '2024-03-01' },
      { personId: LANH, from: '2024-03-01', to: null },
    ]);
    expect(done.persons).toBe(3);
  });

  it('that changes a head who died lets them go', () => {
    const done = value(head(LANH, 'left'));
    expect(done.departed).toMatchObject([{ on: '2024-03-01', reason: 'died', member: { personId: NGA } }]);
    expect(done.persons).toBe(2);
  });

  it('that moves leaves neither a gap nor an overlap', () => {
    expect(moved.residences).toEqual([
      { villageId: 71, from: '2023-09-01', to: '2024-02-01', reason: 'registered' },
      { villageId: 72, from: '2024-02-01', to: null, reason: 'moved' },
    ]);
  });

  it('that splits tells both what became of whom', () => {
    const { stays, begins } = value(
      split([
        [LANH, 'head'],
        [UT, 'child'],
      ]),
    );
    expect([stays.persons, begins.persons]).toEqual([1, 2]);
    expect(stays.memberships.filter(({ to }) => to === '2024-03-01')).toHaveLength(2);
    expect(begins).toMatchObject({ id: NEW, version: 0, residences: [{ villageId: 72, reason: 'split' }] });
    expect(begins.memberships.map(({ relation, reason }) => [relation, reason])).toEqual([
      ['head', 'split'],
      ['child', 'split'],
    ]);
  });

  it('that merges ends one household and leaves everyone in the other under its head', () => {
    const done = value(merge(other, at(), new Map([[HOA, 'sibling']])));
    expect(done.into.persons).toBe(4);
    expect(done.into.members.map(({ relation }) => relation)).toEqual([
      'head',
      'child',
      'grandchild',
      'sibling',
    ]);
    expect(done.ended.ended).toEqual({ on: '2024-03-01', reason: 'mergedInto', intoId: household.id });
    expect(done.ended.members).toEqual([]);
    expect(done.ended.residences.at(-1)?.to).toBe('2024-03-01');
  });

  it('that sets a trait keeps its reason, and taking it back leaves what members tell', () => {
    const set = value(flag(true, ' Bằng Tổ quốc ghi công '));
    expect(set.flagOverrides).toEqual({ merit: { value: true, reason: 'Bằng Tổ quốc ghi công' } });
    expect(value(flag(null, 'nhầm người', set)).flagOverrides).toEqual({});
  });
});
