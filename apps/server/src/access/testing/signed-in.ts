import type { FastifyInstance, InjectOptions, LightMyRequestResponse } from 'fastify';
import type { AppParts } from '../../platform/http/app-parts.ts';
import { createAccount } from '../add-account.ts';
import { findPrincipal } from '../find-principal.ts';
import { startSession } from '../start-session.ts';

export type SignedIn = (request: InjectOptions) => Promise<LightMyRequestResponse>;

export const SAMPLE_PASSWORD = 'mật khẩu của tôi';

/** Makes an account and opens its session; the answer sends requests as that person's own page would. */
export async function signedInAs(
  app: FastifyInstance,
  parts: AppParts,
  account: { username: string; grants: readonly { role: string; unitId: number }[] },
): Promise<SignedIn> {
  const draft = { ...account, fullName: `Người ${account.username}`, password: SAMPLE_PASSWORD };
  const created = await createAccount(parts.database.db, draft, parts.clock.now());
  if (!created.ok) throw new Error(created.problem.code);
  const token = await startSession(parts, created.value.id);
  const principal = await findPrincipal(parts, token);
  const headers = { 'x-csrf-token': principal?.csrfToken ?? '' };
  return (request) =>
    app.inject({
      ...request,
      cookies: { benvung_session: token },
      headers: { ...headers, ...request.headers },
    });
}
