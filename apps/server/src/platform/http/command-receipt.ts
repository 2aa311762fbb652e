import { createHash } from 'node:crypto';
import type { ProblemCode } from '@benvung/contract/problem-texts';
import { ok, type Problem, type Result, refuse } from '@benvung/domain/shared/result';
import { canonicalJson } from '../audit/audit-entry.ts';
import type { Db } from '../database/database.ts';
import { findReceipt, insertReceipt, lockCommand, showReceiptsOf } from './command-receipt.store.ts';
import { Refusal } from './problem-reply.ts';
import type { RouteInput } from './route-declaration.ts';

interface Sender {
  readonly act: string;
  readonly accountId: string | null;
  readonly at: string;
}

export interface ReceiptKeeper {
  /** The outcome this command had before, or the refusal of another command under the same id. */
  find(): Promise<Result<unknown, Problem<ProblemCode>> | undefined>;
  keep(outcome: unknown): Promise<void>;
}

/**
 * Makes a command that is sent twice do no harm: its first success is kept and given again; two at the same
 * moment wait for each other. A refusal is not kept, so that the same command may succeed once its cause is gone.
 * @returns undefined when the input carries no `commandId`.
 */
export function receiptKeeperOf(
  db: Db,
  sender: Sender,
  input: RouteInput<unknown, unknown, unknown>,
): ReceiptKeeper | undefined {
  const commandId = commandIdOf(input.body) ?? commandIdOf(input.query);
  if (commandId === undefined) return undefined;
  const payloadHash = hashOf(input);
  return {
    find: async () => {
      await showReceiptsOf(db, sender.accountId);
      await lockCommand(db, commandId);
      const kept = await findReceipt(db, commandId);
      if (kept === undefined) return undefined;
      // A transaction that is not narrowed sees the receipts of others too.
      const isSame =
        kept.account_id === sender.accountId && kept.act === sender.act && kept.payload_hash === payloadHash;
      return isSame ? ok(kept.outcome ?? undefined) : refuse('shared.command-reused');
    },
    keep: async (outcome) => {
      const kept = await insertReceipt(db, { commandId, ...sender, payloadHash, outcome: outcome ?? null });
      if (!kept) throw new Refusal({ code: 'shared.command-reused' });
    },
  };
}

function commandIdOf(part: unknown): string | undefined {
  if (typeof part !== 'object' || part === null || !('commandId' in part)) return undefined;
  return typeof part.commandId === 'string' ? part.commandId.toLowerCase() : undefined;
}

function hashOf({ params, query, body }: RouteInput<unknown, unknown, unknown>): string {
  const hash = createHash('sha256').update(canonicalJson({ params, query }));
  return hash.update(Buffer.isBuffer(body) ? body : canonicalJson(body)).digest('hex');
}
