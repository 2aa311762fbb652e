import { personalFileAsked } from '@benvung/contract/exchange';
import { lowIncomeWorkers } from '@benvung/contract/household';
import { ok, refuse } from '@benvung/domain/shared/result';
import { z } from 'zod';
import { givenBy, listFile } from '../exchange/list-file.public.ts';
import type { FeatureRoutes } from '../platform/http/app-parts.ts';
import { defineRoute } from '../platform/http/define-route.ts';
import { fileResponse } from '../platform/http/file-reply.ts';
import { queryYear } from '../platform/http/query-year.ts';
import { findUnitOn } from '../territory/territory.public.ts';
import { exportLowIncomeWorkers } from './export-low-income-workers.ts';
import { listLowIncomeWorkers } from './low-income-workers.ts';

const ofUnitAndYear = z.object({
  unit: z.coerce.number().int().min(1),
  year: queryYear,
});

export const lowIncomeWorkerRoutes: FeatureRoutes = (app) => {
  defineRoute(app, {
    method: 'GET',
    path: '/api/low-income-workers',
    access: 'staff',
    summary: 'Người lao động có thu nhập thấp của một đơn vị / The low-income workers of a unit',
    query: ofUnitAndYear.extend({
      after: z
        .string()
        .regex(/^\d{1,18}_[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/u)
        .optional(),
    }),
    response: lowIncomeWorkers,
    act: 'household.list-low-income-workers',
    handler: async ({ db, areas, clock, language, audit }, { query }) => {
      const listed = await listLowIncomeWorkers(db, {
        unitId: query.unit,
        year: query.year,
        after: query.after ?? null,
        areas,
        today: clock.today(),
        language,
      });
      if (listed.ok && query.after === undefined)
        audit({
          act: 'household.list-low-income-workers',
          subject: { kind: 'unit', id: String(query.unit) },
          detail: { year: query.year },
        });
      return listed;
    },
  });

  defineRoute(app, {
    method: 'GET',
    path: '/api/exports/low-income-workers',
    access: ['officer', 'approver', 'inspector', 'administrator'],
    act: 'household.export-low-income-workers',
    summary:
      'Xuất danh sách người lao động có thu nhập thấp, ghi mục đích / The low-income workers of a unit as a file',
    query: ofUnitAndYear.extend(personalFileAsked.shape),
    response: fileResponse,
    rateLimit: { max: 20, seconds: 60 },
    handler: async ({ db, areas, clock, principal, audit }, { query }) => {
      const today = clock.today();
      const unit = await findUnitOn(db, query.unit, today);
      if (unit === undefined) return refuse('shared.not-found');
      const { year, purpose, format } = query;
      const list = await exportLowIncomeWorkers(
        db,
        { unitId: unit.id, year, areas, today },
        { place: unit.name, purpose, ...givenBy({ principal, clock }) },
      );
      if (!list.ok) return list;
      audit({
        act: 'household.export-low-income-workers',
        subject: { kind: 'unit', id: String(unit.id) },
        scopePath: unit.path,
        detail: { year, format, purpose, persons: list.value.rows.length },
      });
      return ok(await listFile(`lao-dong-thu-nhap-thap-${unit.code ?? unit.id}-${year}`, list.value, query));
    },
  });
};
