import { expect, test } from 'vitest';
import { openingObstacle } from './open-plan.ts';

test.each([
  ['NOT_BEGUN', 'LOCKED', false, null],
  ['NOT_BEGUN', 'CLOSED', false, null],
  ['NOT_BEGUN', 'NOT_BEGUN', false, null],
  ['NOT_BEGUN', 'OPEN', false, 'lastYearOpen'],
  ['OPEN', 'LOCKED', false, 'alreadyOpened'],
  ['LOCKED', 'LOCKED', true, 'alreadyOpened'],
  ['NOT_BEGUN', 'LOCKED', true, 'ended'],
] as const)('a round %s after one %s (commune ended: %s): %s', (round, lastRound, ended, obstacle) => {
  expect(openingObstacle({ round, lastRound, ended })).toBe(obstacle);
});
