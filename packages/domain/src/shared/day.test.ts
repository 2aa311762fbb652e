import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, addMonths, ageOn, compareDays, daysBetween, isValidDay, isWithin, yearOf } from './day.ts';

const anyDay = fc
  .date({ min: new Date('1900-01-01'), max: new Date('2199-12-31'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10));

describe('a day', () => {
  it.each(['2024-02-29', '2000-02-29', '2025-06-30'])('%s is valid', (day) =>
    expect(isValidDay(day)).toBe(true),
  );
  it.each([
    '2023-02-29',
    '1900-02-29',
    '2024-13-01',
    '2024-00-10',
    '2024-04-31',
    '2024-1-1',
    '',
    '0000-01-01',
  ])('%s is not a day', (day) => expect(isValidDay(day)).toBe(false));

  it('plus n days is what the calendar says', () => {
    fc.assert(
      fc.property(anyDay, fc.integer({ min: -40_000, max: 40_000 }), (day, count) => {
        const expected = new Date(Date.parse(day) + count * 86_400_000).toISOString().slice(0, 10);
        expect(addDays(day, count)).toBe(expected);
        expect(daysBetween(day, expected)).toBe(count);
      }),
    );
  });

  it.each([
    ['2024-01-31', 1, '2024-02-29'],
    ['2023-01-31', 1, '2023-02-28'],
    ['2024-12-14', 36, '2027-12-14'],
    ['2024-03-31', -1, '2024-02-29'],
    ['2024-01-15', -13, '2022-12-15'],
  ])('%s plus %i months is %s', (day, count, expected) => expect(addMonths(day, count)).toBe(expected));

  it('orders as text and lies in half-open periods', () => {
    expect(compareDays('2025-06-30', '2025-07-01')).toBeLessThan(0);
    expect(isWithin('2025-07-01', '2025-01-01', '2025-07-01')).toBe(false);
    expect(isWithin('2025-07-01', '2025-07-01', null)).toBe(true);
    expect(yearOf('2025-07-01')).toBe(2025);
  });
});

describe('an age', () => {
  it.each([
    ['2000-06-15', '2024-06-14', 23],
    ['2000-06-15', '2024-06-15', 24],
    ['2000', '2024-01-01', 24],
    ['2000-07', '2024-06-30', 23],
    ['2000-07', '2024-07-01', 24],
    ['2008-02-29', '2024-02-28', 15],
  ])('of one born %s is on %s %i', (born, day, age) => expect(ageOn(born, day)).toBe(age));
});
