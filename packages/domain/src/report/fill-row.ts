import { type Figures, householdsIn, personsIn } from '../review/counters.ts';
import type { BaseFigures } from '../review/population-base.ts';
import type { HouseholdClass } from '../standard/household-class.ts';
import { percentage } from './percentage.ts';
import type { ColumnValue, CountLine, ReportForm } from './report-form.ts';

/** Everything counted of one unit in one year under one standard. */
export interface UnitFigures {
  readonly measures: ReadonlyMap<string, Figures>;
  /** null: no base at all. */
  readonly base: BaseFigures | null;
  /** False where no round has begun: its counts are blank, not 0. */
  readonly begun: boolean;
}

export type CellValue = number | string | null;

/** The cells of one printed line, in the order of the form's columns. */
export function fillRow(form: ReportForm, figures: UnitFigures, line: CountLine = 'households'): CellValue[] {
  const cells = new Map<string, number | null>();
  for (const pass of PASSES)
    for (const { key, value } of form.columns)
      if (pass in value) cells.set(key, cellOf(value, { figures, line, cells }));
  return form.columns.map((column) => cells.get(column.key) ?? null);
}

/** Sums of columns stand on counted cells, rates on both, wherever the form prints them. */
const PASSES = ['base', 'counts', 'columns', 'rate'] as const;

interface Row {
  readonly figures: UnitFigures;
  readonly line: CountLine;
  readonly cells: ReadonlyMap<string, number | null>;
}

function cellOf(value: ColumnValue, row: Row): number | null {
  if ('base' in value) return row.figures.base?.[value.base] ?? null;
  if ('rate' in value) return percentage(operand(value.rate[0], row), operand(value.rate[1], row));
  if ('columns' in value) return sumOfColumns(value.columns, row.cells);
  if ('field' in value || !row.figures.begun) return null;
  let sum = 0;
  for (const term of value.counts) sum += countOf(parseTerm(term), row);
  return sum;
}

/** A column of the row, or a count term. */
function operand(name: string, row: Row): number | null {
  if (!name.includes('/')) return row.cells.get(name) ?? null;
  return row.figures.begun ? countOf(parseTerm(name), row) : null;
}

export interface CountTerm {
  readonly measure: string;
  readonly class: HouseholdClass;
  readonly unit: CountLine | 'line';
}

export function parseTerm(term: string): CountTerm {
  const [measure, householdClass, unit] = term.split('/');
  return { measure: measure!, class: householdClass as HouseholdClass, unit: unit as CountTerm['unit'] };
}

function countOf({ measure, class: householdClass, unit }: CountTerm, { figures, line }: Row): number {
  const counted = figures.measures.get(measure);
  return (unit === 'line' ? line : unit) === 'households'
    ? householdsIn(counted, householdClass)
    : personsIn(counted, householdClass);
}

function sumOfColumns(terms: readonly string[], cells: Row['cells']): number | null {
  let sum = 0;
  for (const term of terms) {
    const sign = term.startsWith('-') ? -1 : 1;
    for (const value of cellsNamed(term.replace(/^-/u, ''), cells)) {
      if (value === null) return null;
      sum += sign * value;
    }
  }
  return sum;
}

function cellsNamed(name: string, cells: Row['cells']): readonly (number | null)[] {
  if (!name.endsWith('*')) return [cells.get(name) ?? null];
  const beginning = name.slice(0, -1);
  return [...cells].filter(([key]) => key.startsWith(beginning)).map(([, value]) => value);
}
