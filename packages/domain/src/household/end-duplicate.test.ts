import { expect, test } from 'vitest';
import { endDuplicate } from './end-duplicate.ts';
import type { HouseholdState } from './household-state.ts';
import { sampleMember } from './member.sample.ts';

const member = sampleMember({ personId: 'p1', relation: 'head' });
const state: HouseholdState = {
  id: 'anew',
  version: 1,
  fields: { listCode: null, registrationNumber: null, phone: null, address: null, location: null },
  residences: [{ villageId: 71, from: '2024-09-01', to: null, reason: 'imported' }],
  memberships: [{ personId: 'p1', from: '2024-12-31', to: null, relation: 'head', reason: 'imported' }],
  members: [member],
  departed: [],
  persons: 1,
  flagOverrides: {},
  ended: null,
};

test('a household written anew ends as part of the known one, its people in its own history', () => {
  expect(endDuplicate(state, { knownId: 'known' }, { day: '2025-01-05' })).toMatchObject({
    value: {
      ended: { on: '2025-01-05', reason: 'mergedInto', intoId: 'known' },
      members: [],
      departed: [{ member, on: '2025-01-05' }],
      persons: 0,
      residences: [{ to: '2025-01-05' }],
      memberships: [{ to: '2025-01-05' }],
    },
  });
});

test('it ends no earlier than what is known of it begins', () => {
  expect(endDuplicate(state, { knownId: 'known' }, { day: '2024-10-15' })).toMatchObject({
    value: { ended: { on: '2024-12-31' } },
  });
});

test('it neither ends twice nor in itself', () => {
  const ended = { ...state, ended: { on: '2025-01-01', reason: 'died', intoId: null } };
  expect(endDuplicate(ended, { knownId: 'known' }, { day: '2025-01-05' })).toMatchObject({
    problem: { code: 'household.ended' },
  });
  expect(endDuplicate(state, { knownId: 'anew' }, { day: '2025-01-05' })).toMatchObject({
    problem: { code: 'household.same-household' },
  });
});
