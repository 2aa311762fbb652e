import { describe, expect, test } from 'vitest';
import { secretBox } from '../platform/secret-box.ts';
import { deviceOf } from './device.ts';
import { hashRecoveryCode, newRecoveryCodes } from './recovery-codes.ts';
import { codeAtStep, fromBase32, matchCode, newTotpSecret, toBase32, totpAddress } from './totp.ts';

const RFC_SECRET = toBase32(Buffer.from('12345678901234567890'));

describe('a code of an authenticator app', () => {
  // RFC 6238, appendix B, SHA-1
  test.each([
    [59, '94287082'],
    [1_111_111_109, '07081804'],
    [1_111_111_111, '14050471'],
    [1_234_567_890, '89005924'],
    [2_000_000_000, '69279037'],
    [20_000_000_000, '65353130'],
  ])('at second %i is %s', (second, code) =>
    expect(codeAtStep(RFC_SECRET, Math.floor(second / 30), 8)).toBe(code),
  );

  const now = '2026-10-05T03:00:10.000Z';
  const step = Math.floor(Date.parse(now) / 30_000);

  test('is taken half a minute early or late, not more', () => {
    const taken = [-2, -1, 0, 1, 2].map(
      (off) =>
        matchCode({ secret: RFC_SECRET, lastStep: 0 }, codeAtStep(RFC_SECRET, step + off), now) !== undefined,
    );
    expect(taken).toEqual([false, true, true, true, false]);
  });

  test('is taken once, and none before it afterwards', () => {
    for (const off of [-1, 0])
      expect(
        matchCode({ secret: RFC_SECRET, lastStep: step }, codeAtStep(RFC_SECRET, step + off), now),
      ).toBeUndefined();
    expect(matchCode({ secret: RFC_SECRET, lastStep: step }, codeAtStep(RFC_SECRET, step + 1), now)).toBe(
      step + 1,
    );
  });
});

test('a secret survives being written in base32, and apps read its address', () => {
  const secret = newTotpSecret();
  expect(secret).toMatch(/^[A-Z2-7]{32}$/);
  expect(toBase32(fromBase32(secret))).toBe(secret);
  const address = new URL(totpAddress(secret, 'xa.hong-thuy'));
  expect(decodeURIComponent(address.pathname)).toContain('Bền Vững:xa.hong-thuy');
  expect(Object.fromEntries(address.searchParams)).toEqual({
    secret,
    issuer: 'Bền Vững',
    digits: '6',
    period: '30',
  });
});

test('ten recovery codes differ, and are hashed with the account they belong to', () => {
  const codes = newRecoveryCodes();
  expect(new Set(codes).size).toBe(10);
  for (const code of codes) expect(code).toMatch(/^[a-z2-9]{5}-[a-z2-9]{5}$/);
  expect(hashRecoveryCode('a', 'ABCDE fghjk')).toBe(hashRecoveryCode('a', 'abcde-fghjk'));
  expect(hashRecoveryCode('a', 'abcde-fghjk')).not.toBe(hashRecoveryCode('b', 'abcde-fghjk'));
});

describe('a sealed text', () => {
  const box = secretBox(Buffer.alloc(32, 7));
  const sealed = box.seal('bí mật', 'totp:1');
  test('opens with its key for its purpose', () => expect(box.open(sealed, 'totp:1')).toBe('bí mật'));
  test('is never the same twice', () => expect(box.seal('bí mật', 'totp:1')).not.toBe(sealed));
  test.each([
    ['another purpose', () => box.open(sealed, 'totp:2')],
    ['another key', () => secretBox(Buffer.alloc(32, 8)).open(sealed, 'totp:1')],
    [
      'a changed letter',
      () => box.open(`${sealed.slice(0, -2)}${sealed.endsWith('A') ? 'B' : 'A'}x`, 'totp:1'),
    ],
    ['no letters', () => box.open('', 'totp:1')],
  ])('does not open with %s', (_what, open) => expect(open()).toBeUndefined());
});

test.each([
  [
    'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 Chrome/120.0 Safari/537.36',
    'Chrome, Windows',
  ],
  ['Mozilla/5.0 (Windows NT 10.0) AppleWebKit/537.36 Chrome/120.0 Safari/537.36 Edg/120.0', 'Edge, Windows'],
  ['Mozilla/5.0 (iPhone; CPU iPhone OS 17_0 like Mac OS X) Version/17.0 Mobile Safari/604.1', 'Safari, iOS'],
  ['Mozilla/5.0 (X11; Linux x86_64; rv:121.0) Gecko/20100101 Firefox/121.0', 'Firefox, Linux'],
  ['curl/8', ''],
])('a browser is known by two words: %s', (userAgent, device) => expect(deviceOf(userAgent)).toBe(device));
