import {
  assignDuties,
  assignReports as assignReportsCommand,
  dutiesAssigned,
  dutiesQuery,
  dutyActCommand,
  dutyActDone,
  dutyBoard,
  dutyFileAdded,
  dutyFileQuery,
  dutyLines,
  dutyMonth,
  dutyMonthQuery,
  dutyOrder,
  dutyView,
  editDuty as editDutyCommand,
} from '@benvung/contract/plan-duty';
import type { PlanDutyProblemCode } from '@benvung/domain/plan/duty/problems';
import { ok, type Problem, type Result, refuse } from '@benvung/domain/shared/result';
import { z } from 'zod';
import { readFile } from '../../platform/files/file.store.ts';
import type { FeatureRoutes } from '../../platform/http/app-parts.ts';
import { defineRoute } from '../../platform/http/define-route.ts';
import { fileResponse, uploadedFile } from '../../platform/http/file-reply.ts';
import { isInside } from '../../platform/http/principal.ts';
import { queryYear } from '../../platform/http/query-year.ts';
import type { RouteContext } from '../../platform/http/route-declaration.ts';
import { actingOf } from '../../review/review.public.ts';
import { listLastKnownUnits, type UnitOnDay } from '../../territory/territory.public.ts';
import { actOnDuty } from './act-on-duty.ts';
import { assignByHand } from './assign-duties.ts';
import { assignReports } from './assign-reports.ts';
import { attachFile, EVIDENCE_BYTES } from './attach-file.ts';
import { listFiles } from './duty-history.store.ts';
import { dutyReaderOf, findSeenDuty } from './duty-reader.ts';
import { editDuty } from './edit-duty.ts';
import { readBoard, readDuties, readDutyMonth, readDutyOrder } from './read-duties.ts';
import { viewDuty } from './view-duty.ts';

const byId = z.object({ id: z.uuid() });
const GIVERS = ['officer', 'approver'] as const;

type Asking = Pick<RouteContext, 'db' | 'areas' | 'clock'>;

/** The unit, when it lies in the caller's areas. */
export async function findDutyUnit(
  { db, areas, clock }: Asking,
  id: number,
): Promise<Result<UnitOnDay, Problem<PlanDutyProblemCode>>> {
  const unit = (await listLastKnownUnits(db, [id], clock.today())).get(id);
  return unit === undefined || !isInside(areas, unit.path)
    ? refuse('plan-duty.unit-not-found', { unit: id })
    : ok(unit);
}

type Reading = Asking & { readonly principal: NonNullable<RouteContext<'signedIn'>['principal']> };

const lookOf = async ({ db, clock, principal }: Reading) => ({
  reader: await dutyReaderOf(db, principal),
  today: clock.today(),
});

export const dutyRoutes: FeatureRoutes = (app) => {
  addLists(app);
  addActs(app);
  addEdit(app);
  addFiles(app);
};

type App = Parameters<FeatureRoutes>[0];

function addLists(app: App): void {
  defineRoute(app, {
    method: 'GET',
    path: '/api/duties',
    access: 'signedIn',
    summary: 'Việc được giao của một đơn vị, theo hạn / Duties of a unit by deadline',
    query: dutiesQuery,
    response: dutyLines,
    handler: async (context, { query }) => {
      const unit = await findDutyUnit(context, query.unit);
      if (!unit.ok) return unit;
      return ok(await readDuties(context.db, { unit: unit.value, ...(await lookOf(context)) }, query));
    },
  });

  defineRoute(app, {
    method: 'GET',
    path: '/api/duties/board',
    access: 'signedIn',
    summary: 'Bảng việc theo bước / Duties by where they stand',
    query: dutiesQuery,
    response: dutyBoard,
    handler: async (context, { query }) => {
      const unit = await findDutyUnit(context, query.unit);
      if (!unit.ok) return unit;
      return ok(await readBoard(context.db, { unit: unit.value, ...(await lookOf(context)) }, query));
    },
  });

  defineRoute(app, {
    method: 'GET',
    path: '/api/duties/month',
    access: 'signedIn',
    summary: 'Lịch tháng của việc được giao / A month of duties',
    query: dutyMonthQuery,
    response: dutyMonth,
    handler: async (context, { query }) => {
      const unit = await findDutyUnit(context, query.unit);
      if (!unit.ok) return unit;
      return ok(await readDutyMonth(context.db, { unit: unit.value, ...(await lookOf(context)) }, query));
    },
  });

  defineRoute(app, {
    method: 'GET',
    path: '/api/duties/order',
    access: 'staff',
    summary: 'Báo cáo của cấp dưới đến hạn sau cấp trên / Reports due after the one they go into',
    query: z.object({ unit: z.coerce.number().int(), year: queryYear }),
    response: dutyOrder,
    handler: async (context, { query }) => {
      const unit = await findDutyUnit(context, query.unit);
      if (!unit.ok) return unit;
      const wanted = { unit: unit.value, today: context.clock.today() };
      return ok(await readDutyOrder(context.db, wanted, query.year));
    },
  });

  defineRoute(app, {
    method: 'GET',
    path: '/api/duties/:id',
    access: 'signedIn',
    summary: 'Một việc được giao, minh chứng và lịch sử / One duty with its evidence and history',
    params: byId,
    response: dutyView,
    handler: async (context, { params }) => viewDuty(context.db, params.id, await lookOf(context)),
  });
}

