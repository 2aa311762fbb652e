import { describe, expect, test } from 'vitest';
import {
  decideRoundAct,
  ROUND_ACTS,
  ROUND_STATUSES,
  type RoundAct,
  type RoundStatus,
} from './review-round.ts';

const said = { reason: 'Sai số nhân khẩu', author: 'Lý Thị Mẩy' };
const outcome = (status: RoundStatus, act: RoundAct) => {
  const decided = decideRoundAct(status, act, said);
  return decided.ok ? decided.value : decided.problem.code;
};

describe('the acts a round allows, by its status', () => {
  const expected: Record<RoundStatus, Record<RoundAct, string>> = {
    NOT_BEGUN: {
      open: 'OPEN',
      putRecord: 'review.round-not-begun',
      close: 'review.round-not-begun',
      reopen: 'review.round-not-begun',
      lock: 'review.round-not-begun',
      correct: 'review.round-not-begun',
    },
    OPEN: {
      open: 'review.round-already-open',
      putRecord: 'OPEN',
      close: 'CLOSED',
      reopen: 'review.round-not-closed',
      lock: 'review.round-not-closed',
      correct: 'review.year-not-locked',
    },
    CLOSED: {
      open: 'review.round-closed',
      putRecord: 'review.round-closed',
      close: 'review.round-closed',
      reopen: 'OPEN',
      lock: 'LOCKED',
      correct: 'review.year-not-locked',
    },
    LOCKED: {
      open: 'review.year-locked',
      putRecord: 'review.year-locked',
      close: 'review.year-locked',
      reopen: 'review.year-locked',
      lock: 'review.year-locked',
      correct: 'LOCKED',
    },
  };
  test.each(ROUND_STATUSES.flatMap((status) => ROUND_ACTS.map((act) => [status, act] as const)))(
    '%s, %s',
    (status, act) => {
      expect(outcome(status, act)).toBe(expected[status][act]);
    },
  );
});

test('a round does not close while a listed household has no result', () => {
  expect(decideRoundAct('OPEN', 'close', { pending: 2 })).toMatchObject({
    problem: { code: 'review.records-pending', detail: { count: 2 } },
  });
});

test('a round does not close while a proposed match waits for a person', () => {
  expect(decideRoundAct('OPEN', 'close', { undecidedMatches: 1 })).toMatchObject({
    problem: { code: 'review.matches-undecided' },
  });
});

test('a correction after the lock needs a reason and an author; reopening needs a reason', () => {
  expect(decideRoundAct('LOCKED', 'correct', { author: 'A', reason: ' ' })).toMatchObject({
    problem: { code: 'review.reason-missing' },
  });
  expect(decideRoundAct('LOCKED', 'correct', { reason: 'A' })).toMatchObject({
    problem: { code: 'review.author-missing' },
  });
  expect(decideRoundAct('CLOSED', 'reopen', {})).toMatchObject({
    problem: { code: 'review.reason-missing' },
  });
});
