import { createHash } from 'node:crypto';
import {
  type NumberedCase,
  numberCases,
  type PostedList,
  postedListOf,
  postedListText,
} from '@benvung/domain/review/posting/posted-list';
import type { ReviewProblemCode } from '@benvung/domain/review/problems';
import { POSTING_CODE_LENGTH } from '@benvung/domain/review/public/public-code';
import { dueOf } from '@benvung/domain/review/review-procedure';
import { decideRoundAct } from '@benvung/domain/review/review-round';
import { ok, type Problem, type Result, refuse } from '@benvung/domain/shared/result';
import type { Db } from '../../platform/database/database.ts';
import { newId } from '../../platform/ids.ts';
import { listLastKnownUnits, type UnitOnDay } from '../../territory/territory.public.ts';
import { lockCasesOfVillage, type StoredCase } from '../case/case.store.ts';
import { type Acting, type CaseGround, caseGroundOf, takeCaseSteps } from '../case/take-case-steps.ts';
import { newPublicCode } from '../public/public-code.ts';
import { putPublicPage } from '../public/public-page.store.ts';
import { lockRound, type ReviewRound } from '../review-round.store.ts';
import { insertPosting, type StoredPosting } from './posting.store.ts';

type Refused = Problem<ReviewProblemCode | 'shared.not-found'>;

export interface PostingWanted {
  readonly roundId: string;
  readonly villageId: number;
  readonly acting: Acting;
}

/** What a posting of a village would hold now, and how long it would hang. */
export interface PostingPlan {
  readonly round: ReviewRound;
  readonly village: UnitOnDay;
  readonly ground: CaseGround;
  readonly list: PostedList;
  readonly hash: string;
  readonly provisional: boolean;
  readonly subjects: readonly StoredCase[];
  readonly numbered: readonly NumberedCase[];
}

export const hashOfList = (list: PostedList): string =>
  createHash('sha256').update(postedListText(list)).digest('hex');

/** Reads the cases a village may post now: agreed by its meeting, or re-verified after a grievance. */
export async function planPosting(
  db: Db,
  { roundId, villageId, acting }: PostingWanted,
): Promise<Result<PostingPlan, Refused>> {
  const round = await lockRound(db, roundId);
  if (round === undefined) return refuse('shared.not-found');
  const units = await listLastKnownUnits(db, [villageId, round.communeId], acting.today);
  const [village, commune] = [units.get(villageId), units.get(round.communeId)];
  if (village === undefined || commune === undefined) return refuse('shared.not-found');
  const open = decideRoundAct(round.status, 'putRecord');
  if (!open.ok) return open;
  const ground = await caseGroundOf(db, round, acting);
  if (!ground.ok) return ground;
  const subjects = await lockCasesOfVillage(db, { originCommuneId: round.communeId, roundId, villageId }, [
    'agreed',
    'reverified',
  ]);
  const numbered = numberCases(
    subjects.map(({ id, headName, standing }) => ({
      id,
      head: headName,
      opening: standing.opening,
      class: standing.class,
    })),
  );
  if (numbered.length === 0) return refuse('review.nothing-to-do');
  const { procedure, calendar } = ground.value;
  const ends = dueOf(calendar, procedure.limits.posting, { from: acting.today, as: 'wait' });
  const list = postedListOf({
    village: village.name,
    commune: commune.name,
    year: round.year,
    from: acting.today,
    until: ends.day,
    closes: procedure.officeCloses,
    lines: numbered,
  });
  return ok({
    round,
    village,
    ground: ground.value,
    list,
    hash: hashOfList(list),
    provisional: ends.provisional,
    subjects,
    numbered,
  });
}

/**
 * Opens a posting: every case on the list is posted by one act, or none. `hash` is that of the list the officer saw; a
 * list that has changed since is refused, so that nothing is posted unseen.
 */
export async function openPosting(
  db: Db,
  wanted: PostingWanted & {
    readonly places: readonly string[];
    readonly hash: string;
    /** The demonstration's own, so that a guide can name it. */
    readonly code?: string;
  },
): Promise<Result<StoredPosting, Refused>> {
  const planned = await planPosting(db, wanted);
  if (!planned.ok) return planned;
  const plan = planned.value;
  if (plan.hash !== wanted.hash) return refuse('review.posting-list-changed');
  const id = newId();
  const byId = new Map(plan.subjects.map((subject) => [subject.id, subject]));
  const taken = await takeCaseSteps(
    plan.ground,
    plan.numbered.map(({ caseId, number }) => ({
      subject: byId.get(caseId)!,
      act: { act: 'post' },
      evidence: { posting: id, number },
      ties: { postingId: id },
    })),
  );
  if (!taken.ok) return taken;
  const code = wanted.code ?? newPublicCode(POSTING_CODE_LENGTH);
  const posting = postingOf(plan, { id, code, places: wanted.places, acting: wanted.acting });
  const classes = new Map(taken.value.map(({ id: caseId, standing }) => [caseId, standing.class]));
  await insertPosting(
    db,
    posting,
    plan.numbered.map(({ caseId, number }) => ({ caseId, number, class: classes.get(caseId) ?? '' })),
  );
  await putPublicPage(db, 'posting', {
    code: posting.code,
    subjectId: id,
    opensOn: posting.openedOn,
    endsOn: posting.endsOn,
    content: posting.content,
    originCommuneId: posting.originCommuneId,
    scopePath: posting.scopePath,
  });
  return ok(posting);
}

function postingOf(
  { round, village, list, hash, provisional }: PostingPlan,
  { id, code, places, acting }: { id: string; code: string; places: readonly string[]; acting: Acting },
): StoredPosting {
  return {
    originCommuneId: round.communeId,
    id,
    roundId: round.id,
    villageId: village.id,
    year: round.year,
    code,
    openedOn: acting.today,
    openedAt: acting.at,
    openedBy: acting.actor,
    endsOn: list.until,
    endsAt: list.closes,
    provisional,
    places: places.join('\n'),
    content: list,
    contentHash: hash,
    documentId: null,
    withdrawnOn: null,
    withdrawnReason: null,
    scopePath: village.path,
  };
}
