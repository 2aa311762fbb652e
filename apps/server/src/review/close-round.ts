import type { ReviewProblemCode } from '@benvung/domain/review/problems';
import { decideRoundAct, type RoundAct } from '@benvung/domain/review/review-round';
import { ok, type Problem, type Result, refuse } from '@benvung/domain/shared/result';
import type { Db } from '../platform/database/database.ts';
import { countUndecidedMatches } from './review-match.store.ts';
import { countPendingHouseholds } from './review-record.store.ts';
import { lockRound, type ReviewRound, updateRoundStatus } from './review-round.store.ts';

export interface RoundActToDo {
  readonly roundId: string;
  readonly today: string;
  /** Needed to reopen. */
  readonly reason?: string;
}

type Outcome = Promise<Result<ReviewRound, Problem<ReviewProblemCode | 'shared.not-found'>>>;

/** Closes a round: refused while a listed household has no result or a proposed match no decision. */
export const closeRound = (db: Db, wanted: RoundActToDo): Outcome => changeStatus(db, 'close', wanted);

export const reopenRound = (db: Db, wanted: RoundActToDo): Outcome => changeStatus(db, 'reopen', wanted);

async function changeStatus(
  db: Db,
  act: Extract<RoundAct, 'close' | 'reopen'>,
  { roundId, today, reason = '' }: RoundActToDo,
): Outcome {
  const round = await lockRound(db, roundId);
  if (round === undefined) return refuse('shared.not-found');
  const decided = decideRoundAct(round.status, act, {
    reason,
    pending: await countPendingHouseholds(db, round),
    undecidedMatches: await countUndecidedMatches(db, round.year, round.communeId),
  });
  if (!decided.ok) return decided;
  const closedOn = act === 'close' ? today : null;
  await updateRoundStatus(db, roundId, { status: decided.value, closedOn, lockedOn: null });
  return ok({ ...round, status: decided.value, closedOn, version: round.version + 1 });
}
