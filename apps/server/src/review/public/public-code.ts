import { createHash, randomBytes } from 'node:crypto';
import { codeFrom } from '@benvung/domain/shared/printed-code';

export const newPublicCode = (length: number): string => codeFrom(randomBytes(length * 4), length);

/** What is stored instead of a secret code: found by it without comparing letters, and of no use to who reads it. */
export const publicKeyOf = (code: string): string => createHash('sha256').update(code).digest('hex');

/** The receipt code of a form that was sent: the same form sent twice gives the same receipt. */
export const receiptCodeOf = (formToken: string, length: number): string => {
  const bytes = createHash('sha512').update(`benvung receipt ${formToken}`).digest();
  return codeFrom(bytes, length);
};
