import { personalFileAsked } from '@benvung/contract/exchange';
import { officialTable, reportedTables, tableCellHouseholds, tableForms } from '@benvung/contract/report';
import { ok, refuse } from '@benvung/domain/shared/result';
import { z } from 'zod';
import { givenBy, listFile, MOST_FILE_ROWS } from '../exchange/list-file.public.ts';
import type { FeatureRoutes } from '../platform/http/app-parts.ts';
import { defineRoute } from '../platform/http/define-route.ts';
import { fileResponse } from '../platform/http/file-reply.ts';
import { areasInForce } from '../platform/http/principal.ts';
import { queryYear } from '../platform/http/query-year.ts';
import type { RouteContext } from '../platform/http/route-declaration.ts';
import { REST_ROWS } from './cell-places.ts';
import { computeTable } from './compute-table.ts';
import { listYearsOfRounds } from './figures.store.ts';
import { homeRoutes } from './home.routes.ts';
import { SENSITIVE_READERS } from './may-open-sensitive.ts';
import { measureRoutes } from './measure.routes.ts';
import { openCell } from './open-cell.ts';
import { printedCell } from './printed-cell.ts';
import { publicTableRoutes } from './public-table.routes.ts';
import { findReportForm, reportForms } from './report-forms.ts';
import { listReportedTables } from './reported-table.store.ts';
import { tableAsFile } from './table-as-file.ts';

const tableNumber = z.object({ number: z.coerce.number().int() });
const tableQuery = z.object({
  unit: z.string().min(1).max(20),
  year: queryYear,
  map: z.union([z.literal(''), z.iso.date()]).optional(),
  standard: z.string().max(40).optional(),
  /** 2: each child is followed by its own children. */
  levels: z.enum(['1', '2']).optional(),
});
const cellQuery = tableQuery.extend({
  column: z.string().min(1).max(60),
  line: z.enum(['households', 'persons']).optional(),
  /** A row without a unit of its own, in `unit` (a row's `within`). */
  rest: z.enum(REST_ROWS).optional(),
});
export type TableQuery = z.infer<typeof tableQuery>;

