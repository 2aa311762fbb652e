import { paperVerified, verifyPaper as verifyPaperBody } from '@benvung/contract/review-public';
import {
  POSTING_CODE_LENGTH,
  RECEIPT_CODE_LENGTH,
  typedPublicCode,
} from '@benvung/domain/review/public/public-code';
import { groupedCode } from '@benvung/domain/shared/printed-code';
import { ok, refuse } from '@benvung/domain/shared/result';
import type { FastifyInstance } from 'fastify';
import { inAreaScope } from '../../platform/database/area-scope.ts';
import type { AppParts, FeatureRoutes } from '../../platform/http/app-parts.ts';
import {
  definePage,
  installPages,
  type PageContext,
  type PageReply,
} from '../../platform/http/define-page.ts';
import { defineRoute } from '../../platform/http/define-route.ts';
import { grievanceFormPage, readGrievanceForm, typedIn } from './grievance-form.ts';
import { homePage } from './home-page.ts';
import { faultPage, link, say } from './page-frame.ts';
import { isOpen, overPage, postingCodePage, postingPage } from './posting-page.ts';
import { minutes, type PublicLimits, publicLimits } from './public-limits.ts';
import { addViews, type PublicPage } from './public-page.store.ts';
import { PUBLIC_STYLE } from './public-style.ts';
import { publicWords } from './public-words.ts';
import { receiptCodePage, receiptPage, requestReceiptPage } from './receipt-page.ts';
import { addRequestPages } from './request-pages.ts';
import { findPostingPage, findReceiptPage, sendGrievance, viewCounter } from './send-grievance.ts';
import { findRequestReceipt } from './send-request.ts';
import { verificationPage } from './verification-page.ts';
import { verifyPaper } from './verify-paper.ts';

/** Pages and the one question that are open to everyone: plain HTML of the server, no session, no script. */
export const publicRoutes: FeatureRoutes = (app, parts) => {
  const now = () => Date.parse(parts.clock.now());
  const limits = publicLimits(now);
  addVerificationRoute(app, limits);
  // In a scope of their own: what goes wrong with a page is answered as a page.
  return app.register(async (scope) => {
    installPages(scope, faultPage);
    addStartPages(scope);
    addPostingPages(scope, parts, limits);
    addGrievancePages(scope, limits);
    addRequestPages(scope, limits);
    addReceiptPages(scope, limits);
    addVerificationPages(scope, limits);
  }) as unknown as Promise<void>;
};

function addStartPages(app: FastifyInstance): void {
  app.httpBase.pages.push('GET /cong-khai/trang.css');
  app.get(
    '/cong-khai/trang.css',
    { schema: { hide: true }, config: { declared: true } },
    async (_request, reply) =>
      reply
        .type('text/css; charset=utf-8')
        .header('cache-control', 'public, max-age=3600')
        .send(PUBLIC_STYLE),
  );
  definePage(app, { method: 'GET', path: '/cong-khai', handler: async (context) => homePage(context) });
}

/** The posting of a typed code, or the page that answers instead. */
async function findTyped(
  context: PageContext,
  typed: string,
  limits: PublicLimits,
): Promise<{ readonly code: string; readonly page: PublicPage<'posting'> } | PageReply> {
  const wait = limits.codes.secondsToWait(context.address);
  if (wait > 0) return { status: 429, page: faultPage({ status: 429, seconds: wait }, context.language) };
  const code = typedPublicCode(typed, POSTING_CODE_LENGTH);
  const page = code === null ? undefined : await findPostingPage(context.database, code);
  if (code !== null && page !== undefined) return { code, page };
  limits.codes.note(context.address);
  return postingCodePage(context, typed.slice(0, POSTING_CODE_LENGTH * 2));
}

function addPostingPages(app: FastifyInstance, { database, clock }: AppParts, limits: PublicLimits): void {
  const count = viewCounter(
    (views) => inAreaScope(database, { paths: [] }, (db) => addViews(db, views)),
    () => Date.parse(clock.now()),
  );
  definePage(app, {
    method: 'GET',
    path: '/t',
    handler: async (context) => {
      const { ma } = context.query;
      if (ma === undefined || ma.trim() === '') return postingCodePage(context, null);
      const code = typedPublicCode(ma, POSTING_CODE_LENGTH);
      if (code === null) return postingCodePage(context, ma.slice(0, POSTING_CODE_LENGTH * 2));
      return { seeOther: link(`/t/${groupedCode(code)}`, context.language) };
    },
  });
  const show = async (context: PageContext, sought: string): Promise<PageReply> => {
    const found = await findTyped(context, context.params.ma ?? '', limits);
    if (!('code' in found)) return found;
    const { code, page } = found;
    if (!isOpen(page.content, context)) return overPage(context, page.content, `/t/${groupedCode(code)}`);
    if (sought === '') await count(code);
    return postingPage(context, { code, list: page.content, sought });
  };
  definePage(app, { method: 'GET', path: '/t/:ma', handler: (context) => show(context, '') });
  // A name that is looked for must not stand in an address.
  definePage(app, {
    method: 'POST',
    path: '/t/:ma',
    handler: (context) => show(context, (context.form.tim ?? '').trim().slice(0, 60)),
  });
}

