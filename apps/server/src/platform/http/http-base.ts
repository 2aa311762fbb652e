import { randomInt } from 'node:crypto';
import cookie from '@fastify/cookie';
import helmet from '@fastify/helmet';
import rateLimit from '@fastify/rate-limit';
import type { FastifyError, FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { hasZodFastifySchemaValidationErrors } from 'fastify-type-provider-zod';
import type { AppParts, FindPrincipal } from './app-parts.ts';
import { languageOf } from './language.ts';
import type { Principal } from './principal.ts';
import { replyWithProblem } from './problem-reply.ts';
import type { DeclaredRoute } from './route-declaration.ts';
import { securityHeaders } from './security-headers.ts';
import { findUnstorableText } from './unstorable-text.ts';
import { unstorableTextError, validationErrors } from './validation-messages.ts';

/** What `defineRoute` finds on the app. */
export interface HttpBase {
  readonly parts: AppParts;
  readonly findPrincipal: FindPrincipal;
  /** Whether the limits of route classes hold; a route's own limit always does. */
  readonly limits: boolean;
  /** Every declared route, in order. */
  readonly routes: DeclaredRoute[];
  /** "METHOD /path" of every page for citizens (`definePage`). */
  readonly pages: string[];
  /** Addresses added past `defineRoute`: nobody's area is checked there, so a test names each. */
  readonly undeclared: string[];
}

declare module 'fastify' {
  interface FastifyInstance {
    httpBase: HttpBase;
  }
  interface FastifyContextConfig {
    declared?: boolean;
  }
  interface FastifyRequest {
    principal: Principal | null;
  }
}

/** Prepares an app for `defineRoute`: headers, cookies, limits, bodies, and the one place where faults are caught. */
export async function installHttpBase(
  app: FastifyInstance,
  parts: AppParts,
  findPrincipal: FindPrincipal,
  limits = false,
): Promise<void> {
  const base: HttpBase = { parts, findPrincipal, limits, routes: [], pages: [], undeclared: [] };
  app.decorate('httpBase', base);
  app.addHook('onRoute', ({ config, method, url }) => {
    if (config?.declared !== true && method !== 'HEAD') base.undeclared.push(`${method} ${url}`);
  });
  app.decorateRequest('principal', null);
  app.addHook('onRequest', leaveWhoIsGone);
  await app.register(helmet, securityHeaders);
  await app.register(cookie);
  await app.register(rateLimit, {
    global: false,
    errorResponseBuilder: (_request, limit) => new TooMany(limit.ttl),
  });
  app.removeContentTypeParser('text/plain');
  app.addContentTypeParser('application/octet-stream', { parseAs: 'buffer' }, (_request, body, done) =>
    done(null, body),
  );
  app.addHook('preValidation', refuseUnstorableText);
  app.setErrorHandler(answerFault);
}

/** A client that hung up has no address any more, which limits count by; nobody is left to answer. */
async function leaveWhoIsGone({ socket }: FastifyRequest, reply: FastifyReply): Promise<void> {
  if (socket.remoteAddress === undefined) reply.hijack();
}

/** Text that JSON and addresses can carry, and no database keeps, is refused at the door. */
async function refuseUnstorableText(
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<FastifyReply | undefined> {
  for (const part of [request.params, request.query, request.body]) {
    const at = findUnstorableText(part);
    if (at === undefined) continue;
    const errors = [unstorableTextError(at, languageOf(request))];
    return replyWithProblem(request, reply, { code: 'shared.invalid-input' }, errors);
  }
}

class TooMany extends Error {
  readonly statusCode = 429;
  readonly seconds: number;
  constructor(milliseconds: number) {
    super('Too many requests');
    this.seconds = Math.ceil(milliseconds / 1000);
  }
}

/** Refusals of the HTTP layer itself, and every bug: the person gets a code to copy, the log gets the rest. */
function answerFault(error: FastifyError, request: FastifyRequest, reply: FastifyReply): FastifyReply {
  if (hasZodFastifySchemaValidationErrors(error)) {
    const errors = validationErrors(error.validation, languageOf(request));
    return replyWithProblem(request, reply, { code: 'shared.invalid-input' }, errors);
  }
  if (error instanceof TooMany)
    return replyWithProblem(request, reply, {
      code: 'shared.too-many-requests',
      detail: { seconds: error.seconds },
    });
  if (error.statusCode === 413) return replyWithProblem(request, reply, { code: 'shared.too-large' });
  if (error.statusCode === 415)
    return replyWithProblem(request, reply, { code: 'shared.unsupported-content' });
  if (error.statusCode !== undefined && error.statusCode < 500)
    return replyWithProblem(request, reply, { code: 'shared.unreadable-body' });
  if (isUnstorableText(error)) return replyWithProblem(request, reply, { code: 'shared.invalid-input' });
  if (isDatabaseAway(error)) {
    request.log.error({ err: error }, 'database away');
    return replyWithProblem(request, reply, { code: 'shared.database-unavailable' });
  }
  if (error.code === ROWS_HELD) return replyWithProblem(request, reply, { code: 'shared.rows-held' });
  const faultCode = newFaultCode();
  request.log.error({ err: error, faultCode }, 'fault');
  return replyWithProblem(request, reply, { code: 'shared.fault', detail: { faultCode } });
}

/** What the embedded database says instead of waiting for work that is written in parts. */
const ROWS_HELD = '55P03';

/** Text with a NUL or half a letter passes JSON, and no database keeps it. */
const isUnstorableText = (error: { code?: string }): boolean =>
  error.code === '22021' || error.code === '22P05';

/** The database stopped, restarts, or has no connection left: not a fault of ours, and it passes. */
const isDatabaseAway = (error: { code?: string; syscall?: string; message?: string }): boolean =>
  error.syscall === 'connect' ||
  /^(ECONNRESET|EPIPE|57P0\d|53300|08\d{3})$/.test(error.code ?? '') ||
  /Connection terminated|timeout exceeded when trying to connect/.test(error.message ?? '');

const LETTERS = 'ABCDEFGHJKLMNPQRSTUVWXYZ23456789';

/** Easy to read over a telephone: no 0/O, 1/I. */
function newFaultCode(): string {
  const part = () => Array.from({ length: 4 }, () => LETTERS[randomInt(LETTERS.length)]).join('');
  return `LOI-${part()}-${part()}`;
}
