import { sql } from 'kysely';
import type { Db } from '../database/database.ts';

/** Receipts are seen by their sender alone. */
export async function showReceiptsOf(db: Db, accountId: string | null): Promise<void> {
  if (accountId !== null && !/^[0-9a-f-]{36}$/.test(accountId)) throw new Error('Not an account id.');
  await sql.raw(`set local benvung.account = '${accountId ?? ''}'`).execute(db);
}

interface Receipt {
  readonly account_id: string | null;
  readonly act: string;
  readonly payload_hash: string;
  readonly outcome: unknown;
}

/** Holds until the transaction ends; the same command elsewhere waits here. */
export async function lockCommand(db: Db, commandId: string): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${commandId}, 0))`.execute(db);
}

export async function findReceipt(db: Db, commandId: string): Promise<Receipt | undefined> {
  const answer = await sql<Receipt>`
    select account_id, act, payload_hash, outcome from command_receipt where command_id = ${commandId}`.execute(
    db,
  );
  return answer.rows[0];
}

interface NewReceipt {
  readonly commandId: string;
  readonly act: string;
  readonly accountId: string | null;
  readonly at: string;
  readonly payloadHash: string;
  readonly outcome: unknown;
}

/** @returns false when the id belongs to another sender's command. */
export async function insertReceipt(db: Db, receipt: NewReceipt): Promise<boolean> {
  const answer = await sql`
    insert into command_receipt (command_id, account_id, act, at, payload_hash, outcome)
    values (${receipt.commandId}, ${receipt.accountId}, ${receipt.act}, ${receipt.at}, ${receipt.payloadHash},
      ${JSON.stringify(receipt.outcome)}::jsonb)
    on conflict (command_id) do nothing`.execute(db);
  return answer.numAffectedRows === 1n;
}
