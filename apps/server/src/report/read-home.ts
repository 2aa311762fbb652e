import type { HomeView } from '@benvung/contract/review';
import { percentage } from '@benvung/domain/report/percentage';
import type { ReportProblemCode } from '@benvung/domain/report/problems';
import { householdsIn } from '@benvung/domain/review/counters';
import type { ListedClass } from '@benvung/domain/review/movement';
import { inPeriodicWindow } from '@benvung/domain/review/review-procedure';
import { REVIEW_STAGES } from '@benvung/domain/review/review-record';
import { yearOf } from '@benvung/domain/shared/day';
import { ok, type Problem, type Result } from '@benvung/domain/shared/result';
import { HOUSEHOLD_CLASSES } from '@benvung/domain/standard/household-class';
import type { Db } from '../platform/database/database.ts';
import {
  listRoundsOfCommunes,
  listRoundsUnder,
  procedureOn,
  readBlockers,
  readVillageDuties,
} from '../review/review.public.ts';
import { listUnitsUnder } from '../territory/territory.public.ts';
import { listYearsOfRounds, type YearOfRounds } from './figures.store.ts';
import { findTableUnit } from './find-table-unit.ts';
import { homeTasks, type RoundsBelow } from './home-tasks.ts';
import type { UnitsWanted } from './read-table-units.ts';
import { readUnits, seesNation } from './read-units.ts';
import { type ReportUnit, unitRefOf } from './report-unit.store.ts';
import { addSheets, type FigureSheet, newSheet, sheetOfRow } from './unit-figures.ts';

export interface HomeWanted {
  readonly unit: string;
  readonly today: string;
  /** `HH:MM` in Việt Nam. */
  readonly time: string;
  readonly areas: readonly string[] | null;
}

/** This year's and last year's counts of one unit; the communes not begun this year apart. */
interface Standing {
  readonly now: FigureSheet;
  readonly last: FigureSheet;
  /** Last year's counts of communes that have no round this year. */
  readonly waiting: FigureSheet;
}

const MEASURES = [
  'opening',
  'closing',
  'pending',
  'provisional',
  'unverified',
  ...REVIEW_STAGES.map((stage) => `stage.${stage}`),
];

/** The landing page of a unit: where its round stands, its two figures with their change, its past years. */
export async function readHome(
  db: Db,
  { unit: name, today, time, areas }: HomeWanted,
): Promise<Result<Omit<HomeView, 'later'>, Problem<ReportProblemCode>>> {
  const found = await findTableUnit(db, { unit: name, referenceDay: today, mapDay: today, areas });
  if (!found.ok) return found;
  const unit = found.value;
  const held = (await listYearsOfRounds(db)).filter(({ year }) => year <= yearOf(today));
  const season = await seasonWithoutRound(db, held[0], today);
  const years = season === null ? held : [season, ...held];
  const running = years[0] ?? { year: yearOf(today), standardId: 'VN-2022', referenceDay: today };
  const wantedIn = (year: YearOfRounds, waitingFor?: number): UnitsWanted => ({
    year: year.year,
    standardId: year.standardId,
    day: today,
    path: unit.path,
    measures: MEASURES,
    unit,
    levels: 1,
    pathsAreCurrent: true,
    seesNation: seesNation(areas),
    ...(waitingFor === undefined ? {} : { withoutRoundIn: waitingFor }),
  });
  const before = years[1];
  const now = await readUnits(db, wantedIn(running), running.referenceDay);
  const last = before && (await readUnits(db, wantedIn(before), before.referenceDay));
  const waiting = before && (await readUnits(db, wantedIn(before, running.year), before.referenceDay));
  const total: Standing = {
    now: now.total,
    last: last?.total ?? newSheet(),
    waiting: waiting?.total ?? newSheet(),
  };
  const rowsOf = (units: typeof last) =>
    new Map((units?.rows ?? []).map((row) => [row.unit?.id, sheetOfRow(row.figures)]));
  const [lastRows, waitingRows] = [rowsOf(last), rowsOf(waiting)];
  const children = now.rows.flatMap((row) => {
    if (row.unit === null) return [];
    const standing: Standing = {
      now: sheetOfRow(row.figures, row.rounds),
      last: lastRows.get(row.unit.id) ?? newSheet(),
      waiting: waitingRows.get(row.unit.id) ?? newSheet(),
    };
    return [{ ...progressOf(row.unit, running.year, standing), figures: figuresOfClasses(standing) }];
  });
  // a village has no round of its own: it is reviewed in that of its commune
  const [own] =
    unit.level === 'village' ? await listRoundsOfCommunes(db, running.year, [unit.parentId ?? 0]) : [];
  const counted = progressOf(unit, running.year, total);
  const progress = own === undefined ? counted : { ...counted, status: own.status };
  return ok({
    unit: unitRefOf(unit),
    today,
    year: running.year,
    standard: running.standardId,
    tasks: homeTasks({
      unit,
      today,
      year: running.year,
      progress,
      sheet: total.now,
      rounds: await readRoundsBelow(db, { unit, year: running.year, today }),
      village: await readVillageDuties(db, { unit, today, time }),
    }),
    progress,
    children: unit.level === 'village' ? [] : children,
    figures: figuresOfClasses(total),
    history: await readHistoryOfYears(db, years.slice(1), wantedIn),
  });
}

