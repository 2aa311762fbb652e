import { ROLE_LABELS } from '@benvung/contract/access';
import type { ProblemCode } from '@benvung/contract/problem-texts';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { HttpBase } from './http-base.ts';
import { type Access, areasInForce, type Pending } from './principal.ts';
import { replyWithProblem } from './problem-reply.ts';
import { SESSION_COOKIE } from './session-cookie.ts';

interface Demand {
  readonly access: Access;
  readonly unsafe: boolean;
  /** Open also to someone who has a password to change or a second factor to set up. */
  readonly whilePending: boolean;
}

const PENDING_PROBLEMS = {
  password: 'access.password-must-change',
  secondFactor: 'access.second-factor-required',
} as const satisfies Record<Pending, ProblemCode>;

/** Decides, before anything of the body is read, whether a request may go on. */
export async function authorise(
  base: HttpBase,
  { access, unsafe, whilePending }: Demand,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<FastifyReply | undefined> {
  const token = request.cookies[SESSION_COOKIE];
  const principal = token === undefined ? null : await base.findPrincipal(base.parts, token);
  request.principal = principal;
  if (access !== 'public' && principal === null)
    return replyWithProblem(request, reply, { code: 'shared.not-signed-in' });
  if (unsafe && isForeign(request, access === 'public' ? undefined : principal?.csrfToken))
    return replyWithProblem(request, reply, { code: 'shared.foreign-request' });
  if (access !== 'public' && areasInForce(principal, access).length === 0)
    return replyWithProblem(request, reply, { code: 'shared.not-allowed', detail: whoMay(access) });
  const pending = principal?.pending?.[0];
  if (access !== 'public' && pending !== undefined && !whilePending)
    return replyWithProblem(request, reply, { code: PENDING_PROBLEMS[pending] });
}

/** Who can do it, for a refusal that says so. */
function whoMay(access: Access): { readonly vi: string; readonly en: string } {
  if (access === 'staff') return { vi: 'người được giao cả địa bàn', en: 'whoever was given a whole area' };
  if (typeof access === 'string') return { vi: 'người được giao địa bàn', en: 'whoever was given an area' };
  const named = (language: 'vi' | 'en') => access.map((role) => ROLE_LABELS[role][language]).join(', ');
  return { vi: named('vi'), en: named('en') };
}

/**
 * A browser names the page an unsafe request comes from, and only our own pages know the token. On a
 * public route (signing in) there is no token yet: the origin alone decides.
 */
function isForeign(request: FastifyRequest, csrfToken: string | undefined): boolean {
  const { origin } = request.headers;
  if (origin !== undefined && origin !== `${request.protocol}://${request.host}`) return true;
  const site = request.headers['sec-fetch-site'];
  if (site !== undefined && site !== 'same-origin' && site !== 'none') return true;
  return csrfToken !== undefined && request.headers['x-csrf-token'] !== csrfToken;
}
