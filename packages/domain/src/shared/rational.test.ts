import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  add,
  compare,
  divide,
  equals,
  multiply,
  parseRational,
  rational,
  subtract,
  toNumber,
  toText,
} from './rational.ts';

describe('a fraction', () => {
  test.each([
    ['1/6', '1/6'],
    ['2/12', '1/6'],
    ['0.33', '33/100'],
    ['.5', '1/2'],
    ['1e-3', '1/1000'],
    ['3', '3'],
    ['-1/2', '-1/2'],
    ['0.1/0.3', '1/3'],
    ['3.', '3'],
  ])('is read from %s as %s', (text, expected) => {
    const value = parseRational(text);
    expect(value && toText(value)).toBe(expected);
  });

  test.each(['', '/', '1/', '1/0', 'a', '1,5', '1/2/3', '.', '--1', '1 2'])(
    'is not read from “%s”',
    (text) => {
      expect(parseRational(text)).toBeUndefined();
    },
  );

  test('of six sixths is exactly one, where six doubles are not', () => {
    const sixth = rational(1, 6);
    const six = [sixth, sixth, sixth, sixth, sixth, sixth].reduce(add);
    expect(toText(six)).toBe('1');
    expect(1 / 6 + 1 / 6 + 1 / 6 + 1 / 6 + 1 / 6 + 1 / 6).not.toBe(1);
  });

  const fraction = fc
    .tuple(fc.bigInt(-(10n ** 12n), 10n ** 12n), fc.bigInt(1n, 10n ** 12n))
    .map(([numerator, denominator]) => rational(numerator, denominator));

  test('keeps the laws of arithmetic', () => {
    fc.assert(
      fc.property(fraction, fraction, fraction, (a, b, c) => {
        expect(equals(add(a, b), add(b, a))).toBe(true);
        expect(equals(multiply(a, add(b, c)), add(multiply(a, b), multiply(a, c)))).toBe(true);
        expect(equals(subtract(add(a, b), b), a)).toBe(true);
        if (b.numerator !== 0n) expect(equals(multiply(divide(a, b), b), a)).toBe(true);
        expect(compare(a, b)).toBe(compare(b, a) === 0 ? 0 : -compare(b, a));
      }),
    );
  });

  test('becomes the nearest double, also when it is long', () => {
    expect(toNumber(rational(1, 3))).toBe(1 / 3);
    expect(toNumber(rational(10n ** 40n, 3n * 10n ** 40n))).toBe(1 / 3);
    expect(toNumber(rational(10n ** 30n + 1n, 3n * 10n ** 30n))).toBeCloseTo(1 / 3, 15);
  });
});
