import { expect, test } from 'vitest';
import { lockMinutesAfter } from './lock-out.ts';

test.each([
  [0, 0],
  [4, 0],
  [5, 15],
  [6, 30],
  [7, 60],
  [11, 960],
  [12, 1440],
  [10_000, 1440],
])('after %i failures in a row a name is locked for %i minutes', (failures, minutes) =>
  expect(lockMinutesAfter(failures)).toBe(minutes),
);
