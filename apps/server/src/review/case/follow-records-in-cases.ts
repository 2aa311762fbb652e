import { isConcluded } from '@benvung/domain/review/case/case-state';
import type { CaseAct } from '@benvung/domain/review/case/decide-case-act';
import type { ReviewProblemCode } from '@benvung/domain/review/problems';
import type { GoneReason } from '@benvung/domain/review/review-record';
import { groupBy } from '@benvung/domain/shared/group-by';
import { ok, type Problem, type Result, refuse } from '@benvung/domain/shared/result';
import type { Db } from '../../platform/database/database.ts';
import { newId } from '../../platform/ids.ts';
import type { StoredReviewRecord } from '../review-record.store.ts';
import { findRoundById, type ReviewRound } from '../review-round.store.ts';
import {
  type CaseEventRow,
  insertCaseEvents,
  listHeadNames,
  lockCasesOfHouseholds,
  type StoredCase,
  upsertCases,
} from './case.store.ts';
import {
  type Acting,
  actingBySystem,
  type CaseGround,
  type CaseStepToTake,
  caseGroundOf,
  eventOf,
  takeCaseSteps,
} from './take-case-steps.ts';

/** Who was at the house of each record; who types it is told by `acting`. */
export type Survey = (household: { readonly householdId: string; readonly villageId: number }) => {
  readonly key: string;
  readonly name: string;
};

interface WrittenRecords {
  /** Every round that is written to. */
  readonly rounds: readonly ReviewRound[];
  readonly before: readonly StoredReviewRecord[];
  readonly records: readonly StoredReviewRecord[];
  readonly options: {
    readonly today: string;
    readonly survey?: Survey;
    readonly acting?: Acting;
  };
}

type Followed = Promise<Result<null, Problem<ReviewProblemCode>>>;

/**
 * Keeps the cases of rounds that follow a procedure in step with the records that are written: what a survey found takes
 * its steps or is refused, a household put on the list gets its case, one that is gone ends it.
 */
export async function followRecordsInCases(db: Db, written: WrittenRecords): Followed {
  const { options, before } = written;
  const { today } = options;
  const acting = options.acting ?? actingBySystem(today);
  for (const round of written.rounds) {
    if (round.procedureId === null) continue;
    const ground = await caseGroundOf(db, round, acting);
    if (!ground.ok) return ground;
    const own = written.records.filter(
      ({ roundId, standardId }) => roundId === round.id && standardId === round.standardId,
    );
    const followed = await followRound(ground.value, round, { own, survey: options.survey });
    if (!followed.ok) return followed;
  }
  return leaveOldRounds(db, { before, written, acting });
}

interface OfRound {
  readonly own: readonly StoredReviewRecord[];
  readonly survey: Survey | undefined;
}

async function followRound(ground: CaseGround, round: ReviewRound, { own, survey }: OfRound): Followed {
  const { db } = ground;
  const known = new Map(
    (
      await lockCasesOfHouseholds(db, {
        originCommuneId: round.communeId,
        roundIds: [round.id],
        householdIds: own.map(({ householdId }) => householdId),
      })
    ).map((one) => [one.householdId, one]),
  );
  const unlisted = own.filter(({ householdId }) => !known.has(householdId));
  if (survey !== undefined && unlisted.length > 0)
    return refuse('review.case-not-listed', { householdId: unlisted[0]!.householdId });
  const steps: CaseStepToTake[] = [];
  const quiet: StoredCase[] = [];
  for (const record of own) {
    const subject = known.get(record.householdId);
    if (subject === undefined) continue;
    const { householdId } = record;
    const visitor = survey?.({ householdId, villageId: villageOf(record) || subject.villageId });
    const acts =
      visitor === undefined ? livingActs(subject, record) : surveyActs(subject, record, visitor.key);
    const evidence = {
      ...evidenceOf(record),
      ...(visitor === undefined ? {} : { visitor: visitor.name }),
    };
    const ties = { villageId: villageOf(record) || subject.villageId, scopePath: record.scopePath };
    steps.push(...acts.map((act) => ({ subject, act, ties, evidence })));
    if (acts.length === 0 && isElsewhere(subject, record))
      quiet.push({
        ...subject,
        ...ties,
        standing: { ...subject.standing, opening: record.opening?.class ?? subject.standing.opening },
      });
  }
  const taken = await takeCaseSteps(ground, steps);
  if (!taken.ok) return taken;
  await upsertCases(db, quiet);
  await listRecords(ground, round, unlisted);
  return ok(null);
}

const villageOf = ({ closing, opening }: StoredReviewRecord): number =>
  closing?.villageId ?? opening?.villageId ?? 0;

const isElsewhere = (subject: StoredCase, record: StoredReviewRecord): boolean =>
  subject.scopePath !== record.scopePath ||
  (record.opening !== null && subject.standing.opening !== record.opening.class) ||
  (villageOf(record) !== 0 && subject.villageId !== villageOf(record));

