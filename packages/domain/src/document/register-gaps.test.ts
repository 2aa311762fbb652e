import { expect, test } from 'vitest';
import { gapsOf } from './register-gaps.ts';

test.each([
  [[], []],
  [[1, 2, 3], []],
  [[3, 1], [{ from: 2, to: 2 }]],
  [
    [4, 5, 9],
    [
      { from: 1, to: 3 },
      { from: 6, to: 8 },
    ],
  ],
])('numbers %j leave the gaps %j', (used, gaps) => {
  expect(gapsOf(used)).toEqual(gaps);
});
