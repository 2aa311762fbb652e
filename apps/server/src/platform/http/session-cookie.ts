import type { FastifyReply, FastifyRequest } from 'fastify';

export const SESSION_COOKIE = 'benvung_session';

/** A short-lived cookie of a step of signing in. */
export function setOwnCookie(
  request: FastifyRequest,
  reply: FastifyReply,
  { name, value, path, seconds }: { name: string; value: string | null; path: string; seconds: number },
): void {
  const secure = request.protocol === 'https';
  const options = { path, httpOnly: true, sameSite: 'lax', secure } as const;
  if (value === null) reply.clearCookie(name, options);
  else reply.setCookie(name, value, { ...options, maxAge: seconds });
}

/** Kept from scripts and from other sites; from the network too wherever the address is https. */
export function setSessionCookie(request: FastifyRequest, reply: FastifyReply, token: string | null): void {
  const options = {
    path: '/',
    httpOnly: true,
    sameSite: 'lax',
    secure: request.protocol === 'https',
  } as const;
  if (token === null) reply.clearCookie(SESSION_COOKIE, options);
  else reply.setCookie(SESSION_COOKIE, token, options);
}
