/** RFC 6238 as authenticator apps have it: SHA-1, six digits, thirty seconds. */
export const STEP_SECONDS = 30;
export const CODE_DIGITS = 6;
/** Clocks of telephones go wrong by this many steps in either direction. */
const STEPS_OFF = 1;

export const stepAt = (milliseconds: number): number => Math.floor(milliseconds / 1000 / STEP_SECONDS);

/** RFC 4226 5.3: the code of an HMAC. */
export function truncatedCode(hmac: Uint8Array, digits: number = CODE_DIGITS): string {
  const offset = hmac[hmac.length - 1]! & 0xf;
  const [a = 0, b = 0, c = 0, d = 0] = hmac.subarray(offset, offset + 4);
  const number = (a & 0x7f) * 2 ** 24 + b * 2 ** 16 + c * 2 ** 8 + d;
  return String(number % 10 ** digits).padStart(digits, '0');
}

/**
 * The steps whose code may be taken now, nearest first. The step of the last code taken and all before it are over:
 * a code that was looked at over the shoulder opens nothing, also within its thirty seconds.
 */
export function stepsInForce(now: number, lastStep: number): number[] {
  const steps = [now];
  for (let off = 1; off <= STEPS_OFF; off += 1) steps.push(now - off, now + off);
  return steps.filter((step) => step > lastStep);
}

/** As people type them: blanks and hyphens do not count, nor case. */
export const typedCode = (typed: string): string => typed.replace(/[\s-]/gu, '').toLowerCase();

export const isTotpCode = (code: string): boolean => /^\d{6}$/u.test(code);

export const RECOVERY_CODES = 10;
