import type { Table, TableRow } from '../document/plan-document.ts';
import { readNumber } from '../text/number-token.ts';
import type { CheckContext } from './check-context.ts';

/** A table's numbers: `null` where a cell holds none. */
export interface NumberGrid {
  readonly table: Table;
  readonly values: readonly (readonly (number | null)[])[];
  readonly places: readonly (readonly number[])[];
  /** Columns of counts and money: what may be added. */
  readonly addable: readonly number[];
  /** Columns of rates. */
  readonly rates: readonly number[];
}

const isRate = (title: string): boolean => /tỷ lệ|tỉ lệ|%|bình quân|mức|đơn giá/iu.test(title);
const isOrdinal = (title: string): boolean => /^(?:stt|tt|số tt|số thứ tự|năm)$/iu.test(title.trim());

/** Wider tables are checked in their first columns; longer lists of totals in their first. */
const MOST_COLUMNS = 12;
const MOST_TOTALS = 60;

export function readGrid(table: Table): NumberGrid {
  const values = table.rows.map((row) => row.cells.map((cell) => cell?.value ?? null));
  const places = table.rows.map((row) =>
    row.cells.map((cell) => readNumber(cell?.text.replace('%', '') ?? '')?.places ?? 0),
  );
  const data = table.rows.flatMap((row, at) => (row.role === 'total' ? [] : [at]));
  const numeric = table.columns.flatMap((column, at) => {
    const filled = data.filter((row) => values[row]?.[at] !== null && values[row]?.[at] !== undefined).length;
    const text = data.filter(
      (row) =>
        table.rows[row]?.cells[at] != null &&
        (values[row]?.[at] ?? null) === null &&
        /\p{L}{2}/u.test(table.rows[row]?.cells[at]?.text ?? ''),
    ).length;
    const usable =
      column.type !== 'ordinal' &&
      column.type !== 'text' &&
      !isOrdinal(column.title) &&
      filled >= 2 &&
      text === 0;
    return usable ? [at] : [];
  });
  const rates = numeric.filter(
    (at) => table.columns[at]?.type === 'percent' || isRate(table.columns[at]?.title ?? ''),
  );
  const addable = numeric.filter((at) => !rates.includes(at));
  return {
    table,
    values,
    places,
    rates: rates.slice(0, MOST_COLUMNS),
    addable: addable.slice(0, MOST_COLUMNS),
  };
}

export function gridsOf({ document }: CheckContext): NumberGrid[] {
  return document.tables
    .filter(({ firstParagraph }) => document.paragraphs[firstParagraph]?.repeatOf == null)
    .map(readGrid)
    .filter(({ addable, rates }) => addable.length + rates.length > 0);
}

export const valueAt = ({ values }: NumberGrid, row: number, column: number): number | null =>
  values[row]?.[column] ?? null;

const slackOf = (grid: NumberGrid, cells: readonly (readonly [number, number])[]): number =>
  cells.some(([row, column]) => (grid.places[row]?.[column] ?? 0) > 0)
    ? cells.reduce((all, [row, column]) => all + 0.5 * 10 ** -(grid.places[row]?.[column] ?? 0), 1e-9)
    : 1e-9;

export interface WrongSum {
  readonly row: number;
  readonly column: number;
  readonly is: number;
  /** Every row has a number here: none was lost where merged cells were put together again. */
  readonly complete: boolean;
  readonly parts: readonly (readonly [number, number])[];
}

interface TotalTry {
  readonly rows: readonly number[];
  readonly matches: number;
  readonly wrong: readonly WrongSum[];
}

/** Cells without a number are written as blank cells, in a table that came with its rows. */
const isBlankByRight = ({ table, values }: NumberGrid, rows: readonly number[], column: number): boolean =>
  !table.reassembled &&
  rows.every(
    (row) =>
      (values[row]?.[column] ?? null) !== null ||
      /^[-–\s]*$/u.test(table.rows[row]?.cells[column]?.text ?? 'x'),
  );

function tryTotal(grid: NumberGrid, total: number, rows: readonly number[]): TotalTry {
  const wrong: WrongSum[] = [];
  let matches = 0;
  for (const column of grid.addable) {
    const written = valueAt(grid, total, column);
    const parts = rows.flatMap((row) =>
      valueAt(grid, row, column) === null ? [] : [[row, column] as const],
    );
    if (written === null || parts.length < 2) continue;
    const is = parts.reduce((all, [row]) => all + (valueAt(grid, row, column) ?? 0), 0);
    if (Math.abs(is - written) <= slackOf(grid, [...parts, [total, column]])) matches++;
    else
      wrong.push({
        row: total,
        column,
        is,
        parts,
        complete: parts.length === rows.length || isBlankByRight(grid, rows, column),
      });
  }
  return { rows, matches, wrong };
}

const ordinalText = (row: TableRow): string => row.cells[0]?.text.trim() ?? '';
const isGroupMark = (text: string): boolean => /^(?:[IVX]+|[A-H])\.?$/u.test(text);

/** Sets of rows a total may add up: all data rows, the groups, or the rows up to the total before or after it. */
function candidates({ table }: NumberGrid, total: number): number[][] {
  const data = table.rows.flatMap((row, at) => (at !== total && row.role !== 'total' ? [at] : []));
  const groups = data.filter(
    (at) => table.rows[at]!.role === 'group' || isGroupMark(ordinalText(table.rows[at]!)),
  );
  const leaves = data.filter((at) => !groups.includes(at));
  const totals = table.rows.flatMap((row, at) => (row.role === 'total' ? [at] : []));
  const next = totals.find((at) => at > total) ?? table.rows.length;
  const last = totals.findLast((at) => at < total) ?? -1;
  return [
    leaves,
    groups,
    leaves.filter((at) => at > total && at < next),
    leaves.filter((at) => at < total && at > last),
  ].filter((rows) => rows.length >= 2);
}

