import type { Role } from '@benvung/contract/access';
import {
  planList,
  planProposal,
  planProposalQuery,
  planQuery,
  planVersionQuery,
  planView,
  savePlan as saveBody,
  startPlan as startBody,
  stepPlan as stepBody,
} from '@benvung/contract/plan-structure';
import { ok, refuse } from '@benvung/domain/shared/result';
import type { FeatureRoutes } from '../../platform/http/app-parts.ts';
import { defineRoute } from '../../platform/http/define-route.ts';
import { uploadedFile } from '../../platform/http/file-reply.ts';
import { isInside } from '../../platform/http/principal.ts';
import type { RouteContext } from '../../platform/http/route-declaration.ts';
import { readProgrammes } from '../../programme/programme.public.ts';
import { findUnitOn } from '../../territory/territory.public.ts';
import { PLAN_FILE_LIMITS, PlanFileRefusal } from '../files/file-refusal.ts';
import { readSource } from '../files/read-source.ts';
import { savePlan, startPlan, stepPlan } from './act-on-plan.ts';
import {
  ISSUED_READERS,
  ofPlan,
  PLAN_DRAFTERS,
  PLAN_HEADS,
  PLAN_READERS,
  planActor,
  planNote,
  planReader,
} from './plan-acting.ts';
import { proposeFromSource } from './propose-from-source.ts';
import { listPlans, viewPlan } from './view-plan.ts';

/** Reading holds the server's thread: as for a check. */
const SERVED_LETTERS = 400_000;
const PLAN_BYTES = 4 * 1_048_576;

async function viewAgain(
  context: Pick<RouteContext<typeof PLAN_READERS>, 'db' | 'principal' | 'clock' | 'language'>,
  id: string,
) {
  const view = await viewPlan(context.db, { id }, planReader(context));
  return view === undefined ? refuse('shared.not-found') : ok(view);
}

export const planStructureRoutes: FeatureRoutes = (app) => {
  defineRoute(app, {
    method: 'GET',
    path: '/api/plans',
    access: PLAN_READERS,
    summary: 'Kế hoạch của đơn vị và các đơn vị bên dưới / Plans of a unit and those below it',
    query: planQuery,
    response: planList,
    handler: async ({ db, areas, clock }, { query }) => {
      const id = query.unit ?? Number(areas[0]?.split('/').filter(Boolean).at(-1) ?? 1);
      const unit = await findUnitOn(db, id, clock.today());
      if (unit === undefined || !isInside(areas, unit.path)) return refuse('shared.outside-area');
      const year = query.year ?? Number(clock.today().slice(0, 4));
      return ok(await listPlans(db, { unit, year, page: query.page, today: clock.today() }));
    },
  });

  defineRoute(app, {
    method: 'GET',
    path: '/api/plans/:id',
    access: ISSUED_READERS,
    summary: 'Một kế hoạch / One plan',
    params: ofPlan,
    query: planVersionQuery,
    response: planView,
    handler: async (context, { params, query }) => {
      const view = await viewPlan(context.db, { id: params.id, number: query.number }, planReader(context));
      return view === undefined ? refuse('shared.not-found') : ok(view);
    },
  });

  defineRoute(app, {
    method: 'POST',
    path: '/api/plan-proposals',
    access: PLAN_DRAFTERS,
    act: 'plan.propose',
    summary:
      'Đọc văn bản thành dự thảo kế hoạch, không lưu / Read a document into a draft plan; nothing is kept',
    query: planProposalQuery,
    body: uploadedFile,
    bodyLimit: PLAN_FILE_LIMITS.bytes,
    response: planProposal,
    rateLimit: { max: 20, seconds: 60 },
    handler: async ({ db, clock }, { query, body }) => {
      try {
        const source = await readSource(body, SERVED_LETTERS);
        const trees = await readProgrammes(db);
        return ok(proposeFromSource(source, { today: clock.today(), trees, programme: query.programme }));
      } catch (error) {
        if (!(error instanceof PlanFileRefusal)) throw error;
        return { ok: false, problem: { code: error.code, detail: error.detail } };
      }
    },
  });

  defineRoute(app, {
    method: 'POST',
    path: '/api/plans',
    access: PLAN_DRAFTERS,
    act: 'plan.start',
    summary: 'Bắt đầu một kế hoạch / Start a plan',
    body: startBody,
    bodyLimit: PLAN_BYTES,
    response: planView,
    status: 201,
    handler: async (context, { body }) => {
      const started = await startPlan(context.db, body, planActor(context));
      if (!started.ok) return started;
      context.audit(planNote('plan.start', started.value));
      return viewAgain(context, started.value.id);
    },
  });

  defineRoute(app, {
    method: 'POST',
    path: '/api/plans/:id/content',
    access: PLAN_DRAFTERS,
    act: 'plan.save',
    summary: 'Lưu nội dung kế hoạch / Keep the content of a plan',
    params: ofPlan,
    body: saveBody,
    bodyLimit: PLAN_BYTES,
    response: planView,
    handler: async (context, { params, body }) => {
      const saved = await savePlan(context.db, { ...params, ...body }, planActor(context));
      if (!saved.ok) return saved;
      context.audit(planNote('plan.save', saved.value.plan));
      return viewAgain(context, params.id);
    },
  });

  for (const { path, step, ...route } of STEPS)
    defineRoute(app, {
      method: 'POST',
      path: `/api/plans/:id/${path}`,
      ...route,
      params: ofPlan,
      body: stepBody,
      response: planView.nullable(),
      handler: async (context, { params, body }) => {
        const asked = { ...params, version: body.version, act: step, reason: body.reason?.trim() ?? null };
        const stepped = await stepPlan(context.db, asked, planActor(context));
        if (!stepped.ok) return stepped;
        context.audit(planNote(route.act, stepped.value));
        const view = await viewPlan(context.db, params, planReader(context));
        return ok(view ?? null);
      },
    });
};

interface StepRoute {
  readonly path: string;
  readonly step: Parameters<typeof stepPlan>[1]['act'];
  readonly act: string;
  readonly access: readonly Role[];
  readonly summary: string;
}

const STEPS: readonly StepRoute[] = [
  {
    path: 'submission',
    step: 'submit',
    act: 'plan.submit',
    access: PLAN_DRAFTERS,
    summary: 'Trình kế hoạch / Lay a plan before the head',
  },
  {
    path: 'return',
    step: 'return',
    act: 'plan.return',
    access: PLAN_HEADS,
    summary: 'Trả lại kế hoạch để sửa / Return a plan',
  },
  {
    path: 'approval',
    step: 'approve',
    act: 'plan.approve',
    access: PLAN_HEADS,
    summary: 'Duyệt kế hoạch / Approve a plan',
  },
  {
    path: 'amendment',
    step: 'amend',
    act: 'plan.amend',
    access: PLAN_DRAFTERS,
    summary: 'Mở bản điều chỉnh / Open an amendment',
  },
  {
    path: 'discarding',
    step: 'discard',
    act: 'plan.discard',
    access: PLAN_DRAFTERS,
    summary: 'Bỏ bản đang soạn / Discard a draft',
  },
];
