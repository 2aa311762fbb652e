import { personalFileAsked } from '@benvung/contract/exchange';
import { householdClass } from '@benvung/contract/household';
import { simulatedHouseholds, simulationPart } from '@benvung/contract/standard';
import { ok, refuse } from '@benvung/domain/shared/result';
import { z } from 'zod';
import { givenBy, listFile } from '../exchange/list-file.public.ts';
import type { FeatureRoutes } from '../platform/http/app-parts.ts';
import { defineRoute } from '../platform/http/define-route.ts';
import { fileResponse } from '../platform/http/file-reply.ts';
import { queryYear } from '../platform/http/query-year.ts';
import { findUnitOn } from '../territory/territory.public.ts';
import { exportSimulated } from './export-simulated.ts';
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
    access: 'staff',
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
    access: 'staff',
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

  defineRoute(app, {
    method: 'GET',
    path: '/api/simulations/households/file',
    access: ['officer', 'approver', 'inspector', 'administrator'],
    act: 'standard.export-simulation',
    summary: 'Xuất các hộ sẽ đổi loại theo chuẩn thử / The households that would change class as a file',
    query: simulationQuery
      .omit({ after: true })
      .extend({ from: householdClass, to: householdClass })
      .extend(personalFileAsked.shape),
    response: fileResponse,
    rateLimit: { max: 20, seconds: 60 },
    handler: async ({ db, areas, clock, principal, audit }, { query }) => {
      const { unit: unitId, year, standard: standardId, from, to, purpose, ...asked } = query;
      const unit = await findUnitOn(db, unitId, clock.today());
      if (unit === undefined) return refuse('shared.not-found');
      const list = await exportSimulated(
        db,
        { unitId, year, standardId, from, to, areas, today: clock.today() },
        { place: unit.name, purpose, ...givenBy({ principal, clock }) },
      );
      if (!list.ok) return list;
      audit({
        act: 'standard.export-simulation',
        subject: { kind: 'unit', id: String(unit.id) },
        scopePath: unit.path,
        detail: {
          year,
          standard: standardId,
          format: asked.format,
          purpose,
          households: list.value.rows.length,
        },
      });
      return ok(await listFile(`ho-doi-loai-${unit.code ?? unit.id}-${year}`, list.value, asked));
    },
  });
};
