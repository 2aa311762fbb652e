import type { UnitFigures } from '@benvung/domain/report/fill-row';
import { addFigures, type Figures } from '@benvung/domain/review/counters';
import { BASE_FIELDS, type BaseField, type BaseFigures } from '@benvung/domain/review/population-base';
import type { BaseSums, CountedFigures, RoundSums } from './figures.store.ts';

/** What was counted of one unit, being added up. */
export interface FigureSheet {
  readonly measures: Map<string, Figures>;
  base: Record<BaseField, number | null> | null;
  readonly rounds: Map<string, number>;
  demonstrationRounds: number;
}

export type Sheets = Map<number, FigureSheet>;

/** What a sheet holds, wherever it comes from. */
export interface SheetParts {
  readonly measures: Iterable<readonly [string, Figures]>;
  readonly base: Readonly<Record<BaseField, number | null>> | null;
  readonly rounds: Iterable<readonly [string, number]>;
  readonly demonstrationRounds: number;
}

/** The sheet of what is on no unit of the map. */
export const OFF_THE_MAP = 0;

export const newSheet = (): FigureSheet => ({
  measures: new Map(),
  base: null,
  rounds: new Map(),
  demonstrationRounds: 0,
});

export function sheetOf(sheets: Sheets, unitId: number): FigureSheet {
  const before = sheets.get(unitId);
  if (before !== undefined) return before;
  const sheet = newSheet();
  sheets.set(unitId, sheet);
  return sheet;
}

/** Reads what the three queries answered into one sheet a unit; `unitOf` says which row a unit counts in. */
export function gatherSheets(
  { counted, bases, rounds }: { counted: CountedFigures[]; bases: BaseSums[]; rounds: RoundSums[] },
  unitOf: (unitId: number) => number = (unitId) => unitId,
): Sheets {
  const sheets: Sheets = new Map();
  for (const { unitId, measure, figures } of counted)
    addMeasure(sheetOf(sheets, unitOf(unitId)), measure, figures);
  for (const { unitId, fields } of bases) addBase(sheetOf(sheets, unitOf(unitId)), fields);
  for (const { unitId, status, rounds: count, demonstration } of rounds) {
    const sheet = sheetOf(sheets, unitOf(unitId));
    sheet.rounds.set(status, (sheet.rounds.get(status) ?? 0) + count);
    sheet.demonstrationRounds += demonstration;
  }
  return sheets;
}

export function addMeasure(sheet: FigureSheet, measure: string, figures: Figures): void {
  const before = sheet.measures.get(measure);
  if (before === undefined) sheet.measures.set(measure, [...figures]);
  else addFigures(before, figures);
}

/** Unknown parts make an unknown sum. */
export function addBase(sheet: FigureSheet, fields: Readonly<Record<BaseField, number | null>>): void {
  if (sheet.base === null) {
    sheet.base = { ...fields };
    return;
  }
  for (const field of BASE_FIELDS) {
    const [before, more] = [sheet.base[field], fields[field]];
    sheet.base[field] = before === null || more === null ? null : before + more;
  }
}

export function addSheet(sheet: FigureSheet, part: SheetParts): void {
  for (const [measure, figures] of part.measures) addMeasure(sheet, measure, figures);
  if (part.base !== null) addBase(sheet, part.base);
  for (const [status, count] of part.rounds)
    sheet.rounds.set(status, (sheet.rounds.get(status) ?? 0) + count);
  sheet.demonstrationRounds += part.demonstrationRounds;
}

/** The sum of sheets: a table's total. */
export function addSheets(parts: Iterable<FigureSheet>): FigureSheet {
  const total = newSheet();
  for (const part of parts) addSheet(total, part);
  return total;
}

/** `begun`: whether a round stands there at all; told by the sheet unless the caller knows better. */
export function figuresOf(sheet: FigureSheet | undefined, begun = hasBegun(sheet)): UnitFigures {
  return {
    measures: sheet?.measures ?? new Map(),
    base: (sheet?.base ?? null) as BaseFigures | null,
    begun,
  };
}

export const hasBegun = (sheet: FigureSheet | undefined): boolean =>
  sheet !== undefined && (sheet.measures.size > 0 || sheet.rounds.size > 0);

/** Takes a part out of its whole; a part whose base is not known leaves the whole's base as it is. */
export function subtractSheet(whole: FigureSheet, part: FigureSheet): void {
  for (const [measure, figures] of part.measures) {
    const rest = figures.map((value, at) => (whole.measures.get(measure)?.[at] ?? 0) - value);
    if (rest.every((value) => value === 0)) whole.measures.delete(measure);
    else whole.measures.set(measure, rest);
  }
  if (whole.base === null || part.base === null) return;
  for (const field of BASE_FIELDS) {
    const [before, less] = [whole.base[field], part.base[field]];
    if (before !== null && less !== null) whole.base[field] = before - less;
  }
}

/** A printed row's figures as a sheet again. */
export const sheetOfRow = (
  { measures, base }: UnitFigures,
  rounds: ReadonlyMap<string, number> = new Map(),
): FigureSheet => ({
  measures: new Map(measures),
  base: base === null ? null : { ...base },
  rounds: new Map(rounds),
  demonstrationRounds: 0,
});
