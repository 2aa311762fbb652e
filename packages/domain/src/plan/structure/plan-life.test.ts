import { describe, expect, it } from 'vitest';
import { actsOn, takePlanStep } from './plan-life.ts';

describe('a version of a plan', () => {
  it('is laid before the head only without errors', () => {
    const asked = { state: 'draft', act: 'submit', reason: null } as const;
    expect(takePlanStep({ ...asked, errors: 2 })).toMatchObject({ problem: { code: 'plan.has-errors' } });
    expect(takePlanStep({ ...asked, errors: 0 })).toEqual({ ok: true, value: 'submitted' });
  });

  it.each(['return', 'amend', 'discard'] as const)('%s needs a reason', (act) => {
    const state = act === 'return' ? 'submitted' : act === 'amend' ? 'issued' : 'draft';
    expect(takePlanStep({ state, act, reason: '  ', errors: 0 })).toMatchObject({
      problem: { code: 'plan.reason-missing' },
    });
    expect(takePlanStep({ state, act, reason: 'Sai số', errors: 0 }).ok).toBe(true);
  });

  it.each([
    ['draft', 'approve'],
    ['draft', 'issue'],
    ['submitted', 'save'],
    ['approved', 'save'],
    ['issued', 'save'],
    ['issued', 'discard'],
    ['replaced', 'amend'],
  ] as const)('when %s allows no %s', (state, act) => {
    expect(takePlanStep({ state, act, reason: 'Lý do', errors: 0 })).toMatchObject({
      problem: { code: 'plan.wrong-state' },
    });
  });

  it('offers a drafter nothing that is the head’s', () => {
    expect(actsOn('draft', ['drafter'])).toEqual(['save', 'submit', 'discard']);
    expect(actsOn('submitted', ['drafter'])).toEqual([]);
    expect(actsOn('submitted', ['head'])).toEqual(['return', 'approve']);
    expect(actsOn('issued', ['drafter', 'head'])).toEqual(['amend']);
    expect(actsOn('replaced', ['drafter', 'head'])).toEqual([]);
  });
});
