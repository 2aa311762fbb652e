import type { PlanPart } from '@benvung/domain/plan/structure/plan-life';
import { z } from 'zod';
import { areasInForce, isInside, looksOver } from '../../platform/http/principal.ts';
import type { RouteContext } from '../../platform/http/route-declaration.ts';
import type { PlanActor } from './act-on-plan.ts';
import type { StoredPlan } from './plan.store.ts';
import type { PlanReader } from './view-plan.ts';

/** Those who look at plans: whoever works in an office of the area. */
export const PLAN_READERS = ['viewer', 'officer', 'approver', 'inspector'] as const;
/** An agency reads what was issued and gives its desk something to do. */
export const ISSUED_READERS = ['agency', ...PLAN_READERS] as const;
export const PLAN_DRAFTERS = ['officer'] as const;
export const PLAN_HEADS = ['approver'] as const;

export const ofPlan = z.object({ id: z.uuid() });

type Signed = Pick<RouteContext<typeof PLAN_READERS>, 'principal' | 'clock' | 'areas'>;

export const planActor = ({
  principal,
  clock,
  areas,
}: Signed): PlanActor & { readonly accountId: string } => ({
  accountId: principal.accountId,
  actor: principal.username,
  now: clock.now(),
  today: clock.today(),
  areas,
});

export const planReader = (
  context: Pick<RouteContext<typeof PLAN_READERS>, 'principal' | 'clock' | 'language'>,
): PlanReader => ({
  today: context.clock.today(),
  language: context.language,
  deskOnly: (path) =>
    !looksOver(context.principal, path) && context.principal.grants.some((grant) => grant.path === path),
  accountId: context.principal.accountId,
  partsFor: (path) => {
    const holds = (roles: typeof PLAN_DRAFTERS | typeof PLAN_HEADS) =>
      isInside(areasInForce(context.principal, roles), path);
    const parts: PlanPart[] = [];
    if (holds(PLAN_DRAFTERS)) parts.push('drafter');
    if (holds(PLAN_HEADS)) parts.push('head');
    return parts;
  },
});

export const planNote = (act: string, plan: StoredPlan) => ({
  act,
  subject: { kind: 'plan', id: plan.id },
  scopePath: plan.scopePath,
  detail: { year: plan.yearFrom },
});
