import { personalFileAsked, tableFileBody } from '@benvung/contract/exchange';
import type { ProblemCode } from '@benvung/contract/problem-texts';
import { SENSITIVE_FIELDS, type SensitiveField } from '@benvung/domain/household/sensitive-fields';
import { ok, type Problem, type Result, refuse } from '@benvung/domain/shared/result';
import { z } from 'zod';
import { listQuery, listWanted } from '../household/household.public.ts';
import type { FeatureRoutes } from '../platform/http/app-parts.ts';
import { defineRoute } from '../platform/http/define-route.ts';
import { fileResponse } from '../platform/http/file-reply.ts';
import type { RouteContext } from '../platform/http/route-declaration.ts';
import { findUnitOn } from '../territory/territory.public.ts';
import { exportHouseholds, type ListSetting } from './export-households.ts';
import { exportMembers, exportMembersOfOne } from './export-members.ts';
import { givenBy, listFile, type PrintedColumn, type PrintedList } from './list-file.public.ts';
import { tableColumns } from './table-columns.ts';

const filtered = listQuery.omit({ page: true, pageSize: true }).extend(personalFileAsked.shape);
const withClosed = filtered.extend({
  /** Sensitive fields with commas between them. */
  fields: z
    .string()
    .transform((text) => text.split(','))
    .pipe(z.array(z.enum(SENSITIVE_FIELDS)).min(1)),
});
const ofOne = personalFileAsked.extend({ household: z.uuid() });
const EXPORTERS = ['officer', 'approver', 'inspector', 'administrator'] as const;
const CLOSED_EXPORTERS = ['officer', 'approver', 'inspector'] as const;
const rateLimit = { max: 20, seconds: 60 } as const;

type Asked = z.output<typeof filtered>;
type Context = Pick<RouteContext<typeof EXPORTERS>, 'db' | 'areas' | 'clock' | 'principal' | 'audit'>;

/** What is asked, and where and by whom, for every list of households or of their people. */
async function readAsked({ db, areas, clock, principal }: Context, query: Asked) {
  const today = clock.today();
  const unit = await findUnitOn(db, query.unit, today);
  if (unit === undefined) return undefined;
  const setting: ListSetting = {
    place: unit.name,
    purpose: query.purpose,
    ...givenBy({ principal, clock }),
  };
  const wanted = listWanted({ ...query, page: 1, pageSize: 100 }, areas, today);
  return { unit, code: unit.code ?? unit.id, wanted, setting };
}

type Where = NonNullable<Awaited<ReturnType<typeof readAsked>>>;

interface PersonalList {
  readonly act: string;
  readonly name: string;
  readonly read: (asked: Where) => Promise<Result<PrintedList, Problem<ProblemCode>>>;
  readonly detail: (rows: number) => Readonly<Record<string, unknown>>;
}

/** A list of people under the filters of the screen as a file; who took it, and what for, is logged. */
async function sendList(context: Context, query: Asked, { act, name, read, detail }: PersonalList) {
  const asked = await readAsked(context, query);
  if (asked === undefined) return refuse('shared.not-found');
  const list = await read(asked);
  if (!list.ok) return list;
  const { format, purpose } = query;
  context.audit({
    act,
    subject: { kind: 'unit', id: String(asked.unit.id) },
    scopePath: asked.unit.path,
    detail: { format, purpose, ...detail(list.value.rows.length) },
  });
  return ok(await listFile(`${name}-${asked.code}`, list.value, query));
}

async function sendMembers(
  { db, clock, principal, audit }: Context,
  { household, purpose, ...asked }: z.output<typeof ofOne>,
  closed: readonly SensitiveField[],
) {
  const found = await exportMembersOfOne(
    db,
    { householdId: household, today: clock.today(), closed },
    { purpose, ...givenBy({ principal, clock }) },
  );
  if (found === undefined) return refuse('shared.not-found');
  const { list, scopePath } = found;
  audit({
    act: closed.length === 0 ? 'exchange.export-members' : 'exchange.export-closed',
    subject: { kind: 'household', id: household },
    scopePath,
    detail: { format: asked.format, purpose, fields: closed, persons: list.rows.length },
  });
  return ok(await listFile('thanh-vien-ho', list, asked));
}

