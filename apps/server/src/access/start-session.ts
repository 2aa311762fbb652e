import type { AppParts } from '../platform/http/app-parts.ts';
import { newId } from '../platform/ids.ts';
import { deviceOf } from './device.ts';
import { deleteEndedSessions, deleteSession, insertSession } from './session.store.ts';
import { expiryOf, idleSince } from './session-life.ts';
import { hashToken, newToken } from './session-token.ts';

export interface SessionStart {
  /** The session the browser had before. */
  readonly previous?: string | null;
  readonly userAgent?: string;
  readonly way?: 'password' | 'openId';
}

/** Opens a session under a new token; the one the browser had before ends. Answers the token for the cookie. */
export async function startSession(
  { database: { db }, clock }: Pick<AppParts, 'database' | 'clock'>,
  accountId: string,
  { previous = null, userAgent = '', way = 'password' }: SessionStart = {},
): Promise<string> {
  const now = clock.now();
  const token = newToken();
  if (previous !== null) await deleteSession(db, previous);
  await deleteEndedSessions(db, now, idleSince(now));
  await insertSession(db, {
    id: newId(),
    tokenHash: hashToken(token),
    device: deviceOf(userAgent),
    way,
    accountId,
    csrfToken: newToken(),
    createdAt: now,
    expiresAt: expiryOf(now),
  });
  return token;
}
