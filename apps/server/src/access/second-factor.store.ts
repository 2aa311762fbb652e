import { sql } from 'kysely';
import type { Db } from '../platform/database/database.ts';

/** Keeps a secret that was shown and still has to be confirmed. */
export async function offerSecret(db: Db, accountId: string, sealed: string): Promise<void> {
  await sql`
    update account set totp_secret = ${sealed}, totp_since = null, totp_last_step = 0
    where id = ${accountId}`.execute(db);
}

export async function turnOn(
  db: Db,
  accountId: string,
  { at, step }: { at: string; step: number },
): Promise<void> {
  await sql`
    update account set totp_since = ${at}, totp_last_step = ${step} where id = ${accountId}`.execute(db);
}

export async function turnOff(db: Db, accountId: string): Promise<void> {
  await sql`
    update account set totp_secret = null, totp_since = null, totp_last_step = 0
    where id = ${accountId}`.execute(db);
  await sql`delete from account_recovery_code where account_id = ${accountId}`.execute(db);
}

/** Takes a step's code once. @returns false when it was taken before, also at the same moment. */
export async function takeStep(db: Db, accountId: string, step: number): Promise<boolean> {
  const answer = await sql`
    update account set totp_last_step = ${step}
    where id = ${accountId} and totp_last_step < ${step}`.execute(db);
  return answer.numAffectedRows === 1n;
}

export async function replaceRecoveryCodes(
  db: Db,
  accountId: string,
  hashes: readonly string[],
): Promise<void> {
  await sql`delete from account_recovery_code where account_id = ${accountId}`.execute(db);
  await sql`
    insert into account_recovery_code (account_id, code_hash)
    select ${accountId}::uuid, hash from unnest(${[...hashes]}::text[]) as hashes (hash)`.execute(db);
}

/** Uses up a recovery code. @returns false when there is none like it left. */
export async function takeRecoveryCode(
  db: Db,
  accountId: string,
  { hash, at }: { hash: string; at: string },
): Promise<boolean> {
  const answer = await sql`
    update account_recovery_code set used_at = ${at}
    where account_id = ${accountId} and code_hash = ${hash} and used_at is null`.execute(db);
  return answer.numAffectedRows === 1n;
}
