import type { HouseholdClass } from '../standard/household-class.ts';
import { type CellValue, parseTerm } from './fill-row.ts';
import type { ReportColumn, ReportForm } from './report-form.ts';

/** The fewest households a public table names; fewer might be recognised in a village. */
export const FEWEST_SHOWN = 5;
/** Fewer than `FEWEST_SHOWN`, but some. */
export const FEW = `<${FEWEST_SHOWN}`;
/** Not few itself: hidden so that a hidden neighbour cannot be computed from the total. */
export const HIDDEN_BESIDE = '*';

/** Columns that tell the same households: a class's count, its persons, and the rates of both. */
interface ColumnsOfClass {
  readonly class: HouseholdClass;
  readonly households: number;
  readonly all: readonly number[];
}

export interface PublicCells {
  readonly rows: readonly (readonly CellValue[])[];
  readonly total: readonly CellValue[];
  /** For each row the classes that are hidden in it: its own table must not tell its total either. */
  readonly hidden: readonly ReadonlySet<HouseholdClass>[];
}

export interface CellsToPublish {
  /** A form whose columns count classes and nothing that adds them up across columns (form 1). */
  readonly form: ReportForm;
  readonly rows: readonly (readonly CellValue[])[];
  readonly total: readonly CellValue[];
  /** Classes whose total is hidden in the table of the unit above. */
  readonly hiddenAbove: ReadonlySet<HouseholdClass>;
}

/**
 * A table as anyone may see it. A class with one to four households in a row is told as "<5", with its persons and
 * rates. A single hidden row could be computed from the total, so the smallest other row is hidden beside it, or
 * the total where there is none. Zeros stay: they name nobody.
 */
export function suppressSmallCells({ form, rows, total, hiddenAbove }: CellsToPublish): PublicCells {
  const cells = rows.map((row) => [...row]);
  const sum = [...total];
  const hidden = rows.map(() => new Set<HouseholdClass>());
  for (const columns of columnsOfClasses(form.columns)) {
    const marks = markRows(
      rows.map((row) => countOf(row[columns.households])),
      { total: countOf(total[columns.households]), totalHidden: hiddenAbove.has(columns.class) },
    );
    marks.rows.forEach((mark, at) => {
      if (mark === null) return;
      hidden[at]?.add(columns.class);
      for (const column of columns.all) cells[at]![column] = mark;
    });
    if (marks.total !== null) for (const column of columns.all) sum[column] = marks.total;
  }
  return { rows: cells, total: sum, hidden };
}

type Mark = typeof FEW | typeof HIDDEN_BESIDE | null;

const countOf = (value: CellValue | undefined): number => (typeof value === 'number' ? value : 0);
const isFew = (count: number): boolean => count > 0 && count < FEWEST_SHOWN;

function markRows(
  counts: readonly number[],
  { total, totalHidden }: { readonly total: number; readonly totalHidden: boolean },
): { rows: Mark[]; total: Mark } {
  const rows: Mark[] = counts.map((count) => (isFew(count) ? FEW : null));
  const totalMark: Mark = isFew(total) ? FEW : totalHidden ? HIDDEN_BESIDE : null;
  const few = rows.filter((mark) => mark !== null).length;
  const needed = totalMark === null ? few === 1 : totalMark === HIDDEN_BESIDE && few === 0;
  if (!needed) return { rows, total: totalMark };
  const beside = smallestShown(counts, rows);
  if (beside === null) return { rows, total: few === 0 ? totalMark : HIDDEN_BESIDE };
  rows[beside] = HIDDEN_BESIDE;
  return { rows, total: totalMark };
}

function smallestShown(counts: readonly number[], marks: readonly Mark[]): number | null {
  let found: number | null = null;
  counts.forEach((count, at) => {
    if (count === 0 || marks[at] !== null) return;
    if (found === null || count < counts[found]!) found = at;
  });
  return found;
}

function columnsOfClasses(columns: readonly ReportColumn[]): ColumnsOfClass[] {
  const classes = new Map<HouseholdClass, { households: number; all: number[] }>();
  const classOfColumn = new Map<string, HouseholdClass>();
  columns.forEach(({ key, value }, at) => {
    if (!('counts' in value)) return;
    const term = parseTerm(value.counts[0] ?? '');
    const known = classes.get(term.class) ?? { households: -1, all: [] };
    known.all.push(at);
    if (term.unit === 'households') known.households = at;
    classes.set(term.class, known);
    classOfColumn.set(key, term.class);
  });
  columns.forEach(({ value }, at) => {
    const of = 'rate' in value ? classOfColumn.get(value.rate[0]) : undefined;
    if (of !== undefined) classes.get(of)?.all.push(at);
  });
  return [...classes]
    .filter(([, { households }]) => households >= 0)
    .map(([householdClass, found]) => ({ class: householdClass, ...found }));
}
