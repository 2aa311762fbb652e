import {
  issuePlan as issueBody,
  madePaper,
  planHouseholdQuery,
  planHouseholds,
  planPaper,
  planView,
  putPlanHouseholds,
} from '@benvung/contract/plan-structure';
import { ok, refuse } from '@benvung/domain/shared/result';
import { z } from 'zod';
import type { FeatureRoutes } from '../../platform/http/app-parts.ts';
import { defineRoute } from '../../platform/http/define-route.ts';
import { isInside } from '../../platform/http/principal.ts';
import { putHouseholdSolutions, readPlanHouseholds } from './household-annex.ts';
import { findPlan } from './plan.store.ts';
import { ofPlan, PLAN_DRAFTERS, PLAN_HEADS, planActor, planNote, planReader } from './plan-acting.ts';
import { issuePlan, makePlanPaper } from './plan-paper.ts';
import { viewPlan } from './view-plan.ts';

/** Papers and lists of households name people: those who draw plans up and those who decide. */
const PAPER_MAKERS = ['officer', 'approver'] as const;

export const planPaperRoutes: FeatureRoutes = (app, parts) => {
  defineRoute(app, {
    method: 'POST',
    path: '/api/plans/:id/issue',
    access: PLAN_HEADS,
    act: 'plan.issue',
    summary: 'Ban hành kế hoạch / Issue a plan',
    params: ofPlan,
    body: issueBody,
    response: planView,
    handler: async (context, { params, body }) => {
      const by = { ...planActor(context), origin: context.origin };
      const issued = await issuePlan(context.db, { ...params, ...body }, by);
      if (!issued.ok) return issued;
      const { held, jobId } = issued.value;
      context.audit(planNote('plan.issue', held.plan));
      if (jobId !== null) context.afterCommit(() => parts.jobs?.wake());
      const view = await viewPlan(context.db, params, planReader(context));
      return view === undefined ? refuse('shared.not-found') : ok(view);
    },
  });

  defineRoute(app, {
    method: 'POST',
    path: '/api/plans/:id/papers',
    access: PAPER_MAKERS,
    act: 'plan.make-paper',
    summary: 'Soạn văn bản của kế hoạch / Draft a document of a plan',
    params: ofPlan,
    body: planPaper,
    response: madePaper,
    status: 201,
    handler: async (context, { params, body }) => {
      const by = { ...planActor(context), origin: context.origin };
      const made = await makePlanPaper(context.db, { ...params, ...body }, by);
      if (!made.ok) return made;
      context.audit({ ...planNote('plan.make-paper', made.value.held.plan), detail: { kind: body.kind } });
      return ok({ documentId: made.value.documentId });
    },
  });

  defineRoute(app, {
    method: 'GET',
    path: '/api/plans/:id/households',
    access: PAPER_MAKERS,
    act: 'plan.read-households',
    summary:
      'Hộ nghèo của kế hoạch, giải pháp và người phụ trách / Poor households of a plan and what helps them',
    params: ofPlan,
    query: planHouseholdQuery,
    response: planHouseholds,
    handler: async (context, { params, query }) => {
      const plan = await findPlan(context.db, params.id);
      if (plan === undefined || !isInside(context.areas, plan.scopePath)) return refuse('shared.not-found');
      context.audit({ ...planNote('plan.read-households', plan), detail: { page: query.page } });
      return readPlanHouseholds(context.db, plan, query.page, planActor(context));
    },
  });

  defineRoute(app, {
    method: 'POST',
    path: '/api/plans/:id/households',
    access: PLAN_DRAFTERS,
    act: 'plan.put-households',
    summary:
      'Ghi giải pháp và người phụ trách từng hộ / Set down what helps each household and who is in charge',
    params: ofPlan,
    body: putPlanHouseholds,
    response: z.object({ saved: z.int() }),
    handler: async (context, { params, body }) => {
      const plan = await findPlan(context.db, params.id);
      if (plan === undefined || !isInside(context.areas, plan.scopePath)) return refuse('shared.not-found');
      const saved = await putHouseholdSolutions(context.db, plan, body.rows, planActor(context));
      if (!saved.ok) return saved;
      context.audit({ ...planNote('plan.put-households', plan), detail: { households: saved.value } });
      return ok({ saved: saved.value });
    },
  });
};
