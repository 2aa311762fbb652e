import type { DutyLine, DutyList } from '@benvung/contract/review-deadline';
import type { CaseStanding } from '@benvung/domain/review/case/decide-case-act';
import { type Duty, dutyDaysLate, dutyOf, isDueProvisional } from '@benvung/domain/review/case/duty';
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

interface Wanted extends At {
  readonly unit: UnitOnDay;
  readonly page: number;
}

/** A page of what is due and late in a unit: a line for what one village, or one commune of a larger unit, has to do by a day. */
export async function readDeadlines(db: Db, { unit, page, today, time }: Wanted): Promise<DutyList> {
  const below = unit.level === 'commune' || unit.level === 'village';
  const calendar = await readWorkingCalendar(db);
  const lines = new Map<string, FoundDuty>();
  for (const duty of await findDuties(db, unit.path, { today, time })) {
    const villageId = below ? duty.villageId : 0;
    const { kind, day, communeId, year, uncertain } = duty;
    const key = [day, kind, communeId, villageId, year, uncertain].join(' ');
    const before = lines.get(key);
    const count = duty.count + (before?.count ?? 0);
    const provisional = duty.provisional || (before?.provisional ?? false);
    lines.set(key, { ...duty, villageId, count, provisional });
  }
  const late = ({ kind, day }: FoundDuty) => kind !== 'postingEnds' && day < today;
  const all = [...lines.entries()].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, duty]) => duty);
  const shown = all.slice((page - 1) * PAGE_SIZE, page * PAGE_SIZE);
  const idOf = ({ villageId, communeId }: FoundDuty) => (villageId === 0 ? communeId : villageId);
  const units = await listLastKnownUnits(db, [...new Set(shown.map(idOf))], today);
  return {
    unit: refOf(unit),
    today,
    late: all.filter(late).length,
    duties: shown.map((duty): DutyLine => {
      const known = units.get(idOf(duty));
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
