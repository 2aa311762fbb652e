import { expect, test } from 'vitest';
import { afterChecking, decideFinding } from './decide-finding.ts';

const NOW = { state: 'open', ofHousehold: true, caseState: 'scored', roundOpen: true } as const;

test.each([
  ['is explained', NOW, 'explain', 'explained'],
  ['is sent back before its meeting', NOW, 'sendBack', 'sentBack'],
  ['is sent back in a round without a procedure', { ...NOW, caseState: null }, 'sendBack', 'sentBack'],
  ['that was explained is opened again', { ...NOW, state: 'explained' }, 'reopen', 'open'],
] as const)('a finding %s', (_what, now, act, state) =>
  expect(decideFinding(now, act, 'đã hỏi lại')).toEqual({ ok: true, value: state }),
);

test.each([
  ['without a reason', NOW, 'explain', ' ', 'review.finding-reason-missing'],
  ['that is gone', { ...NOW, state: 'gone' }, 'explain', 'x', 'review.finding-closed'],
  ['that is open, opened again', NOW, 'reopen', 'x', 'review.finding-closed'],
  ['of a village, sent back', { ...NOW, ofHousehold: false }, 'sendBack', 'x', 'review.finding-no-household'],
  [
    'of a posted household, sent back',
    { ...NOW, caseState: 'posted' },
    'sendBack',
    'x',
    'review.finding-too-late',
  ],
  ['of a closed round, sent back', { ...NOW, roundOpen: false }, 'sendBack', 'x', 'review.finding-too-late'],
] as const)('a finding %s is refused', (_what, now, act, reason, code) =>
  expect(decideFinding(now, act, reason)).toMatchObject({ problem: { code } }),
);

test('checking again keeps what was decided, closes what is no longer found and opens what came back', () => {
  expect(
    [null, 'open', 'explained', 'sentBack', 'gone'].map((state) => afterChecking(state as never, true)),
  ).toEqual(['open', 'open', 'explained', 'sentBack', 'open']);
  expect(
    [null, 'open', 'explained', 'sentBack', 'gone'].map((state) => afterChecking(state as never, false)),
  ).toEqual([null, 'gone', 'explained', 'gone', 'gone']);
});
