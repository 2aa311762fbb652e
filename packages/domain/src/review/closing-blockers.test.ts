import { expect, test } from 'vitest';
import { closingBlockers } from './closing-blockers.ts';
import { decideRoundAct } from './review-round.ts';

test('nothing blocks a round whose list is done, matched, counted, verified and balanced', () => {
  expect(closingBlockers({})).toEqual([]);
  expect(decideRoundAct('OPEN', 'close', {})).toEqual({ ok: true, value: 'CLOSED' });
});

test('everything that blocks is told at once, in the order it is best worked off', () => {
  const standing = { pending: 3, undecidedMatches: 2, baseMissing: true, unverified: 5, unbalanced: 1 };
  expect(closingBlockers(standing).map(({ kind, count }) => [kind, count])).toEqual([
    ['pending', 3],
    ['matches', 2],
    ['base', 1],
    ['unverified', 5],
    ['ledger', 1],
  ]);
});

test.each([
  [{ pending: 2, baseMissing: true }, 'review.records-pending', { count: 2 }],
  [{ undecidedMatches: 1 }, 'review.matches-undecided', { count: 1 }],
  [{ baseMissing: true }, 'review.base-missing', { count: 1 }],
  [{ unverified: 4 }, 'review.results-unverified', { count: 4 }],
  [{ unbalanced: 1 }, 'review.ledger-unbalanced', { count: 1 }],
] as const)('%j refuses to close with %s', (standing, code, detail) => {
  expect(decideRoundAct('OPEN', 'close', standing)).toEqual({ ok: false, problem: { code, detail } });
});
