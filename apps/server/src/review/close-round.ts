import type { RoundStanding } from '@benvung/domain/review/closing-blockers';
import type { ReviewProblemCode } from '@benvung/domain/review/problems';
import { decideRoundAct, type RoundAct } from '@benvung/domain/review/review-round';
import { ok, type Problem, type Result, refuse } from '@benvung/domain/shared/result';
import type { Db } from '../platform/database/database.ts';
import { forgetUndo } from './review-match.store.ts';
import { countPendingHouseholds } from './review-record.store.ts';
import { lockRound, type ReviewRound, updateRoundStatus } from './review-round.store.ts';
import { addRoundEvents, type Said } from './round-event.store.ts';
import { readStandings } from './round-standing.ts';

export interface RoundActToDo {
  readonly roundId: string;
  readonly today: string;
  /** Who does it and when, for the round's history; a list that tells of an act elsewhere adds nothing to it. */
  readonly said?: Said;
  /** Needed to reopen. */
  readonly reason?: string;
  /**
   * A list tells that the round was closed where it was held: what it lacked there (population, an official
   * scorecard) does not undo that; only its own list must be done.
   */
  readonly closedElsewhere?: boolean;
}

type Outcome = Promise<Result<ReviewRound, Problem<ReviewProblemCode | 'shared.not-found'>>>;

/** Closes a round; refused while anything of `closingBlockers` stands in its way. */
export const closeRound = (db: Db, wanted: RoundActToDo): Outcome => changeStatus(db, 'close', wanted);

export const reopenRound = (db: Db, wanted: RoundActToDo): Outcome => changeStatus(db, 'reopen', wanted);

async function changeStatus(
  db: Db,
  act: Extract<RoundAct, 'close' | 'reopen'>,
  { roundId, today, said, reason = '', closedElsewhere = false }: RoundActToDo,
): Outcome {
  const round = await lockRound(db, roundId);
  if (round === undefined) return refuse('shared.not-found');
  const { year, communeId, scopePath } = round;
  const standing = act === 'close' && round.status === 'OPEN' ? await standingOf(db, round) : {};
  const own = closedElsewhere ? { baseMissing: false, unverified: 0, unbalanced: 0 } : {};
  const decided = decideRoundAct(round.status, act, { reason, ...standing, ...own });
  if (!decided.ok) return decided;
  const closedOn = act === 'close' ? today : null;
  await updateRoundStatus(db, roundId, { status: decided.value, closedOn, lockedOn: null });
  if (act === 'close') await forgetUndo(db, { year, communeId });
  const [kind, detail] = act === 'close' ? (['closed', {}] as const) : (['reopened', { reason }] as const);
  if (said !== undefined) await addRoundEvents(db, said, [{ year, communeId, scopePath, kind, detail }]);
  return ok({ ...round, status: decided.value, closedOn, version: round.version + 1 });
}

/** Pending counts under whatever standard, so that none is left behind. */
async function standingOf(db: Db, { year, communeId, scopePath }: ReviewRound): Promise<RoundStanding> {
  const standing = (await readStandings(db, { year, path: scopePath, villages: true })).of(communeId);
  const pending = await countPendingHouseholds(db, { year, communeId });
  return { ...standing, pending: Math.max(standing.pending, pending) };
}
