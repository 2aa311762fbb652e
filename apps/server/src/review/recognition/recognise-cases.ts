import type { Signatory } from '@benvung/domain/document/document-frame';
import type { DocumentProblemCode } from '@benvung/domain/document/problems';
import {
  asksOpinion,
  type CaseAct,
  conclusionOf,
  recognitionListsOf,
} from '@benvung/domain/review/case/decide-case-act';
import type { ReviewProblemCode } from '@benvung/domain/review/problems';
import { decideRoundAct } from '@benvung/domain/review/review-round';
import { ok, type Problem, type Result, refuse } from '@benvung/domain/shared/result';
import type { Db } from '../../platform/database/database.ts';
import { newId } from '../../platform/ids.ts';
import { lockCases, type StoredCase } from '../case/case.store.ts';
import {
  type Acting,
  type CaseGround,
  type CaseStepToTake,
  caseGroundOf,
  takeCaseSteps,
} from '../case/take-case-steps.ts';
import { putReviewRecords } from '../put-review-records.ts';
import { listRecordsOfCommunes, type StoredReviewRecord } from '../review-record.store.ts';
import { lockRound, type ReviewRound } from '../review-round.store.ts';
import {
  DECISION_LISTS,
  type DecisionLine,
  insertDecision,
  insertDecisionLines,
  type StoredDecision,
} from './decision.store.ts';
import { listCasesIn, readyAfterPosting } from './posted-cases.ts';
import { makeRecognitionPapers } from './recognition-papers.ts';
import { hashOf } from './submit-cases.ts';

type Refused = Problem<ReviewProblemCode | DocumentProblemCode | 'shared.not-found'>;

interface Recognition {
  readonly roundId: string;
  /** The number the paper register gave; null takes the next one. */
  readonly number: number | null;
  readonly decidedOn: string;
  readonly signatory: Signatory;
  /** How many cases the person saw; another number now is a conflict. */
  readonly expected: number;
  readonly acting: Acting;
}

/**
 * The commune chairman's decision on every case the superior cleared, or whose posting is over where the procedure asks no
 * opinion: its four lists, and a written reason for each
 * refusal. From then on the results are official.
 */
export async function recogniseCases(
  db: Db,
  told: Recognition,
): Promise<
  Result<{ decision: StoredDecision; cases: readonly StoredCase[]; jobId: string | null }, Refused>
> {
  const { roundId, acting, signatory } = told;
  const round = await lockRound(db, roundId);
  if (round === undefined) return refuse('shared.not-found');
  const open = decideRoundAct(round.status, 'putRecord');
  if (!open.ok) return open;
  const ground = await caseGroundOf(db, round, acting);
  if (!ground.ok) return ground;
  const found = await casesToDecide(db, round, ground.value);
  if (!found.ok) return found;
  if (found.value.length !== told.expected) return refuse('review.case-changed');
  const cases = await lockCases(db, {
    originCommuneId: round.communeId,
    ids: found.value.map(({ id }) => id),
  });
  const records = await recordsOf(db, round, cases);
  const id = newId();
  const steps: CaseStepToTake[] = [];
  for (const subject of cases) {
    const act = actOn(subject, records.get(subject.householdId) ?? []);
    if (act === null) return refuse('review.case-undetermined', { householdId: subject.householdId });
    steps.push({ subject, act, ties: { decisionId: id } });
  }
  const lines = linesOf(steps);
  const papers = await makeRecognitionPapers(db, {
    round,
    decision: { id, decidedOn: told.decidedOn },
    number: told.number,
    signatory,
    lines,
    cases,
    records,
    acting,
  });
  if (!papers.ok) return papers;
  const { decisionDocumentId, documentOf, reference: number, jobId } = papers.value;
  const taken = await takeCaseSteps(
    ground.value,
    steps.map((step) => ({
      ...step,
      evidence: { decision: number, decidedOn: told.decidedOn },
      documentId: documentOf(step.subject.id),
    })),
  );
  if (!taken.ok) return taken;
  const official = [...records.values()].flat().map(
    (record): StoredReviewRecord => ({
      ...record,
      stage: record.verified && record.closing?.class !== 'UNDETERMINED' ? 'recognised' : record.stage,
      decisionNumber: number,
      decisionDay: told.decidedOn,
    }),
  );
  const put = await putReviewRecords(db, official, { today: acting.today, acting });
  if (!put.ok) return put;
  const counts = Object.fromEntries(
    DECISION_LISTS.map((list) => [list, lines.filter((line) => line.list === list).length]),
  ) as StoredDecision['counts'];
  const decision: StoredDecision = {
    originCommuneId: round.communeId,
    id,
    roundId,
    year: round.year,
    number,
    decidedOn: told.decidedOn,
    signedBy: signatory.name,
    signatory,
    recordedBy: acting.actor,
    counts,
    contentHash: hashOf(lines.map(({ caseId, list, class: of }) => [caseId, list, of])),
    documentId: decisionDocumentId,
    at: acting.at,
    scopePath: round.scopePath,
  };
  await insertDecision(db, decision);
  await insertDecisionLines(db, decision, lines);
  return ok({ decision, cases: taken.value, jobId });
}

