import type { recordActual as command } from '@benvung/contract/plan-target';
import type { PlanTargetProblemCode } from '@benvung/domain/plan/target/problems';
import { ok, type Problem, type Result, refuse } from '@benvung/domain/shared/result';
import type { z } from 'zod';
import type { Db } from '../../platform/database/database.ts';
import { isInside } from '../../platform/http/principal.ts';
import { regulations } from '../../standard/standard.public.ts';
import { listLastKnownUnits, type UnitOnDay } from '../../territory/territory.public.ts';
import type { ChangeSetting } from './change-targets.ts';
import { insertActual } from './target-event.store.ts';
import { mapDayOf } from './target-unit.ts';

/** Keeps what a unit reached by a day, of an indicator that no review counts. Earlier entries stay. */
export async function recordActual(
  db: Db,
  {
    unitId,
    indicator: code,
    onDay,
    count,
    base,
    source,
  }: Omit<z.output<typeof command>, 'commandId' | 'year'>,
  { year, areas, today, demonstration, acting }: ChangeSetting,
): Promise<Result<UnitOnDay, Problem<PlanTargetProblemCode>>> {
  const indicator = regulations().targetIndicators.find((one) => one.code === code);
  if (indicator === undefined) return refuse('plan-target.indicator-unknown', { indicator: code });
  if (indicator.actual.from !== 'hand') return refuse('plan-target.not-by-hand');
  const unit = (await listLastKnownUnits(db, [unitId], mapDayOf(year, today))).get(unitId);
  if (unit === undefined || (areas !== null && !isInside(areas, unit.path)))
    return refuse('plan-target.unit-not-found', { unit: unitId });
  if (base !== null && count > base)
    return refuse('plan-target.count-impossible', {
      unit: unit.name,
      why: `${count} nhiều hơn tổng ${base} (more than the base)`,
    });
  await insertActual(
    db,
    { unitId, year, indicator: code, onDay, count, base, source, demonstration, scopePath: unit.path },
    acting,
  );
  return ok(unit);
}
