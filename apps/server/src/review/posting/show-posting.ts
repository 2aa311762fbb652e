import type { ProblemCode } from '@benvung/contract/problem-texts';
import { RECEIPT_CODE_LENGTH } from '@benvung/domain/review/public/public-code';
import { ok, type Problem, type Result, refuse } from '@benvung/domain/shared/result';
import type { Db } from '../../platform/database/database.ts';
import { beginProcedure } from '../case/begin-procedure.ts';
import { lockCasesOfVillage } from '../case/case.store.ts';
import { type Acting, caseGroundOf, takeCaseSteps } from '../case/take-case-steps.ts';
import { type GrievanceReceived, receiveGrievance } from '../grievance/receive-grievance.ts';
import { newPublicCode } from '../public/public-code.ts';
import { findRoundById, listRoundsOfCommunes } from '../review-round.store.ts';
import { openPosting, planPosting } from './open-posting.ts';
import { findFullestVillage } from './posting.store.ts';

export interface PostingToShow {
  readonly communeId: number;
  readonly year: number;
  readonly code: string;
  readonly places: readonly string[];
  /** Who did what on which day; the last acts on the demonstration's own day. */
  readonly surveyed: Acting;
  readonly met: Acting;
  readonly posted: Acting;
  readonly grievances: readonly Pick<
    GrievanceReceived,
    'category' | 'channel' | 'number' | 'householdName' | 'about' | 'complainantName' | 'phone'
  >[];
}

type Shown = Promise<Result<{ readonly postingId: string }, Problem<ProblemCode>>>;

/**
 * For the demonstration: a round that is under way goes by the procedure, its fullest village has met, its list hangs,
 * and somebody complained. Every step is taken by the acts people take.
 */
export async function showPosting(db: Db, told: PostingToShow): Shown {
  const [before] = await listRoundsOfCommunes(db, told.year, [told.communeId]);
  if (before === undefined) return refuse('review.round-not-begun');
  const begun = await beginProcedure(db, before.id, told.surveyed);
  if (!begun.ok) return begun;
  const round = (await findRoundById(db, before.id)) ?? before;
  const villageId = await findFullestVillage(db, round.id);
  if (villageId === undefined) return refuse('review.nothing-to-do');
  const met = await meet(db, { originCommuneId: round.communeId, round, villageId, acting: told.met });
  if (!met.ok) return met;
  const wanted = { roundId: round.id, villageId, acting: told.posted };
  const planned = await planPosting(db, wanted);
  if (!planned.ok) return planned;
  const { hash } = planned.value;
  const opened = await openPosting(db, { ...wanted, hash, places: told.places, code: told.code });
  if (!opened.ok) return opened;
  for (const grievance of told.grievances) {
    const received = await receiveGrievance(db, {
      ...grievance,
      posting: opened.value,
      receiptCode: newPublicCode(RECEIPT_CODE_LENGTH),
      acting: told.posted,
    });
    if (!received.ok) return received;
  }
  return ok({ postingId: opened.value.id });
}

const PRESENT = 56;
const AGREED = 52;

async function meet(
  db: Db,
  {
    originCommuneId,
    round,
    villageId,
    acting,
  }: {
    originCommuneId: number;
    round: Parameters<typeof caseGroundOf>[1] & { readonly id: string };
    villageId: number;
    acting: Acting;
  },
) {
  const ground = await caseGroundOf(db, round, acting);
  if (!ground.ok) return ground;
  const scored = await lockCasesOfVillage(db, { originCommuneId, roundId: round.id, villageId }, ['scored']);
  const subjects = scored.filter(({ standing }) => standing.verified);
  const act = { act: 'agree', present: PRESENT, agreed: AGREED } as const;
  return takeCaseSteps(
    ground.value,
    subjects.map((subject) => ({ subject, act, evidence: { present: PRESENT, agreed: AGREED } })),
  );
}
