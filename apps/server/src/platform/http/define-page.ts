import type { Language } from '@benvung/contract/problem-texts';
import type { FastifyError, FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Clock } from '../clock.ts';
import type { DatabaseHandle } from '../database/database.ts';
import type { Html } from './html.ts';
import { RATE_LIMITS } from './rate-limits.ts';
import { findUnstorableText } from './unstorable-text.ts';

/** What a page of the server's own is answered with: its HTML, or another address to go to. */
export type PageReply = { readonly status?: number; readonly page: Html } | { readonly seeOther: string };

export interface PageContext {
  readonly database: DatabaseHandle;
  readonly clock: Clock;
  /** Of whoever asks; for limits alone, it is kept nowhere. */
  readonly address: string;
  /** Scheme and host the browser asked for. */
  readonly origin: string;
  /** Vietnamese unless `?lang=en`: a telephone's own setting says little in a village. */
  readonly language: Language;
  /** The parameters of the path, the query and the fields of a form, each once and as text. */
  readonly params: Readonly<Record<string, string>>;
  readonly query: Readonly<Record<string, string>>;
  readonly form: Readonly<Record<string, string>>;
}

export interface PageDeclaration {
  readonly method: 'GET' | 'POST';
  readonly path: string;
  handler(context: PageContext): Promise<PageReply>;
}

/** No script at all, and nothing from anywhere else. */
const PAGE_POLICY = [
  "default-src 'none'",
  "style-src 'self'",
  "img-src 'self'",
  "form-action 'self'",
  "base-uri 'none'",
  "frame-ancestors 'none'",
].join('; ');

/** A form of a citizen holds a few thousand letters. */
const FORM_BYTES = 32 * 1024;

/** What one page of a feature looks like when it cannot be answered. */
export type FaultPage = (
  fault: { readonly status: number; readonly seconds?: number },
  language: Language,
) => Html;

/**
 * Prepares a feature's own scope for pages: forms are read, and whatever goes wrong is answered as a page. Pages are open to
 * everyone, need no session, set no cookie and may not be indexed.
 */
export function installPages(app: FastifyInstance, faultPage: FaultPage): void {
  app.addContentTypeParser(
    'application/x-www-form-urlencoded',
    { parseAs: 'string', bodyLimit: FORM_BYTES },
    (_request, body, done) => done(null, new URLSearchParams(body as string)),
  );
  app.setErrorHandler((error: FastifyError, request, reply) => {
    const status = error.statusCode ?? 500;
    if (status >= 500) request.log.error({ err: error }, 'fault on a page');
    const seconds = (error as { seconds?: number }).seconds;
    const fault = { status, ...(seconds === undefined ? {} : { seconds }) };
    return sendPage(reply.code(status), faultPage(fault, pageLanguage(request)));
  });
}

export function definePage(app: FastifyInstance, page: PageDeclaration): void {
  const { parts, limits, pages } = app.httpBase;
  pages.push(`${page.method} ${page.path}`);
  const rateLimit = { max: RATE_LIMITS.public, timeWindow: 60_000, groupId: 'public' };
  app.route({
    method: page.method,
    url: page.path,
    bodyLimit: FORM_BYTES,
    schema: { hide: true },
    config: { declared: true, ...(limits ? { rateLimit } : {}) },
    handler: async (request, reply) => {
      if (page.method === 'POST' && isForeignForm(request)) throw pageFault(403);
      const context: PageContext = {
        database: parts.database,
        clock: parts.clock,
        address: request.ip,
        origin: `${request.protocol}://${request.host}`,
        language: pageLanguage(request),
        params: textsOf(request.params),
        query: textsOf(request.query),
        form: request.body instanceof URLSearchParams ? Object.fromEntries(request.body) : {},
      };
      for (const part of [context.params, context.query, context.form])
        if (findUnstorableText(part) !== undefined) throw pageFault(400);
      const answer = await page.handler(context);
      if ('seeOther' in answer)
        return reply.header('cache-control', 'no-store').redirect(answer.seeOther, 303);
      return sendPage(reply.code(answer.status ?? 200), answer.page);
    },
  });
}

const pageFault = (statusCode: number): Error => Object.assign(new Error('page'), { statusCode });

const pageLanguage = ({ query }: FastifyRequest): Language =>
  (query as Record<string, unknown>).lang === 'en' ? 'en' : 'vi';

const textsOf = (values: unknown): Record<string, string> =>
  Object.fromEntries(
    Object.entries((values ?? {}) as Record<string, unknown>).flatMap(([name, value]) =>
      typeof value === 'string' ? [[name, value]] : [],
    ),
  );

/** A form is taken from our own page alone: browsers name the page it comes from. */
function isForeignForm({ headers, protocol, host }: FastifyRequest): boolean {
  const { origin } = headers;
  if (origin !== undefined && origin !== `${protocol}://${host}`) return true;
  const site = headers['sec-fetch-site'];
  return site !== undefined && site !== 'same-origin';
}

const sendPage = (reply: FastifyReply, page: Html): FastifyReply =>
  reply
    .header('content-security-policy', PAGE_POLICY)
    .header('x-robots-tag', 'noindex, nofollow')
    .header('cache-control', 'no-store')
    .type('text/html; charset=utf-8')
    .send(page.text);
