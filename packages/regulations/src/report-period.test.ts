import { lateForSuperior, reportsOfYear } from '@benvung/domain/plan/duty/report-period';
import { expect, test } from 'vitest';
import { packageLibrary } from './read-package.test-support.ts';
import { deadlineOfRule } from './report-period.schema.ts';

const { reportPeriods, dutyTimes } = packageLibrary;
const daysOf = (code: string) => {
  const rule = reportPeriods.find((one) => one.code === code);
  return rule === undefined ? [] : reportsOfYear(deadlineOfRule(rule, 2024), 2024).map(({ dueOn }) => dueOn);
};

test.each([
  ['monitoring-half-year', ['2024-05-31']],
  ['monitoring-year', ['2024-11-30']],
  ['review-preliminary', ['2024-11-14']],
  ['review-official', ['2024-12-19']],
  ['progress-quarter', ['2024-03-14', '2024-06-14', '2024-09-14', '2024-12-14']],
  ['progress-half-year', ['2024-06-19']],
  ['progress-year', ['2024-12-09']],
])('%s is due on %s', (code, days) => expect(daysOf(code)).toEqual(days));

test('ad hoc reviews are reported on the 5th from February to September', () => {
  const days = daysOf('review-ad-hoc');
  expect([days.length, days[0], days.at(-1)]).toEqual([8, '2024-02-05', '2024-09-05']);
});

test('every period says where it is from, and one that is only a plan’s is told apart', () => {
  for (const { code, ground, confidence } of reportPeriods) {
    expect(ground.document, code).not.toBe('');
    if (code.startsWith('progress-')) expect(confidence).toBe('low');
  }
});

test('the commune that follows the seed’s year is in time for the province’s monitoring report of the half-year only when its own is earlier', () => {
  const one = (unitId: number, superiorId: number | null, dueOn: string) => ({
    unitId,
    superiorId,
    kind: 'progress',
    key: '2024-H1',
    dueOn,
  });
  const faults = lateForSuperior([
    one(1, null, daysOf('monitoring-half-year')[0]!),
    one(2, 1, daysOf('progress-half-year')[0]!),
  ]);
  expect(faults).toHaveLength(1);
});

test('the numbers of reminders are whole and in order', () => {
  expect(dutyTimes.remindBefore).toEqual([...dutyTimes.remindBefore].sort((a, b) => b - a));
  expect(dutyTimes.escalateAfter).toBeGreaterThan(0);
});
