import { expect, test } from 'vitest';
import { addToMonth, weeksOfMonth } from './month-grid.ts';

test.each([
  ['2026-10', '2026-09-28', '2026-11-01', 5],
  ['2026-02', '2026-01-26', '2026-03-01', 5],
  ['2027-02', '2027-02-01', '2027-02-28', 4],
  ['2026-08', '2026-07-27', '2026-09-06', 6],
])('%s is shown from Monday %s to Sunday %s', (month, from, to, weeks) => {
  const days = weeksOfMonth(month).flat();
  expect([days[0], days.at(-1), days.length]).toEqual([from, to, weeks * 7]);
});

test('a month is counted on over the year', () =>
  expect([addToMonth('2026-12', 1), addToMonth('2026-01', -1)]).toEqual(['2027-01', '2025-12']));
