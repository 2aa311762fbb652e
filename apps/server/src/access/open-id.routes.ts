import { OPEN_ID_OUTCOME, type OpenIdOutcome } from '@benvung/contract/access';
import type { ProblemCode } from '@benvung/contract/problem-texts';
import { ok, type Problem, type Result, refuse } from '@benvung/domain/shared/result';
import { z } from 'zod';
import { writeAudit } from '../platform/audit/audit.store.ts';
import { NATION_PATH } from '../platform/audit/audit-entry.ts';
import type { FeatureRoutes } from '../platform/http/app-parts.ts';
import { defineRoute } from '../platform/http/define-route.ts';
import { redirectResponse } from '../platform/http/file-reply.ts';
import { findByExternal, linkExternal, type ManagedAccount } from './account.store.ts';
import { enter, type SignInParts } from './enter.ts';
import { type ExternalPerson, OPEN_ID_COOKIE, OPEN_ID_PATH, OPEN_ID_SECONDS, openIdOf } from './open-id.ts';
import { SECOND_STEP_COOKIE, SECOND_STEP_PATH, SECOND_STEP_SECONDS, sealFirstStep } from './second-step.ts';

const word = z.string().max(4000).optional();

type App = Parameters<FeatureRoutes>[0];

/** Back to the first page, which says how it went. */
const firstPage = (outcome?: OpenIdOutcome) =>
  ok({ location: outcome === undefined ? '/' : `/?${OPEN_ID_OUTCOME}=${outcome}` });

/** Signing in through a provider: it says who someone is, never what they may do. */
export function openIdRoutes(app: App, parts: SignInParts): void {
  const { clock, secrets } = parts;
  const tell = (reason: string) => app.log.warn({ reason }, 'OpenID sign-in failed');
  const openId = parts.openId === undefined ? undefined : openIdOf(parts.openId, secrets, tell);
  const rateLimit = { max: 30, seconds: 60 };

  defineRoute(app, {
    method: 'GET',
    path: OPEN_ID_PATH,
    access: 'public',
    summary: 'Tới hệ thống đăng nhập một lần / To the OpenID provider',
    response: redirectResponse,
    rateLimit,
    transaction: 'own',
    handler: async ({ origin, setCookie }) => {
      if (openId === undefined) return refuse('access.open-id-off');
      const begun = await openId.begin(origin, clock.now()).catch((error: Error) => tell(error.message));
      if (begun === undefined) return firstPage('failed');
      setCookie(OPEN_ID_COOKIE, begun.sealed, { path: OPEN_ID_PATH, seconds: OPEN_ID_SECONDS });
      return ok({ location: begun.location });
    },
  });

  defineRoute(app, {
    method: 'GET',
    path: `${OPEN_ID_PATH}/return`,
    access: 'public',
    summary: 'Trở về từ hệ thống đăng nhập một lần / Back from the OpenID provider',
    query: z.object({ code: word, state: word, iss: word, error: word, error_description: word }),
    response: redirectResponse,
    rateLimit,
    transaction: 'own',
    handler: async (context, { query }) => {
      if (openId === undefined) return refuse('access.open-id-off');
      const sealed = context.cookie(OPEN_ID_COOKIE);
      context.setCookie(OPEN_ID_COOKIE, null, { path: OPEN_ID_PATH, seconds: 0 });
      const vouched = await openId.finish({ sealed, query }, clock.now());
      if (!vouched.ok) return firstPage('failed');
      const found = await findVouched(parts, vouched.value);
      if (!found.ok) return firstPage('unknown');
      const account = found.value;
      if (account.totp_since !== null) {
        const step = sealFirstStep(secrets, account, { way: 'openId', now: clock.now() });
        context.setCookie(SECOND_STEP_COOKIE, step, { path: SECOND_STEP_PATH, seconds: SECOND_STEP_SECONDS });
        return firstPage('second-step');
      }
      const entered = await enter(parts, context, { accountId: account.id, way: 'openId' });
      return firstPage(entered.ok ? undefined : 'unknown');
    },
  });
}

/** The active account a person was allowed to use; from the first time on it is known by the provider's subject. */
function findVouched(
  { database, clock }: SignInParts,
  person: ExternalPerson,
): Promise<Result<ManagedAccount, Problem<ProblemCode>>> {
  return database.db.transaction().execute(async (db) => {
    const account = await findByExternal(db, person);
    const known = account !== undefined && account.status === 'active';
    const linked = account?.external_subject !== null;
    if (known && linked) return ok(account);
    if (known) await linkExternal(db, account.id, person);
    const by = known
      ? { accountId: account.id, actor: account.username, at: clock.now() }
      : { accountId: null, actor: 'public', at: clock.now() };
    const subject = account === undefined ? {} : { subject: { kind: 'account', id: account.id } };
    const act = known ? 'access.link-open-id' : 'access.open-id-refused';
    await writeAudit(db, by, [{ act, ...subject, scopePath: NATION_PATH }]);
    return known ? ok(account) : refuse('access.open-id-unknown');
  });
}
