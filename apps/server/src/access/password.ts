import { randomInt } from 'node:crypto';
import { hash, verify } from '@node-rs/argon2';

/** argon2id at 19 MiB and two passes, the least OWASP advises; a hash carries its own parameters. */
const COST = { memoryCost: 19_456, timeCost: 2, parallelism: 1 } as const;

const normalised = (password: string): string => password.normalize('NFC');

export const hashPassword = (password: string): Promise<string> => hash(normalised(password), COST);

let nobodysHash: Promise<string> | undefined;

/** Without an account the same work is done for nothing, so that the time taken tells nothing. */
export async function isPassword(storedHash: string | undefined, password: string): Promise<boolean> {
  nobodysHash ??= hashPassword('mật khẩu không của ai');
  const isRight = await verify(storedHash ?? (await nobodysHash), normalised(password));
  return isRight && storedHash !== undefined;
}

const LETTERS = 'abcdefghjkmnpqrstuvwxyz23456789';

/** Four groups of four letters that are hard to confuse: 79 bits. */
export function newPassword(): string {
  const group = () => Array.from({ length: 4 }, () => LETTERS[randomInt(LETTERS.length)]).join('');
  return [group(), group(), group(), group()].join('-');
}
