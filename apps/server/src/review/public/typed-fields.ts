import { randomBytes } from 'node:crypto';

export const MOST_OF_A_NAME = 120;

/** A telephone number as people write it, or none. */
export const isPhone = (typed: string): boolean => typed === '' || /^\+?[\d .-]{8,18}$/u.test(typed);

/** Names one form, so that sending it twice is one act; a new name where none, or a strange one, came along. */
export const formToken = (typed: string | undefined): string =>
  /^[\w-]{24}$/u.test(typed ?? '') ? typed! : randomBytes(18).toString('base64url');
