import type { ReviewProblemCode } from '@benvung/domain/review/problems';
import { ok, type Problem, type Result, refuse } from '@benvung/domain/shared/result';
import type { Db } from '../platform/database/database.ts';
import { listRoundsUnder, lockRound, updateRoundStatus } from './review-round.store.ts';
import { addRoundEvents, type Said } from './round-event.store.ts';

export interface YearToLock {
  readonly year: number;
  readonly path: string;
  readonly today: string;
  readonly said?: Said;
}

/**
 * Locks the year of every commune under a path; all of their rounds must be closed. Afterwards only
 * corrections (đính chính) change a result.
 */
export async function lockYear(
  db: Db,
  { year, path, today, said }: YearToLock,
): Promise<Result<{ locked: number }, Problem<ReviewProblemCode>>> {
  const rounds = await listRoundsUnder(db, year, path);
  if (rounds.length === 0) return refuse('review.round-not-begun', { year });
  const open = rounds.filter((round) => round.status === 'OPEN');
  if (open.length > 0) return refuse('review.rounds-not-closed', { year, open: open.length });
  const locked: { communeId: number; scopePath: string }[] = [];
  for (const { id } of rounds) {
    const round = await lockRound(db, id);
    if (round?.status !== 'CLOSED') continue;
    await updateRoundStatus(db, id, { status: 'LOCKED', closedOn: round.closedOn, lockedOn: today });
    locked.push(round);
  }
  const events = locked.map(({ communeId, scopePath }) => ({
    year,
    communeId,
    scopePath,
    kind: 'locked' as const,
  }));
  if (said !== undefined) await addRoundEvents(db, said, events);
  return ok({ locked: locked.length });
}