export const reportRoutes: FeatureRoutes = (app, parts) => {
  homeRoutes(app, parts);
  measureRoutes(app, parts);
  publicTableRoutes(app, parts);

  defineRoute(app, {
    method: 'GET',
    path: '/api/reported-tables',
    access: 'staff',
    summary: 'Biểu đã công bố và chỗ tự mâu thuẫn / Published tables and what they break',
    query: z.object({
      year: z.coerce.number().int().optional(),
      table: z.coerce.number().int().optional(),
    }),
    response: reportedTables,
    handler: async ({ db }, { query }) => {
      const stored = await listReportedTables(db, { year: query.year, number: query.table });
      const tables = stored.map(({ number, unitId, unitName, rows, checks, ...rest }) => ({
        ...rest,
        table: number,
        unit: { id: unitId, name: unitName },
        rows: rows.map((row) => ({ ...row, cells: { ...row.cells } })),
        checks: [...checks],
      }));
      return ok({ tables });
    },
  });

  defineRoute(app, {
    method: 'GET',
    path: '/api/tables',
    access: 'staff',
    summary: 'Các biểu và các năm có số liệu / The tables there are and their years',
    response: tableForms,
    handler: async ({ db }) => {
      const forms = reportForms().map(({ number, title, kind }) => ({
        number,
        title: title.vi,
        list: kind === 'list',
      }));
      return ok({ forms, years: (await listYearsOfRounds(db)).map(({ year }) => year) });
    },
  });

  defineRoute(app, {
    method: 'GET',
    path: '/api/tables/:number',
    access: 'staff',
    summary: 'Một biểu tổng hợp chính thức / One official table',
    params: tableNumber,
    query: tableQuery,
    response: officialTable,
    act: 'table.read-list',
    handler: async (context, { params, query }) => {
      const { db, audit } = context;
      const computed = await computeTable(db, { ...tableWantedBy(query), ...askedBy(context, params) });
      if (computed.ok && findReportForm(params.number)?.kind === 'list')
        audit({
          act: 'table.read-list',
          subject: { kind: 'table', id: String(params.number) },
          detail: { unit: query.unit, year: query.year },
        });
      return computed;
    },
  });

  defineRoute(app, {
    method: 'GET',
    path: '/api/tables/:number/file',
    access: 'staff',
    summary: 'Một biểu thành tệp Excel, CSV hoặc JSON / A table as a file',
    params: tableNumber,
    query: tableQuery.extend({
      format: z.enum(['xlsx', 'csv', 'json']),
      /** What a table that lists people by name is taken away for. */
      purpose: z.string().trim().min(3).max(500).optional(),
    }),
    response: fileResponse,
    act: 'table.export',
    handler: async (context, { params, query }) => {
      const { db, audit } = context;
      if (findReportForm(params.number)?.kind === 'list' && query.purpose === undefined)
        return refuse('report.purpose-missing', { number: params.number });
      const levels = query.levels ?? (query.format === 'xlsx' ? '2' : '1');
      const wanted = { ...tableWantedBy({ ...query, levels }), ...askedBy(context, params) };
      const computed = await computeTable(db, wanted);
      if (!computed.ok) return computed;
      const { format, unit, year, purpose } = query;
      audit({
        act: 'table.export',
        subject: { kind: 'table', id: String(params.number) },
        detail: { unit, year, format, ...(purpose === undefined ? {} : { purpose }) },
      });
      return ok(await tableAsFile(computed.value, format));
    },
  });

  defineRoute(app, {
    method: 'GET',
    path: '/api/tables/:number/households',
    access: 'staff',
    summary: 'Các hộ làm nên một con số / The households a figure is made of',
    params: tableNumber,
    query: cellQuery.extend({
      page: z.coerce.number().int().min(1).max(100_000).optional(),
    }),
    response: tableCellHouseholds,
    act: 'table.open',
    handler: async ({ db, areas, audit, principal }, { params, query }) => {
      const opened = await openCell(db, {
        ...cellWantedBy(query),
        sensitiveAreas: areasInForce(principal, SENSITIVE_READERS),
        number: params.number,
        areas,
        page: query.page ?? 1,
      });
      const { unit, year, column } = query;
      if (opened.ok)
        audit({
          act: 'table.open',
          subject: { kind: 'table', id: String(params.number) },
          detail: { unit, year, column, households: opened.value.count },
        });
      return opened;
    },
  });

  defineRoute(app, {
    method: 'GET',
    path: '/api/tables/:number/households/file',
    access: ['officer', 'approver', 'inspector', 'administrator'],
    summary: 'Xuất các hộ làm nên một con số, ghi mục đích / The households of a figure as a file',
    params: tableNumber,
    query: cellQuery.extend(personalFileAsked.shape),
    response: fileResponse,
    act: 'table.export-households',
    rateLimit: { max: 20, seconds: 60 },
    handler: async ({ db, areas, audit, principal, clock }, { params, query }) => {
      const opened = await openCell(db, {
        ...cellWantedBy(query),
        sensitiveAreas: areasInForce(principal, SENSITIVE_READERS),
        number: params.number,
        areas,
        page: 1,
        pageSize: MOST_FILE_ROWS,
      });
      if (!opened.ok) return opened;
      const { count, households } = opened.value;
      if (count > MOST_FILE_ROWS)
        return refuse('exchange.list-too-long', { total: count, most: MOST_FILE_ROWS });
      const { unit, year, column, format, purpose } = query;
      audit({
        act: 'table.export-households',
        subject: { kind: 'table', id: String(params.number) },
        detail: { unit, year, column, households: count, format, purpose },
      });
      const list = {
        ...printedCell(households, { number: params.number, year, purpose }),
        ...givenBy({ principal, clock }),
      };
      return ok(await listFile(`bieu-${params.number}-${year}-cac-ho`, list, query));
    },
  });
};

/** Who asks for which table, and when. */
const askedBy = (
  { areas, clock, principal }: RouteContext<'staff'>,
  { number }: z.output<typeof tableNumber>,
) => ({
  sensitiveAreas: areasInForce(principal, SENSITIVE_READERS),
  number,
  areas,
  now: clock.now(),
  today: clock.today(),
});

const cellWantedBy = (query: z.output<typeof cellQuery>) => ({
  ...tableWantedBy(query),
  column: query.column,
  line: query.line ?? ('households' as const),
  rest: query.rest,
});

export const tableWantedBy = (query: TableQuery) => ({
  unit: query.unit,
  year: query.year,
  map: query.map === undefined || query.map === '' ? null : query.map,
  standardId: query.standard ?? null,
  levels: query.levels === '2' ? (2 as const) : (1 as const),
  checks: true,
});
