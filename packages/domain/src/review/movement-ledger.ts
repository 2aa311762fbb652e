import { type CounterLine, type Counters, type Figures, householdsIn, personsIn } from './counters.ts';
import { type ListedClass, MOVEMENT_COLUMNS } from './movement.ts';

export const LISTED_CLASSES: readonly ListedClass[] = ['POOR', 'NEAR_POOR'];
export const LEDGER_UNITS = ['households', 'persons'] as const;
export type LedgerUnit = (typeof LEDGER_UNITS)[number];

/** One class in one unit (households or persons) of one line: opening − out + in − pending = closing. */
export interface LedgerEntry {
  readonly class: ListedClass;
  readonly unit: LedgerUnit;
  readonly opening: number;
  readonly out: number;
  readonly in: number;
  readonly pending: number;
  readonly closing: number;
  /** closing − (opening − out + in − pending); 0 when it balances. */
  readonly difference: number;
}

type Measures = ReadonlyMap<string, Figures>;

const amountOf = (measures: Measures, measure: string, of: ListedClass, unit: LedgerUnit): number =>
  (unit === 'households' ? householdsIn : personsIn)(measures.get(measure), of);

/** The four entries of a line: poor and near-poor, households and persons. */
export function ledgerOf(measures: Measures): LedgerEntry[] {
  return LISTED_CLASSES.flatMap((listed) =>
    LEDGER_UNITS.map((unit): LedgerEntry => {
      const value = (measure: string) => amountOf(measures, measure, listed, unit);
      const sum = (columns: readonly number[]) =>
        columns.reduce((total, column) => total + value(`movement.${column}`), 0);
      const out = sum(MOVEMENT_COLUMNS.filter((column) => column <= 4));
      const into = sum(MOVEMENT_COLUMNS.filter((column) => column >= 5));
      const [opening, pending, closing] = [value('opening'), value('pending'), value('closing')];
      const difference = closing - (opening - out + into - pending);
      return { class: listed, unit, opening, out, in: into, pending, closing, difference };
    }),
  );
}

export interface OpeningGap {
  readonly class: ListedClass;
  readonly unit: LedgerUnit;
  readonly opening: number;
  readonly lastClosing: number;
}

/** Where a year's opening is not the closing of the year before, on one map (regulations 9.5, identity 1). */
export function openingGaps(thisYear: Measures, lastYear: Measures): OpeningGap[] {
  return LISTED_CLASSES.flatMap((listed) =>
    LEDGER_UNITS.map((unit) => ({
      class: listed,
      unit,
      opening: amountOf(thisYear, 'opening', listed, unit),
      lastClosing: amountOf(lastYear, 'closing', listed, unit),
    })),
  ).filter(({ opening, lastClosing }) => opening !== lastClosing);
}

/** Last year's closing of a class, as its counters tell it. */
export const closingIn = (lastYear: Measures, of: ListedClass, unit: LedgerUnit): number =>
  amountOf(lastYear, 'closing', of, unit);

export interface CounterDifference {
  readonly line: CounterLine;
  readonly measure: string;
  readonly kept: Figures | null;
  readonly folded: Figures | null;
}

/** Where kept counters are not what their records add up to; a measure of nothing but 0 is as good as none. */
export function compareCounters(kept: Counters, folded: Counters): CounterDifference[] {
  const differences: CounterDifference[] = [];
  for (const key of new Set([...kept.keys(), ...folded.keys()])) {
    const [left, right] = [kept.get(key), folded.get(key)];
    const line = (left ?? right)!;
    for (const measure of new Set([...(left?.figures.keys() ?? []), ...(right?.figures.keys() ?? [])])) {
      const [was, is] = [left?.figures.get(measure) ?? null, right?.figures.get(measure) ?? null];
      if (!sameFigures(was, is)) differences.push({ line, measure, kept: was, folded: is });
    }
  }
  return differences;
}

function sameFigures(a: Figures | null, b: Figures | null): boolean {
  const length = Math.max(a?.length ?? 0, b?.length ?? 0);
  for (let at = 0; at < length; at++) if ((a?.[at] ?? 0) !== (b?.[at] ?? 0)) return false;
  return true;
}
