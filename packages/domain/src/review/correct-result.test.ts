import { describe, expect, test } from 'vitest';
import { correctResult, correctResults, type ResultCorrection } from './correct-result.ts';
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

describe('a correction under two standards', () => {
  const national = sampleRecord({ closing: sampleClosing({ class: 'NEAR_POOR' }) });
  const local = sampleRecord({ standardId: 'DONG-NAI-2022', closing: sampleClosing({ class: 'NEAR_POOR' }) });
  const classes = (named: 'national' | 'local', change: ResultCorrection) => {
    const corrected = correctResults({ national, local }, named, change);
    if (!corrected.ok) return corrected.problem.code;
    return corrected.value.changed.map(({ standardId, closing }) => `${standardId} ${closing?.class}`);
  };

  test('changes a class under the named one, and lifts the local one with the national', () => {
    expect(classes('local', { class: 'POOR' })).toEqual(['DONG-NAI-2022 POOR']);
    expect(classes('national', { class: 'NOT_POOR' })).toEqual(['VN-2022 NOT_POOR']);
    expect(classes('national', { class: 'POOR' })).toEqual(['VN-2022 POOR', 'DONG-NAI-2022 POOR']);
    expect(classes('local', { class: 'NOT_POOR' })).toBe('review.local-class-below-national');
  });

  test('takes away what only the province knew of a household that was not there', () => {
    const arrived = { ...local, opening: null, arrivalReason: 'newEntry' as const };
    expect(correctResults({ national, local: arrived }, 'national', { gone: 'died' })).toMatchObject({
      value: { changed: [{ standardId: 'VN-2022', goneReason: 'died' }], removed: [arrived] },
    });
  });
});
