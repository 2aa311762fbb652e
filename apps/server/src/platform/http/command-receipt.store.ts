import { sql } from 'kysely';
import type { Db } from '../database/database.ts';

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

export async function insertReceipt(db: Db, receipt: NewReceipt): Promise<void> {
  await sql`
    insert into command_receipt (command_id, account_id, act, at, payload_hash, outcome)
    values (${receipt.commandId}, ${receipt.accountId}, ${receipt.act}, ${receipt.at}, ${receipt.payloadHash},
      ${JSON.stringify(receipt.outcome)}::jsonb)`.execute(db);
}
