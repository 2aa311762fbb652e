import type {
  CertificateLine,
  DecisionView,
  RecognitionDesk,
  SubmissionLine,
  SubmissionView,
} from '@benvung/contract/review-recognition';
import {
  asksOpinion,
  type CaseCircumstances,
  conclusionOf,
  postingOver,
  recognitionListsOf,
} from '@benvung/domain/review/case/decide-case-act';
import type { ReviewProblemCode } from '@benvung/domain/review/problems';
import { groupBy } from '@benvung/domain/shared/group-by';
import { ok, type Problem, type Result, refuse } from '@benvung/domain/shared/result';
import { type WorkingCalendar, workingDaysBetween } from '@benvung/domain/shared/working-days';
import { timeInVietnam } from '../../platform/clock.ts';
import type { Db } from '../../platform/database/database.ts';
import { listLastKnownUnits, type UnitOnDay } from '../../territory/territory.public.ts';
import { listCasesById } from '../case/case.store.ts';
import { listResultGroups, type ResultGroup } from '../case/case-board.store.ts';
import type { Acting } from '../case/take-case-steps.ts';
import { procedureOf, readProcedures, readWorkingCalendar } from '../law/review-law.ts';
import { refOf } from '../read-opening-plan.ts';
import { listRoundsOfKindUnder, type ReviewRound } from '../review-round.store.ts';
import type { StoredCertificate } from './certificate.store.ts';
import {
  DECISION_LISTS,
  findDecision,
  listDecisionHouseholds,
  listDecisionsUnder,
  type StoredDecision,
} from './decision.store.ts';
import {
  findSubmission,
  listSubmissionsUnder,
  listSubmittedCases,
  type StoredSubmission,
} from './submission.store.ts';

type Refused = Problem<ReviewProblemCode | 'shared.not-found'>;

interface DeskWanted {
  readonly unit: UnitOnDay;
  readonly year: number;
  readonly acting: Acting;
}

/** What waits for which desk under a unit. */
export async function readRecognitionDesk(
  db: Db,
  { unit, year, acting }: DeskWanted,
): Promise<Result<RecognitionDesk, Refused>> {
  const { path } = unit;
  const rounds = [
    ...(await listRoundsOfKindUnder(db, { year, path, kind: 'PERIODIC' })),
    ...(await listRoundsOfKindUnder(db, { year, path, kind: 'AD_HOC' })),
  ].filter(({ procedureId }) => procedureId !== null);
  const groups = groupBy(
    await listResultGroups(db, { year, path, states: ['posted', 'cleared'] }),
    ({ roundId }) => roundId,
  );
  const [submissions, decisions] = [
    await listSubmissionsUnder(db, year, path),
    await listDecisionsUnder(db, year, path),
  ];
  const ids = [
    ...new Set(
      [...rounds, ...submissions.map(communeOf), ...decisions.map(communeOf)].map((one) => one.communeId),
    ),
  ];
  const units = await listLastKnownUnits(db, ids, acting.today);
  const ref = (id: number) => {
    const found = units.get(id);
    return found === undefined ? null : refOf(found);
  };
  const calendar = await readWorkingCalendar(db);
  const procedures = await readProcedures(db);
  const lines: RecognitionDesk['rounds'] = [];
  for (const round of rounds) {
    const procedure = procedureOf(procedures, round);
    if (procedure === undefined) return refuse('review.procedure-unknown');
    const time = { today: acting.today, time: timeInVietnam(acting.at), procedure };
    const own = groups.get(round.id) ?? [];
    lines.push({ ...roundLine({ round, own, time }), commune: ref(round.communeId) });
  }
  return ok({
    unit: refOf(unit),
    year,
    today: acting.today,
    rounds: lines,
    submissions: submissions.map((one) =>
      submissionLineOf(one, { commune: ref(one.originCommuneId), today: acting.today, calendar }),
    ),
    decisions: decisions.map((one) => ({ ...decisionLineOf(one), commune: ref(one.originCommuneId) })),
  });
}

const communeOf = ({ originCommuneId }: { originCommuneId: number }) => ({ communeId: originCommuneId });

interface OfRound {
  readonly round: ReviewRound;
  readonly own: readonly ResultGroup[];
  readonly time: Pick<CaseCircumstances, 'today' | 'time' | 'procedure'>;
}

function roundLine({ round, own, time }: OfRound): RecognitionDesk['rounds'][number] {
  const sum = (groups: readonly ResultGroup[]) => groups.reduce((total, { count }) => total + count, 0);
  const opinion = asksOpinion({ roundKind: round.kind }, time);
  const posted = own.filter(({ state }) => state === 'posted');
  const over = posted.filter((group) => postingOver(group, time));
  const running = posted.filter((group) => !over.includes(group));
  const ready = over.filter(({ disputed }) => !disputed);
  const cleared = [...own.filter(({ state }) => state === 'cleared'), ...(opinion ? [] : ready)];
  const listsOf = (group: ResultGroup) =>
    conclusionOf(group) === 'refuse' ? (['REFUSED'] as const) : recognitionListsOf(group);
  return {
    roundId: round.id,
    commune: null,
    kind: round.kind,
    open: round.status === 'OPEN',
    opinion,
    toSubmit: opinion ? sum(ready) : 0,
    disputed: sum(over) - sum(ready),
    posted: sum(running),
    postedUntil:
      running
        .map(({ postingEndsOn }) => postingEndsOn ?? '')
        .sort()
        .at(-1) ?? null,
    cleared: sum(cleared),
    lists: Object.fromEntries(
      DECISION_LISTS.map((list) => [
        list,
        sum(cleared.filter((group) => (listsOf(group) as readonly string[]).includes(list))),
      ]),
    ) as RecognitionDesk['rounds'][number]['lists'],
    unverified: sum(cleared.filter(({ verified }) => !verified)),
  };
}

