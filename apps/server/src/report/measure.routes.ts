import { measureGroupings, povertyMeasures } from '@benvung/contract/report';
import { z } from 'zod';
import type { FeatureRoutes } from '../platform/http/app-parts.ts';
import { defineRoute } from '../platform/http/define-route.ts';
import { queryYear } from '../platform/http/query-year.ts';
import { measureUnit } from './measure-unit.ts';

export const measureRoutes: FeatureRoutes = (app) => {
  defineRoute(app, {
    method: 'GET',
    path: '/api/measures',
    access: 'staff',
    summary: 'H, A, M0 của các hộ đã rà soát / H, A and M0 of the reviewed households',
    query: z.object({
      unit: z.string().min(1).max(20),
      year: queryYear,
      by: z.enum(measureGroupings).optional(),
      count: z.enum(['households', 'persons']).optional(),
      standard: z.string().max(40).optional(),
    }),
    response: povertyMeasures,
    handler: ({ db, areas, language }, { query }) =>
      measureUnit(db, {
        unit: query.unit,
        year: query.year,
        by: query.by ?? null,
        count: query.count ?? 'households',
        standardId: query.standard ?? null,
        areas,
        language,
      }),
  });
};
