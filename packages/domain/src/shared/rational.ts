/** An exact fraction in lowest terms with a positive denominator. */
export interface Rational {
  readonly numerator: bigint;
  readonly denominator: bigint;
}

export const ZERO: Rational = { numerator: 0n, denominator: 1n };
export const ONE: Rational = { numerator: 1n, denominator: 1n };

const greatestCommonDivisor = (a: bigint, b: bigint): bigint => {
  let x = a < 0n ? -a : a;
  let y = b < 0n ? -b : b;
  while (y !== 0n) [x, y] = [y, x % y];
  return x;
};

export const rational = (numerator: bigint | number, denominator: bigint | number = 1n): Rational => {
  const n = BigInt(numerator);
  const d = BigInt(denominator);
  if (d === 0n) throw new RangeError('a fraction needs a denominator other than 0');
  const divisor = greatestCommonDivisor(n, d) || 1n;
  const sign = d < 0n ? -1n : 1n;
  return { numerator: (sign * n) / divisor, denominator: (sign * d) / divisor };
};

export const add = (a: Rational, b: Rational): Rational => {
  if (a.denominator === 1n && b.denominator === 1n)
    return { numerator: a.numerator + b.numerator, denominator: 1n };
  if (a.denominator === b.denominator) return rational(a.numerator + b.numerator, a.denominator);
  return rational(a.numerator * b.denominator + b.numerator * a.denominator, a.denominator * b.denominator);
};

export const subtract = (a: Rational, b: Rational): Rational =>
  add(a, { numerator: -b.numerator, denominator: b.denominator });

export const multiply = (a: Rational, b: Rational): Rational =>
  rational(a.numerator * b.numerator, a.denominator * b.denominator);

export const divide = (a: Rational, b: Rational): Rational =>
  rational(a.numerator * b.denominator, a.denominator * b.numerator);

/** Negative, zero or positive as `a` is below, equal to or above `b`. */
export const compare = (a: Rational, b: Rational): number => {
  const difference = a.numerator * b.denominator - b.numerator * a.denominator;
  return difference < 0n ? -1 : difference > 0n ? 1 : 0;
};

export const equals = (a: Rational, b: Rational): boolean =>
  a.numerator === b.numerator && a.denominator === b.denominator;

export const sum = (values: Iterable<Rational>): Rational => {
  let total = ZERO;
  for (const value of values) total = add(total, value);
  return total;
};

const DECIMAL = /^([+-]?)(\d*)(?:\.(\d*))?(?:[eE]([+-]?\d{1,3}))?$/;

/** `1/6`, `0.25`, `.5`, `3` or `1e-3`, taken exactly; undefined for anything else. */
export const parseRational = (text: string): Rational | undefined => {
  const [top, bottom, ...rest] = text.trim().split('/');
  if (top === undefined || rest.length > 0) return undefined;
  const numerator = parseDecimal(top.trim());
  if (numerator === undefined || bottom === undefined) return numerator;
  const denominator = parseDecimal(bottom.trim());
  if (denominator === undefined || denominator.numerator === 0n) return undefined;
  return divide(numerator, denominator);
};

const parseDecimal = (text: string): Rational | undefined => {
  const match = DECIMAL.exec(text);
  if (match === null) return undefined;
  const [, sign, whole = '', fraction = '', exponent = '0'] = match;
  if (whole === '' && fraction === '') return undefined;
  const shift = Number(exponent) - fraction.length;
  const digits = BigInt(`${whole}${fraction}`) * (sign === '-' ? -1n : 1n);
  return shift >= 0 ? rational(digits * 10n ** BigInt(shift)) : rational(digits, 10n ** BigInt(-shift));
};

/** The nearest double: the quotient is taken with 80 bits, more than a double can hold. */
export const toNumber = (value: Rational): number => {
  const { numerator, denominator } = value;
  const asNumber = Number(numerator) / Number(denominator);
  if (numerator < 1n << 53n && numerator > -(1n << 53n) && denominator < 1n << 53n) return asNumber;
  const scaled = (numerator << 80n) / denominator;
  return Number(scaled) / 2 ** 80;
};

export const toText = (value: Rational): string =>
  value.denominator === 1n ? `${value.numerator}` : `${value.numerator}/${value.denominator}`;
