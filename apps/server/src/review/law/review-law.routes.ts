import { lawLoaded, loadLawCommand, type ReviewLawView, reviewLawView } from '@benvung/contract/review-law';
import { LIMIT_KINDS, type ReviewProcedure } from '@benvung/domain/review/review-procedure';
import { ROUND_KINDS } from '@benvung/domain/review/review-round';
import { yearOf } from '@benvung/domain/shared/day';
import { ok, refuse } from '@benvung/domain/shared/result';
import type { Language } from '@benvung/domain/shared/text';
import { yearsWithoutTable } from '@benvung/domain/shared/working-days';
import type { LoadedProcedure } from '@benvung/regulations/regulation-library';
import { NATION_PATH } from '../../platform/audit/audit-entry.ts';
import type { Db } from '../../platform/database/database.ts';
import type { FeatureRoutes } from '../../platform/http/app-parts.ts';
import { defineRoute } from '../../platform/http/define-route.ts';
import { areasInForce, isInside } from '../../platform/http/principal.ts';
import { loadReviewLaw, tryReviewLaw } from './load-law.ts';
import { listLoadedLaw } from './loaded-law.store.ts';
import { procedureOn, readProcedures, readWorkingYears } from './review-law.ts';

export const reviewLawRoutes: FeatureRoutes = (app) => {
  defineRoute(app, {
    method: 'GET',
    path: '/api/review-law',
    access: 'staff',
    summary:
      'Ngày nghỉ và quy trình dùng để tính thời hạn / Working days and procedures that deadlines rest on',
    response: reviewLawView,
    handler: async ({ db, clock, language, principal }) => {
      const mayLoad = isInside(areasInForce(principal, ['administrator']), NATION_PATH);
      return ok({ ...(await readReviewLaw(db, clock.today(), language)), mayLoad });
    },
  });

  defineRoute(app, {
    method: 'POST',
    path: '/api/review-law',
    access: ['administrator'],
    summary:
      'Nạp ngày nghỉ của một năm hoặc một quy trình, hoặc chạy thử / Load a year’s days off or a procedure, or try it',
    body: loadLawCommand,
    response: lawLoaded,
    act: 'review.load-law',
    handler: async ({ db, clock, areas, principal, audit }, { body }) => {
      if (!isInside(areas, NATION_PATH)) return refuse('shared.outside-area');
      const tried = await tryReviewLaw(db, body.text);
      if (!tried.ok) return tried;
      const { kind, name, added, removed } = tried.value;
      if (!body.dryRun) {
        const loaded = await loadReviewLaw(db, {
          text: body.text,
          loadedBy: principal.username,
          loadedAt: clock.now(),
        });
        if (!loaded.ok) return loaded;
      }
      audit({
        act: body.dryRun ? 'review.try-law' : 'review.load-law',
        subject: { kind, id: name },
        scopePath: NATION_PATH,
        detail: { name },
      });
      return ok({ ...tried.value, added: [...added], removed: [...removed] });
    },
  });
};

type Courses = ReviewLawView['procedures'][number]['courses'];
type Ground = { readonly document: string; readonly article: string | null; readonly label: string };
const sourceOf = ({ document, article, label }: Ground): string =>
  [document, article, label].filter((part) => part !== null).join(', ');

async function readReviewLaw(
  db: Db,
  today: string,
  language: Language,
): Promise<Omit<ReviewLawView, 'mayLoad'>> {
  const inForce = await procedureOn(db, today);
  const loaded = new Set((await listLoadedLaw(db, 'review-procedure')).map(({ name }) => name));
  const years = await readWorkingYears(db);
  const procedures = await readProcedures(db);
  return {
    today,
    years: years.map(({ year, status, holidays, swaps, decisions }) => {
      const named = (decision: number | undefined) => {
        const found = decision === undefined ? undefined : decisions[decision - 1];
        return found === undefined ? null : sourceOf(found);
      };
      return {
        year,
        status,
        holidays: holidays.map(({ decision, ...one }) => ({ ...one, source: named(decision) })),
        swaps: swaps.map(({ decision, ...one }) => ({ ...one, source: named(decision) })),
        sources: decisions.map(sourceOf),
        file: { year, status: 'loaded', holidays, swaps, decisions },
      };
    }),
    withoutTable: yearsWithoutTable(years, yearOf(today) + 1),
    procedures: newestOf(procedures).map(({ procedure, hash }) => {
      const { id, title, from, to, grounds, limits } = procedure;
      return {
        id,
        title: title[language],
        from,
        to,
        inForce: inForce.ok && inForce.value.hash === hash,
        status: loaded.has(id) ? 'loaded' : 'shipped',
        sources: grounds.map(sourceOf),
        courses: coursesOf(procedure, language),
        limits: LIMIT_KINDS.map((kind) => ({
          kind,
          days: limits[kind].days,
          dayKind: limits[kind].kind,
          source: sourceOf(limits[kind].ground),
        })),
      };
    }),
  };
}

/** Rounds opened under an older text of a version go on by it; new ones, and this list, by the newest. */
const newestOf = (procedures: readonly LoadedProcedure[]): LoadedProcedure[] => [
  ...new Map(procedures.map((one) => [one.procedure.id, one])).values(),
];

function coursesOf({ courses, steps }: ReviewProcedure, language: Language): Courses {
  if (courses === undefined) return [];
  return ROUND_KINDS.map((kind) => ({
    kind,
    steps: courses[kind].steps.map((step) => steps.find(({ id }) => id === step)?.title[language] ?? step),
    confidence: courses[kind].confidence,
    source: sourceOf(courses[kind].ground),
  }));
}
