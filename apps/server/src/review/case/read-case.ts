import type { CaseLine, CaseView } from '@benvung/contract/review-case';
import { caseDeadline, workingDaysLate } from '@benvung/domain/review/case/case-deadline';
import {
  BOARD_COLUMNS,
  type BoardColumn,
  boardColumnOf,
  CASE_STATES,
  type CaseActName,
  type CaseState,
} from '@benvung/domain/review/case/case-state';
import { asksOpinion, type CaseAct, decideCaseAct } from '@benvung/domain/review/case/decide-case-act';
import type { ReviewProblemCode } from '@benvung/domain/review/problems';
import { ok, type Problem, type Result, refuse } from '@benvung/domain/shared/result';
import type { Db } from '../../platform/database/database.ts';
import { listLastKnownUnits } from '../../territory/territory.public.ts';
import { refOf } from '../read-opening-plan.ts';
import { findRecord } from '../review-record.store.ts';
import { findRoundById } from '../review-round.store.ts';
import { findCase, listCaseEvents, listNeighbours, type StoredCase } from './case.store.ts';
import { listCases } from './case-board.store.ts';
import { type Acting, type CaseGround, caseGroundOf } from './take-case-steps.ts';

type Refused = Problem<ReviewProblemCode | 'shared.not-found'>;

export const CASES_A_PAGE = 100;

/** Cases of one column of the board, or those asked for and not listed yet. */
export async function readCaseList(
  db: Db,
  wanted: {
    readonly roundId: string;
    readonly villageId: number | null;
    readonly column: BoardColumn | 'requests' | null;
    readonly page: number;
    readonly acting: Acting;
  },
): Promise<Result<{ cases: CaseLine[]; page: { page: number; pageSize: number; total: number } }, Refused>> {
  const { roundId, villageId, column, page, acting } = wanted;
  const round = await findRoundById(db, roundId);
  if (round === undefined) return refuse('shared.not-found');
  const ground = await caseGroundOf(db, round, acting);
  if (!ground.ok) return ground;
  const closed = ground.value.time >= ground.value.procedure.officeCloses;
  const postings = column === 'posting' || column === 'toSubmit' || column === 'toDecide';
  const asks = asksOpinion({ roundKind: round.kind }, ground.value);
  const found = await listCases(db, {
    roundId,
    villageId,
    states: statesOf(column, asks),
    postingOver: postings ? { today: acting.today, closed, over: column !== 'posting' } : null,
    offset: (page - 1) * CASES_A_PAGE,
    limit: CASES_A_PAGE,
  });
  const villages = await listLastKnownUnits(
    db,
    [...new Set(found.cases.map((one) => one.villageId))],
    acting.today,
  );
  return ok({
    cases: found.cases.map((one) =>
      lineOf(one, { village: villages.get(one.villageId)?.name ?? '', ground: ground.value }),
    ),
    page: { page, pageSize: CASES_A_PAGE, total: found.total },
  });
}

function statesOf(column: BoardColumn | 'requests' | null, asks: boolean): CaseState[] {
  if (column === 'requests') return ['requested', 'screenedIn'];
  const columnsOf = (state: CaseState) =>
    [false, true].map((postingOver) => boardColumnOf(state, { postingOver, asksOpinion: asks }));
  return CASE_STATES.filter((state) => column === null || columnsOf(state).includes(column));
}

export const isColumn = (text: string): text is BoardColumn =>
  (BOARD_COLUMNS as readonly string[]).includes(text);

function lineOf(one: StoredCase, { village, ground }: { village: string; ground: CaseGround }): CaseLine {
  const { standing } = one;
  const deadline = caseDeadline(standing, one.lastOn, ground);
  return {
    id: one.id,
    householdId: one.householdId,
    head: one.headName,
    village,
    state: standing.state,
    origin: standing.origin,
    opening: standing.opening,
    class: standing.class,
    verified: standing.verified,
    deadline:
      deadline === null
        ? null
        : { ...deadline, workingDaysLate: workingDaysLate(deadline, ground.today, ground.calendar) },
    version: one.version,
  };
}

export interface ReadCase {
  readonly view: CaseView;
  readonly scopePath: string;
}