function addActs(app: App): void {
  defineRoute(app, {
    method: 'POST',
    path: '/api/duties',
    access: GIVERS,
    summary: 'Giao việc / Assign duties',
    body: assignDuties,
    response: dutiesAssigned,
    status: 201,
    act: 'plan.assign-duties',
    handler: async (context, { body }) => {
      const { db, clock, principal, audit } = context;
      const unit = await findDutyUnit(context, body.unit);
      if (!unit.ok) return unit;
      const acting = actingOf(clock, principal);
      const assigned = await assignByHand(db, unit.value, { told: body, acting });
      if (!assigned.ok) return assigned;
      const ids = assigned.value.map(({ id }) => id);
      audit({
        act: 'plan.assign-duties',
        subject: { kind: 'duty', id: ids[0] as string },
        scopePath: unit.value.path,
        detail: { duties: ids.length, ...(body.dueOn === null ? {} : { due: body.dueOn }) },
      });
      return ok({ made: ids.length, existing: 0, past: 0, ids });
    },
  });

  defineRoute(app, {
    method: 'POST',
    path: '/api/duties/reports',
    access: GIVERS,
    summary: 'Lập các báo cáo định kỳ của năm / Make the recurring reports of a year',
    body: assignReportsCommand,
    response: dutiesAssigned,
    status: 201,
    act: 'plan.assign-reports',
    handler: async (context, { body }) => {
      const { db, clock, principal, audit } = context;
      const unit = await findDutyUnit(context, body.unit);
      if (!unit.ok) return unit;
      const acting = actingOf(clock, principal);
      const { year, kinds, desks } = body;
      const assigned = await assignReports(db, unit.value, { year, kinds, desks, acting });
      if (!assigned.ok) return assigned;
      const { made, existing, past } = assigned.value;
      audit({
        act: 'plan.assign-reports',
        subject: { kind: 'unit', id: String(unit.value.id) },
        scopePath: unit.value.path,
        detail: { duties: made.length, year },
      });
      return ok({ made: made.length, existing, past, ids: made.map(({ id }) => id) });
    },
  });

  defineRoute(app, {
    method: 'POST',
    path: '/api/duties/:id/acts',
    access: 'signedIn',
    summary: 'Một bước của việc được giao / One act on a duty',
    params: byId,
    body: dutyActCommand,
    response: dutyActDone,
    act: 'plan.act-on-duty',
    handler: async (context, { params, body }) => {
      const { db, clock, principal, audit } = context;
      const { reader } = await lookOf(context);
      const acting = actingOf(clock, principal);
      const done = await actOnDuty(db, params.id, { told: body, reader, acting });
      if (!done.ok) return done;
      const { state, version, scopePath } = done.value;
      audit({
        act: 'plan.act-on-duty',
        subject: { kind: 'duty', id: params.id },
        scopePath,
        detail: { step: body.act, state, ...(body.day === undefined ? {} : { day: body.day }) },
      });
      return ok({ state, version });
    },
  });
}

function addEdit(app: App): void {
  defineRoute(app, {
    method: 'POST',
    path: '/api/duties/:id/edit',
    access: GIVERS,
    summary: 'Sửa việc đã giao, hoặc giao lại / Change a duty that was given, or whose desk it lies on',
    params: byId,
    body: editDutyCommand,
    response: dutyActDone,
    act: 'plan.edit-duty',
    handler: async (context, { params, body }) => {
      const { db, clock, principal, audit } = context;
      const { reader } = await lookOf(context);
      const edited = await editDuty(db, params.id, {
        told: body,
        reader,
        acting: actingOf(clock, principal),
      });
      if (!edited.ok) return edited;
      const { state, version, scopePath } = edited.value;
      audit({
        act: 'plan.edit-duty',
        subject: { kind: 'duty', id: params.id },
        scopePath,
        detail: { state },
      });
      return ok({ state, version });
    },
  });
}

function addFiles(app: App): void {
  defineRoute(app, {
    method: 'POST',
    path: '/api/duties/:id/files',
    access: 'signedIn',
    summary: 'Thêm minh chứng / Add evidence',
    params: byId,
    query: dutyFileQuery,
    body: uploadedFile,
    bodyLimit: EVIDENCE_BYTES,
    response: dutyFileAdded,
    status: 201,
    act: 'plan.attach-evidence',
    handler: async (context, { params, query, body }) => {
      const { db, clock, principal, audit } = context;
      const added = await attachFile(db, params.id, {
        name: query.name.normalize('NFC'),
        bytes: body,
        look: await lookOf(context),
        acting: actingOf(clock, principal),
      });
      if (!added.ok) return added;
      const { duty, hash, files, size } = added.value;
      audit({
        act: 'plan.attach-evidence',
        subject: { kind: 'duty', id: params.id },
        scopePath: duty.scopePath,
        detail: { bytes: size },
      });
      return ok({ hash, files });
    },
  });

  defineRoute(app, {
    method: 'GET',
    path: '/api/duties/:id/files/:hash',
    access: 'signedIn',
    summary: 'Tệp minh chứng / A file of evidence',
    params: z.object({ id: z.uuid(), hash: z.string().regex(/^[0-9a-f]{64}$/u) }),
    response: fileResponse,
    handler: async ({ db, principal }, { params }) => {
      const duty = await findSeenDuty(db, params.id, await dutyReaderOf(db, principal));
      const file = (await listFiles(db, params.id)).find(({ hash }) => hash === params.hash);
      const content = file && (await readFile(db, { ownerId: params.id, hash: params.hash }));
      if (duty === undefined || file === undefined || content === undefined)
        return refuse('shared.not-found');
      return ok({ name: file.name, type: file.mediaType, content });
    },
  });
}
