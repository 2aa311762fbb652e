import { describe, expect, it } from 'vitest';
import { writtenDay } from './day.ts';
import { groupThousands, writtenNumber } from './phrase.ts';

describe('figures and days as Vietnamese forms write them', () => {
  it.each([
    [999, '999'],
    [1000, '1.000'],
    [-1_234_567, '-1.234.567'],
    [236_000_000n, '236.000.000'],
  ])('%s is %s', (value, text) => expect(groupThousands(value)).toBe(text));
  it.each([
    [1234.5678, undefined, '1.234,5678'],
    [2.69, undefined, '2,69'],
    [1595, undefined, '1.595'],
    [24.4, 2, '24,40'],
    [1000, 2, '1.000,00'],
  ])('%s with %s decimals is %s', (value, decimals, text) =>
    expect(writtenNumber(value, decimals)).toBe(text),
  );
  it.each([
    ['2026-03-05', '05/03/2026'],
    ['1985', '1985'],
  ])('%s is %s', (day, text) => expect(writtenDay(day)).toBe(text));
});
