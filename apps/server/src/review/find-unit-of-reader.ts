import { ok, type Problem, type Result, refuse } from '@benvung/domain/shared/result';
import { isInside } from '../platform/http/principal.ts';
import type { RouteContext } from '../platform/http/route-declaration.ts';
import { listLastKnownUnits, type UnitOnDay } from '../territory/territory.public.ts';

/** The unit, when it is the caller's; the nation's villages are not read in one page, as on the board. */
export async function findUnitOfReader(
  { db, areas, clock }: Pick<RouteContext, 'db' | 'areas' | 'clock'>,
  id: number,
): Promise<Result<UnitOnDay, Problem<'review.unit-not-found'>>> {
  const unit = (await listLastKnownUnits(db, [id], clock.today())).get(id);
  if (unit === undefined || unit.level === 'nation' || !isInside(areas, unit.path))
    return refuse('review.unit-not-found', { unit: id });
  return ok(unit);
}
