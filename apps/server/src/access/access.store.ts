import type { Role } from '@benvung/contract/access';
import { sql } from 'kysely';
import type { Db } from '../platform/database/database.ts';

export interface StoredSession {
  readonly token_hash: string;
  readonly account_id: string;
  readonly csrf_token: string;
  readonly created_at: string;
  readonly last_seen_at: string;
  readonly expires_at: string;
  readonly username: string;
  readonly full_name: string;
  readonly status: 'active' | 'disabled';
}

export async function findSession(db: Db, tokenHash: string): Promise<StoredSession | undefined> {
  const answer = await sql<StoredSession>`
    select s.token_hash, s.account_id, s.csrf_token, s.created_at, s.last_seen_at, s.expires_at,
      a.username, a.full_name, a.status
    from session s join account a on a.id = s.account_id
    where s.token_hash = ${tokenHash}`.execute(db);
  return answer.rows[0];
}

export async function touchSession(db: Db, tokenHash: string, at: string): Promise<void> {
  await sql`update session set last_seen_at = ${at} where token_hash = ${tokenHash}`.execute(db);
}

export interface StoredGrant {
  readonly role: Role;
  readonly unit_id: number;
}

export async function listGrants(db: Db, accountId: string): Promise<StoredGrant[]> {
  const answer = await sql<StoredGrant>`
    select role, unit_id from account_role where account_id = ${accountId} order by unit_id, role`.execute(
    db,
  );
  return answer.rows;
}
