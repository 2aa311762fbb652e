import { sql } from 'kysely';
import type { Db } from '../platform/database/database.ts';

export async function findMailAddress(db: Db, accountId: string): Promise<string | null> {
  const answer = await sql<{ address: string }>`
    select address from mail_address where account_id = ${accountId}::uuid`.execute(db);
  return answer.rows[0]?.address ?? null;
}

export async function putMailAddress(
  db: Db,
  { accountId, address, at }: { accountId: string; address: string | null; at: string },
): Promise<void> {
  if (address === null) await sql`delete from mail_address where account_id = ${accountId}::uuid`.execute(db);
  else
    await sql`insert into mail_address (account_id, address, set_at)
      values (${accountId}::uuid, ${address}, ${at}::timestamptz)
      on conflict (account_id) do update set address = excluded.address, set_at = excluded.set_at`.execute(
      db,
    );
}
