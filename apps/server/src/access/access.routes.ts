import { publicInfo, secondStep, sessionView, signIn } from '@benvung/contract/access';
import { ok, refuse } from '@benvung/domain/shared/result';
import type { FeatureRoutes } from '../platform/http/app-parts.ts';
import { defineRoute } from '../platform/http/define-route.ts';
import { passingSecretBox, type SecretBox } from '../platform/secret-box.ts';
import { accountRoutes } from './accounts.routes.ts';
import { administrationRoutes } from './administration.routes.ts';
import { auditRoutes } from './audit.routes.ts';
import { listDemonstrationAccounts } from './demonstration-accounts.ts';
import { enter, recordOwnAct, type SignInParts } from './enter.ts';
import { openIdRoutes } from './open-id.routes.ts';
import type { OpenIdSettings } from './open-id.ts';
import { ownAccountRoutes } from './own-account.routes.ts';
import {
  checkSecondStep,
  SECOND_STEP_COOKIE,
  SECOND_STEP_PATH,
  SECOND_STEP_SECONDS,
  sealFirstStep,
} from './second-step.ts';
import { deleteSession } from './session.store.ts';
import { checkCredentials } from './sign-in.ts';
import { viewSession } from './view-session.ts';

/** What signing in needs beside the database: the server's key, and the provider for signing in once. */
export interface SignInSettings {
  readonly secrets?: SecretBox | undefined;
  readonly openId?: OpenIdSettings | undefined;
}

/** Everything about people: signing in, their accounts, the log. */
export const accessRoutes =
  (settings: SignInSettings = {}): FeatureRoutes =>
  async (app, parts) => {
    const all = { ...parts, secrets: settings.secrets ?? passingSecretBox(), openId: settings.openId };
    for (const add of [
      sessionRoutes,
      openIdRoutes,
      ownAccountRoutes,
      accountRoutes,
      administrationRoutes,
      auditRoutes,
    ])
      add(app, all);
  };

type App = Parameters<FeatureRoutes>[0];

function sessionRoutes(app: App, parts: SignInParts): void {
  const { database, clock, secrets } = parts;

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
    handler: async (context, { body }) => {
      const checked = await checkCredentials(parts, body);
      if (!checked.ok) return checked;
      if (checked.value.totp_since !== null) {
        const step = sealFirstStep(secrets, checked.value, { way: 'password', now: clock.now() });
        context.setCookie(SECOND_STEP_COOKIE, step, { path: SECOND_STEP_PATH, seconds: SECOND_STEP_SECONDS });
        return refuse('access.second-factor-needed');
      }
      const entered = await enter(parts, context, { accountId: checked.value.id, way: 'password' });
      return entered.ok ? ok(await viewSession(database.db, entered.value, parts)) : entered;
    },
  });

  defineRoute(app, {
    method: 'POST',
    path: '/api/session/second-step',
    access: 'public',
    act: 'access.sign-in',
    summary: 'Bước thứ hai của đăng nhập / Second step of signing in',
    body: secondStep,
    response: sessionView,
    rateLimit: { max: 30, seconds: 60 },
    transaction: 'own',
    handler: async (context, { body }) => {
      const sealed = context.cookie(SECOND_STEP_COOKIE);
      const checked = await checkSecondStep(parts, { sealed, code: body.code });
      if (!checked.ok) return checked;
      context.setCookie(SECOND_STEP_COOKIE, null, { path: SECOND_STEP_PATH, seconds: 0 });
      const { account, way, by } = checked.value;
      const entered = await enter(parts, context, { accountId: account.id, way, secondFactor: by });
      return entered.ok ? ok(await viewSession(database.db, entered.value, parts)) : entered;
    },
  });

  defineRoute(app, {
    method: 'GET',
    path: '/api/session',
    access: 'signedIn',
    whilePending: true,
    summary: 'Ai đang đăng nhập / Who is signed in',
    response: sessionView,
    handler: async ({ db, principal }) => ok(await viewSession(db, principal, parts)),
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
        await recordOwnAct(parts, principal, 'access.sign-out');
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
        openId: parts.openId === undefined ? null : { name: parts.openId.name },
        demonstrationAccounts: clock.fixed ? await listDemonstrationAccounts(db, clock.today()) : [],
      }),
  });
}