/** What the superior cleared; without that step in the procedure also what has been posted for its days. */
async function casesToDecide(
  db: Db,
  round: ReviewRound,
  ground: CaseGround,
): Promise<Result<StoredCase[], Problem<ReviewProblemCode>>> {
  const cleared = await listCasesIn(db, round.id, 'cleared');
  if (asksOpinion({ roundKind: round.kind }, ground))
    return cleared.length === 0 ? refuse('review.nothing-to-do') : ok(cleared);
  const ready = await readyAfterPosting(db, round, ground);
  if (ready.ok) return ok([...cleared, ...ready.value]);
  return cleared.length === 0 ? ready : ok(cleared);
}

/** The records of households in this round, under all its standards. */
async function recordsOf(
  db: Db,
  round: ReviewRound,
  cases: readonly StoredCase[],
): Promise<Map<string, StoredReviewRecord[]>> {
  const wanted = new Map<string, StoredReviewRecord[]>(cases.map(({ householdId }) => [householdId, []]));
  for (const record of await listRecordsOfCommunes(db, round.year, [round.communeId]))
    if (record.roundId === round.id) wanted.get(record.householdId)?.push(record);
  return wanted;
}

function actOn({ standing }: StoredCase, records: readonly StoredReviewRecord[]): CaseAct | null {
  const conclusion = conclusionOf(standing);
  if (conclusion === null) return null;
  return conclusion === 'refuse' ? { act: 'refuse', reason: refusalReason(records) } : { act: conclusion };
}

/** Why a household that asked is not recognised, by the points of its form. */
function refusalReason([record]: readonly StoredReviewRecord[]): string {
  const points = [
    record?.incomeScore == null ? null : `điểm A ${record.incomeScore}`,
    record?.deprivationScore == null ? null : `điểm B ${record.deprivationScore}`,
  ].filter((text) => text !== null);
  const by = points.length === 0 ? '' : ` (${points.join(', ')})`;
  return `Kết quả rà soát${by}: không thuộc diện hộ nghèo, hộ cận nghèo theo chuẩn hiện hành.`;
}

function linesOf(steps: readonly CaseStepToTake[]): DecisionLine[] {
  const ordered = [...steps].sort((a, b) =>
    a.subject.villageId === b.subject.villageId
      ? a.subject.headName < b.subject.headName
        ? -1
        : 1
      : a.subject.villageId - b.subject.villageId,
  );
  const counts = new Map<string, number>();
  return ordered.flatMap(({ subject, act }) => {
    const lists = act.act === 'refuse' ? (['REFUSED'] as const) : recognitionListsOf(subject.standing);
    return lists.map((list) => {
      const position = (counts.get(list) ?? 0) + 1;
      counts.set(list, position);
      return {
        caseId: subject.id,
        list,
        position,
        class: subject.standing.class ?? '',
        reason: act.act === 'refuse' ? act.reason : null,
        scopePath: subject.scopePath,
      };
    });
  });
}
