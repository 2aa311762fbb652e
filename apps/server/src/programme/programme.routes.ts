import { programmeList } from '@benvung/contract/programme';
import { ok } from '@benvung/domain/shared/result';
import { z } from 'zod';
import type { FeatureRoutes } from '../platform/http/app-parts.ts';
import { defineRoute } from '../platform/http/define-route.ts';
import { listProgrammes } from './list-programmes.ts';

export const programmeRoutes: FeatureRoutes = (app) => {
  defineRoute(app, {
    method: 'GET',
    path: '/api/programmes',
    access: 'signedIn',
    summary: 'Cây chương trình theo quyết định phê duyệt / The trees of the programmes',
    query: z.object({ day: z.iso.date().optional() }),
    response: programmeList,
    handler: async ({ db, clock, language }, { query }) =>
      ok(await listProgrammes(db, query.day ?? clock.today(), language)),
  });
};
