import type { Db } from '../platform/database/database.ts';
import { referenceOfStored } from './compose-stored.ts';
import { lockDocument, putState, type StoredDocument } from './document.store.ts';
import type { Maker } from './make-document.ts';
import { tell } from './number-document.ts';
import { putVerification } from './verification.store.ts';

interface Retired {
  readonly reason: string;
  readonly today: string;
  readonly by: Maker & { readonly now: string };
}

/**
 * Withdraws the paper of an act that is taken back, with the act's reason: a draft too, so that nobody numbers what no
 * longer holds. Its history stays; a number once given stays used. Of what has ended already nothing changes.
 */
export async function retirePaper(db: Db, id: string | null, { reason, today, by }: Retired): Promise<void> {
  const document = await lockHolding(db, id);
  if (document === undefined) return;
  await putVerification(db, document, { standing: 'revoked', endedOn: today });
  await putState(db, { id: document.id, state: 'withdrawn', at: by.now, endReason: reason });
  await tell(db, document, 'withdraw', by, reason);
}

/**
 * Another paper takes the place of that of an act done anew, whether or not the old one was signed: the register and
 * the public page name the new one. Of what has ended already nothing changes.
 */
export async function replacePaper(
  db: Db,
  id: string | null,
  { successorId, reason, today, by }: Retired & { readonly successorId: string },
): Promise<void> {
  const document = await lockHolding(db, id);
  const successor = await lockDocument(db, successorId);
  if (document === undefined || successor === undefined) return;
  const replacedBy = referenceOfStored(successor);
  await putVerification(db, document, { standing: 'replaced', replacedBy, endedOn: today });
  await putState(db, {
    id: document.id,
    state: 'replaced',
    at: by.now,
    endReason: reason,
    replacedBy: successor.id,
  });
  await tell(db, document, 'replace', by, reason);
}

async function lockHolding(db: Db, id: string | null): Promise<StoredDocument | undefined> {
  const document = id === null ? undefined : await lockDocument(db, id);
  return document?.state === 'withdrawn' || document?.state === 'replaced' ? undefined : document;
}
