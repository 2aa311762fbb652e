import type { ProblemCode } from '@benvung/contract/problem-texts';
import { usernameKey } from '@benvung/domain/access/account-rules';
import { lockMinutesAfter } from '@benvung/domain/access/lock-out';
import { ok, type Problem, type Result, refuse } from '@benvung/domain/shared/result';
import { writeAudit } from '../platform/audit/audit.store.ts';
import { NATION_PATH } from '../platform/audit/audit-entry.ts';
import type { Db } from '../platform/database/database.ts';
import type { AppParts } from '../platform/http/app-parts.ts';
import { findAccount, type StoredAccount } from './access.store.ts';
import { findAccountById } from './account.store.ts';
import { isPassword } from './password.ts';
import { placeRoles } from './place-roles.ts';
import { instantAfter } from './session-life.ts';
import {
  countAttempt,
  forgetAttempts,
  forgetAttemptsBefore,
  holdSignInLock,
  takeBackAttempt,
} from './sign-in-lock.store.ts';

export type Parts = Pick<AppParts, 'database' | 'clock'>;
const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;

/**
 * Whose name and password these are. A wrong name, a wrong password and a disabled account are one refusal and
 * take the same time; the attempt is counted before the password is looked at, so that many at once count too.
 */
export async function checkCredentials(
  parts: Parts,
  typed: { username: string; password: string },
): Promise<Result<StoredAccount, Problem<ProblemCode>>> {
  const username = usernameKey(typed.username);
  const counted = await countBeforehand(parts, username);
  if (!counted.ok) return counted;
  const { db } = parts.database;
  const account = await findAccount(db, username);
  const isRight = await isPassword(account?.password_hash, typed.password);
  if (!isRight || account === undefined || account.status !== 'active') {
    if (account !== undefined) await recordFailure(parts, account, counted.value);
    return refuse('access.wrong-credentials');
  }
  // The right password alone must not give back the attempts that guess at the second step.
  if (account.totp_since !== null) await takeBackAttempt(db, username);
  else await forgetAttempts(db, username);
  return ok(account);
}

/** @returns how many attempts in a row this one makes, if it fails. */
export async function countBeforehand(
  { database, clock }: Parts,
  username: string,
): Promise<Result<number, Problem<ProblemCode>>> {
  const now = clock.now();
  return database.db.transaction().execute(async (db) => {
    await forgetAttemptsBefore(db, instantAfter(now, -DAY));
    const lock = await holdSignInLock(db, username, now);
    if (lock.locked_until !== null && lock.locked_until > now) {
      const minutes = Math.ceil((Date.parse(lock.locked_until) - Date.parse(now)) / MINUTE);
      return refuse('access.locked-out', { minutes });
    }
    const failures = lock.failures + 1;
    const minutes = lockMinutesAfter(failures);
    const lockedUntil = minutes === 0 ? null : instantAfter(now, minutes * MINUTE);
    await countAttempt(db, { username, failures, at: now, lockedUntil });
    return ok(failures);
  });
}

/** Only for accounts that exist: what was typed as a name may be a password. */
export async function recordFailure(
  { database, clock }: Parts,
  account: { readonly id: string; readonly username: string },
  failures: number,
  act = 'access.sign-in-failed',
): Promise<void> {
  await database.db.transaction().execute(async (transaction) => {
    const db = transaction as unknown as Db;
    const scopePath = await readScopeOf(db, account.id, clock.today());
    await writeAudit(db, { accountId: account.id, actor: account.username, at: clock.now() }, [
      {
        act,
        subject: { kind: 'account', id: account.id },
        scopePath,
        detail: { failures, lockedMinutes: lockMinutesAfter(failures) },
      },
    ]);
  });
}

/** The area whose administrators see what happens to an account: that of its first role. */
async function readScopeOf(db: Db, accountId: string, day: string): Promise<string> {
  const account = await findAccountById(db, accountId);
  const [first] = await placeRoles(db, account?.grants ?? [], day);
  return first?.path ?? NATION_PATH;
}
