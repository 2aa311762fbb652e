import type { Block } from './block.ts';
import type { CleanLine } from './clean-line.ts';
import { type CleanText, deleteSpans, sliceText, trimText } from './clean-text.ts';
import { joinFreeLines, makeBlock } from './join-lines.ts';
import { groupLines, type LineGroup } from './line-groups.ts';
import { type LineHabits, learnHabits } from './line-habits.ts';
import { type RowCells, rowsBetweenBars, rowsByOrdinals } from './row-cells.ts';

/** Paragraphs and cells of a source, in its order; tables are numbered from 0. */
export function buildBlocks(lines: readonly CleanLine[]): readonly Block[] {
  const groups = groupLines(lines);
  const habits = learnHabits(groups.flatMap((group) => (group.kind === 'free' ? group.lines : [])));
  const blocks: Block[] = [];
  let tables = 0;
  for (const group of groups) {
    const made = groupBlocks(group, tables, habits);
    blocks.push(...made.blocks);
    tables = made.tables;
  }
  return blocks;
}

interface Made {
  readonly blocks: readonly Block[];
  /** The number of the next table. */
  readonly tables: number;
}

function groupBlocks(group: LineGroup, table: number, habits: LineHabits): Made {
  switch (group.kind) {
    case 'free':
      return freeBlocks(group.lines, table, habits);
    case 'open-rows':
      return rowBlocks(group.lines, table, splitOpenRow);
    case 'rows': {
      const layout = layoutBlocks(group.lines.flatMap(cellsOfRow));
      return layout === undefined ? rowBlocks(group.lines, table) : { blocks: layout, tables: table };
    }
    case 'head-rows': {
      const cells = group.lines
        .flatMap(cellsOfRow)
        .map((cell): Block => ({ ...cellBlock(cell), place: 'cell' }));
      return { blocks: cells, tables: table };
    }
    case 'between-bars': {
      const layout = layoutBlocks(group.cells);
      if (layout !== undefined) return { blocks: layout, tables: table };
      const cells = group.cells.map((cell) => (cell === null ? null : cellBlock(cell)));
      const rows = rowsBetweenBars(cells.map((cell) => cell?.text ?? ''));
      return placeCells(cells, rows, table);
    }
    case 'after-bars': {
      const cells = group.cells.map((cell) => withoutBar(cellBlock(cell)));
      return flatCells(cells, table);
    }
  }
}

/** The lines of a cell joined; a cell of emphasis marks only stays empty. */
function cellBlock(lines: readonly CleanLine[]): Block {
  const filled = lines.filter((line) => line.text !== '');
  return makeBlock(filled.length > 0 ? filled : lines.slice(0, 1));
}

/** The cells of a line that is a row, as `layoutBlocks` takes them. */
const cellsOfRow = (line: CleanLine): readonly (readonly CleanLine[])[] =>
  isSeparator(line)
    ? []
    : splitRow(line).flatMap((cell) =>
        cell.text === ''
          ? []
          : [linesOfCell(cell).map((part): CleanLine => ({ ...line, ...part, gaps: [], tabs: [] }))],
      );

/** "Nơi nhận:<br>- …": the lines of a cell in Markdown. */
function linesOfCell(cell: CleanText): readonly CleanText[] {
  const lines: CleanText[] = [];
  let from = 0;
  for (const { 0: mark, index } of cell.text.matchAll(/<br\s*\/?>|$/giu)) {
    if (index > from) lines.push(trimText(sliceText(cell, from, index)));
    from = index + mark.length;
  }
  return lines.filter(({ text }) => text !== '');
}

