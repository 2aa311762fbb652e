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
  readonly grants: readonly StoredGrant[];
}

export async function findSession(db: Db, tokenHash: string): Promise<StoredSession | undefined> {
  const answer = await sql<StoredSession>`
    select s.token_hash, s.account_id, s.csrf_token, s.last_seen_at, s.expires_at,
      a.username, a.full_name, a.status,
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
  readonly tokenHash: string;
  readonly accountId: string;
  readonly csrfToken: string;
  readonly createdAt: string;
  readonly expiresAt: string;
}

export async function insertSession(db: Db, session: NewSession): Promise<void> {
  await sql`
    insert into session (token_hash, account_id, csrf_token, created_at, last_seen_at, expires_at)
    values (${session.tokenHash}, ${session.accountId}, ${session.csrfToken}, ${session.createdAt},
      ${session.createdAt}, ${session.expiresAt})`.execute(db);
}

export async function deleteSession(db: Db, tokenHash: string): Promise<void> {
  await sql`delete from session where token_hash = ${tokenHash}`.execute(db);
}

export async function deleteEndedSessions(db: Db, now: string, idleSince: string): Promise<void> {
  await sql`delete from session where expires_at <= ${now} or last_seen_at <= ${idleSince}`.execute(db);
}