function addGrievancePages(app: FastifyInstance, limits: PublicLimits): void {
  definePage(app, {
    method: 'GET',
    path: '/pa',
    handler: async (context) => {
      const { t, ve = '', so = '' } = context.query;
      if (t === undefined || t.trim() === '') return grievanceCodePage(context);
      const found = await findTyped(context, t, limits);
      if (!('code' in found)) return found;
      const { code, page } = found;
      if (!isOpen(page.content, context)) return overPage(context, page.content, `/t/${groupedCode(code)}`);
      return grievanceFormPage(context, { code, list: page.content, typed: typedIn({ ve, so }) });
    },
  });
  definePage(app, { method: 'POST', path: '/pa', handler: (context) => takeGrievance(context, limits) });
}

/** A grievance belongs to a posting: its code comes first. */
const grievanceCodePage = (context: PageContext): PageReply => postingCodePage(context, null, '/pa');

async function takeGrievance(context: PageContext, limits: PublicLimits): Promise<PageReply> {
  const { form, language, address } = context;
  const found = await findTyped(context, form.t ?? '', limits);
  if (!('code' in found)) return found;
  const { code, page } = found;
  const list = page.content;
  if (!isOpen(list, context)) return overPage(context, list, `/t/${groupedCode(code)}`);
  const typed = typedIn(form);
  const checked = readGrievanceForm(typed, list, language);
  if ('errors' in checked) return grievanceFormPage(context, { code, list, typed, errors: checked.errors });
  const wait = limits.sent.secondsToWait(address);
  if (wait > 0) {
    const notice = say(publicWords[language].wait, { minutes: minutes(wait) });
    return grievanceFormPage(context, { code, list, typed, notice });
  }
  limits.sent.note(address);
  const sent = await sendGrievance(context, { page, read: checked.read, token: typed.don });
  if (!sent.ok) return overPage(context, list, `/t/${groupedCode(code)}`);
  return { seeOther: link(`/pa/${groupedCode(sent.value)}`, language, { moi: '1' }) };
}

function addReceiptPages(app: FastifyInstance, limits: PublicLimits): void {
  definePage(app, {
    method: 'GET',
    path: '/pa/tra-cuu',
    handler: async (context) => {
      const { ma } = context.query;
      if (ma === undefined || ma.trim() === '') return receiptCodePage(context, { missed: null });
      const code = typedPublicCode(ma, RECEIPT_CODE_LENGTH);
      if (code === null) return receiptCodePage(context, { missed: ma.slice(0, RECEIPT_CODE_LENGTH * 2) });
      return { seeOther: link(`/pa/${groupedCode(code)}`, context.language) };
    },
  });
  definePage(app, {
    method: 'GET',
    path: '/pa/:ma',
    handler: async (context) => {
      const { params, query, address, language, database } = context;
      const typed = params.ma ?? '';
      const missed = typed.slice(0, RECEIPT_CODE_LENGTH * 2);
      const wait = limits.codes.secondsToWait(address);
      if (wait > 0) {
        const notice = say(publicWords[language].waitTries, { minutes: minutes(wait) });
        return receiptCodePage(context, { missed, notice });
      }
      const code = typedPublicCode(typed, RECEIPT_CODE_LENGTH);
      const isNew = query.moi === '1';
      const page = code === null ? undefined : await findReceiptPage(database, code);
      if (code !== null && page !== undefined)
        return receiptPage(context, { code, page: page.content, isNew });
      const request = code === null ? undefined : await findRequestReceipt(context, code);
      if (code !== null && request !== undefined)
        return requestReceiptPage(context, { code, page: request, isNew });
      limits.codes.note(address);
      return receiptCodePage(context, { missed });
    },
  });
}

function addVerificationPages(app: FastifyInstance, limits: PublicLimits): void {
  definePage(app, {
    method: 'GET',
    path: '/x',
    handler: async (context) =>
      verificationPage(context, { number: context.query.so ?? '', code: context.query.ma ?? '' }),
  });
  definePage(app, {
    method: 'POST',
    path: '/x',
    handler: async (context) => {
      const { form, language, address, database } = context;
      const asked = { number: (form.so ?? '').slice(0, 60), code: (form.ma ?? '').slice(0, 40) };
      const wait = limits.papers.secondsToWait(address);
      if (wait > 0) {
        const notice = say(publicWords[language].waitTries, { minutes: minutes(wait) });
        return verificationPage(context, { ...asked, notice });
      }
      const verified = await verifyPaper(database, asked, language);
      if (verified.state === 'notFound') limits.papers.note(address);
      return verificationPage(context, { ...asked, verified });
    },
  });
}

function addVerificationRoute(app: FastifyInstance, limits: PublicLimits): void {
  defineRoute(app, {
    method: 'POST',
    path: '/api/public/verification',
    access: 'public',
    summary: 'Xác minh giấy chứng nhận, văn bản bằng số và mã / Verify a paper by its number and code',
    body: verifyPaperBody,
    response: paperVerified,
    act: 'review.verify-paper',
    transaction: 'own',
    handler: async ({ database, language, address }, { body }) => {
      const seconds = limits.papers.secondsToWait(address);
      if (seconds > 0) return refuse('shared.too-many-requests', { seconds });
      const verified = await verifyPaper(database, body, language);
      if (verified.state === 'notFound') limits.papers.note(address);
      return ok(verified);
    },
  });
}