/** One case with its history and what may be done with it now. */
export async function readCase(
  db: Db,
  { id, acting, mayAct }: { readonly id: string; readonly acting: Acting; readonly mayAct: boolean },
): Promise<Result<ReadCase, Refused>> {
  const one = await findCase(db, id);
  const round = one === undefined ? undefined : await findRoundById(db, one.roundId);
  if (one === undefined || round === undefined) return refuse('shared.not-found');
  const ground = await caseGroundOf(db, round, acting);
  if (!ground.ok) return ground;
  const record = await findRecord(db, {
    roundId: one.roundId,
    householdId: one.householdId,
    standardId: round.standardId,
  });
  const units = await listLastKnownUnits(db, [one.villageId, round.communeId], acting.today);
  const commune = units.get(round.communeId);
  if (commune === undefined) return refuse('shared.not-found');
  const { request, standing } = one;
  const view: CaseView = {
    ...lineOf(one, { village: units.get(one.villageId)?.name ?? '', ground: ground.value }),
    year: one.year,
    round: { id: round.id, kind: round.kind, open: round.status === 'OPEN' },
    commune: refOf(commune),
    villageId: one.villageId,
    requestedOn: standing.requestedOn,
    request:
      request === null
        ? null
        : {
            form: request.form === '04' ? '04' : '01',
            channel: String(request.channel ?? ''),
            asked: String(request.asked ?? ''),
            screening: typeof request.screening === 'string' ? request.screening : null,
          },
    postingEndsOn: standing.postingEndsOn,
    officeCloses: ground.value.procedure.officeCloses,
    asksOpinion: asksOpinion(standing, ground.value),
    surveyed:
      record?.closing == null
        ? null
        : {
            incomeScore: record.incomeScore,
            deprivationScore: record.deprivationScore,
            computed: record.computedClass,
            overrideReason: record.overrideReason,
          },
    acts:
      mayAct && round.status === 'OPEN' ? DIRECT_ACTS.filter((act) => isOffered(one, act, ground.value)) : [],
    events: (await listCaseEvents(db, one)).map((event) => ({
      number: event.number,
      act: event.act as CaseActName,
      from: event.from as CaseState | null,
      to: event.to as CaseState,
      reason: event.reason,
      evidence: plainFacts(event.evidence),
      documentId: event.documentId,
      actor: event.actor,
      onDay: event.onDay,
      at: event.at,
    })),
    neighbours: await listNeighbours(db, one),
  };
  return ok({ view, scopePath: one.scopePath });
}

/** Acts of the case page itself; the others belong to the meeting, the posting and the desks. */
export const DIRECT_ACTS = ['screenIn', 'screenOut', 'list', 'withdraw', 'markGone', 'undo'] as const;
type DirectAct = (typeof DIRECT_ACTS)[number];
/** Steps that are taken back where they were taken. */
export const UNDONE_HERE: readonly (CaseActName | undefined)[] = [
  'screenIn',
  'screenOut',
  'list',
  'withdraw',
  'markGone',
];

function isOffered(one: StoredCase, act: DirectAct, ground: CaseGround): boolean {
  if (act === 'undo' && !UNDONE_HERE.includes(one.standing.last?.act)) return false;
  if (act === 'list' && one.standing.origin === 'form01' && one.standing.state === 'requested') return false;
  const tried: Record<DirectAct, CaseAct> = {
    screenIn: { act: 'screenIn' },
    screenOut: { act: 'screenOut', reason: '…' },
    list: { act: 'list' },
    withdraw: { act: 'withdraw', reason: '…' },
    markGone: { act: 'markGone', reason: 'died' },
    undo: { act: 'undo', reason: '…' },
  };
  return decideCaseAct(one.standing, tried[act], ground).ok;
}

type PlainFacts = CaseView['events'][number]['evidence'];

/** Nested facts, such as a record kept for an undo, are not for reading. */
const plainFacts = (evidence: Readonly<Record<string, unknown>>): PlainFacts =>
  Object.fromEntries(
    Object.entries(evidence).filter(([, value]) => value === null || typeof value !== 'object'),
  ) as PlainFacts;
