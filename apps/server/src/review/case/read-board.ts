import type { BoardRow, BoardView } from '@benvung/contract/review-case';
import { caseDeadline, workingDaysLate } from '@benvung/domain/review/case/case-deadline';
import { BOARD_COLUMNS, boardColumnOf } from '@benvung/domain/review/case/case-state';
import { asksOpinion, type CaseStanding, postingOver } from '@benvung/domain/review/case/decide-case-act';
import type { ReviewProblemCode } from '@benvung/domain/review/problems';
import type { ReviewProcedure } from '@benvung/domain/review/review-procedure';
import type { RoundKind } from '@benvung/domain/review/review-round';
import { ok, type Problem, type Result } from '@benvung/domain/shared/result';
import type { Language } from '@benvung/domain/shared/text';
import type { WorkingCalendar } from '@benvung/domain/shared/working-days';
import type { Db } from '../../platform/database/database.ts';
import { listLastKnownUnits, listUnitsUnder, type UnitOnDay } from '../../territory/territory.public.ts';
import { procedureOn, readProcedures, readWorkingCalendar } from '../law/review-law.ts';
import { hasEnded } from '../read-desk.ts';
import { refOf } from '../read-opening-plan.ts';
import { listRoundsOfKindUnder, type ReviewRound } from '../review-round.store.ts';
import { type CaseGroup, listCaseGroups } from './case-board.store.ts';

interface BoardWanted {
  readonly unit: UnitOnDay;
  readonly year: number;
  readonly kind: RoundKind;
  readonly today: string;
  readonly time: string;
  readonly language: Language;
}

interface Law {
  readonly procedure: ReviewProcedure;
  readonly calendar: WorkingCalendar;
  readonly today: string;
  readonly time: string;
}

/** Where every case of a unit stands: a line a village of a commune, a line a commune of a larger unit. */
export async function readBoard(
  db: Db,
  wanted: BoardWanted,
): Promise<Result<BoardView, Problem<ReviewProblemCode>>> {
  const { unit, year, kind, today, time, language } = wanted;
  const rounds = await listRoundsOfKindUnder(db, { year, path: unit.path, kind });
  const named = rounds.find(({ procedureId }) => procedureId !== null);
  const inForce = await procedureOn(db, today);
  const procedures = await readProcedures(db);
  const procedure =
    procedures.find(({ hash }) => hash === named?.procedureHash)?.procedure ??
    (inForce.ok ? inForce.value.procedure : undefined);
  if (procedure === undefined) return inForce as Result<never, Problem<ReviewProblemCode>>;
  const law: Law = { procedure, calendar: await readWorkingCalendar(db), today, time };
  const ended = unit.level === 'commune' && hasEnded(unit, today);
  const groups = (await listCaseGroups(db, year, unit.path)).filter(
    ({ roundKind, communeId }) => roundKind === kind && (!ended || communeId === unit.id),
  );
  const alone = unit.level === 'commune';
  const own = alone ? rounds.find(({ communeId }) => communeId === unit.id) : undefined;
  const rows = await rowsOf(db, { wanted, groups, rounds, law });
  return ok({
    unit: refOf(unit),
    year,
    today,
    kind,
    window: { from: `${year}-${procedure.periodic.from}`, to: `${year}-${procedure.periodic.to}` },
    procedure: named === undefined ? null : { id: procedure.id, title: procedure.title[language] },
    round:
      own === undefined
        ? null
        : { id: own.id, open: own.status === 'OPEN', inProcedure: own.procedureId !== null },
    rows,
    total: rowOf(groups, { unit: null, roundId: own?.id ?? null }, law),
  });
}

interface Rows {
  readonly wanted: BoardWanted;
  readonly groups: readonly CaseGroup[];
  readonly rounds: readonly ReviewRound[];
  readonly law: Law;
}

async function rowsOf(db: Db, { wanted, groups, rounds, law }: Rows): Promise<BoardRow[]> {
  const { unit, today } = wanted;
  const alone = unit.level === 'commune';
  const keyOf = ({ villageId, communeId }: CaseGroup) => (alone ? villageId : communeId);
  const onMap = await listUnitsUnder(db, {
    path: unit.path,
    level: alone ? 'village' : 'commune',
    day: today,
  });
  const known = new Set(onMap.map(({ id }) => id));
  const others = [...new Set(groups.map(keyOf))].filter((id) => id !== 0 && !known.has(id));
  const ended = [...(await listLastKnownUnits(db, others, today)).values()];
  const held = new Set(groups.map(keyOf));
  const shown = hasEnded(unit, today) ? onMap.filter(({ id }) => held.has(id)) : onMap;
  const lines = [...shown, ...ended].map((one) => ({ id: one.id, unit: refOf(one) }));
  const unknown = groups.some((group) => keyOf(group) === 0) ? [{ id: 0, unit: null }] : [];
  return [...lines, ...unknown].map(({ id, unit: ref }) =>
    rowOf(
      groups.filter((group) => keyOf(group) === id),
      {
        unit: ref,
        roundId: roundOfRow({ groups, rounds }, { alone, unitId: unit.id, id }),
      },
      law,
    ),
  );
}

/**
 * The round a row's cases are in. Villages of a commune that became another one while its round ran stay in that round;
 * a commune made of two has two.
 */
function roundOfRow(
  { groups, rounds }: Pick<Rows, 'groups' | 'rounds'>,
  { alone, unitId, id }: { alone: boolean; unitId: number; id: number },
): string | null {
  const named = rounds.find(({ communeId }) => communeId === (alone ? unitId : id));
  const held = alone ? groups.find(({ villageId }) => villageId === id)?.roundId : undefined;
  return held ?? named?.id ?? (alone && rounds.length === 1 ? rounds[0]!.id : null);
}

/** Enough of a case to know its column and its clock. */
export const standingOf = (group: CaseGroup): CaseStanding => ({
  state: group.state,
  origin: 'record',
  roundKind: group.roundKind,
  requestedOn: group.requestedOn,
  opening: null,
  class: null,
  verified: false,
  surveyedBy: null,
  postingEndsOn: group.postingEndsOn,
  last: null,
});

function rowOf(groups: readonly CaseGroup[], named: Pick<BoardRow, 'unit' | 'roundId'>, law: Law): BoardRow {
  const columns = Object.fromEntries(BOARD_COLUMNS.map((column) => [column, 0])) as BoardRow['columns'];
  const deadlines = new Map<string, BoardRow['deadlines'][number]>();
  let [listed, requests] = [0, 0];
  for (const group of groups) {
    const standing = standingOf(group);
    const over = postingOver(standing, law);
    const column = boardColumnOf(group.state, {
      postingOver: over,
      asksOpinion: asksOpinion(standing, law),
    });
    if (column === null)
      requests += group.state === 'requested' || group.state === 'screenedIn' ? group.count : 0;
    else {
      columns[column] += group.count;
      listed += group.count;
    }
    const deadline = caseDeadline(standing, group.lastOn, law);
    if (deadline === null || (deadline.kind === 'postingEnds' && over)) continue;
    const key = `${deadline.kind} ${deadline.day}`;
    const before = deadlines.get(key)?.count ?? 0;
    const late = workingDaysLate(deadline, law.today, law.calendar);
    deadlines.set(key, { ...deadline, workingDaysLate: late, count: before + group.count });
  }
  const ordered = [...deadlines.values()].sort((a, b) => (a.day < b.day ? -1 : 1));
  return { ...named, listed, columns, requests, deadlines: ordered };
}
