import { expect, test } from 'vitest';
import { isSensitiveMeasure } from './sensitive-measures.ts';

test.each([
  ['closing', false],
  ['ethnic.02', true],
  ['target.minority', true],
  ['target.noLabourCapacity', true],
  ['target.femaleHead', false],
  ['cause.illness', true],
  ['cause.landLack', false],
  ['children.health', true],
  ['children.education', false],
  ['deprived.03', true],
  ['deprived.09', false],
])('the households of %s tell something sensitive: %s', (measure, tells) => {
  expect(isSensitiveMeasure(measure, ['02', '03'])).toBe(tells);
});
