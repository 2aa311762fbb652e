import { expect, test } from 'vitest';
import { type BaseFigures, checkBase, EMPTY_BASE, majorityOf, sumOfBases } from './population-base.ts';

const base = (changes: Partial<BaseFigures>): BaseFigures => ({ ...EMPTY_BASE, ...changes });

test.each([
  ['a blank line', {}, null],
  ['households alone', { households: 120 }, null],
  [
    'a whole line',
    { households: 120, persons: 480, minorityHouseholds: 120, localMinorityHouseholds: 90 },
    null,
  ],
  ['persons without households', { persons: 480 }, 'review.base-households-missing'],
  [
    'more minority households than households',
    { households: 5, minorityHouseholds: 6 },
    'review.base-part-exceeds',
  ],
  [
    'local minority persons beyond the minority’s',
    { households: 5, persons: 9, minorityPersons: 2, localMinorityPersons: 3 },
    'review.base-part-exceeds',
  ],
  ['fewer persons than households', { households: 5, persons: 4 }, 'review.base-part-exceeds'],
] as const)('%s', (_name, figures, code) => {
  const checked = checkBase(base(figures));
  expect(checked.ok ? null : checked.problem.code).toBe(code);
});

test('a sum is blank while a village does not tell it, and is set against the commune’s own line', () => {
  const villages = [base({ households: 70, persons: 300 }), base({ households: 50 })];
  const sums = sumOfBases(villages, base({ households: 121, persons: 500 }));
  expect(sums.households).toEqual({ sum: 120, told: 2, difference: 1 });
  expect(sums.persons).toEqual({ sum: null, told: 1, difference: null });
  expect(sumOfBases([], base({ households: 5 })).households.sum).toBeNull();
});

test('the majority is what is left of the total, and not known when either is not', () => {
  expect(majorityOf({ total: 10, minority: 4 })).toBe(6);
  expect(majorityOf({ total: 10, minority: null })).toBeNull();
});
