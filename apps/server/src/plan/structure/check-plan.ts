import { checkPlanStructure, type PlanFault } from '@benvung/domain/plan/structure/check-plan-structure';
import type { PlanContent } from '@benvung/domain/plan/structure/plan-structure';
import type { Db } from '../../platform/database/database.ts';
import { listTargetAnnexes, listTargetAnnexRows, type TargetAnnexRow } from '../target/target-annex.ts';
import { findSuperiorPlan, type StoredPlan } from './plan.store.ts';

/** The indicator whose cascade a plan answers to. */
export const POOR = 'poor';
const HUNDREDTHS = 100;

/** The faults of a plan, also against what the plan above it sets and what the unit was given. */
export async function checkPlan(
  db: Db,
  plan: StoredPlan,
  content: PlanContent,
  today: string,
): Promise<readonly PlanFault[]> {
  const superior = await findSuperiorPlan(db, plan);
  const given = await findAssigned(db, plan, today);
  return checkPlanStructure(content, {
    ...plan,
    superiorReports: reportsOf(superior?.content),
    assigned:
      given === undefined
        ? []
        : [
            {
              indicator: POOR,
              decrease: given.decrease,
              rate: given.closingRate === null ? null : given.closingRate / HUNDREDTHS,
            },
          ],
  });
}

/** What the cascade of the plan's year gives the unit; nothing for a plan of several years. */
export async function findAssigned(
  db: Db,
  { unitId, yearFrom, yearTo }: Pick<StoredPlan, 'unitId' | 'yearFrom' | 'yearTo'>,
  today: string,
): Promise<TargetAnnexRow | undefined> {
  if (yearFrom !== yearTo) return undefined;
  const rows = await listTargetAnnexRows(db, { unitId, year: yearFrom, today });
  return rows.find(({ unit }) => unit.id === unitId);
}

/** What the cascade of the plan's year hands down to the units below; nothing for a plan of several years. */
export const readTargetAnnexes = async (
  db: Db,
  { unitId, yearFrom, yearTo }: Pick<StoredPlan, 'unitId' | 'yearFrom' | 'yearTo'>,
  today: string,
) => (yearFrom === yearTo ? listTargetAnnexes(db, { unitId, year: yearFrom, today }) : []);

/** What the superior's plan asks of the units below it, with a last day. */
const reportsOf = (superior: PlanContent | undefined) =>
  (superior?.deadlines ?? []).flatMap(({ lowerUnits, kind, day }) =>
    lowerUnits && day !== null ? [{ kind, day }] : [],
  );
