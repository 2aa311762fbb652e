import { describe, expect, test } from 'vitest';
import { correctResult, type ResultCorrection } from './correct-result.ts';
import { sampleClosing, sampleRecord } from './review-record.sample.ts';

describe('a correction of a result', () => {
  test('changes what it names and leaves the rest', () => {
    const corrected = correctResult(sampleRecord(), {
      class: 'NEAR_POOR',
      persons: 5,
      flags: { merit: true },
      causes: ['illness'],
    });
    expect(corrected).toEqual({
      ok: true,
      value: sampleRecord({
        closing: sampleClosing({
          class: 'NEAR_POOR',
          persons: 5,
          flags: { ...sampleClosing().flags, merit: true },
          causes: ['illness'],
        }),
      }),
    });
  });

  test('says why a household was not there any more', () => {
    expect(correctResult(sampleRecord(), { gone: 'died' })).toMatchObject({
      value: { closing: null, goneReason: 'died' },
    });
  });

  const unchanged: [string, ResultCorrection][] = [
    ['nothing', {}],
    ['the class it has', { class: 'POOR' }],
    ['the flags it has', { flags: { merit: false, minority: undefined } }],
  ];
  test.each(unchanged)('that says %s is refused', (_said, change) => {
    expect(correctResult(sampleRecord(), change)).toMatchObject({
      problem: { code: 'review.nothing-to-correct' },
    });
  });

  test('of a household without a result is refused, except for why it is gone', () => {
    const gone = sampleRecord({ closing: null, goneReason: 'movedAway' });
    expect(correctResult(gone, { class: 'POOR' })).toMatchObject({
      problem: { code: 'review.no-result-to-correct' },
    });
    expect(correctResult(gone, { gone: 'movedAway' })).toMatchObject({
      problem: { code: 'review.nothing-to-correct' },
    });
    expect(correctResult(gone, { gone: 'died' })).toMatchObject({ value: { goneReason: 'died' } });
  });
});
