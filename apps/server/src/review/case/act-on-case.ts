import type { CaseActCommand } from '@benvung/contract/review-case';
import type { CaseAct } from '@benvung/domain/review/case/decide-case-act';
import type { ReviewProblemCode } from '@benvung/domain/review/problems';
import { decideRoundAct } from '@benvung/domain/review/review-round';
import { ok, type Problem, type Result, refuse } from '@benvung/domain/shared/result';
import type { Db } from '../../platform/database/database.ts';
import { carriedOverAll } from '../open-round.ts';
import { putReviewRecords } from '../put-review-records.ts';
import { goneUnderStandards } from '../records-under-standards.ts';
import { listRecordsOfHousehold, type StoredReviewRecord } from '../review-record.store.ts';
import { lockRound, type ReviewRound } from '../review-round.store.ts';
import { findCase, listCaseEvents, lockCases, type StoredCase } from './case.store.ts';
import { UNDONE_HERE } from './read-case.ts';
import {
  type Acting,
  type CaseGround,
  type CaseStepToTake,
  caseGroundOf,
  takeCaseSteps,
} from './take-case-steps.ts';

type Refused = Problem<ReviewProblemCode | 'shared.not-found'>;
type Acted = Promise<Result<StoredCase, Refused>>;

/** One of the steps an officer takes on a single case: screening, listing, ending, or taking such a step back. */
export async function actOnCase(
  db: Db,
  told: {
    readonly id: string;
    readonly version: number;
    readonly act: CaseActCommand['act'];
    readonly acting: Acting;
  },
): Acted {
  const seen = await findCase(db, told.id);
  const round = seen === undefined ? undefined : await lockRound(db, seen.roundId);
  if (seen === undefined || round === undefined) return refuse('shared.not-found');
  const open = decideRoundAct(round.status, 'putRecord');
  if (!open.ok) return open;
  const [subject] = await lockCases(db, { originCommuneId: seen.originCommuneId, ids: [seen.id] });
  if (subject === undefined) return refuse('shared.not-found');
  if (subject.version !== told.version) return refuse('review.case-changed');
  const ground = await caseGroundOf(db, round, told.acting);
  if (!ground.ok) return ground;
  const { act } = told;
  if (act.act === 'undo' && !UNDONE_HERE.includes(subject.standing.last?.act))
    return refuse('review.case-cannot-undo', { act: subject.standing.last?.act ?? '' });
  const records = await recordsOf(db, subject, round);
  const kept = act.act === 'markGone' ? { records: records.map(withoutVersion) } : {};
  const screened = act.act === 'screenIn' ? { screening: act.found } : {};
  const step: CaseStepToTake = {
    subject: withScreening(subject, act),
    act: actOf(act),
    evidence: { ...kept, ...screened },
  };
  const taken = await takeCaseSteps(ground.value, [step]);
  if (!taken.ok) return taken;
  const followed = await followInRecords(ground.value, { round, subject, records, act });
  return followed.ok ? ok(taken.value[0]!) : followed;
}

const actOf = (act: CaseActCommand['act']): CaseAct => (act.act === 'screenIn' ? { act: 'screenIn' } : act);

/** What the paper form of the quick screen found stays with the request. */
function withScreening(subject: StoredCase, act: CaseActCommand['act']): StoredCase {
  const found = act.act === 'screenIn' ? act.found : act.act === 'screenOut' ? act.reason : null;
  return found === null ? subject : { ...subject, request: { ...subject.request, screening: found } };
}

const recordsOf = async (db: Db, subject: StoredCase, round: ReviewRound): Promise<StoredReviewRecord[]> =>
  (await listRecordsOfHousehold(db, subject.householdOrigin, subject.householdId)).filter(
    ({ roundId }) => roundId === round.id,
  );

const withoutVersion = ({ version: _version, ...record }: StoredReviewRecord) => record;

interface Following {
  readonly round: ReviewRound;
  readonly subject: StoredCase;
  readonly records: readonly StoredReviewRecord[];
  readonly act: CaseActCommand['act'];
}

/** The list follows: who is gone leaves it with the reason, who is back stands on it as before. */
async function followInRecords(
  ground: CaseGround,
  { round, subject, records, act }: Following,
): Promise<Result<unknown, Refused>> {
  const { db, today } = ground;
  if (act.act === 'markGone') {
    const { put, remove } = goneUnderStandards(records, act.reason);
    return putReviewRecords(db, put, { today, remove, acting: ground });
  }
  if (act.act === 'undo' && subject.standing.last?.act === 'markGone') {
    const event = (await listCaseEvents(db, subject)).findLast(({ act: name }) => name === 'markGone');
    const before = (event?.evidence.records ?? []) as Omit<StoredReviewRecord, 'version'>[];
    const versions = new Map(records.map(({ standardId, version }) => [standardId, version]));
    return putReviewRecords(
      db,
      before.map((record) => ({ ...record, version: versions.get(record.standardId) ?? 0 })),
      { today, acting: ground },
    );
  }
  if (act.act === 'list' && records.length === 0) {
    const known = await listRecordsOfHousehold(db, subject.householdOrigin, subject.householdId);
    const last = known.filter(({ year, stage }) => year === round.year - 1 && stage === 'recognised');
    return putReviewRecords(db, carriedOverAll(last, round), { today, acting: ground });
  }
  return ok(null);
}
