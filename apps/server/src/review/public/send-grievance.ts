import type { ProblemCode } from '@benvung/contract/problem-texts';
import { RECEIPT_CODE_LENGTH } from '@benvung/domain/review/public/public-code';
import { ok, type Problem, type Result, refuse } from '@benvung/domain/shared/result';
import { writeAudit } from '../../platform/audit/audit.store.ts';
import type { Clock } from '../../platform/clock.ts';
import { inAreaScope } from '../../platform/database/area-scope.ts';
import type { DatabaseHandle } from '../../platform/database/database.ts';
import { receiveGrievance } from '../grievance/receive-grievance.ts';
import { findPosting } from '../posting/posting.store.ts';
import type { GrievanceRead } from './grievance-form.ts';
import { publicKeyOf, receiptCodeOf } from './public-code.ts';
import { findPublicPage, type PublicPage } from './public-page.store.ts';

/** Who the log names where no account acted. */
export const CITIZEN = 'public';

/** The public page of a posting; nothing of any area is seen for it. */
export const findPostingPage = (
  database: DatabaseHandle,
  code: string,
): Promise<PublicPage<'posting'> | undefined> =>
  inAreaScope(database, { paths: [] }, (db) => findPublicPage(db, 'posting', code));

export const findReceiptPage = (
  database: DatabaseHandle,
  code: string,
): Promise<PublicPage<'grievance'> | undefined> =>
  inAreaScope(database, { paths: [] }, (db) => findPublicPage(db, 'grievance', publicKeyOf(code)));

/** The commune of a village's path: its grievances are numbered together. */
const communePath = (villagePath: string): string => villagePath.replace(/[^/]+\/$/u, '');

/**
 * Takes in what a citizen sent, in a transaction that sees the posting's commune and nothing else. The form's own token
 * makes the receipt's code, so that a form sent twice gives one grievance and one receipt.
 * @returns the receipt code.
 */
export async function sendGrievance(
  { database, clock }: { readonly database: DatabaseHandle; readonly clock: Clock },
  {
    page,
    read,
    token,
  }: { readonly page: PublicPage<'posting'>; readonly read: GrievanceRead; readonly token: string },
): Promise<Result<string, Problem<ProblemCode>>> {
  const receiptCode = receiptCodeOf(token, RECEIPT_CODE_LENGTH);
  if ((await findReceiptPage(database, receiptCode)) !== undefined) return ok(receiptCode);
  const at = clock.now();
  const acting = { today: clock.today(), at, actor: CITIZEN, accountId: null };
  return inAreaScope(database, { paths: [communePath(page.scopePath)] }, async (db) => {
    const posting = await findPosting(db, page.subjectId);
    if (posting === undefined) return refuse('shared.not-found');
    const received = await receiveGrievance(db, { ...read, posting, channel: 'public', receiptCode, acting });
    if (!received.ok) return received;
    const { id, number, category, scopePath } = received.value;
    await writeAudit(db, { accountId: null, actor: CITIZEN, at }, [
      {
        act: 'review.receive-grievance',
        subject: { kind: 'grievance', id },
        scopePath,
        detail: { number, category },
      },
    ]);
    return ok(receiptCode);
  });
}

/** Counts how often lists were opened, in memory, and writes the sums now and then: a reader must not cause writing. */
export function viewCounter(write: (views: ReadonlyMap<string, number>) => Promise<void>, now: () => number) {
  const SECONDS_BETWEEN = 20_000;
  let views = new Map<string, number>();
  let last = 0;
  return async (code: string): Promise<void> => {
    views.set(code, (views.get(code) ?? 0) + 1);
    if (now() - last < SECONDS_BETWEEN) return;
    last = now();
    const seen = views;
    views = new Map();
    await write(seen);
  };
}
