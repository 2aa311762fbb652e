import type { AppParts } from '../platform/http/app-parts.ts';
import { deleteEndedSessions, deleteSession, insertSession } from './session.store.ts';
import { expiryOf, idleSince } from './session-life.ts';
import { hashToken, newToken } from './session-token.ts';

/** Opens a session under a new token; the one the browser had before ends. Answers the token for the cookie. */
export async function startSession(
  { database: { db }, clock }: Pick<AppParts, 'database' | 'clock'>,
  accountId: string,
  previousSessionId: string | null,
): Promise<string> {
  const now = clock.now();
  const token = newToken();
  if (previousSessionId !== null) await deleteSession(db, previousSessionId);
  await deleteEndedSessions(db, now, idleSince(now));
  await insertSession(db, {
    tokenHash: hashToken(token),
    accountId,
    csrfToken: newToken(),
    createdAt: now,
    expiresAt: expiryOf(now),
  });
  return token;
}
