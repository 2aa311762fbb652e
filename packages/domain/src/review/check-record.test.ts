import { expect, test } from 'vitest';
import { checkRecord } from './check-record.ts';
import { sampleClosing, sampleRecord } from './review-record.sample.ts';
import type { ReviewRecord } from './review-record.ts';

test.each<[string, Partial<ReviewRecord>, string]>([
  ['neither was nor is there', { opening: null, closing: null }, 'review.record-empty'],
  ['is gone and has a class', { goneReason: 'died' }, 'review.record-gone-and-present'],
  ['was on the list and arrived as new', { arrivalReason: 'newEntry' }, 'review.record-known-and-arrived'],
  ['is recognised on an unverified scorecard', { verified: false }, 'review.unverified-cannot-be-recognised'],
  [
    'is recognised without a class',
    { closing: sampleClosing({ class: 'UNDETERMINED' }) },
    'review.undetermined-cannot-be-recognised',
  ],
])('a record is refused that %s', (_rule, changes, code) => {
  expect(checkRecord(sampleRecord(changes))).toMatchObject({ ok: false, problem: { code } });
});

test('an unverified result that is not recognised is kept', () => {
  expect(checkRecord(sampleRecord({ verified: false, stage: 'scored' })).ok).toBe(true);
});
