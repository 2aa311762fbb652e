import type { ReviewProblemCode } from '@benvung/domain/review/problems';
import { ok, type Problem, type Result, refuse } from '@benvung/domain/shared/result';
import { retirePaper } from '../../document/document.public.ts';
import type { Db } from '../../platform/database/database.ts';
import { lockCases } from '../case/case.store.ts';
import { type Acting, caseGroundOf, takeCaseSteps } from '../case/take-case-steps.ts';
import { countOpenGrievances } from '../grievance/grievance.store.ts';
import { paperMaker } from '../paper-ground.ts';
import { changePublicPage } from '../public/public-page.store.ts';
import { findRoundById } from '../review-round.store.ts';
import { findPosting, listPostedCases, putWithdrawal, type StoredPosting } from './posting.store.ts';

type Refused = Problem<ReviewProblemCode | 'shared.not-found'>;

interface Withdrawal {
  readonly id: string;
  readonly reason: string;
  readonly acting: Acting;
}

/**
 * Takes a wrong posting down while nothing rests on it: no grievance waits for its answer, no case of it was disputed,
 * submitted or posted again. Its cases step back, its sheet is withdrawn, the public page says so; what hung stays in
 * the records with the reason.
 */
export async function withdrawPosting(
  db: Db,
  { id, reason, acting }: Withdrawal,
): Promise<Result<{ readonly posting: StoredPosting; readonly cases: number }, Refused>> {
  const posting = await findPosting(db, id);
  const round = posting === undefined ? undefined : await findRoundById(db, posting.roundId);
  if (posting === undefined || round === undefined) return refuse('shared.not-found');
  if (posting.withdrawnOn !== null) return refuse('review.posting-withdrawn');
  const { originCommuneId } = posting;
  const ids = await listPostedCases(db, posting);
  const cases = await lockCases(db, { originCommuneId, ids });
  const moved = cases.filter((one) => one.postingId !== id || one.standing.last?.act !== 'post');
  if (moved.length > 0) return refuse('review.posting-built-on', { count: moved.length });
  const waiting = await countOpenGrievances(db, { originCommuneId, postingId: id });
  if (waiting > 0) return refuse('review.grievance-open', { count: waiting });
  const ground = await caseGroundOf(db, round, acting);
  if (!ground.ok) return ground;
  const taken = await takeCaseSteps(
    ground.value,
    cases.map((subject) => ({
      subject,
      act: { act: 'undo', reason, of: 'posting' },
      evidence: { posting: id },
      ties: { postingId: null },
    })),
  );
  if (!taken.ok) return taken;
  const withdrawn = { ...posting, withdrawnOn: acting.today, withdrawnReason: reason };
  await putWithdrawal(db, withdrawn);
  await changePublicPage(db, 'posting', {
    subjectId: id,
    content: { ...posting.content, lines: [], withdrawnOn: acting.today },
  });
  await retirePaper(db, posting.documentId, { reason, today: acting.today, by: paperMaker(acting) });
  return ok({ posting: withdrawn, cases: cases.length });
}
