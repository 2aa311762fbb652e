import { checkPlanStructure, type PlanFault } from '@benvung/domain/plan/structure/check-plan-structure';
import type { PlanContent } from '@benvung/domain/plan/structure/plan-structure';
import type { Db } from '../../platform/database/database.ts';
import { findSuperiorPlan, type StoredPlan } from './plan.store.ts';

/** The faults of a plan, also against what the plan above it sets. */
export async function checkPlan(
  db: Db,
  plan: StoredPlan,
  content: PlanContent,
): Promise<readonly PlanFault[]> {
  const superior = await findSuperiorPlan(db, plan);
  return checkPlanStructure(content, { ...plan, superiorReports: reportsOf(superior?.content) });
}

/** What the superior's plan asks of the units below it, with a last day. */
const reportsOf = (superior: PlanContent | undefined) =>
  (superior?.deadlines ?? []).flatMap(({ lowerUnits, kind, day }) =>
    lowerUnits && day !== null ? [{ kind, day }] : [],
  );
