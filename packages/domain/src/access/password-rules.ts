import { ok, type Problem, type Result, refuse } from '../shared/result.ts';
import { COMMON_PASSWORDS } from './common-passwords.ts';
import type { AccessProblemCode } from './problems.ts';

export const LEAST_PASSWORD_LENGTH = 10;

const folded = (text: string): string =>
  text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/đ/gu, 'd')
    .replace(/[^a-z0-9]/gu, '');

const SHORTEST_TELLING_NAME = 4;

/**
 * Whether a person may take this password. Length counts, not kinds of signs: a sentence is better than `P@ssw0rd`.
 * It may not be the user name dressed up, nor one of the passwords everyone tries first.
 */
export function checkPassword(
  password: string,
  username: string,
): Result<string, Problem<AccessProblemCode>> {
  const letters = [...password.normalize('NFC')];
  if (letters.length < LEAST_PASSWORD_LENGTH)
    return refuse('access.password-too-short', { length: LEAST_PASSWORD_LENGTH });
  const plain = folded(password);
  const name = folded(username);
  const isNamed = name.length < SHORTEST_TELLING_NAME ? plain === name : plain.includes(name);
  if (isNamed) return refuse('access.password-is-username');
  if (COMMON_PASSWORDS.has(plain) || isMonotonous(letters)) return refuse('access.password-common');
  return ok(password);
}

/** One sign over and over, or signs that only count up or down: `1111111111`, `abcdefghij`, `9876543210`. */
function isMonotonous(letters: readonly string[]): boolean {
  const steps = letters.slice(1).map((letter, at) => letter.codePointAt(0)! - letters[at]!.codePointAt(0)!);
  return [0, 1, -1].some((step) =>
    steps.every((taken) => taken === step || (step !== 0 && taken === -9 * step)),
  );
}
