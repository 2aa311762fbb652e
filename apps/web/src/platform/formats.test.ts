import { describe, expect, test } from 'vitest';
import {
  formatChange,
  formatCount,
  formatDay,
  formatInstant,
  formatRate,
  formatRateChange,
  formatTime,
  formatWeekday,
} from './formats.ts';

describe('figures are written as the official forms write them', () => {
  test.each([
    [0, '0'],
    [999, '999'],
    [1234, '1.234'],
    [1234567, '1.234.567'],
    [-13, '−13'],
  ])('the count %d is %s', (value, text) => {
    expect(formatCount(value)).toBe(text);
  });

  test.each([
    [24.4, '24,40'],
    [2.27, '2,27'],
    [0, '0,00'],
    [100, '100,00'],
    [-0.51, '−0,51'],
    [1234.5, '1.234,50'],
  ])('the rate %d always has two decimals: %s', (value, text) => {
    expect(formatRate(value)).toBe(text);
  });

  test.each([
    [12, '+12'],
    [0, '0'],
    [-1614, '−1.614'],
  ])('the change %d carries its sign: %s', (value, text) => {
    expect(formatChange(value)).toBe(text);
  });

  test('a rate that changes by less than it can show has no sign', () => {
    expect(formatRateChange(0.001)).toBe('0,00');
    expect(formatRateChange(0.51)).toBe('+0,51');
  });
});

describe('days and instants are Vietnam’s, wherever the reader sits', () => {
  test('a day keeps its date in a time zone behind Vietnam', () => {
    expect(new Date('2026-03-05T00:00:00Z').getTimezoneOffset()).toBeGreaterThan(0);
    expect(formatDay('2026-03-05')).toBe('05/03/2026');
    expect(formatWeekday('2026-10-05', 'vi')).toBe('thứ Hai 05/10/2026');
    expect(formatWeekday('2024-10-13', 'vi')).toBe('Chủ Nhật 13/10/2024');
    expect(formatWeekday('2024-10-15', 'en')).toBe('Tuesday 15/10/2024');
  });

  test('an instant late in the evening of UTC is the next day in Vietnam', () => {
    expect(formatInstant('2026-10-04T18:05:00Z')).toBe('01:05 05/10/2026');
    expect(formatTime('2026-10-04T17:00:00Z')).toBe('00:00');
  });
});
