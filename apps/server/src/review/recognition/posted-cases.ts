import { postingOver } from '@benvung/domain/review/case/decide-case-act';
import type { ReviewProblemCode } from '@benvung/domain/review/problems';
import { ok, type Problem, type Result, refuse } from '@benvung/domain/shared/result';
import type { Db } from '../../platform/database/database.ts';
import type { StoredCase } from '../case/case.store.ts';
import { listCases } from '../case/case-board.store.ts';
import type { CaseGround } from '../case/take-case-steps.ts';
import { casesWithOpenGrievance } from '../grievance/grievance.store.ts';
import type { ReviewRound } from '../review-round.store.ts';

const MOST = 20_000;

/**
 * Cases of a round that have nothing left to wait for on the notice board: the posting is over and no grievance about
 * them is open. Refused when there is none, with what they wait for.
 */
export async function readyAfterPosting(
  db: Db,
  round: ReviewRound,
  ground: CaseGround,
): Promise<Result<StoredCase[], Problem<ReviewProblemCode>>> {
  const posted = await listCasesIn(db, round.id, 'posted');
  const over = posted.filter(({ standing }) => postingOver(standing, ground));
  const waiting = await casesWithOpenGrievance(db, {
    originCommuneId: round.communeId,
    caseIds: over.map(({ id }) => id),
  });
  const ready = over.filter(({ id }) => !waiting.has(id));
  if (ready.length > 0) return ok(ready);
  if (over.length > 0) return refuse('review.grievance-open', { count: over.length });
  const [running] = posted;
  if (running === undefined) return refuse('review.nothing-to-do');
  const until = running.standing.postingEndsOn ?? '';
  return refuse('review.case-posting-runs', { until, time: ground.procedure.officeCloses });
}

/** Every case of a round that stands at a step. */
export const listCasesIn = async (
  db: Db,
  roundId: string,
  state: 'posted' | 'cleared',
): Promise<StoredCase[]> =>
  (
    await listCases(db, {
      roundId,
      villageId: null,
      states: [state],
      postingOver: null,
      offset: 0,
      limit: MOST,
    })
  ).cases;
