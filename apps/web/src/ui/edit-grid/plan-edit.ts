import type { Range } from '../grid/grid-position.ts';
import {
  type CellChange,
  cellId,
  type EditColumn,
  type EditPlan,
  type EditRow,
  isEditable,
  type RefusedCell,
  textAt,
} from './edit-grid-model.ts';

export interface EditTable {
  readonly columns: readonly EditColumn[];
  readonly rows: readonly EditRow[];
}

interface Wish {
  readonly row: number;
  readonly column: number;
  readonly typed: string;
}

/** What becomes of typed texts: read by their columns; unchanged cells are left out. */
export function planEdit({ columns, rows }: EditTable, wishes: readonly Wish[]): EditPlan {
  const changes: CellChange[] = [];
  const refused: RefusedCell[] = [];
  let leftOut = 0;
  for (const wish of wishes) {
    const row = rows[wish.row];
    const column = columns[wish.column];
    if (row === undefined || column?.read === undefined || !isEditable(row, column)) {
      leftOut += 1;
      continue;
    }
    const before = textAt(row, column);
    const typed = wish.typed.normalize('NFC').trim();
    const read = column.read(typed, row);
    const at = { row: row.key, column: column.key };
    if ('refused' in read) refused.push({ ...at, typed, reason: read.refused });
    else if (read.text !== before) changes.push({ ...at, before, after: read.text });
  }
  return { changes, refused, leftOut };
}

/** A pasted block from the top left of the selection; one cell, or one row, fills a larger selection. */
export function planPaste(
  table: EditTable,
  selected: Range,
  block: readonly (readonly string[])[],
): EditPlan {
  const height = block.length;
  const width = Math.max(...block.map((row) => row.length));
  const tall = selected.bottom - selected.top + 1;
  const wide = selected.right - selected.left + 1;
  const repeatDown = tall % height === 0 ? tall / height : 1;
  const repeatRight = wide % width === 0 ? wide / width : 1;
  const wishes: Wish[] = [];
  for (let down = 0; down < height * repeatDown; down += 1)
    for (let right = 0; right < width * repeatRight; right += 1) {
      const typed = block[down % height]?.[right % width];
      if (typed !== undefined)
        wishes.push({ row: selected.top + down, column: selected.left + right, typed });
    }
  return planEdit(table, wishes);
}

/** Ctrl+D: the first row of the selection into the others; of one row alone, the row above into it. */
export function planFillDown(table: EditTable, { top, bottom, left, right }: Range): EditPlan {
  const source = top === bottom ? top - 1 : top;
  const wishes: Wish[] = [];
  for (let row = source + 1; row <= bottom; row += 1)
    for (let column = left; column <= right; column += 1)
      wishes.push({ row, column, typed: textAt(table.rows[source], table.columns[column]) });
  return source < 0 ? planEdit(table, []) : planEdit(table, wishes);
}

export function planClear(table: EditTable, { top, bottom, left, right }: Range): EditPlan {
  const wishes: Wish[] = [];
  for (let row = top; row <= bottom; row += 1)
    for (let column = left; column <= right; column += 1) wishes.push({ row, column, typed: '' });
  return planEdit(table, wishes);
}

export const reversed = (changes: readonly CellChange[]): CellChange[] =>
  changes.map(({ row, column, before, after }) => ({ row, column, before: after, after: before })).reverse();

const UNDO_STEPS = 20;

/** What was done and can be undone, and what was undone and can be done again. */
export interface EditHistory {
  readonly done: readonly (readonly CellChange[])[];
  readonly undone: readonly (readonly CellChange[])[];
}

export const EMPTY_HISTORY: EditHistory = { done: [], undone: [] };

export const remember = (history: EditHistory, changes: readonly CellChange[]): EditHistory => ({
  done: [...history.done, changes].slice(-UNDO_STEPS),
  undone: [],
});

interface Step {
  readonly history: EditHistory;
  readonly changes: readonly CellChange[];
}

export function undo({ done, undone }: EditHistory): Step | null {
  const last = done.at(-1);
  if (last === undefined) return null;
  return { history: { done: done.slice(0, -1), undone: [...undone, last] }, changes: reversed(last) };
}

export function redo({ done, undone }: EditHistory): Step | null {
  const last = undone.at(-1);
  if (last === undefined) return null;
  return { history: { done: [...done, last], undone: undone.slice(0, -1) }, changes: last };
}

/** The next editable cell to the right (or left), row by row; null at the end of the grid. */
export function nextEditable(
  { columns, rows }: EditTable,
  from: { row: number; column: number },
  step: 1 | -1,
): { row: number; column: number } | null {
  const cells = rows.length * columns.length;
  for (let at = from.row * columns.length + from.column + step; at >= 0 && at < cells; at += step) {
    const place = { row: Math.floor(at / columns.length), column: at % columns.length };
    if (isEditable(rows[place.row], columns[place.column])) return place;
  }
  return null;
}

/** The next cell with something to look at, going round; null when there is none. */
export function nextMarked(
  { columns, rows }: EditTable,
  refused: ReadonlyMap<string, RefusedCell>,
  { from, step }: { from: { row: number; column: number }; step: 1 | -1 },
): { row: number; column: number } | null {
  const cells = rows.length * columns.length;
  const start = from.row * columns.length + from.column;
  for (let away = 1; away <= cells; away += 1) {
    const at = (((start + away * step) % cells) + cells) % cells;
    const place = { row: Math.floor(at / columns.length), column: at % columns.length };
    const row = rows[place.row];
    const column = columns[place.column];
    if (row === undefined || column === undefined) continue;
    const look = row.cells[column.key]?.mark?.look;
    if (look === 'error' || look === 'warning' || refused.has(cellId(row.key, column.key))) return place;
  }
  return null;
}
