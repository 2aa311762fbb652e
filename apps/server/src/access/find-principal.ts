import type { FindPrincipal } from '../platform/http/app-parts.ts';
import type { Pending } from '../platform/http/principal.ts';
import { readHeldUnits } from './held-units.ts';
import { findSession, type StoredSession, touchSession } from './session.store.ts';
import { isAlive, isDueToBeSeen } from './session-life.ts';
import { hashToken } from './session-token.ts';

/**
 * Who holds a session, with the areas on today's map. Runs outside the narrowed role, which sees no sessions.
 * A role in a unit that is no longer on the map gives no area until an administrator assigns another.
 */
export const findPrincipal: FindPrincipal = async ({ database, clock }, sessionToken) => {
  const { db } = database;
  const now = clock.now();
  const session = await findSession(db, hashToken(sessionToken));
  if (session === undefined || session.status !== 'active' || !isAlive(session, now)) return null;
  if (isDueToBeSeen(session, now)) await touchSession(db, session.token_hash, now);
  const units = await readHeldUnits(db, session.grants, clock.today());
  return {
    accountId: session.account_id,
    username: session.username,
    fullName: session.full_name,
    csrfToken: session.csrf_token,
    sessionId: session.token_hash,
    pending: pendingOf(session),
    grants: session.grants.flatMap(({ role, unitId }) => {
      const path = units.get(unitId)?.path;
      return path === undefined ? [] : [{ role, unitId, path }];
    }),
  };
};

function pendingOf(session: StoredSession): Pending[] {
  const required = session.grants.some(({ role }) => session.second_factor_roles?.includes(role));
  return [
    ...(session.must_change_password ? (['password'] as const) : []),
    ...(required && !session.has_second_factor ? (['secondFactor'] as const) : []),
  ];
}
