import { createHmac, randomBytes } from 'node:crypto';
import {
  CODE_DIGITS,
  STEP_SECONDS,
  stepAt,
  stepsInForce,
  truncatedCode,
} from '@benvung/domain/access/second-factor';

const BASE32 = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';
/** 160 bits, the length of the hash (RFC 4226, 4). */
const SECRET_BYTES = 20;

export function toBase32(bytes: Uint8Array): string {
  const bits = [...bytes].map((byte) => byte.toString(2).padStart(8, '0')).join('');
  return (bits.match(/.{1,5}/gu) ?? [])
    .map((five) => BASE32[Number.parseInt(five.padEnd(5, '0'), 2)])
    .join('');
}

export function fromBase32(text: string): Uint8Array {
  const bits = [...text].map((letter) => BASE32.indexOf(letter).toString(2).padStart(5, '0')).join('');
  return Uint8Array.from((bits.match(/.{8}/gu) ?? []).map((eight) => Number.parseInt(eight, 2)));
}

export const newTotpSecret = (): string => toBase32(randomBytes(SECRET_BYTES));

/** The code of a time step; `secret` in base32. */
export function codeAtStep(secret: string, step: number, digits = CODE_DIGITS): string {
  const counter = Buffer.alloc(8);
  counter.writeBigUInt64BE(BigInt(step));
  return truncatedCode(createHmac('sha1', fromBase32(secret)).update(counter).digest(), digits);
}

/** @returns the step whose code was typed, or undefined when it is wrong, too old or was taken before. */
export function matchCode(
  { secret, lastStep }: { secret: string; lastStep: number },
  code: string,
  now: string,
): number | undefined {
  return stepsInForce(stepAt(Date.parse(now)), lastStep).find((step) => codeAtStep(secret, step) === code);
}

/** What an authenticator app reads from the picture. */
export function totpAddress(secret: string, username: string): string {
  const label = encodeURIComponent(`Bền Vững:${username}`);
  const query = new URLSearchParams({
    secret,
    issuer: 'Bền Vững',
    digits: String(CODE_DIGITS),
    period: String(STEP_SECONDS),
  });
  return `otpauth://totp/${label}?${query.toString().replace(/\+/gu, '%20')}`;
}
