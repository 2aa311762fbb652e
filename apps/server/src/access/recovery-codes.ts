import { createHash, randomInt } from 'node:crypto';
import { RECOVERY_CODES, typedCode } from '@benvung/domain/access/second-factor';

/** Without letters and digits that are read alike. */
const LETTERS = 'abcdefghjkmnpqrstuvwxyz23456789';
const HALF = 5;

/** Ten codes of two groups of five: 49 bits each, so that a plain hash keeps them. */
export const newRecoveryCodes = (): string[] =>
  Array.from({ length: RECOVERY_CODES }, () => `${group()}-${group()}`);

const group = (): string => Array.from({ length: HALF }, () => LETTERS[randomInt(LETTERS.length)]).join('');

/** The account is part of what is hashed: the same code of two people looks different. */
export const hashRecoveryCode = (accountId: string, code: string): string =>
  createHash('sha256')
    .update(`${accountId}:${typedCode(code)}`)
    .digest('hex');
