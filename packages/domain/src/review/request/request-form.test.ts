import { expect, test } from 'vitest';
import { objectionToForm } from './request-form.ts';

test.each([
  ['01', [], null],
  ['01', ['POOR'], null],
  ['01', ['NOT_POOR'], null],
  ['04', [], 'review.exit-not-of-record'],
  ['04', ['NOT_POOR'], 'review.exit-not-of-record'],
  ['04', ['UNDETERMINED'], 'review.exit-not-of-record'],
  ['04', ['POOR'], null],
  ['04', ['NEAR_POOR'], null],
  ['04', ['NOT_POOR', 'NEAR_POOR'], null],
] as const)('form %s of a household with the results %j: %s', (form, classes, objection) =>
  expect(objectionToForm(form, classes)).toBe(objection),
);
