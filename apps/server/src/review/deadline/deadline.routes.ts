import { deadlineMonth, dutyList } from '@benvung/contract/review-deadline';
import { day } from '@benvung/contract/shared';
import { ok } from '@benvung/domain/shared/result';
import { z } from 'zod';
import { timeInVietnam } from '../../platform/clock.ts';
import type { FeatureRoutes } from '../../platform/http/app-parts.ts';
import { defineRoute } from '../../platform/http/define-route.ts';
import { findUnitOfReader } from '../find-unit-of-reader.ts';
import { readDeadlineMonth, readDeadlines } from './read-deadlines.ts';

export const deadlineRoutes: FeatureRoutes = (app) => {
  defineRoute(app, {
    method: 'GET',
    path: '/api/review-deadlines',
    access: 'staff',
    summary: 'Việc đến hạn và trễ hạn của một đơn vị / What is due and late in a unit',
    query: z.object({
      unit: z.coerce.number().int(),
      page: z.coerce.number().int().min(1).max(10_000).optional(),
      day: day.optional(),
    }),
    response: dutyList,
    handler: async (context, { query }) => {
      const { db, clock } = context;
      const unit = await findUnitOfReader(context, query.unit);
      if (!unit.ok) return unit;
      const at = { today: clock.today(), time: timeInVietnam(clock.now()) };
      return ok(await readDeadlines(db, { unit: unit.value, page: query.page ?? 1, day: query.day, ...at }));
    },
  });

  defineRoute(app, {
    method: 'GET',
    path: '/api/review-calendar',
    access: 'staff',
    summary: 'Lịch tháng của thời hạn rà soát / A month of review deadlines',
    query: z.object({
      unit: z.coerce.number().int(),
      month: z.string().regex(/^(19|20)\d{2}-(0[1-9]|1[0-2])$/u),
    }),
    response: deadlineMonth,
    handler: async (context, { query }) => {
      const { db, clock } = context;
      const unit = await findUnitOfReader(context, query.unit);
      if (!unit.ok) return unit;
      const at = { today: clock.today(), time: timeInVietnam(clock.now()) };
      return ok(await readDeadlineMonth(db, { unit: unit.value, month: query.month, ...at }));
    },
  });
};
