import { sql } from 'kysely';
import type { Db } from '../platform/database/database.ts';

const KEPT_DAYS = 7;

/** Files that accounts own are what people had printed: a person's own goes, and whatever nobody came back to. */
export async function removePrints(
  db: Db,
  { accountId, at }: { readonly accountId: string; readonly at: string },
): Promise<void> {
  const old = await sql<{ ownerId: string; hash: string }>`
    select f.owner_id as "ownerId", f.hash from stored_file f where f.owner_id in (select id from account)
      and (f.owner_id = ${accountId}::uuid or f.stored_at < ${at}::timestamptz - ${KEPT_DAYS} * interval '1 day')`.execute(
    db,
  );
  for (const { ownerId, hash } of old.rows)
    for (const table of ['stored_file_part', 'stored_file'])
      await sql`delete from ${sql.table(table)} where owner_id = ${ownerId}::uuid and hash = ${hash}`.execute(
        db,
      );
}

/** What a job of this person's printed; nothing when it is another's, or not done. */
export async function findPrint(
  db: Db,
  { jobId, accountId, kind }: { readonly jobId: string; readonly accountId: string; readonly kind: string },
): Promise<string | undefined> {
  const answer = await sql<{ hash: string | null }>`select outcome #>> '{value,hash}' as hash from job
    where id = ${jobId}::uuid and account_id = ${accountId}::uuid and kind = ${kind} and state = 'done'`.execute(
    db,
  );
  return answer.rows[0]?.hash ?? undefined;
}
