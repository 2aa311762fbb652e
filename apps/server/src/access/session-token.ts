import { createHash, randomBytes } from 'node:crypto';

/** 256 random bits for the cookie; the database keeps only its hash, so a stolen copy opens no session. */
export const newToken = (): string => randomBytes(32).toString('base64url');

export const hashToken = (token: string): string => createHash('sha256').update(token).digest('hex');
