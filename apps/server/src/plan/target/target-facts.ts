import {
  progressByPace,
  progressOfCoverage,
  progressOfStock,
  type TargetProgress,
} from '@benvung/domain/plan/target/forecast-target';
import type { CountedHouseholds, TargetIndicator } from '@benvung/domain/plan/target/indicator';
import { assignedOf, plannedRate, type TargetLine } from '@benvung/domain/plan/target/target';
import { householdsIn } from '@benvung/domain/review/counters';
import type { Db } from '../../platform/database/database.ts';
import {
  type FigureSheet,
  listYearsOfRounds,
  newSheet,
  type ReportUnit,
  readUnits,
  seesNation,
  sheetOfRow,
  type UnitsWanted,
} from '../../report/report.public.ts';
import type { StoredActual } from './target-event.store.ts';

/** What the review counted of one unit: last year, this year, and last year in communes that have not begun. */
export interface UnitSheets {
  readonly last: FigureSheet;
  readonly now: FigureSheet;
  readonly waiting: FigureSheet;
}

export interface FactsWanted {
  readonly unit: ReportUnit;
  readonly year: number;
  /** The map's day. */
  readonly day: string;
  readonly today: string;
  readonly areas: readonly string[] | null;
  readonly indicators: readonly TargetIndicator[];
}

const NO_LABOUR: CountedHouseholds = { measure: 'target.noLabourCapacity', classes: ['POOR'] };

/** Of a unit and of those just below it, by id. */
export async function readTargetFacts(db: Db, wanted: FactsWanted): Promise<Map<number, UnitSheets>> {
  const { unit, year, day, today, areas } = wanted;
  const years = await listYearsOfRounds(db);
  const [own, before] = [years.find((one) => one.year === year), years.find((one) => one.year === year - 1)];
  const measures = measuresOf(wanted.indicators);
  const read = async (round: typeof own, waitingFor?: number) => {
    if (round === undefined) return new Map<number, FigureSheet>();
    const asked: UnitsWanted = {
      year: round.year,
      standardId: round.standardId,
      day,
      path: unit.path,
      measures,
      baseFields: ['households', 'minorityHouseholds'],
      unit,
      levels: 1,
      pathsAreCurrent: day === today,
      seesNation: seesNation(areas),
      ...(waitingFor === undefined ? {} : { withoutRoundIn: waitingFor }),
    };
    const { total, rows } = await readUnits(db, asked, round.referenceDay);
    return new Map([
      ...rows.flatMap((row): [number, FigureSheet][] =>
        row.unit === null ? [] : [[row.unit.id, sheetOfRow(row.figures, row.rounds)]],
      ),
      [unit.id, total],
    ]);
  };
  const [last, now] = [await read(before), await read(own)];
  const waiting = own === undefined ? last : await read(before, year);
  const ids = new Set([...last.keys(), ...now.keys()]);
  return new Map(
    [...ids].map((id) => [
      id,
      {
        last: last.get(id) ?? newSheet(),
        now: now.get(id) ?? newSheet(),
        waiting: waiting.get(id) ?? newSheet(),
      },
    ]),
  );
}

function measuresOf(indicators: readonly TargetIndicator[]): string[] {
  const named = indicators.flatMap(({ base, actual }) => [
    ...(base?.from === 'counters' ? [base.measure] : []),
    ...(actual.from === 'counters' ? [actual.measure] : []),
  ]);
  return [...new Set(['closing', 'pending', NO_LABOUR.measure, ...named])];
}

const count = (sheet: FigureSheet, { measure, classes }: CountedHouseholds): number =>
  classes.reduce((sum, each) => sum + householdsIn(sheet.measures.get(measure), each), 0);
const isKnown = (sheet: FigureSheet): boolean => sheet.measures.size > 0;

export interface UnitFacts {
  readonly opening: number | null;
  readonly base: number | null;
  readonly noLabour: number | null;
}

/** What a unit begins the year with, as the review of the year before left it. */
export function openingFacts(indicator: TargetIndicator, sheets: UnitSheets | undefined): UnitFacts {
  if (sheets === undefined || !isKnown(sheets.last)) return { opening: null, base: null, noLabour: null };
  const { last } = sheets;
  return {
    opening: stockOf(indicator, last),
    base: baseOf(indicator, last),
    noLabour: indicator.needsLabour ? count(last, NO_LABOUR) : null,
  };
}

function stockOf({ actual }: TargetIndicator, sheet: FigureSheet): number | null {
  if (actual.from === 'hand') return null;
  const counted = count(sheet, actual);
  return actual.complement
    ? count(sheet, { measure: 'closing', classes: actual.classes }) - counted
    : counted;
}

function baseOf({ base }: TargetIndicator, sheet: FigureSheet): number | null {
  if (base === null || base.from === 'hand') return null;
  return base.from === 'population' ? (sheet.base?.[base.field] ?? null) : count(sheet, base);
}

export interface Standing {
  readonly indicator: TargetIndicator;
  readonly line: TargetLine | null;
  readonly sheets: UnitSheets | undefined;
  readonly actual: StoredActual | undefined;
  readonly year: number;
  readonly today: string;
}

/** How far a unit has come by today, and what is to be expected. */
export function progressOf({ indicator, line, sheets, actual, year, today }: Standing): TargetProgress {
  const assigned = line === null ? null : assignedOf(indicator.kind, line);
  if (indicator.actual.from === 'hand') {
    if (indicator.kind === 'coverage')
      return progressOfCoverage(
        { count: assigned, rate: line === null ? null : plannedRate(line) },
        actual ?? { count: null, base: null },
      );
    return progressByPace(assigned, {
      done: actual?.count ?? null,
      from: `${year}-01-01`,
      on: actual?.onDay ?? today,
      until: `${year}-12-31`,
    });
  }
  if (sheets === undefined || (!isKnown(sheets.now) && !isKnown(sheets.last)))
    return progressOfCoverage({ count: null, rate: null }, { count: null, base: null });
  const { now, last } = sheets;
  if (indicator.kind === 'coverage')
    return progressOfCoverage(
      { count: assigned, rate: line === null ? null : plannedRate(line) },
      isKnown(now)
        ? { count: stockOf(indicator, now), base: baseOf(indicator, now) }
        : { count: null, base: null },
    );
  const { opening, pending, current } = reviewStanding(indicator.actual, sheets);
  const told = line?.opening.count ?? null;
  // A plan may rest on another opening than the ledger's: what is done is counted from the plan's own.
  const shift = told === null || opening === 0 ? 0 : told - count(last, indicator.actual);
  return progressOfStock(assigned, { opening: opening + shift, pending, current });
}

/** Households not yet reviewed keep what they were; of a lack, which is not kept for them, the same share as of all. */
function reviewStanding(actual: CountedHouseholds, { last, now, waiting }: UnitSheets) {
  const opening = count(last, actual);
  const closing: CountedHouseholds = { measure: 'closing', classes: actual.classes };
  const notReviewed = count(now, { ...closing, measure: 'pending' }) + count(waiting, closing);
  const listed = count(last, closing);
  const pending =
    actual.measure === 'closing' || listed === 0
      ? Math.min(notReviewed, opening)
      : Math.min(opening, Math.round((opening * notReviewed) / listed));
  return { opening, pending, current: count(now, actual) + pending };
}
