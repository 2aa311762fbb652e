import type { FastifyReply, FastifyRequest } from 'fastify';

export const SESSION_COOKIE = 'benvung_session';

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
