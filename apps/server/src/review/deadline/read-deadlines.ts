import type { DeadlineMonth, DutyLine, DutyList } from '@benvung/contract/review-deadline';
import type { CaseStanding } from '@benvung/domain/review/case/decide-case-act';
import {
  DUTY_KINDS,
  type Duty,
  dutyDaysLate,
  dutyOf,
  isDueProvisional,
} from '@benvung/domain/review/case/duty';
import { weeksOfMonth } from '@benvung/domain/shared/month-grid';
import type { WorkingCalendar } from '@benvung/domain/shared/working-days';
import type { Db } from '../../platform/database/database.ts';
import { listLastKnownUnits, type UnitOnDay } from '../../territory/territory.public.ts';
import { standingOf } from '../case/read-board.ts';
import { procedureOn, readProcedures, readWorkingCalendar } from '../law/review-law.ts';
import { refOf } from '../read-opening-plan.ts';
import { listWaitingCases, listWaitingGrievances, listWaitingSubmissions } from './deadline.store.ts';

const PAGE_SIZE = 100;
/** Groups read at a time. */
const READ_SIZE = 1000;

interface At {
  readonly today: string;
  /** `HH:MM` in Việt Nam. */
  readonly time: string;
}

export interface FoundDuty extends Duty {
  readonly count: number;
  readonly year: number;
  readonly communeId: number;
  /** 0: of the whole commune, or of a village that is not known. */
  readonly villageId: number;
}

async function allOf<Row>(read: (page: { offset: number; limit: number }) => Promise<Row[]>): Promise<Row[]> {
  const all: Row[] = [];
  for (let offset = 0; ; offset += READ_SIZE) {
    const rows = await read({ offset, limit: READ_SIZE });
    all.push(...rows);
    if (rows.length < READ_SIZE) return all;
  }
}

/** Everything that waits under a path. */
export async function findDuties(db: Db, path: string, at: At): Promise<FoundDuty[]> {
  const calendar = await readWorkingCalendar(db);
  return [
    ...(await dutiesOfCases(db, { path, at, calendar })),
    ...(await allOf((page) => listWaitingGrievances(db, { path, ...page }))).map(
      (one): FoundDuty => ({
        kind: 'grievance',
        day: one.dueOn,
        provisional: isDueProvisional(calendar, one.receivedOn, one.dueOn),
        uncertain: one.uncertain,
        count: one.count,
        year: one.year,
        communeId: one.communeId,
        villageId: one.villageId ?? 0,
      }),
    ),
    ...(await findOpinionsDue(db, path)),
  ];
}

/** Opinions a superior was asked for, one for each submission; the day was counted when it was sent. */
export async function findOpinionsDue(db: Db, path: string): Promise<FoundDuty[]> {
  const waiting = await allOf((page) => listWaitingSubmissions(db, { path, ...page }));
  return waiting.map(({ dueOn, ...rest }) => ({
    kind: 'opinion',
    day: dueOn,
    uncertain: false,
    villageId: 0,
    ...rest,
  }));
}

async function dutiesOfCases(
  db: Db,
  { path, at, calendar }: { path: string; at: At; calendar: WorkingCalendar },
): Promise<FoundDuty[]> {
  const groups = await allOf((page) => listWaitingCases(db, { path, ...page }));
  const inForce = await procedureOn(db, at.today);
  const byHash = new Map((await readProcedures(db)).map(({ hash, procedure }) => [hash, procedure]));
  return groups.flatMap((group) => {
    const procedure =
      byHash.get(group.procedureHash ?? '') ?? (inForce.ok ? inForce.value.procedure : undefined);
    if (procedure === undefined) return [];
    const standing: CaseStanding = standingOf(group);
    const duty = dutyOf(standing, group.lastOn, { ...at, calendar, procedure, year: group.year });
    const { count, year, communeId, villageId } = group;
    return duty === null ? [] : [{ ...duty, count, year, communeId, villageId }];
  });
}

/** Duties of one kind, day, year and place, added up: the lines of the list, by day. */
function linesOf(duties: readonly FoundDuty[], below: boolean): FoundDuty[] {
  const lines = new Map<string, FoundDuty>();
  for (const duty of duties) {
    const villageId = below ? duty.villageId : 0;
    const { kind, day, communeId, year, uncertain } = duty;
    const key = [day, kind, communeId, villageId, year, uncertain].join(' ');
    const before = lines.get(key);
    const count = duty.count + (before?.count ?? 0);
    const provisional = duty.provisional || (before?.provisional ?? false);
    lines.set(key, { ...duty, villageId, count, provisional });
  }
  return [...lines.entries()].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, duty]) => duty);
}

const namesVillages = ({ level }: UnitOnDay): boolean => level === 'commune' || level === 'village';
const isLate = ({ kind, day }: FoundDuty, today: string) => kind !== 'postingEnds' && day < today;

/** What waits in a unit, a line for one village or one commune of a larger unit, by day. */
export const findDutyLines = async (db: Db, unit: UnitOnDay, at: At): Promise<FoundDuty[]> =>
  linesOf(await findDuties(db, unit.path, at), namesVillages(unit));

interface Wanted extends At {
  readonly unit: UnitOnDay;
}

/** A page of what is due and late in a unit; of one day alone when it is told. */
export async function readDeadlines(
  db: Db,
  { unit, page, day, today, time }: Wanted & { readonly page: number; readonly day?: string | undefined },
): Promise<DutyList> {
  const calendar = await readWorkingCalendar(db);
  const found = await findDutyLines(db, unit, { today, time });
  const all = day === undefined ? found : found.filter((duty) => duty.day === day);
  const shown = all.slice((page - 1) * PAGE_SIZE, page * PAGE_SIZE);
  const units = await listLastKnownUnits(db, [...new Set(shown.map(placeOf))], today);
  return {
    unit: refOf(unit),
    today,
    late: all.filter((duty) => isLate(duty, today)).length,
    duties: shown.map((duty): DutyLine => {
      const known = units.get(placeOf(duty));
      const { villageId: _villageId, ...rest } = duty;
      return {
        ...rest,
        workingDaysLate: dutyDaysLate(duty, today, calendar),
        unit: known === undefined ? null : refOf(known),
      };
    }),
    page: { page, pageSize: PAGE_SIZE, total: all.length },
  };
}

export const placeOf = ({ villageId, communeId }: FoundDuty): number =>
  villageId === 0 ? communeId : villageId;

/** The whole weeks of a month with what is due on each day. */
export async function readDeadlineMonth(
  db: Db,
  { unit, month, today, time }: Wanted & { readonly month: string },
): Promise<DeadlineMonth> {
  const calendar = await readWorkingCalendar(db);
  const lines = await findDutyLines(db, unit, { today, time });
  const days = weeksOfMonth(month).flat();
  const late = lines.filter((duty) => isLate(duty, today) && duty.day < `${month}-01`);
  return {
    unit: refOf(unit),
    today,
    month,
    lateBefore: new Set(late.map(({ day }) => day)).size,
    days: days.map((day) => ({
      day,
      working: calendar.isWorking(day),
      provisional: calendar.isProvisional(day),
      note: calendar.noteOf(day),
      duties: DUTY_KINDS.flatMap((kind) => {
        const mine = lines.filter((duty) => duty.day === day && duty.kind === kind);
        const count = mine.reduce((sum, duty) => sum + duty.count, 0);
        return mine.length === 0 ? [] : [{ kind, lines: mine.length, count }];
      }),
    })),
  };
}
