import { describe, expect, test } from 'vitest';
import { decideReminder, isPutOff } from './remind-later.ts';

const today = '2024-10-15';
const put = (until: string, { reason = 'chờ phiếu của thôn 3', dueOn = null as string | null } = {}) => {
  const decided = decideReminder({ until, reason }, { today, dueOn });
  return decided.ok ? 'ok' : decided.problem.code;
};

describe('a task is put off', () => {
  const cases: [string, string, string | null, string, string][] = [
    ['to a later day with a reason', '2024-10-16', null, 'x', 'ok'],
    ['not without a reason', '2024-10-16', null, '  ', 'report.reminder-without-reason'],
    ['not to today', today, null, 'x', 'report.reminder-not-later'],
    ['not to a day gone by', '2024-10-01', null, 'x', 'report.reminder-not-later'],
    ['to its deadline', '2024-12-14', '2024-12-14', 'x', 'ok'],
    ['not past its deadline', '2024-12-15', '2024-12-14', 'x', 'report.reminder-too-late'],
    [
      'two weeks at most when it is late already',
      '2024-10-30',
      '2024-10-01',
      'x',
      'report.reminder-too-late',
    ],
    ['and within two weeks when it is late', '2024-10-29', '2024-10-01', 'x', 'ok'],
  ];
  test.each(cases)('%s', (_said, until, dueOn, reason, outcome) => {
    expect(put(until, { dueOn, reason })).toBe(outcome);
  });
});

test('it comes back on the day itself', () => {
  expect(isPutOff({ until: '2024-10-16' }, '2024-10-15')).toBe(true);
  expect(isPutOff({ until: '2024-10-16' }, '2024-10-16')).toBe(false);
});