/** Totals of columns that differ from their rows; the reading that fits most columns is taken. */
export function wrongTotals(grid: NumberGrid): { sure: WrongSum[]; unsure: WrongSum[] } {
  const sure: WrongSum[] = [];
  const unsure: WrongSum[] = [];
  let totals = 0;
  for (const [at, row] of grid.table.rows.entries()) {
    if (row.role !== 'total' || ++totals > MOST_TOTALS) continue;
    const tries = candidates(grid, at).map((rows) => tryTotal(grid, at, rows));
    const best = tries.sort((a, b) => b.matches - a.matches || a.wrong.length - b.wrong.length)[0];
    if (best === undefined || best.wrong.length === 0) continue;
    const near = best.wrong.filter(
      ({ row: r, column, is }) => Math.abs(is - (valueAt(grid, r, column) ?? 0)) <= 0.1 * is,
    );
    const found = best.matches > 0 ? best.wrong : near.length > 0 && best.rows.length >= 3 ? near : [];
    sure.push(...found.filter(({ complete }) => complete));
    if (found.length === 0) unsure.push(...best.wrong.filter(({ complete }) => complete));
  }
  sure.push(...wrongGroups(grid));
  return { sure, unsure };
}

/** Rows of a group that its own row adds up, in a table whose groups do so elsewhere. */
function wrongGroups(grid: NumberGrid): WrongSum[] {
  const { rows } = grid.table;
  const groups = rows.flatMap((row, at) =>
    row.role === 'group' || (row.role === 'data' && isGroupMark(ordinalText(row))) ? [at] : [],
  );
  const tries = groups.slice(0, MOST_TOTALS).map((at) => {
    const next = rows.findIndex((row, each) => each > at && (row.role === 'total' || groups.includes(each)));
    const own = rows.flatMap((row, each) =>
      each > at && (next < 0 || each < next) && row.role === 'data' ? [each] : [],
    );
    return own.length >= 2 ? tryTotal(grid, at, own) : undefined;
  });
  const matches = tries.reduce((all, each) => all + (each?.matches ?? 0), 0);
  const wrong = tries.flatMap((each) => each?.wrong ?? []).filter(({ complete }) => complete);
  return matches > 2 * wrong.length ? wrong : [];
}

export interface WrongRow {
  readonly row: number;
  /** The column that should hold the result. */
  readonly column: number;
  readonly is: number;
  readonly formula: string;
}

interface Relation {
  readonly result: number;
  readonly parts: readonly number[];
  readonly sign: 1 | -1;
}

function* relationsOf(columns: readonly number[]): Generator<Relation> {
  for (let at = 0; at < columns.length; at++) {
    for (let other = at + 1; other < columns.length; other++) {
      for (const result of columns) {
        if (result === columns[at] || result === columns[other]) continue;
        yield { result, parts: [columns[at]!, columns[other]!], sign: -1 };
        yield { result, parts: [columns[at]!, columns[other]!], sign: 1 };
      }
    }
    for (let count = 3; at + count < columns.length; count++)
      yield { result: columns[at]!, parts: columns.slice(at + 1, at + 1 + count), sign: 1 };
  }
}

function evaluate(grid: NumberGrid, row: number, { parts, sign }: Relation): number | null {
  const [first, ...rest] = parts.map((column) => valueAt(grid, row, column));
  if (first === null || first === undefined || rest.some((each) => each === null)) return null;
  return rest.reduce((all: number, each) => all + sign * (each ?? 0), first);
}

/** Rows that break an arithmetic of the columns that the other rows keep (left = before − fallen, total = a + b). */
export function wrongRows(grid: NumberGrid): WrongRow[] {
  const found = new Map<string, WrongRow>();
  const kept = new Set<string>();
  for (const relation of relationsOf(grid.addable)) {
    const holds: number[] = [];
    const breaks: [number, number][] = [];
    for (const row of grid.table.rows.keys()) {
      const written = valueAt(grid, row, relation.result);
      const is = evaluate(grid, row, relation);
      // A difference of nothing (0 = a − a) says nothing of the columns.
      if (
        written === null ||
        is === null ||
        (written === 0 && relation.sign === -1) ||
        relation.parts.some((column) => valueAt(grid, row, column) === 0)
      )
        continue;
      const cells = [...relation.parts, relation.result].map((column) => [row, column] as const);
      if (Math.abs(is - written) <= slackOf(grid, cells)) holds.push(row);
      else breaks.push([row, is]);
    }
    const inRows = breaks.filter(([row]) => grid.table.rows[row]?.role !== 'total').length;
    if (holds.length < 3 || inRows * 3 > holds.length) continue;
    for (const row of holds)
      for (const column of [...relation.parts, relation.result]) kept.add(`${row}:${column}`);
    for (const [row, is] of breaks) {
      const columns = [...relation.parts, relation.result].sort((a, b) => a - b);
      const key = `${row}:${columns.join()}`;
      if (!found.has(key))
        found.set(key, { row, column: relation.result, is, formula: formulaOf(grid, relation) });
    }
  }
  const rows = new Map<number, WrongRow>();
  for (const wrong of found.values()) if (!rows.has(wrong.row)) rows.set(wrong.row, wrong);
  return [...rows.values()];
}

function formulaOf({ table }: NumberGrid, { parts, sign }: Relation): string {
  const titles = parts.map((column) => `“${table.columns[column]?.title ?? column + 1}”`);
  return titles.join(sign === 1 ? ' + ' : ' − ');
}
