import { ok, type Problem, type Result, refuse } from '@benvung/domain/shared/result';
import type { Db } from '../platform/database/database.ts';
import { type PopulationBaseLine, upsertPopulationBase } from './population-base.store.ts';
import { listRoundsOfCommunes } from './review-round.store.ts';

/**
 * Sets totals of all households and persons (the denominators). They are frozen with the round: once a
 * commune's year is locked its base no longer changes.
 */
export async function putPopulationBase(
  db: Db,
  lines: readonly PopulationBaseLine[],
  /** Communes' years that are written to besides. */
  also: readonly { readonly year: number; readonly communeId: number }[] = [],
): Promise<Result<{ lines: number }, Problem<'review.year-locked'>>> {
  const touched = [...lines, ...also];
  for (const year of new Set(touched.map((line) => line.year))) {
    const communes = [...new Set(touched.filter((line) => line.year === year).map((line) => line.communeId))];
    const locked = (await listRoundsOfCommunes(db, year, communes)).filter(
      (round) => round.status === 'LOCKED',
    );
    if (locked.length > 0) return refuse('review.year-locked', { year, communes: locked.length });
  }
  await upsertPopulationBase(db, lines);
  return ok({ lines: lines.length });
}
