import { sql } from 'kysely';
import type { Db } from '../platform/database/database.ts';
import type { StoredGrant } from './access.store.ts';

export interface StoredSession {
  readonly token_hash: string;
  readonly account_id: string;
  readonly csrf_token: string;
  readonly last_seen_at: string;
  readonly expires_at: string;
  readonly username: string;
  readonly full_name: string;
  readonly status: 'active' | 'disabled';
  readonly must_change_password: boolean;
  readonly has_second_factor: boolean;
  /** The roles that must have a second factor; null where nothing was set. */
  readonly second_factor_roles: readonly string[] | null;
  readonly grants: readonly StoredGrant[];
}

export async function findSession(db: Db, tokenHash: string): Promise<StoredSession | undefined> {
  const answer = await sql<StoredSession>`
    select s.token_hash, s.account_id, s.csrf_token, s.last_seen_at, s.expires_at,
      a.username, a.full_name, a.status, a.must_change_password, a.totp_since is not null as has_second_factor,
      (select p.value from setting p where p.name = 'second-factor-roles') as second_factor_roles,
      coalesce((
        select json_agg(json_build_object('role', r.role, 'unitId', r.unit_id) order by r.unit_id, r.role)
        from account_role r where r.account_id = a.id), '[]'::json) as grants
    from session s join account a on a.id = s.account_id
    where s.token_hash = ${tokenHash}`.execute(db);
  return answer.rows[0];
}

export async function touchSession(db: Db, tokenHash: string, at: string): Promise<void> {
  await sql`update session set last_seen_at = ${at} where token_hash = ${tokenHash}`.execute(db);
}

export interface NewSession {
  readonly id: string;
  readonly device: string;
  readonly way: 'password' | 'openId';
  readonly tokenHash: string;
  readonly accountId: string;
  readonly csrfToken: string;
  readonly createdAt: string;
  readonly expiresAt: string;
}

export async function insertSession(db: Db, session: NewSession): Promise<void> {
  await sql`
    insert into session (token_hash, id, account_id, csrf_token, device, way, created_at, last_seen_at, expires_at)
    values (${session.tokenHash}, ${session.id}, ${session.accountId}, ${session.csrfToken}, ${session.device},
      ${session.way}, ${session.createdAt}, ${session.createdAt}, ${session.expiresAt})`.execute(db);
  await sql`
    update account set last_sign_in_at = ${session.createdAt} where id = ${session.accountId}`.execute(db);
}

export interface ListedSession {
  readonly id: string;
  readonly token_hash: string;
  readonly device: string;
  readonly way: 'password' | 'openId';
  readonly created_at: string;
  readonly last_seen_at: string;
}

/** An account's sessions that are alive, the latest used first. */
export async function listSessions(
  db: Db,
  accountId: string,
  alive: { now: string; idleSince: string },
): Promise<readonly ListedSession[]> {
  const answer = await sql<ListedSession>`
    select id, token_hash, device, way, created_at, last_seen_at from session
    where account_id = ${accountId} and expires_at > ${alive.now} and last_seen_at > ${alive.idleSince}
    order by last_seen_at desc, id limit 100`.execute(db);
  return answer.rows;
}

interface SessionsToEnd {
  /** One of them; all when not told. */
  readonly sessionId?: string | undefined;
  /** The hash of the token that stays. */
  readonly except?: string | undefined;
}

/** @returns how many ended. */
export async function deleteSessionsOf(db: Db, accountId: string, which: SessionsToEnd): Promise<number> {
  const answer = await sql`
    delete from session
    where account_id = ${accountId}
      ${which.sessionId === undefined ? sql`` : sql`and id = ${which.sessionId}`}
      ${which.except === undefined ? sql`` : sql`and token_hash <> ${which.except}`}`.execute(db);
  return Number(answer.numAffectedRows ?? 0n);
}

export async function deleteSession(db: Db, tokenHash: string): Promise<void> {
  await sql`delete from session where token_hash = ${tokenHash}`.execute(db);
}

export async function deleteEndedSessions(db: Db, now: string, idleSince: string): Promise<void> {
  await sql`delete from session where expires_at <= ${now} or last_seen_at <= ${idleSince}`.execute(db);
}
