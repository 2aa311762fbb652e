import { sql } from 'kysely';
import type { Db } from '../platform/database/database.ts';

export interface SignInLock {
  readonly failures: number;
  readonly locked_until: string | null;
}

/** The attempts counted for a name, held against other attempts until the transaction ends. */
export async function holdSignInLock(db: Db, username: string, at: string): Promise<SignInLock> {
  await sql`
    insert into sign_in_lock (username, failures, last_failure_at) values (${username}, 0, ${at})
    on conflict (username) do nothing`.execute(db);
  const answer = await sql<SignInLock>`
    select failures, locked_until from sign_in_lock where username = ${username} for update`.execute(db);
  return answer.rows[0]!;
}

export async function countAttempt(
  db: Db,
  attempt: { username: string; failures: number; at: string; lockedUntil: string | null },
): Promise<void> {
  await sql`
    update sign_in_lock
    set failures = ${attempt.failures}, last_failure_at = ${attempt.at}, locked_until = ${attempt.lockedUntil}
    where username = ${attempt.username}`.execute(db);
}

/** The attempt just counted was none: as many as before it, and not locked. */
export async function takeBackAttempt(db: Db, username: string): Promise<void> {
  await sql`
    update sign_in_lock set failures = greatest(failures - 1, 0), locked_until = null
    where username = ${username}`.execute(db);
}

export async function forgetAttempts(db: Db, username: string): Promise<void> {
  await sql`delete from sign_in_lock where username = ${username}`.execute(db);
}

/** Names tried and given up long ago. */
export async function forgetAttemptsBefore(db: Db, instant: string): Promise<void> {
  await sql`
    delete from sign_in_lock
    where last_failure_at < ${instant} and (locked_until is null or locked_until < ${instant})`.execute(db);
}