const evidenceOf = ({ closing, incomeScore, deprivationScore, evidence }: StoredReviewRecord) => ({
  class: closing?.class ?? null,
  incomeScore,
  deprivationScore,
  carriedBy: evidence,
});

/** A survey with its class; in a re-verification it only replaces the class. */
function surveyActs(subject: StoredCase, record: StoredReviewRecord, by: string): CaseAct[] {
  const { closing, verified } = record;
  const survey: CaseAct = { act: 'survey', by };
  if (closing === null || closing.class === 'UNDETERMINED') return [survey];
  const score: CaseAct = { act: 'score', by, class: closing.class, verified };
  return subject.standing.state === 'disputed' ? [score] : [survey, score];
}

/** What a life event or a word about a missing household does to its case. */
function livingActs({ standing }: StoredCase, { goneReason }: StoredReviewRecord): CaseAct[] {
  if (goneReason !== null && standing.state !== 'gone') return [{ act: 'markGone', reason: goneReason }];
  if (goneReason === null && standing.state === 'gone' && standing.last?.act === 'markGone')
    return [{ act: 'undo', reason: 'Hộ còn ở địa phương' }];
  return [];
}

/** The class a household is on the list with: an ad hoc result of the year stands before last year's. */
const listedAs = ({ stage, opening, closing }: StoredReviewRecord) =>
  (stage === 'listed' ? closing?.class : undefined) ?? opening?.class ?? null;

/** Households put on the list begin their case there; one that was surveyed before the procedure began keeps its result. */
export async function listRecords(
  ground: CaseGround,
  round: ReviewRound,
  records: readonly StoredReviewRecord[],
): Promise<void> {
  if (records.length === 0) return;
  const { db, today, at } = ground;
  const names = await listHeadNames(db, records);
  const cases: StoredCase[] = [];
  const events: CaseEventRow[] = [];
  for (const record of records) {
    const gone = record.goneReason !== null;
    const one: StoredCase = {
      originCommuneId: round.communeId,
      id: newId(),
      roundId: round.id,
      householdOrigin: record.originCommuneId,
      householdId: record.householdId,
      villageId: villageOf(record),
      year: round.year,
      scopePath: record.scopePath,
      headName: names.get(record.householdId) ?? '',
      request: null,
      postingId: null,
      submissionId: null,
      decisionId: null,
      lastOn: today,
      version: gone ? 2 : 1,
      updatedAt: at,
      standing: {
        state: gone ? 'gone' : 'listed',
        origin: 'record',
        roundKind: round.kind,
        requestedOn: null,
        opening: listedAs(record),
        class: null,
        verified: false,
        surveyedBy: null,
        postingEndsOn: null,
        last: gone ? { act: 'markGone', from: 'listed' } : { act: 'list', from: null },
      },
    };
    cases.push(one);
    const listed = { act: 'list', from: null, to: 'listed', reason: null, documentId: null };
    events.push(
      eventOf(ground, { ...one, version: 1 }, { ...listed, evidence: { opening: one.standing.opening } }),
    );
    if (gone)
      events.push(
        eventOf(ground, one, {
          ...listed,
          act: 'markGone',
          from: 'listed',
          to: 'gone',
          reason: record.goneReason,
          evidence: {},
        }),
      );
  }
  await upsertCases(db, cases);
  await insertCaseEvents(db, events);
}

/** A household that moved to another commune's round has moved away in the one it was in. */
async function leaveOldRounds(
  db: Db,
  {
    before,
    written,
    acting,
  }: { before: readonly StoredReviewRecord[]; written: WrittenRecords; acting: Acting },
): Followed {
  const now = new Map(
    written.records.map((record) => [`${record.householdId}|${record.standardId}`, record]),
  );
  const left = before.filter((record) => {
    const after = now.get(`${record.householdId}|${record.standardId}`);
    return after === undefined || after.roundId !== record.roundId;
  });
  for (const [roundId, records] of groupBy(left, (record) => record.roundId)) {
    const [{ communeId }] = records as [StoredReviewRecord];
    const cases = await lockCasesOfHouseholds(db, {
      originCommuneId: communeId,
      roundIds: [roundId],
      householdIds: records.map(({ householdId }) => householdId),
    });
    const round = cases.length === 0 ? undefined : await findRoundById(db, roundId);
    if (round === undefined) continue;
    const ground = await caseGroundOf(db, round, acting);
    if (!ground.ok) return ground;
    const reason: GoneReason = 'movedAway';
    const leaving = cases.filter(({ standing }) => !isConcluded(standing.state));
    const taken = await takeCaseSteps(
      ground.value,
      leaving.map((subject) => ({ subject, act: { act: 'markGone', reason } as const })),
    );
    if (!taken.ok) return taken;
  }
  return ok(null);
}
