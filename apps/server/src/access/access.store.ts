import type { Role } from '@benvung/contract/access';
import { searchKey } from '@benvung/domain/shared/vietnamese-text';
import { sql } from 'kysely';
import type { Db } from '../platform/database/database.ts';

export interface StoredAccount {
  readonly id: string;
  readonly username: string;
  readonly full_name: string;
  readonly password_hash: string;
  readonly status: 'active' | 'disabled';
  readonly totp_since: string | null;
}

export async function findAccount(db: Db, username: string): Promise<StoredAccount | undefined> {
  const answer = await sql<StoredAccount>`
    select id, username, full_name, password_hash, status, totp_since from account where username = ${username}`.execute(
    db,
  );
  return answer.rows[0];
}

export interface NewAccount {
  readonly id: string;
  readonly username: string;
  readonly fullName: string;
  readonly passwordHash: string;
  readonly demonstration: boolean;
  readonly mustChangePassword: boolean;
  readonly createdAt: string;
}

/** @returns false when the name is taken. */
export async function insertAccount(db: Db, account: NewAccount): Promise<boolean> {
  const answer = await sql`
    insert into account
      (id, username, full_name, search_key, password_hash, must_change_password, status, demonstration, created_at,
        version)
    values (${account.id}, ${account.username}, ${account.fullName}, ${searchKey(account.fullName)},
      ${account.passwordHash}, ${account.mustChangePassword}, 'active', ${account.demonstration}, ${account.createdAt}, 1)
    on conflict (username) do nothing`.execute(db);
  return answer.numAffectedRows === 1n;
}

export interface StoredGrant {
  readonly role: Role;
  readonly unitId: number;
}

export async function insertGrant(
  db: Db,
  accountId: string,
  grant: { role: string; unitId: number },
): Promise<void> {
  await sql`
    insert into account_role (account_id, role, unit_id) values (${accountId}, ${grant.role}, ${grant.unitId})
    on conflict do nothing`.execute(db);
}

export interface DemonstrationAccount extends StoredGrant {
  readonly username: string;
  readonly full_name: string;
}

export async function listDemonstrationGrants(db: Db): Promise<DemonstrationAccount[]> {
  const answer = await sql<DemonstrationAccount>`
    select a.username, a.full_name, r.role, r.unit_id as "unitId"
    from account a join account_role r on r.account_id = a.id
    where a.demonstration order by a.id, r.role`.execute(db);
  return answer.rows;
}

/** Removes the accounts of the demonstration with their roles and sessions; the log keeps what they did. */
export async function deleteDemonstrationAccounts(db: Db): Promise<void> {
  const theirs = sql`select id from account where demonstration`;
  await sql`delete from session where account_id in (${theirs})`.execute(db);
  await sql`delete from calendar_feed where account_id in (${theirs})`.execute(db);
  await sql`delete from account_role where account_id in (${theirs})`.execute(db);
  await sql`delete from account_recovery_code where account_id in (${theirs})`.execute(db);
  await sql`delete from account where demonstration`.execute(db);
}