function submissionLineOf(
  one: StoredSubmission,
  {
    commune,
    today,
    calendar,
  }: { commune: SubmissionLine['commune']; today: string; calendar: WorkingCalendar },
): SubmissionLine {
  const { cases } = one.content;
  return {
    id: one.id,
    roundId: one.roundId,
    commune,
    number: one.number,
    submittedOn: one.submittedOn,
    submittedBy: one.submittedBy,
    dueOn: one.dueOn,
    provisional: one.provisional,
    workingDaysLate:
      one.state === 'submitted' ? Math.max(0, workingDaysBetween(calendar, one.dueOn, today)) : 0,
    superior: one.superior,
    cases: typeof cases === 'number' ? cases : 0,
    state: one.state,
    opinionOn: one.opinionOn,
    opinionNumber: one.opinionNumber,
    version: one.version,
  };
}

/** One submission with its cases and the tables it was sent with. */
export async function readSubmission(
  db: Db,
  { id, today, areas }: { readonly id: string; readonly today: string; readonly areas: readonly string[] },
): Promise<Result<SubmissionView, Refused>> {
  const one = await findSubmission(db, id);
  if (one === undefined) return refuse('shared.not-found');
  const sent = await listSubmittedCases(db, one);
  const answers = new Map(sent.map((line) => [line.caseId, line]));
  const cases = await listCasesById(db, { originCommuneId: one.originCommuneId, ids: [...answers.keys()] });
  const units = await listLastKnownUnits(
    db,
    [one.originCommuneId, ...new Set(cases.map(({ villageId }) => villageId))],
    today,
  );
  const commune = units.get(one.originCommuneId);
  const { tables } = one.content;
  return ok({
    ...submissionLineOf(one, {
      commune: commune === undefined ? null : refOf(commune),
      today,
      calendar: await readWorkingCalendar(db),
    }),
    opinion: one.opinion,
    opinionBy: one.opinionBy,
    movements: Array.isArray(tables) ? (tables as SubmissionView['movements']) : [],
    contentHash: one.contentHash,
    signatory: one.signatory,
    opinionSignatory: one.opinionSignatory,
    superiorUnit: commune?.parentId ?? null,
    documentId: one.documentId,
    opinionDocumentId: one.opinionDocumentId,
    mayAnswer:
      one.state === 'submitted' &&
      areas.some((area) => area !== one.scopePath && one.scopePath.startsWith(area)),
    lines: cases
      .map((subject) => ({
        caseId: subject.id,
        head: subject.headName,
        village: units.get(subject.villageId)?.name ?? '',
        opening: subject.standing.opening,
        class: (answers.get(subject.id)?.class || null) as SubmissionView['lines'][number]['class'],
        answer: answers.get(subject.id)?.answer ?? null,
        reason: answers.get(subject.id)?.reason ?? null,
      }))
      .sort((a, b) =>
        a.village === b.village ? (a.head < b.head ? -1 : 1) : a.village < b.village ? -1 : 1,
      ),
  });
}

const decisionLineOf = (one: StoredDecision) => ({
  id: one.id,
  commune: null,
  number: one.number,
  decidedOn: one.decidedOn,
  signedBy: one.signedBy,
  signatory: one.signatory,
  counts: one.counts,
  documentId: one.documentId,
});

/** A decision with its lists. */
export async function readDecision(
  db: Db,
  { id, today }: { readonly id: string; readonly today: string },
): Promise<Result<DecisionView, Refused>> {
  const one = await findDecision(db, id);
  if (one === undefined) return refuse('shared.not-found');
  const households = await listDecisionHouseholds(db, one);
  const units = await listLastKnownUnits(
    db,
    [one.originCommuneId, ...new Set(households.map(({ villageId }) => villageId))],
    today,
  );
  const commune = units.get(one.originCommuneId);
  return ok({
    ...decisionLineOf(one),
    commune: commune === undefined ? null : refOf(commune),
    year: one.year,
    recordedBy: one.recordedBy,
    contentHash: one.contentHash,
    lines: households.map(({ caseId, list, position, head, villageId, reason }) => ({
      caseId,
      list,
      position,
      head,
      village: units.get(villageId)?.name ?? '',
      reason,
    })),
  });
}

export const certificateLineOf = (one: StoredCertificate): CertificateLine => ({
  id: one.id,
  number: one.number,
  year: one.year,
  householdId: one.householdId,
  head: one.headName,
  class: one.class,
  state: one.state,
  issuedOn: one.issuedOn,
  endedOn: one.endedOn,
  endedReason: one.endedReason,
  replacedBy: one.replacedBy,
  documentId: one.documentId,
  version: one.version,
});
