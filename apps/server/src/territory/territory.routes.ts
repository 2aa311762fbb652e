import { day } from '@benvung/contract/shared';
import { mapDays, unitDetail, unitList } from '@benvung/contract/territory';
import { writtenDay } from '@benvung/domain/shared/day';
import { ok, refuse } from '@benvung/domain/shared/result';
import { searchKey } from '@benvung/domain/shared/vietnamese-text';
import { LEVELS } from '@benvung/domain/territory/admin-unit';
import { z } from 'zod';
import type { FeatureRoutes } from '../platform/http/app-parts.ts';
import { defineRoute } from '../platform/http/define-route.ts';
import { placeListRoutes } from './place-list.routes.ts';
import { listMapDays } from './territory.public.ts';
import { searchUnitsOn } from './territory.store.ts';
import { territoryListRoutes } from './territory-list.routes.ts';
import { viewUnit } from './view-unit.ts';
import { villageRoutes } from './village.routes.ts';

const MOST_UNITS = 500;

/** Names and codes of units are public: everyone signed in reads them all. */
export const territoryRoutes: FeatureRoutes = (app, parts) => {
  readRoutes(app);
  villageRoutes(app, parts);
  placeListRoutes(app, parts);
  territoryListRoutes(app, parts);
};

const readRoutes = (app: Parameters<FeatureRoutes>[0]): void => {
  defineRoute(app, {
    method: 'GET',
    path: '/api/territory/units',
    access: 'signedIn',
    summary: 'Tìm đơn vị hành chính vào một ngày / Find units on a day',
    query: z.object({
      on: day.optional(),
      parent: z.coerce.number().int().optional(),
      q: z.string().max(100).optional(),
      level: z.enum(LEVELS).optional(),
      mine: z.enum(['1']).optional(),
      limit: z.coerce.number().int().min(1).max(MOST_UNITS).default(50),
    }),
    response: unitList,
    handler: async ({ db, clock, areas }, { query }) => {
      const on = query.on ?? clock.today();
      const paths = query.mine === '1' ? { paths: areas } : {};
      const key = searchKey(query.q ?? '');
      const { parent: parentId, level, limit } = query;
      return ok({ on, units: await searchUnitsOn(db, { day: on, key, level, parentId, limit, ...paths }) });
    },
  });

  defineRoute(app, {
    method: 'GET',
    path: '/api/territory/units/:id',
    access: 'signedIn',
    summary:
      'Một đơn vị: cấp trên, các thời kỳ, trước và sau sắp xếp / One unit with its ancestors, past and future',
    params: z.object({ id: z.coerce.number().int() }),
    query: z.object({ on: day.optional(), counts: z.enum(['1']).optional() }),
    response: unitDetail,
    handler: async ({ db, clock, language }, { params, query }) => {
      const on = query.on ?? clock.today();
      const unit = await viewUnit(db, { id: params.id, on, language, counts: query.counts === '1' });
      return unit === undefined ? refuse('shared.not-found') : ok(unit);
    },
  });

  defineRoute(app, {
    method: 'GET',
    path: '/api/territory/maps',
    access: 'signedIn',
    summary: 'Các ngày bản đồ thay đổi / The days on which the map changed',
    response: mapDays,
    handler: async ({ db }) =>
      ok({
        days: (await listMapDays(db)).map((one) => ({ day: one, label: writtenDay(one) })),
      }),
  });
};
