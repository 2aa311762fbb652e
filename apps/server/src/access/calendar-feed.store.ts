import { sql } from 'kysely';
import type { Db } from '../platform/database/database.ts';
import type { StoredGrant } from './access.store.ts';

interface StoredFeed {
  readonly madeAt: string;
  readonly lastReadAt: string | null;
  readonly reads: number;
}

export async function findFeed(db: Db, accountId: string): Promise<StoredFeed | undefined> {
  const answer = await sql<StoredFeed>`select to_json(made_at)#>>'{}' as "madeAt",
      to_json(last_read_at)#>>'{}' as "lastReadAt", reads
    from calendar_feed where account_id = ${accountId}::uuid`.execute(db);
  return answer.rows[0];
}

/** A new address takes the place of the one before, which ends. */
export async function putFeed(
  db: Db,
  { accountId, keyHash, at }: { readonly accountId: string; readonly keyHash: string; readonly at: string },
): Promise<void> {
  await sql`insert into calendar_feed (account_id, key_hash, made_at) values (${accountId}::uuid, ${keyHash}, ${at})
    on conflict on constraint calendar_feed_pk do update set key_hash = excluded.key_hash, made_at = excluded.made_at,
      last_read_at = excluded.last_read_at, reads = excluded.reads`.execute(db);
}

export async function deleteFeed(db: Db, accountId: string): Promise<boolean> {
  const answer = await sql`delete from calendar_feed where account_id = ${accountId}::uuid`.execute(db);
  return (answer.numAffectedRows ?? 0n) > 0n;
}

export interface FeedReader {
  readonly accountId: string;
  readonly username: string;
  readonly grants: readonly StoredGrant[];
}

/** Whose address it is; nobody's when the account is disabled, or must first change its password. */
export async function findFeedReader(db: Db, keyHash: string): Promise<FeedReader | undefined> {
  const answer = await sql<FeedReader>`
    select a.id as "accountId", a.username,
      coalesce((
        select json_agg(json_build_object('role', r.role, 'unitId', r.unit_id) order by r.unit_id, r.role)
        from account_role r where r.account_id = a.id), '[]'::json) as grants
    from calendar_feed f join account a on a.id = f.account_id
    where f.key_hash = ${keyHash} and a.status = 'active' and not a.must_change_password`.execute(db);
  return answer.rows[0];
}

export async function noteFeedRead(db: Db, accountId: string, at: string): Promise<void> {
  await sql`update calendar_feed set last_read_at = ${at}, reads = reads + 1
    where account_id = ${accountId}::uuid`.execute(db);
}
