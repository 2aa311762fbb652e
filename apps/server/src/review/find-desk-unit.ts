import type { ReviewProblemCode } from '@benvung/domain/review/problems';
import { ok, type Problem, type Result, refuse } from '@benvung/domain/shared/result';
import type { Db } from '../platform/database/database.ts';
import { isInside } from '../platform/http/principal.ts';
import { listLastKnownUnits, listPlacedPaths, type UnitOnDay } from '../territory/territory.public.ts';

/**
 * The unit a desk is of, as it stands or last stood, inside the reader's areas. The path of one that has ended is where
 * its rounds and cases lie now: those of the unit that took its place.
 */
export async function findDeskUnit(
  db: Db,
  { id, areas, today }: { id: number; areas: readonly string[]; today: string },
): Promise<Result<UnitOnDay, Problem<ReviewProblemCode>>> {
  const known = (await listLastKnownUnits(db, [id], today)).get(id);
  const unit =
    known === undefined || known.validTo === null || known.validTo > today
      ? known
      : { ...known, path: (await listPlacedPaths(db, [id], today)).get(id) ?? known.path };
  return unit === undefined || unit.level === 'village' || !isInside(areas, unit.path)
    ? refuse('review.unit-not-found', { unit: id })
    : ok(unit);
}
