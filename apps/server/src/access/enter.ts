import type { ProblemCode } from '@benvung/contract/problem-texts';
import { ok, type Problem, type Result, refuse } from '@benvung/domain/shared/result';
import { writeAudit } from '../platform/audit/audit.store.ts';
import { type AuditDetail, NATION_PATH } from '../platform/audit/audit-entry.ts';
import type { AppParts } from '../platform/http/app-parts.ts';
import type { Principal } from '../platform/http/principal.ts';
import type { OwnTransactionContext } from '../platform/http/route-declaration.ts';
import type { SecretBox } from '../platform/secret-box.ts';
import { findPrincipal } from './find-principal.ts';
import type { OpenIdSettings } from './open-id.ts';
import { deleteSession } from './session.store.ts';
import { hashToken } from './session-token.ts';
import { type SessionStart, startSession } from './start-session.ts';

/** What the routes of signing in share. */
export interface SignInParts extends AppParts {
  readonly secrets: SecretBox;
  readonly openId: OpenIdSettings | undefined;
}

interface Entering extends Pick<SessionStart, 'way'> {
  readonly accountId: string;
  readonly secondFactor?: 'app' | 'recoveryCode';
}

/** The last step of every way in: a session under a new token, the log, the cookie. */
export async function enter(
  parts: AppParts,
  context: Pick<OwnTransactionContext<'public'>, 'principal' | 'userAgent' | 'setSessionToken'>,
  { accountId, way = 'password', secondFactor }: Entering,
): Promise<Result<Principal, Problem<ProblemCode>>> {
  const { userAgent } = context;
  const previous = context.principal?.sessionId ?? null;
  const token = await startSession(parts, accountId, { previous, userAgent, way });
  const principal = await findPrincipal(parts, token);
  if (principal === null || principal.grants.length === 0) {
    await deleteSession(parts.database.db, hashToken(token));
    return refuse('access.no-area');
  }
  const detail = { way, ...(secondFactor === undefined ? {} : { secondFactor }) };
  await recordOwnAct(parts, principal, 'access.sign-in', detail);
  context.setSessionToken(token);
  return ok(principal);
}

/** An entry about one's own account. */
export function recordOwnAct(
  { database, clock }: AppParts,
  who: Principal,
  act: string,
  detail: AuditDetail = {},
): Promise<void> {
  const by = { accountId: who.accountId, actor: who.username, at: clock.now() };
  const scopePath = who.grants[0]?.path ?? NATION_PATH;
  const subject = { kind: 'account', id: who.accountId };
  return database.db.transaction().execute((db) => writeAudit(db, by, [{ act, subject, scopePath, detail }]));
}
