import { dutyList } from '@benvung/contract/review-deadline';
import { ok, refuse } from '@benvung/domain/shared/result';
import { z } from 'zod';
import { timeInVietnam } from '../../platform/clock.ts';
import type { FeatureRoutes } from '../../platform/http/app-parts.ts';
import { defineRoute } from '../../platform/http/define-route.ts';
import { isInside } from '../../platform/http/principal.ts';
import { listLastKnownUnits } from '../../territory/territory.public.ts';
import { readDeadlines } from './read-deadlines.ts';

export const deadlineRoutes: FeatureRoutes = (app) => {
  defineRoute(app, {
    method: 'GET',
    path: '/api/review-deadlines',
    access: 'signedIn',
    summary: 'Việc đến hạn và trễ hạn của một đơn vị / What is due and late in a unit',
    query: z.object({
      unit: z.coerce.number().int(),
      page: z.coerce.number().int().min(1).max(10_000).optional(),
    }),
    response: dutyList,
    handler: async ({ db, areas, clock }, { query }) => {
      const today = clock.today();
      const unit = (await listLastKnownUnits(db, [query.unit], today)).get(query.unit);
      // the nation's villages are not read in one page, as on the board
      if (unit === undefined || unit.level === 'nation' || !isInside(areas, unit.path))
        return refuse('review.unit-not-found', { unit: query.unit });
      return ok(
        await readDeadlines(db, { unit, page: query.page ?? 1, today, time: timeInVietnam(clock.now()) }),
      );
    },
  });
};
