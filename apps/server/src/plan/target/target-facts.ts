import {
  progressByPace,
  progressNotBegun,
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
export interface ReviewSheets {
  readonly last: FigureSheet;
  readonly now: FigureSheet;
  readonly waiting: FigureSheet;
}

export interface UnitSheets extends ReviewSheets {
  /** While the year before still runs: its own review, as far as it has come; null: it has ended. */
  readonly running: ReviewSheets | null;
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
  const roundOf = (wantedYear: number) => years.find((one) => one.year === wantedYear);
  const [own, before] = [roundOf(year), roundOf(year - 1)];
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
  const earlier = today < `${year}-01-01` ? await read(roundOf(year - 2)) : null;
  const notBegun =
    earlier === null || before === undefined ? earlier : await read(roundOf(year - 2), year - 1);
  const ids = new Set([...last.keys(), ...now.keys(), ...(earlier?.keys() ?? [])]);
  const sheetOf = (sheets: ReadonlyMap<number, FigureSheet> | null, id: number) =>
    sheets?.get(id) ?? newSheet();
  return new Map(
    [...ids].map((id) => [
      id,
      {
        last: sheetOf(last, id),
        now: sheetOf(now, id),
        waiting: sheetOf(waiting, id),
        running:
          earlier === null
            ? null
            : { last: sheetOf(earlier, id), now: sheetOf(last, id), waiting: sheetOf(notBegun, id) },
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
  /** The review of the year before is not over: households not reviewed yet count as what they were. */
  readonly provisional: boolean;
}

/** What a unit begins the year with: as the review of the year before left it, or leaves it so far. */
export function openingFacts(indicator: TargetIndicator, sheets: UnitSheets | undefined): UnitFacts {
  const running = sheets?.running ?? null;
  const provisional = running !== null;
  if (sheets === undefined || ![sheets.last, ...(running ? [running.last] : [])].some(isKnown))
    return { opening: null, base: null, noLabour: null, provisional: false };
  const counted = (what: CountedHouseholds): number =>
    running === null ? count(sheets.last, what) : reviewStanding(what, running).current;
  const households = (field: keyof NonNullable<FigureSheet['base']>): number | null =>
    sumKnown([sheets.last.base?.[field], running?.waiting.base?.[field]]);
  return {
    opening: stockOf(indicator, counted),
    base: baseOf(indicator, { counted, households }),
    noLabour: indicator.needsLabour ? counted(NO_LABOUR) : null,
    provisional,
  };
}

const sumKnown = (figures: readonly (number | null | undefined)[]): number | null =>
  figures.reduce<number | null>((sum, figure) => (figure == null ? sum : (sum ?? 0) + figure), null);

function stockOf({ actual }: TargetIndicator, counted: (what: CountedHouseholds) => number): number | null {
  if (actual.from === 'hand') return null;
  const own = counted(actual);
  return actual.complement ? counted({ measure: 'closing', classes: actual.classes }) - own : own;
}

interface BaseGround {
  readonly counted: (what: CountedHouseholds) => number;
  readonly households: (field: keyof NonNullable<FigureSheet['base']>) => number | null;
}

function baseOf({ base }: TargetIndicator, { counted, households }: BaseGround): number | null {
  if (base === null || base.from === 'hand') return null;
  return base.from === 'population' ? households(base.field) : counted(base);
}

export interface Standing {
  readonly indicator: TargetIndicator;
  readonly line: TargetLine | null;
  readonly sheets: UnitSheets | undefined;
  readonly actual: Omit<StoredActual, 'source'> | undefined;
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
  if (indicator.kind === 'coverage') {
    const counted = (what: CountedHouseholds) => count(now, what);
    return progressOfCoverage(
      { count: assigned, rate: line === null ? null : plannedRate(line) },
      isKnown(now)
        ? {
            count: stockOf(indicator, counted),
            base: baseOf(indicator, { counted, households: (field) => now.base?.[field] ?? null }),
          }
        : { count: null, base: null },
    );
  }
  if (sheets.running !== null) return progressNotBegun(assigned);
  const { opening, pending, current } = reviewStanding(indicator.actual, sheets);
  const told = line?.opening.count ?? null;
  // A plan may rest on another opening than the ledger's: what is done is counted from the plan's own.
  const shift = told === null || opening === 0 ? 0 : told - count(last, indicator.actual);
  return progressOfStock(assigned, { opening: opening + shift, pending, current });
}

/** Households not yet reviewed keep what they were; of a lack, which is not kept for them, the same share as of all. */
function reviewStanding(actual: CountedHouseholds, { last, now, waiting }: ReviewSheets) {
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
