import { expect, test } from 'vitest';
import { type Assignment, assignedTo, decideAssignment } from './decide-assignment.ts';

const PAO: Assignment = { id: 'a1', villageId: 1, householdId: null, accountId: 'pao', name: 'Ông Páo' };
const MAY: Assignment = { id: 'a2', villageId: 1, householdId: 'h2', accountId: null, name: 'Bà Mẩy' };
const KNOWN = { standing: [PAO, MAY], households: new Set(['h1', 'h2']), accountReaches: true };
const ASKED = { villageId: 1, householdIds: null, accountId: 'linh', name: 'Linh', reason: 'ông Páo ốm' };

test('a village that is given anew takes the place of its enumerator alone', () =>
  expect(decideAssignment(ASKED, KNOWN)).toEqual({ ok: true, value: { ended: [PAO], given: [null] } }));

test('households given apart leave the village with its enumerator', () =>
  expect(decideAssignment({ ...ASKED, householdIds: ['h1', 'h2'] }, KNOWN)).toEqual({
    ok: true,
    value: { ended: [MAY], given: ['h1', 'h2'] },
  }));

test('what stands already is not given twice', () =>
  expect(decideAssignment({ ...ASKED, accountId: 'pao', reason: '' }, KNOWN)).toEqual({
    ok: true,
    value: { ended: [], given: [] },
  }));

test.each([
  ['nobody', { ...ASKED, name: ' ' }, KNOWN, 'review.assignment-nobody'],
  [
    'a person without a role there',
    ASKED,
    { ...KNOWN, accountReaches: false },
    'review.assignment-account-elsewhere',
  ],
  [
    'a household of elsewhere',
    { ...ASKED, householdIds: ['h9'] },
    KNOWN,
    'review.assignment-household-elsewhere',
  ],
  ['another person without a reason', { ...ASKED, reason: '' }, KNOWN, 'review.assignment-reason-missing'],
] as const)('%s is refused', (_what, asked, known, code) =>
  expect(decideAssignment(asked, known)).toMatchObject({ problem: { code } }),
);

test('a household is asked by whom it was given to apart, otherwise by its village’s enumerator', () => {
  const whose = assignedTo([PAO, MAY]);
  expect(['h1', 'h2'].map((householdId) => whose({ householdId, villageId: 1 })?.name)).toEqual([
    'Ông Páo',
    'Bà Mẩy',
  ]);
  expect(whose({ householdId: 'h3', villageId: 2 })).toBeNull();
});