/** The review of this year, in its season, where the reader sees no round of it yet: it is what is to be opened. */
async function seasonWithoutRound(
  db: Db,
  last: YearOfRounds | undefined,
  today: string,
): Promise<YearOfRounds | null> {
  if (last === undefined || last.year !== yearOf(today) - 1) return null;
  const found = await procedureOn(db, today);
  return found.ok && inPeriodicWindow(found.value.procedure, today)
    ? { ...last, year: yearOf(today), referenceDay: today }
    : null;
}

async function readRoundsBelow(
  db: Db,
  { unit, year, today }: { unit: ReportUnit; year: number; today: string },
): Promise<RoundsBelow> {
  const { path, level } = unit;
  if (level === 'nation') return { notBegun: 0, closed: 0, blockers: null };
  const rounds = await listRoundsUnder(db, year, path);
  const open = level === 'commune' ? rounds.find(({ status }) => status === 'OPEN') : undefined;
  const blockers = open && (await readBlockers(db, open));
  const communes =
    level === 'commune' ? [] : await listUnitsUnder(db, { path, level: 'commune', day: today });
  const begun = new Set(rounds.map(({ communeId }) => communeId));
  return {
    notBegun: communes.filter(({ id }) => !begun.has(id)).length,
    closed: rounds.filter(({ status }) => status === 'CLOSED').length,
    blockers: blockers ?? null,
  };
}

const sumOf = (sheet: FigureSheet, measure: string): number =>
  HOUSEHOLD_CLASSES.reduce((sum, each) => sum + householdsIn(sheet.measures.get(measure), each), 0);

function progressOf(unit: ReportUnit, year: number, { now, waiting }: Standing): HomeView['progress'] {
  const statuses = [...now.rounds.keys()];
  const someWait = waiting.measures.size > 0;
  const only = statuses.length === 1 && !someWait ? statuses[0] : undefined;
  return {
    unit: unitRefOf(unit),
    year,
    status: statuses.length === 0 ? 'NOT_BEGUN' : ((only ?? 'MIXED') as HomeView['progress']['status']),
    listed: sumOf(now, 'stage.listed'),
    surveyed: sumOf(now, 'stage.surveyed'),
    scored: sumOf(now, 'stage.scored'),
    recognised: sumOf(now, 'stage.recognised'),
  };
}

/** A household not yet reviewed keeps last year's class, so a round half done does not look like a fall. */
function figuresOfClasses({ now, last, waiting }: Standing): HomeView['figures'] {
  return (['POOR', 'NEAR_POOR'] as const).map((listed: ListedClass) => {
    const count = (sheet: FigureSheet, measure: string) => householdsIn(sheet.measures.get(measure), listed);
    const notBegun = count(waiting, 'closing');
    const opening = count(now, 'opening') + notBegun;
    const carried = count(now, 'pending') + notBegun;
    const current = count(now, 'closing') + carried;
    const unfinished =
      notBegun > 0 || sumOf(now, 'pending') > 0 || sumOf(now, 'provisional') > 0 || now.rounds.has('OPEN');
    return {
      class: listed,
      opening,
      current,
      change: current - opening,
      carried,
      openingRate: percentage(opening, last.base?.households ?? null),
      currentRate: percentage(current, now.base?.households ?? null),
      state: unfinished || now.rounds.size === 0 ? 'provisional' : 'official',
    };
  });
}

async function readHistoryOfYears(
  db: Db,
  years: readonly YearOfRounds[],
  wantedIn: (year: YearOfRounds) => UnitsWanted,
): Promise<HomeView['history']> {
  const history: HomeView['history'] = [];
  for (const year of [...years].reverse()) {
    const { total } = await readUnits(db, wantedIn(year), year.referenceDay);
    if (total.measures.size === 0) continue;
    const closing = addSheets([total]).measures.get('closing');
    const [poor, nearPoor] = [householdsIn(closing, 'POOR'), householdsIn(closing, 'NEAR_POOR')];
    const households = total.base?.households ?? null;
    history.push({
      year: year.year,
      standard: year.standardId,
      poor,
      nearPoor,
      poorRate: percentage(poor, households),
      nearPoorRate: percentage(nearPoor, households),
    });
  }
  return history;
}
