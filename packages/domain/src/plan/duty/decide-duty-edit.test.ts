import { describe, expect, test } from 'vitest';
import { decideDutyEdit, type EditedDuty, type ToldOfEdit } from './decide-duty-edit.ts';

const words = {
  task: 'Rà soát nhà ở',
  node: null,
  output: '',
  evidenceAsked: '',
  partners: [],
  dueOn: '2024-06-15',
  periodWords: null,
  desk: 'agency a',
};
const duty: EditedDuty = { ...words, state: 'assigned', origin: 'own', extensionTo: null };
const told = (next: Partial<ToldOfEdit['next']>, more: Partial<ToldOfEdit> = {}): ToldOfEdit => ({
  next: { ...words, ...next },
  sides: ['giver'],
  today: '2024-06-01',
  reason: '',
  ...more,
});
const later = { dueOn: '2024-06-20' };

describe('a duty that its giver changes', () => {
  test.each<[string, Partial<EditedDuty>, ToldOfEdit, string]>([
    ['by its receiver', {}, told(later, { sides: ['receiver'] }), 'plan-duty.not-the-giver'],
    ['after it was reported', { state: 'reported' }, told(later), 'plan-duty.act-not-now'],
    ['after it was accepted', { state: 'accepted' }, told(later), 'plan-duty.act-not-now'],
    ['to nothing new', {}, told({}), 'plan-duty.nothing-changed'],
    ['to no task', {}, told({ task: ' ' }), 'plan-duty.task-missing'],
    ['to a day gone by', {}, told({ dueOn: '2024-05-30' }), 'plan-duty.deadline-gone-by'],
    ['in words, when they are its plan’s', { origin: 'plan' }, told(later), 'plan-duty.follows-plan'],
    ['without a reason, once received', { state: 'received' }, told(later), 'plan-duty.reason-missing'],
  ])('%s is refused', (_case, own, asked, code) => {
    expect(decideDutyEdit({ ...duty, ...own }, asked)).toMatchObject({ problem: { code } });
  });

  test('before it is received needs no reason', () => {
    expect(decideDutyEdit(duty, told({ ...later, output: 'Danh sách' }))).toEqual({
      ok: true,
      value: { state: 'assigned', extensionTo: null, changed: ['output', 'dueOn'] },
    });
  });

  test('goes on where it stands with a reason; a new deadline answers what was asked', () => {
    const under = { ...duty, state: 'underWay', extensionTo: '2024-06-30' } as const;
    expect(decideDutyEdit(under, told(later, { reason: 'Mưa lũ' }))).toMatchObject({
      value: { state: 'underWay', extensionTo: null },
    });
    expect(decideDutyEdit(under, told({ output: 'Biên bản' }, { reason: 'Rõ hơn' }))).toMatchObject({
      value: { extensionTo: '2024-06-30' },
    });
  });

  test('is received anew at another desk, also when a plan gave it', () => {
    const under = { ...duty, state: 'underWay', origin: 'plan' } as const;
    expect(decideDutyEdit(under, told({ desk: 'agency b' }, { reason: 'Nhầm cơ quan' }))).toEqual({
      ok: true,
      value: { state: 'assigned', extensionTo: null, changed: ['desk'] },
    });
  });
});
