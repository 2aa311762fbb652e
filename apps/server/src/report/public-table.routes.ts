import { officialTable } from '@benvung/contract/report';
import { z } from 'zod';
import { NATION_PATH } from '../platform/audit/audit-entry.ts';
import { inAreaScope } from '../platform/database/area-scope.ts';
import type { FeatureRoutes } from '../platform/http/app-parts.ts';
import { defineRoute } from '../platform/http/define-route.ts';
import { queryYear } from '../platform/http/query-year.ts';
import { computePublicTable } from './public-table.ts';

export const publicTableRoutes: FeatureRoutes = (app) => {
  defineRoute(app, {
    method: 'GET',
    path: '/api/public/tables/1',
    access: 'public',
    summary:
      'Biểu 1 cho mọi người: kết quả chính thức, số dưới 5 hộ không nêu / Table 1 for anyone: official, small counts hidden',
    query: z.object({
      unit: z.string().min(1).max(20),
      year: queryYear,
    }),
    response: officialTable,
    transaction: 'own',
    rateLimit: { max: 60, seconds: 60 },
    handler: ({ database, clock }, { query }) =>
      inAreaScope(database, { paths: [NATION_PATH] }, (db) =>
        computePublicTable(db, { ...query, now: clock.now(), today: clock.today() }),
      ),
  });
};
