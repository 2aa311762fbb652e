import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  addWorkingDays,
  weekdayOf,
  workingCalendarOf,
  workingDaysBetween,
  yearsWithoutTable,
} from './working-days.ts';

const years = [
  {
    year: 2024,
    status: 'shipped' as const,
    holidays: [
      { day: '2024-09-02', name: 'Quốc khánh', inLieu: false },
      { day: '2024-09-03', name: 'Quốc khánh', inLieu: false },
    ],
    swaps: [{ off: '2024-04-29', worked: '2024-05-04' }],
    decisions: [],
  },
];
const calendar = workingCalendarOf(years);

test.each([
  ['2024-09-03', false],
  ['2024-09-04', true],
  ['2024-05-04', true],
  ['2024-04-29', false],
  ['2024-05-05', false],
])('%s is worked: %s', (day, worked) => expect(calendar.isWorking(day)).toBe(worked));

test('a year without a table counts weekends and the fixed holidays, and says so', () => {
  expect(calendar.isWorking('2030-04-30')).toBe(false);
  expect(addWorkingDays(calendar, '2030-04-29', 1)).toEqual({ day: '2030-05-02', provisional: true });
  expect(addWorkingDays(calendar, '2024-08-30', 1)).toEqual({ day: '2024-09-04', provisional: false });
});

test('adding working days and counting them agree', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 300 }), fc.integer({ min: 1, max: 30 }), (offset, count) => {
      const from = `2024-${String((offset % 9) + 1).padStart(2, '0')}-${String((offset % 28) + 1).padStart(2, '0')}`;
      const { day } = addWorkingDays(calendar, from, count);
      expect(calendar.isWorking(day)).toBe(true);
      expect(workingDaysBetween(calendar, from, day)).toBe(count);
    }),
  );
});

test('30/9/2026 is a Wednesday', () => expect(weekdayOf('2026-09-30')).toBe(2));

test('years between the first table and the year asked about are told when they have none', () => {
  const table = (year: number) => ({
    year,
    status: 'shipped' as const,
    holidays: [],
    swaps: [],
    decisions: [],
  });
  expect(yearsWithoutTable([table(2024), table(2026)], 2027)).toEqual([2025, 2027]);
  expect(yearsWithoutTable([], 2026)).toEqual([2026]);
});
