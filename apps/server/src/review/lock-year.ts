import type { ReviewProblemCode } from '@benvung/domain/review/problems';
import { ok, type Problem, type Result, refuse } from '@benvung/domain/shared/result';
import type { Db } from '../platform/database/database.ts';
import { listRoundsUnder, lockRound, updateRoundStatus } from './review-round.store.ts';

/**
 * Locks the year of every commune under a path; all of their rounds must be closed. Afterwards only
 * corrections (đính chính) change a result.
 */
export async function lockYear(
  db: Db,
  { year, path, today }: { year: number; path: string; today: string },
): Promise<Result<{ locked: number }, Problem<ReviewProblemCode>>> {
  const rounds = await listRoundsUnder(db, year, path);
  if (rounds.length === 0) return refuse('review.round-not-begun', { year });
  const open = rounds.filter((round) => round.status === 'OPEN');
  if (open.length > 0) return refuse('review.rounds-not-closed', { year, open: open.length });
  let locked = 0;
  for (const { id } of rounds) {
    const round = await lockRound(db, id);
    if (round?.status !== 'CLOSED') continue;
    await updateRoundStatus(db, id, { status: 'LOCKED', closedOn: round.closedOn, lockedOn: today });
    locked += 1;
  }
  return ok({ locked });
}
