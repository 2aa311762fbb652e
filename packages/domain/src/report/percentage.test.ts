import { expect, test } from 'vitest';
import { percentage } from './percentage.ts';

test.each<[number | null, number | null, number | null]>([
  [7540, 332_154, 2.27],
  [3485, 14_283, 24.4],
  [13_455, 297_899, 4.52],
  [16_003, 80_276, 19.93],
  [1, 8, 12.5],
  [1, 20_000, 0.01],
  [1, 20_001, 0],
  [0, 5, 0],
  [5, 0, null],
  [5, null, null],
  [null, 5, null],
])('%s of %s is %s %', (part, whole, expected) => {
  expect(percentage(part, whole)).toBe(expected);
});
