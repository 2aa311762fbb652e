import { describe, expect, test } from 'vitest';
import { isTotpCode, stepAt, stepsInForce, truncatedCode, typedCode } from './second-factor.ts';

const bytes = (hex: string) => Uint8Array.from(hex.match(/../gu)!.map((pair) => Number.parseInt(pair, 16)));

describe('the code of an HMAC', () => {
  test('is that of RFC 4226, 5.4', () => {
    const hmac = bytes('1f8698690e02ca16618550ef7f19da8e945b555a');
    expect(truncatedCode(hmac)).toBe('872921');
  });
  test.each([
    // RFC 4226, appendix D
    ['cc93cf18508d94934c64b65d8ba7667fb7cde4b0', '755224'],
    ['75a48a19d4cbe100644e8ac1397eea747a2d33ab', '287082'],
    ['0bacb7fa082fef30782211938bc1c5e70416ff44', '359152'],
  ])('%s is %s', (hex, code) => expect(truncatedCode(bytes(hex))).toBe(code));
});

describe('the steps in force', () => {
  test('are the present one, the one before and the one after', () => {
    expect(stepsInForce(100, 0)).toEqual([100, 99, 101]);
  });
  test.each([
    [99, [100, 101]],
    [100, [101]],
    [101, []],
  ])('leave out those up to the last code taken (%i)', (last, steps) =>
    expect(stepsInForce(100, last)).toEqual(steps),
  );
  test('change every thirty seconds', () => {
    expect([stepAt(59_999), stepAt(60_000), stepAt(89_999)]).toEqual([1, 2, 2]);
  });
});

test('a code is the same with blanks, hyphens and capitals', () => {
  expect(typedCode(' 123 456 ')).toBe('123456');
  expect(typedCode('ABCDE-fghjk')).toBe('abcdefghjk');
  expect([isTotpCode('123456'), isTotpCode('12345'), isTotpCode('abcdefghjk')]).toEqual([true, false, false]);
});
