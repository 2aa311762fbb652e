import { publicInfo, sessionView, signIn } from '@benvung/contract/access';
import { ok, refuse } from '@benvung/domain/shared/result';
import { writeAudit } from '../platform/audit/audit.store.ts';
import { NATION_PATH } from '../platform/audit/audit-entry.ts';
import type { FeatureRoutes } from '../platform/http/app-parts.ts';
import { defineRoute } from '../platform/http/define-route.ts';
import { listDemonstrationAccounts } from './demonstration-accounts.ts';
import { findPrincipal } from './find-principal.ts';
import { deleteSession } from './session.store.ts';
import { hashToken } from './session-token.ts';
import { checkCredentials } from './sign-in.ts';
import { startSession } from './start-session.ts';
import { viewSession } from './view-session.ts';

export const accessRoutes: FeatureRoutes = (app, parts) => {
  const { database, clock } = parts;

  defineRoute(app, {
    method: 'POST',
    path: '/api/session',
    access: 'public',
    act: 'access.sign-in',
    summary: 'Đăng nhập / Sign in',
    body: signIn,
    response: sessionView,
    rateLimit: { max: 30, seconds: 60 },
    transaction: 'own',
    handler: async ({ principal: before, setSessionToken }, { body }) => {
      const checked = await checkCredentials(parts, body);
      if (!checked.ok) return checked;
      const token = await startSession(parts, checked.value.id, before?.sessionId ?? null);
      const principal = await findPrincipal(parts, token);
      if (principal === null || principal.grants.length === 0) {
        await deleteSession(database.db, hashToken(token));
        return refuse('access.no-area');
      }
      await recordAct(parts, principal, 'access.sign-in');
      setSessionToken(token);
      return ok(await viewSession(database.db, principal, clock));
    },
  });

  defineRoute(app, {
    method: 'GET',
    path: '/api/session',
    access: 'signedIn',
    summary: 'Ai đang đăng nhập / Who is signed in',
    response: sessionView,
    handler: async ({ db, principal }) => ok(await viewSession(db, principal, clock)),
  });

  defineRoute(app, {
    method: 'DELETE',
    path: '/api/session',
    access: 'public',
    act: 'access.sign-out',
    summary: 'Đăng xuất / Sign out',
    transaction: 'own',
    handler: async ({ principal, setSessionToken }) => {
      if (principal !== null) {
        await deleteSession(database.db, principal.sessionId);
        await recordAct(parts, principal, 'access.sign-out');
      }
      setSessionToken(null);
      return ok(undefined);
    },
  });

  defineRoute(app, {
    method: 'GET',
    path: '/api/public/info',
    access: 'public',
    summary: 'Thông tin cho trang đăng nhập / What the sign-in page shows',
    response: publicInfo,
    handler: async ({ db, version }) =>
      ok({
        version,
        demonstration: clock.fixed,
        today: clock.today(),
        demonstrationAccounts: clock.fixed ? await listDemonstrationAccounts(db, clock.today()) : [],
      }),
  });
};

type Parts = Parameters<FeatureRoutes>[1];
type SignedIn = NonNullable<Awaited<ReturnType<typeof findPrincipal>>>;

function recordAct({ database, clock }: Parts, who: SignedIn, act: string): Promise<void> {
  const by = { accountId: who.accountId, actor: who.username, at: clock.now() };
  const scopePath = who.grants[0]?.path ?? NATION_PATH;
  const subject = { kind: 'account', id: who.accountId };
  return database.db.transaction().execute((db) => writeAudit(db, by, [{ act, subject, scopePath }]));
}