/** The head and the signature stand in a table for their layout only: their cells are paragraphs. */
function layoutBlocks(cells: readonly (readonly CleanLine[] | null)[]): readonly Block[] | undefined {
  const filled = cells.filter((cell) => cell !== null);
  const opening = (cell: readonly CleanLine[]) => cell.slice(0, 2).map(({ text }) => text);
  const begins = (form: RegExp) => filled.some((cell) => form.test(opening(cell).join(' ')));
  const asCell = (block: Block): Block => ({ ...block, place: 'cell' });
  if (begins(/^Nơi nhận|^(?:TM|KT|TL|TUQ)\./u)) {
    return filled.flatMap((cell) => joinFreeLines(cell, CELL_HABITS).map(asCell));
  }
  if (!begins(/^CỘNG H[OÒ][ÀA]/u)) return undefined;
  const lines = filled.map((cell) => cell.filter((line) => !/^[-_=\s]+$/u.test(line.text)));
  return lines.filter((cell) => cell.length > 0).map((cell) => asCell(cellBlock(cell)));
}

const CELL_HABITS: LineHabits = { width: null, blankEnds: true, blankParts: false };

function withoutBar(block: Block): Block {
  const end = block.text.endsWith('|') ? block.text.length - 1 : block.text.length;
  return { ...block, ...trimText(sliceText(block, 0, end)) };
}

function placeCells(cells: readonly (Block | null)[], rows: readonly RowCells[], table: number): Made {
  const blocks: Block[] = [];
  for (const [row, places] of rows.entries()) {
    for (const [column, place] of places.entries()) {
      const block = place === null ? null : cells[place];
      if (block != null && block.text !== '')
        blocks.push({ ...block, place: 'cell', cell: { table, row, column } });
    }
  }
  return { blocks, tables: table + 1 };
}

/** Cells without rows: those from "STT" on that count on are a table, the others stand alone. */
function flatCells(cells: readonly Block[], table: number): Made {
  const start = cells.findIndex((cell) => /^(?:S?TT|Số TT|Số thứ tự)$/iu.test(cell.text));
  const rows = start < 0 ? undefined : rowsByOrdinals(cells.slice(start).map((cell) => cell.text));
  const alone = (some: readonly Block[]) =>
    some.filter((cell) => cell.text !== '').map((cell): Block => ({ ...cell, place: 'cell' }));
  if (rows === undefined) return { blocks: alone(cells), tables: table };
  const taken = rows.reduce((sum, row) => sum + row.length, 0);
  const placed = placeCells(cells.slice(start), rows, table);
  return {
    blocks: [...alone(cells.slice(0, start)), ...placed.blocks, ...alone(cells.slice(start + taken))],
    tables: placed.tables,
  };
}

/** The cells of one line that is a row. */
function splitRow(line: CleanLine): readonly CleanText[] {
  const end = line.text.endsWith('|') ? line.text.length - 1 : line.text.length;
  return cellsBetween(line, line.text.startsWith('|') ? 1 : 0, end);
}

/** Without outer bars, a bar at the beginning closes an empty first cell. */
const splitOpenRow = (line: CleanLine): readonly CleanText[] => cellsBetween(line, 0, line.text.length);

function cellsBetween(line: CleanLine, start: number, end: number): readonly CleanText[] {
  const cells: CleanText[] = [];
  let from = start;
  for (let at = start; at <= end; at++) {
    if (at < end && (line.text.charAt(at) !== '|' || line.text.charAt(at - 1) === '\\')) continue;
    cells.push(from === at ? { text: '', pieces: [] } : unescapeBars(trimText(sliceText(line, from, at))));
    from = at + 1;
  }
  return cells;
}

/** `\\|` is a bar within a cell. */
function unescapeBars(cell: CleanText): CleanText {
  const marks = [...cell.text.matchAll(/\\(?=\|)/gu)];
  return marks.length === 0
    ? cell
    : deleteSpans(
        cell,
        marks.map(({ index }) => ({ start: index, end: index + 1 })),
      );
}

const isSeparator = (line: CleanLine): boolean => /^[|\s:-]+$/u.test(line.text) && line.text.includes('-');

function rowBlocks(lines: readonly CleanLine[], table: number, split = splitRow): Made {
  const rows = lines.filter((line) => !isSeparator(line));
  return {
    blocks: rows.flatMap((line, row) => lineCells(line, split(line), table, row)),
    tables: table + 1,
  };
}

