import { type ReviewLawView, reviewLawView } from '@benvung/contract/review-law';
import { LIMIT_KINDS } from '@benvung/domain/review/review-procedure';
import { ok } from '@benvung/domain/shared/result';
import type { Language } from '@benvung/domain/shared/text';
import type { Db } from '../../platform/database/database.ts';
import type { FeatureRoutes } from '../../platform/http/app-parts.ts';
import { defineRoute } from '../../platform/http/define-route.ts';
import { listLoadedLaw } from './loaded-law.store.ts';
import { procedureOn, readProcedures, readWorkingYears } from './review-law.ts';

export const reviewLawRoutes: FeatureRoutes = (app) => {
  defineRoute(app, {
    method: 'GET',
    path: '/api/review-law',
    access: 'signedIn',
    summary:
      'Ngày nghỉ và quy trình dùng để tính thời hạn / Working days and procedures that deadlines rest on',
    response: reviewLawView,
    handler: async ({ db, clock, language }) => ok(await readReviewLaw(db, clock.today(), language)),
  });
};

type Ground = { readonly document: string; readonly article: string | null; readonly label: string };
const sourceOf = ({ document, article, label }: Ground): string =>
  [document, article, label].filter((part) => part !== null).join(', ');

async function readReviewLaw(db: Db, today: string, language: Language): Promise<ReviewLawView> {
  const inForce = await procedureOn(db, today);
  const loaded = new Set((await listLoadedLaw(db, 'review-procedure')).map(({ name }) => name));
  const years = await readWorkingYears(db);
  const procedures = await readProcedures(db);
  return {
    today,
    years: years.map(({ year, status, holidays, swaps, decisions }) => ({
      year,
      status,
      holidays: [...holidays],
      swaps: [...swaps],
      sources: decisions.map(sourceOf),
    })),
    procedures: procedures.map(({ procedure: { id, title, from, to, grounds, limits }, hash }) => ({
      id,
      title: title[language],
      from,
      to,
      inForce: inForce.ok && inForce.value.hash === hash,
      status: loaded.has(id) ? 'loaded' : 'shipped',
      sources: grounds.map(sourceOf),
      limits: LIMIT_KINDS.map((kind) => ({
        kind,
        days: limits[kind].days,
        dayKind: limits[kind].kind,
        source: sourceOf(limits[kind].ground),
      })),
    })),
  };
}
