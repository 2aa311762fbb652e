import type { FastifyRequest } from 'fastify';
import { fileResponse, uploadedFile } from './file-reply.ts';
import type { Access } from './principal.ts';

interface LimitedRoute {
  readonly method: string;
  readonly access: Access;
  readonly body?: unknown;
  readonly response?: unknown;
  readonly rateLimit?: { readonly max: number; readonly seconds: number };
}

const MINUTE = 60_000;

/**
 * Requests a minute, far above what a person at work makes and far below what a script can: by session for those
 * signed in (an office shares one address), by address for everyone else.
 */
export const RATE_LIMITS = { read: 1200, write: 600, file: 120, public: 300 } as const;

export type RateClass = keyof typeof RATE_LIMITS;

export function rateClassOf(route: LimitedRoute): RateClass {
  if (route.access === 'public') return 'public';
  if (route.response === fileResponse || route.body === uploadedFile) return 'file';
  return route.method === 'GET' ? 'read' : 'write';
}

/** Fastify's configuration for a route: its own limit by address, or that of its class where limits hold. */
export function rateLimitOf(route: LimitedRoute, limits: boolean): object {
  const own = route.rateLimit;
  if (own !== undefined) return { rateLimit: { max: own.max, timeWindow: own.seconds * 1000 } };
  if (!limits) return {};
  const rateClass = rateClassOf(route);
  const shared = { max: RATE_LIMITS[rateClass], timeWindow: MINUTE, groupId: rateClass };
  if (rateClass === 'public') return { rateLimit: shared };
  const keyGenerator = (request: FastifyRequest) => request.principal?.sessionId ?? request.ip;
  return { rateLimit: { ...shared, hook: 'preHandler', keyGenerator } };
}
