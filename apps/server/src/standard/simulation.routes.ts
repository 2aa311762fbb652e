import { householdClass } from '@benvung/contract/household';
import { simulatedHouseholds, simulationPart } from '@benvung/contract/standard';
import { z } from 'zod';
import type { FeatureRoutes } from '../platform/http/app-parts.ts';
import { defineRoute } from '../platform/http/define-route.ts';
import { queryYear } from '../platform/http/query-year.ts';
import { listSimulatedChange, simulateStandard } from './simulate-standard.ts';

const KEY = /^\d{1,18}_[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/u;
const simulationQuery = z.object({
  unit: z.coerce.number().int().min(1),
  year: queryYear,
  standard: z.string().max(40),
  after: z.string().regex(KEY).optional(),
});

export const simulationRoutes: FeatureRoutes = (app) => {
  defineRoute(app, {
    method: 'GET',
    path: '/api/simulations',
    access: 'signedIn',
    summary:
      'Thử một chuẩn khác trên các hộ đã rà soát, từng phần / Another standard on the reviewed households, in parts',
    query: simulationQuery,
    response: simulationPart,
    rateLimit: { max: 600, seconds: 60 },
    handler: ({ db, areas, clock }, { query }) =>
      simulateStandard(db, {
        unitId: query.unit,
        year: query.year,
        standardId: query.standard,
        after: query.after ?? null,
        areas,
        today: clock.today(),
      }),
  });

  defineRoute(app, {
    method: 'GET',
    path: '/api/simulations/households',
    access: 'signedIn',
    summary: 'Các hộ sẽ đổi loại theo chuẩn thử, và vì sao / The households that would change class, and why',
    query: simulationQuery.extend({ from: householdClass, to: householdClass }),
    response: simulatedHouseholds,
    handler: ({ db, areas, clock, language }, { query }) =>
      listSimulatedChange(db, {
        unitId: query.unit,
        year: query.year,
        standardId: query.standard,
        after: query.after ?? null,
        from: query.from,
        to: query.to,
        areas,
        today: clock.today(),
        language,
      }),
  });
};
