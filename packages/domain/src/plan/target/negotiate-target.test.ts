import { describe, expect, test } from 'vitest';
import { progressByPace, progressOfCoverage, progressOfStock } from './forecast-target.ts';
import {
  actsNow,
  negotiateTarget,
  type TargetAct,
  type TargetSide,
  type TargetState,
} from './negotiate-target.ts';

const outcome = (state: TargetState, act: TargetAct, side: TargetSide, told = true): string => {
  const result = negotiateTarget({ state, told }, act, side);
  return result.ok ? result.value : result.problem.code;
};

describe('the negotiation of a target', () => {
  test.each([
    ['draft', 'ask', 'giver', 'plan-target.not-the-receiver'],
    ['draft', 'propose', 'receiver', 'plan-target.not-the-giver'],
    ['proposed', 'fix', 'receiver', 'plan-target.not-the-giver'],
    ['proposed', 'adjust', 'receiver', 'plan-target.not-the-giver'],
    ['draft', 'ask', 'receiver', 'plan-target.not-proposed'],
    ['draft', 'agree', 'receiver', 'plan-target.not-proposed'],
    ['fixed', 'ask', 'receiver', 'plan-target.is-fixed'],
    ['fixed', 'adjust', 'giver', 'plan-target.is-fixed'],
    ['agreed', 'reopen', 'giver', 'plan-target.is-not-fixed'],
    ['draft', 'propose', 'giver', 'proposed'],
    ['proposed', 'ask', 'receiver', 'asked'],
    ['asked', 'adjust', 'giver', 'draft'],
    ['asked', 'agree', 'receiver', 'agreed'],
    ['agreed', 'fix', 'giver', 'fixed'],
    ['draft', 'fix', 'giver', 'fixed'],
    ['fixed', 'reopen', 'giver', 'proposed'],
    ['proposed', 'lock', 'giver', 'proposed'],
  ] as const)('from %s, %s by the %s: %s', (state, act, side, expected) => {
    expect(outcome(state, act, side)).toBe(expected);
  });

  test('cannot send, accept or fix a figure nobody told', () => {
    for (const act of ['propose', 'fix'] as const)
      expect(outcome('draft', act, 'giver', false)).toBe('plan-target.nothing-told');
    expect(outcome('proposed', 'agree', 'receiver', false)).toBe('plan-target.nothing-told');
  });

  test('offers each side its own acts alone', () => {
    expect(actsNow({ state: 'proposed', told: true }, 'receiver')).toEqual(['ask', 'agree']);
    expect(actsNow({ state: 'fixed', told: true }, 'giver')).toEqual(['reopen']);
  });
});

describe('the year under way', () => {
  test('expects of those not yet reviewed what those reviewed did', () => {
    expect(progressOfStock(20, { opening: 100, pending: 50, current: 92 })).toEqual({
      done: 8,
      doneRate: null,
      share: 4000,
      expected: 16,
      state: 'behind',
      method: 'review',
    });
    expect(progressOfStock(16, { opening: 100, pending: 50, current: 92 }).state).toBe('onTrack');
    expect(progressOfStock(8, { opening: 100, pending: 50, current: 92 }).state).toBe('reached');
  });

  test('expects nothing of a tenth or less, and knows what has not begun', () => {
    expect(progressOfStock(20, { opening: 100, pending: 91, current: 95 })).toMatchObject({
      expected: null,
      state: 'unknown',
    });
    expect(progressOfStock(20, { opening: 100, pending: 100, current: 100 }).state).toBe('notBegun');
  });

  test('counts new poor households against those that left', () => {
    expect(progressOfStock(5, { opening: 100, pending: 0, current: 103 })).toMatchObject({
      done: -3,
      expected: -3,
      state: 'behind',
    });
  });

  test('by hand goes by the part of the year that has passed', () => {
    const year = { from: '2024-01-01', until: '2024-12-31' };
    expect(progressByPace(1000, { ...year, done: 500, on: '2024-07-01' })).toMatchObject({
      share: 5000,
      expected: 1003,
      state: 'onTrack',
    });
    expect(progressByPace(1000, { ...year, done: 400, on: '2024-10-01' }).state).toBe('behind');
    expect(progressByPace(1000, { ...year, done: null, on: '2024-10-01' }).state).toBe('unknown');
  });

  test('of a share is judged by its rate, and by its count where no base is known', () => {
    const planned = { count: 950, rate: 9500 };
    expect(progressOfCoverage(planned, { count: 470, base: 490 })).toMatchObject({
      done: 470,
      doneRate: 9592,
      state: 'reached',
    });
    expect(progressOfCoverage(planned, { count: 460, base: 490 })).toMatchObject({
      share: 9882,
      state: 'behind',
    });
    expect(progressOfCoverage(planned, { count: 940, base: null })).toMatchObject({ state: 'behind' });
    expect(progressOfCoverage(planned, { count: null, base: null }).state).toBe('unknown');
  });
});
