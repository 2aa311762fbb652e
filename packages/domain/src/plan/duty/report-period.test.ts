import { describe, expect, test } from 'vitest';
import { lateForSuperior, type ReportDeadline, reportsOfYear } from './report-period.ts';

const deadline = (changes: Partial<ReportDeadline>): ReportDeadline => ({
  period: 'quarter',
  day: null,
  dayOfMonth: null,
  before: true,
  ...changes,
});

describe('reports of a year', () => {
  test('a quarter’s before day 15 of its last month', () =>
    expect(reportsOfYear(deadline({ dayOfMonth: 15 }), 2024)).toEqual([
      { key: '2024-Q1', period: 'quarter', dueOn: '2024-03-14' },
      { key: '2024-Q2', period: 'quarter', dueOn: '2024-06-14' },
      { key: '2024-Q3', period: 'quarter', dueOn: '2024-09-14' },
      { key: '2024-Q4', period: 'quarter', dueOn: '2024-12-14' },
    ]));

  test.each([
    ['six months', { period: 'half-year', day: '2024-06-20' }, 2024, '2024-H1', '2024-06-19'],
    ['nine months', { period: 'nine-months', day: '2024-09-20' }, 2024, '2024-9M', '2024-09-19'],
    ['the year', { period: 'year', day: '2024-12-10', before: false }, 2024, '2024', '2024-12-10'],
    ['the year, early in the next one', { period: 'year', day: '2025-01-15' }, 2024, '2024', '2025-01-14'],
    [
      'the year, by the plan of another year',
      { period: 'year', day: '2024-12-10' },
      2026,
      '2026',
      '2026-12-09',
    ],
    ['once', { period: 'once', day: '2024-11-30', before: false }, 2024, '2024-11-30', '2024-11-30'],
  ] as const)('%s', (_what, changes, year, key, dueOn) =>
    expect(reportsOfYear(deadline(changes), year)).toMatchObject([{ key, dueOn }]),
  );

  test('a month’s on its day, or on its last one, in the months that are asked', () => {
    const days = reportsOfYear(
      deadline({ period: 'month', dayOfMonth: 31, before: false, months: [1, 2, 4] }),
      2024,
    );
    expect(days.map(({ dueOn }) => dueOn)).toEqual(['2024-01-31', '2024-02-29', '2024-04-30']);
    expect(reportsOfYear(deadline({ period: 'month', dayOfMonth: 5 }), 2024)).toHaveLength(12);
  });

  test('none without a day', () => {
    expect(reportsOfYear(deadline({}), 2024)).toEqual([]);
    expect(reportsOfYear(deadline({ period: 'year' }), 2024)).toEqual([]);
  });
});

test('a lower level is due before the upper level', () => {
  const of = (unitId: number, superiorId: number | null, dueOn: string, key = '2024-H1') => ({
    unitId,
    superiorId,
    kind: 'progress',
    key,
    dueOn,
  });
  const reports = [
    of(1, null, '2024-06-20'),
    of(2, 1, '2024-06-19'),
    of(3, 1, '2024-06-20'),
    of(4, 3, '2024-06-25'),
    of(5, 1, '2024-12-10', '2024'),
  ];
  expect(lateForSuperior(reports).map(({ lower, superior }) => [lower.unitId, superior.unitId])).toEqual([
    [3, 1],
    [4, 3],
  ]);
});