/** Lists as files: under the filters of the screen, for a stated purpose, logged. */
export const listFileRoutes: FeatureRoutes = (app) => {
  defineRoute(app, {
    method: 'GET',
    path: '/api/exports/household-list',
    access: EXPORTERS,
    act: 'exchange.export-list',
    summary: 'Xuất danh sách hộ đang lọc, ghi mục đích / The list under its filters, for a stated purpose',
    query: filtered,
    response: fileResponse,
    rateLimit,
    handler: (context, { query }) =>
      sendList(context, query, {
        act: 'exchange.export-list',
        name: 'danh-sach-ho',
        read: ({ wanted, setting }) => exportHouseholds(context.db, wanted, setting),
        detail: (households) => ({ households }),
      }),
  });

  defineRoute(app, {
    method: 'GET',
    path: '/api/exports/members',
    access: EXPORTERS,
    act: 'exchange.export-members',
    summary: 'Xuất thành viên của danh sách đang lọc / The people of the list under its filters',
    query: filtered,
    response: fileResponse,
    rateLimit,
    handler: (context, { query }) =>
      sendList(context, query, {
        act: 'exchange.export-members',
        name: 'danh-sach-thanh-vien',
        read: ({ wanted, setting }) => exportMembers(context.db, { wanted, closed: [] }, setting),
        detail: (persons) => ({ persons }),
      }),
  });

  // A route of its own: the areas in force are those where the caller may read what is closed.
  defineRoute(app, {
    method: 'GET',
    path: '/api/exports/members-closed',
    access: CLOSED_EXPORTERS,
    act: 'exchange.export-closed',
    summary: 'Xuất thành viên kèm trường kín được chọn / People with chosen closed fields',
    query: withClosed,
    response: fileResponse,
    rateLimit,
    handler: (context, { query }) => {
      const closed = SENSITIVE_FIELDS.filter((field) => query.fields.includes(field));
      return sendList(context, query, {
        act: 'exchange.export-closed',
        name: 'danh-sach-thanh-vien',
        read: ({ wanted, setting }) => exportMembers(context.db, { wanted, closed }, setting),
        detail: (persons) => ({ fields: closed, persons }),
      });
    },
  });

  defineRoute(app, {
    method: 'GET',
    path: '/api/exports/household-members',
    access: EXPORTERS,
    act: 'exchange.export-members',
    summary: 'Xuất thành viên của một hộ, ghi mục đích / The people of one household',
    query: ofOne,
    response: fileResponse,
    rateLimit,
    handler: (context, { query }) => sendMembers(context, query, []),
  });

  defineRoute(app, {
    method: 'GET',
    path: '/api/exports/household-members-closed',
    access: CLOSED_EXPORTERS,
    act: 'exchange.export-closed',
    summary: 'Xuất thành viên của một hộ kèm trường kín / The people of one household with closed fields',
    query: ofOne.extend({ fields: withClosed.shape.fields }),
    response: fileResponse,
    rateLimit,
    handler: (context, { query }) =>
      sendMembers(
        context,
        query,
        SENSITIVE_FIELDS.filter((field) => query.fields.includes(field)),
      ),
  });

  defineRoute(app, {
    method: 'POST',
    path: '/api/table-files',
    access: 'signedIn',
    act: 'exchange.export-table',
    summary: 'Biến một bảng đang xem thành tệp / A table on the screen as a file',
    body: tableFileBody,
    response: fileResponse,
    rateLimit,
    handler: async ({ principal, clock, audit }, { body }) => {
      const { title, place, facts, columns, rows, totals, format } = body;
      audit({ act: 'exchange.export-table', detail: { title, format, rows: rows.length } });
      const told: readonly PrintedColumn[] = tableColumns(columns, rows);
      return ok(
        await listFile(
          'bang-so-lieu',
          {
            title,
            place,
            facts,
            ...givenBy({ principal, clock }),
            signed: false,
            columns: told,
            rows: rows.map((row) => told.map((_column, at) => row[at] ?? null)),
            totals,
          },
          body,
        ),
      );
    },
  });
};
