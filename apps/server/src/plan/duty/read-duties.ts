import type { DutiesQuery, DutyBoard, DutyLines, DutyMonth, DutyOrder } from '@benvung/contract/plan-duty';
import { DUTY_STATES } from '@benvung/domain/plan/duty/duty-state';
import { lateForSuperior } from '@benvung/domain/plan/duty/report-period';
import { weeksOfMonth } from '@benvung/domain/shared/month-grid';
import type { Db } from '../../platform/database/database.ts';
import { looksOver } from '../../platform/http/principal.ts';
import { listLastKnownUnits, type UnitOnDay } from '../../territory/territory.public.ts';
import {
  countByDay,
  type DutySearch,
  listDuties,
  listFirstOfStates,
  listReports,
  type StoredDuty,
  sumDuties,
} from './duty.store.ts';
import { readDutyClock } from './duty-clock.ts';
import { type DutyReader, mayGive } from './duty-reader.ts';
import { unitRefOf, viewDuties } from './view-duty.ts';

const PAGE_SIZE = 50;
const MOST_OF_A_STATE = 20;

interface Wanted {
  readonly unit: UnitOnDay;
  readonly today: string;
  readonly reader: DutyReader;
}

const searchOf = (
  { unit, today, reader }: Wanted,
  { whose, year }: { readonly whose: DutiesQuery['whose']; readonly year?: number },
): DutySearch => ({
  path: unit.path,
  unitId: unit.id,
  today,
  whose,
  accountId: reader.accountId,
  agencies: reader.agencies,
  ownUnits: reader.ownUnits,
  deskOnly: !looksOver(reader, unit.path),
  ...(year === undefined ? {} : { year }),
});

async function headOf(db: Db, wanted: Wanted, search: DutySearch) {
  const { late, waiting, extension, open } = await sumDuties(db, search);
  const { unit, today, reader } = wanted;
  return {
    unit: unitRefOf(unit),
    today,
    sums: { late, waiting, extension, open },
    mayAssign: mayGive(reader, unit),
  };
}

/** A page of the duties of a place, by deadline. */
export async function readDuties(db: Db, wanted: Wanted, query: DutiesQuery): Promise<DutyLines> {
  const search = searchOf(wanted, query);
  const { page, ...filter } = query;
  const found = await listDuties(db, search, {
    filter,
    limit: PAGE_SIZE,
    offset: (page - 1) * PAGE_SIZE,
  });
  return {
    ...(await headOf(db, wanted, search)),
    duties: await viewDuties(db, found.rows, wanted),
    page: { page, pageSize: PAGE_SIZE, total: found.total },
  };
}

/** The first duties of each state, with how many there are. */
export async function readBoard(db: Db, wanted: Wanted, query: DutiesQuery): Promise<DutyBoard> {
  const search = searchOf(wanted, query);
  const rows = await listFirstOfStates(db, search, MOST_OF_A_STATE);
  const lines = await viewDuties(db, rows as readonly StoredDuty[], wanted);
  return {
    ...(await headOf(db, wanted, search)),
    columns: DUTY_STATES.map((state) => ({
      state,
      total: rows.find((row) => row.state === state)?.ofState ?? 0,
      duties: lines.filter((line) => line.state === state),
    })),
  };
}

/** The whole weeks of a month with how much is due on each day. */
export async function readDutyMonth(
  db: Db,
  wanted: Wanted,
  { month, whose }: { readonly month: string; readonly whose: DutiesQuery['whose'] },
): Promise<DutyMonth> {
  const { calendar } = await readDutyClock(db);
  const days = weeksOfMonth(month).flat();
  const [from, to] = [days[0] as string, days.at(-1) as string];
  const counts = await countByDay(db, searchOf(wanted, { whose }), { from, to });
  const by = new Map(counts.map((one) => [one.day, one]));
  return {
    unit: unitRefOf(wanted.unit),
    today: wanted.today,
    month,
    days: days.map((day) => ({
      day,
      working: calendar.isWorking(day),
      provisional: calendar.isProvisional(day),
      note: calendar.noteOf(day),
      tasks: by.get(day)?.tasks ?? 0,
      reports: by.get(day)?.reports ?? 0,
      toDo: by.get(day)?.toDo ?? 0,
    })),
  };
}

/** Reports that lower levels owe on the day of the report they go into, or after it. */
export async function readDutyOrder(
  db: Db,
  { unit, today }: Pick<Wanted, 'unit' | 'today'>,
  year: number,
): Promise<DutyOrder> {
  const reports = await listReports(db, { path: unit.path, year });
  const units = await listLastKnownUnits(
    db,
    reports.map(({ unitId }) => unitId),
    today,
  );
  const nameOf = (unitId: number, { kind, key }: { kind: string; key: string }) => `${unitId} ${kind} ${key}`;
  const idOf = new Map(reports.map((report) => [nameOf(report.unitId, report), report.id]));
  /** The nearest unit above that makes the same report: levels without one are passed over. */
  const superiorOf = (report: (typeof reports)[number]): number | null =>
    (units.get(report.unitId)?.path ?? '')
      .split('/')
      .filter(Boolean)
      .map(Number)
      .slice(0, -1)
      .findLast((id) => idOf.has(nameOf(id, report))) ?? null;
  const faults = lateForSuperior(reports.map((report) => ({ ...report, superiorId: superiorOf(report) })));
  const line = (report: (typeof faults)[number]['lower']) => {
    const known = units.get(report.unitId);
    return {
      unit: known === undefined ? null : unitRefOf(known),
      dueOn: report.dueOn,
      dutyId: idOf.get(nameOf(report.unitId, report)) as string,
    };
  };
  return {
    unit: unitRefOf(unit),
    year,
    checked: reports.length,
    faults: faults.map(({ lower, superior }) => ({
      reportKind: lower.kind,
      reportKey: lower.key,
      task: reports.find(({ id }) => id === idOf.get(nameOf(lower.unitId, lower)))?.task ?? '',
      lower: line(lower),
      superior: line(superior),
    })),
  };
}
