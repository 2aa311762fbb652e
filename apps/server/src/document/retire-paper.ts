import type { Db } from '../platform/database/database.ts';
import { lockDocument, putState } from './document.store.ts';
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
  const document = id === null ? undefined : await lockDocument(db, id);
  if (document === undefined || document.state === 'withdrawn' || document.state === 'replaced') return;
  await putVerification(db, document, { standing: 'revoked', endedOn: today });
  await putState(db, { id: document.id, state: 'withdrawn', at: by.now, endReason: reason });
  await tell(db, document, 'withdraw', by, reason);
}