const lineCells = (
  line: CleanLine,
  cells: readonly CleanText[],
  table: number,
  row: number,
): readonly Block[] =>
  cells.flatMap((cell, column): Block[] =>
    cell.text === ''
      ? []
      : [{ ...makeBlock([{ ...cell, line: line.line }]), place: 'cell', cell: { table, row, column } }],
  );

/** Free text, with the tables that stand in it without bars. */
function freeBlocks(lines: readonly CleanLine[], firstTable: number, habits: LineHabits): Made {
  const blocks: Block[] = [];
  let free: CleanLine[] = [];
  let table = firstTable;
  for (let at = 0; at < lines.length; ) {
    const found = readFlattened(lines, at, table) ?? readAligned(lines, at, table);
    if (found === undefined) {
      free.push(lines[at] as CleanLine);
      at++;
      continue;
    }
    blocks.push(...joinFreeLines(free, habits), ...found.blocks);
    free = [];
    table++;
    at = found.end;
  }
  return { blocks: [...blocks, ...joinFreeLines(free, habits)], tables: table };
}

interface FoundTable {
  readonly blocks: readonly Block[];
  readonly end: number;
}

const LONGEST_CELL = 160;

/** A table pasted with one cell a line: "STT", the titles, then rows that count on. */
function readFlattened(lines: readonly CleanLine[], from: number, table: number): FoundTable | undefined {
  if (!/^(?:S?TT|Số TT|Số thứ tự)$/iu.test(lines[from]?.text ?? '')) return undefined;
  const cells: Block[] = [];
  for (let at = from; at < lines.length; at++) {
    const line = lines[at] as CleanLine;
    if (line.text.length > LONGEST_CELL || /^(?:Nơi nhận|PHỤ LỤC)/u.test(line.text)) break;
    if (line.text !== '') cells.push(cellBlock([line]));
  }
  const rows = rowsByOrdinals(cells.map((cell) => cell.text));
  if (rows === undefined) return undefined;
  const made = placeCells(cells, rows, table);
  const last = made.blocks.at(-1)?.endLine ?? 0;
  const end = lines.findIndex((line) => line.line > last);
  return { blocks: made.blocks, end: end < 0 ? lines.length : end };
}

/** Where the cells of a line begin and end: at its tabs when it has any, else at its wide blanks. */
const cellBounds = (line: CleanLine): readonly number[] => [
  0,
  ...(line.tabs.length > 0 ? line.tabs : line.gaps),
  line.text.length,
];

/** Rows whose cells are set apart by tabs or wide blanks, the same number in each of at least two lines. */
function readAligned(lines: readonly CleanLine[], from: number, table: number): FoundTable | undefined {
  const columns = cellBounds(lines[from] as CleanLine).length;
  if (columns < 4) return undefined;
  const rows: CleanLine[] = [];
  let at = from;
  for (; at < lines.length; at++) {
    const line = lines[at] as CleanLine;
    const next = lines[at + 1];
    if (line.text === '' && next !== undefined && cellBounds(next).length === columns) continue;
    const isTotal = /^(?:tổng|cộng|toàn )/iu.test(line.text) && rows.length >= 2;
    const width = cellBounds(line).length;
    if (width > columns || (width < columns && !isTotal)) break;
    rows.push(line);
  }
  if (rows.length < 2) return undefined;
  const blocks = rows.flatMap((line, row) => {
    const bounds = cellBounds(line);
    const cells = bounds
      .slice(0, -1)
      .map((start, index) => trimText(sliceText(line, start, bounds[index + 1])));
    // "Tổng cộng" over the columns it spans: what it lacks stands before its numbers.
    const lacking = Array.from({ length: columns - bounds.length }, () => ({ text: '', pieces: [] }));
    return lineCells(line, [...cells.slice(0, 1), ...lacking, ...cells.slice(1)], table, row);
  });
  return { blocks, end: at };
}
