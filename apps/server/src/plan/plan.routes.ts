import { planCheckQuery, planCheckReport } from '@benvung/contract/plan';
import { checkedRules } from '@benvung/domain/plan/check/check-plan-document';
import { ok } from '@benvung/domain/shared/result';
import type { FeatureRoutes } from '../platform/http/app-parts.ts';
import { defineRoute } from '../platform/http/define-route.ts';
import { uploadedFile } from '../platform/http/file-reply.ts';
import { checkSource } from './check-source.ts';
import { PLAN_FILE_LIMITS, PlanFileRefusal } from './files/file-refusal.ts';
import { readSource } from './files/read-source.ts';

/** Reading and checking holds the server's thread: about a tenth of a second for 100,000 letters. */
const SERVED_LETTERS = 400_000;

export const planRoutes: FeatureRoutes = (app) => {
  defineRoute(app, {
    method: 'POST',
    path: '/api/plan-checks',
    access: 'signedIn',
    act: 'plan.check',
    summary:
      'Kiểm mâu thuẫn của một văn bản, không lưu / Find the contradictions of a document; nothing is kept',
    query: planCheckQuery,
    body: uploadedFile,
    bodyLimit: PLAN_FILE_LIMITS.bytes,
    response: planCheckReport,
    rateLimit: { max: 20, seconds: 60 },
    handler: async (_context, { query, body }) => {
      try {
        const source = await readSource(body, SERVED_LETTERS);
        const { findings, structure } = checkSource(source, query.lang);
        const checked = checkedRules.map(({ id, title }) => ({ rule: id, title: title[query.lang] }));
        const { text, extracted } = source;
        return ok({ file: query.file, text, extracted, findings: [...findings], structure, checked });
      } catch (error) {
        if (!(error instanceof PlanFileRefusal)) throw error;
        return { ok: false, problem: { code: error.code, detail: error.detail } };
      }
    },
  });
};
