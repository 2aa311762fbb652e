import { readNumber } from '../text/number-token.ts';
import type { Block } from './block.ts';
import { fold } from './fold.ts';
import type { Table, TableCell, TableColumn, TableRow } from './plan-document.ts';

const TOTAL =
  /^(?:tong|tong cong|tong so|cong|toan tinh|toan huyen|toan xa|toan quoc|toan thanh pho|tong kinh phi)(?:\s|:|$|\()/u;
const ORDINAL_TITLE = /^(?:s?tt|so tt|so thu tu)$/u;
const PERCENT = /%|ty le|ti le/u;
const MONEY = /kinh phi|von|so tien|thanh tien|du toan|ngan sach|gia tri|dong\b/u;
const UNIT = /\(?\s*(?:đvt|đơn vị(?: tính)?)\s*:?\s*([^()]+?)\s*\)?\s*$/iu;
const UNIT_IN_TITLE =
  /\((nghìn đồng|ngàn đồng|triệu đồng|tr\.?\s?đồng|tỷ đồng|đồng|%|hộ|người|ha|km|tấn)\)/iu;
const LONGEST_TITLE = 300;
const GROUP_MARK = /^(?:[IVX]{1,5}|[A-HĐ])\.?$/u;

interface Cells {
  readonly rows: Map<number, Map<number, number>>;
  first: number;
  last: number;
  width: number;
}

function gather(blocks: readonly Block[]): readonly Cells[] {
  const tables: Cells[] = [];
  for (const [at, block] of blocks.entries()) {
    if (block.cell === null) continue;
    const { table, row, column } = block.cell;
    tables[table] ??= { rows: new Map(), first: at, last: at, width: 0 };
    const cells = tables[table] as Cells;
    const line = cells.rows.get(row) ?? new Map<number, number>();
    line.set(column, at);
    cells.rows.set(row, line);
    cells.last = at;
    cells.width = Math.max(cells.width, column + 1);
  }
  return tables.filter((table) => table !== undefined);
}

const cellOf = (blocks: readonly Block[], at: number | undefined): TableCell | null => {
  if (at === undefined) return null;
  const { text } = blocks[at] as Block;
  return {
    text,
    span: { paragraph: at, start: 0, end: text.length },
    value: readNumber(text.replace(/\s*%$/u, ''))?.value ?? null,
  };
};

/** Tables of a document with the type of each column; the data sheet of a web site is none. */
export function readTables(blocks: readonly Block[], skip: ReadonlySet<number>): readonly Table[] {
  const tables: Table[] = [];
  for (const cells of gather(blocks)) {
    if (skip.has(cells.first) || cells.rows.size < 2 || cells.width < 2) continue;
    const grid = [...cells.rows.values()].map((row) =>
      Array.from({ length: cells.width }, (_, column) => cellOf(blocks, row.get(column))),
    );
    const unit = unitAbove(blocks, cells.first);
    const { titles, rows, whole } = splitHeader(grid);
    tables.push({
      index: tables.length,
      title: titleAbove(blocks, cells.first),
      columns: columnsOf(titles, rows, unit),
      rows: rows.map(rowOf).map((row) => (whole || row.role !== 'total' ? row : { ...row, role: 'data' })),
      firstParagraph: cells.first,
      endParagraph: cells.last + 1,
      reassembled: blocks[cells.first]?.line !== blocks[cells.first + 1]?.line,
    });
  }
  return tables;
}

type GridRow = readonly (TableCell | null)[];

const MOST_TITLE_ROWS = 3;
const isOrdinalTitle = (text: string): boolean => ORDINAL_TITLE.test(fold(text));

interface Split {
  readonly titles: readonly string[];
  readonly rows: readonly GridRow[];
  /** No row before these was lost: a total is of all of them. */
  readonly whole: boolean;
}

/** Titles of the columns, and what stands below them: a second row of titles and one that numbers the columns are no data. */
function splitHeader(grid: readonly GridRow[]): Split {
  const [first = [], ...others] = grid;
  if (isData(first)) return { titles: first.map(() => ''), rows: grid, whole: first[0]?.value === 1 };
  let titles = first.map((cell) => cell?.text ?? '');
  let at = 0;
  for (; at < Math.min(MOST_TITLE_ROWS, others.length - 1); at++) {
    const row = others[at] as GridRow;
    if (numbersColumns(row)) continue;
    if (!continuesTitles(titles, row)) break;
    titles = titles.map((title, column) => joinTitles(titles, title, row[column]?.text ?? '', column));
  }
  return { titles, rows: others.slice(at), whole: true };
}

/** A table cut off from its titles begins with a row of figures. */
const isData = (row: GridRow): boolean =>
  row[0]?.value != null &&
  !numbersColumns(row) &&
  row.filter((cell) => cell !== null && cell.value !== null).length >= 3;

const COLUMN_NUMBER = /^\(?(?:\d{1,2}|[A-ZĐa-z])\)?\s*(?:=.*)?$/u;

/** "1 | 2 | 3 | 4=2+3", "A | B | (1) | (2)". */
function numbersColumns(row: GridRow): boolean {
  const texts = row.map((cell) => cell?.text.trim() ?? '').filter((text) => text !== '');
  if (texts.length < 3 || texts.length < row.length - 1) return false;
  if (!texts.every((text) => COLUMN_NUMBER.test(text) || /^\(?\d{1,2}\)?\s*=/u.test(text))) return false;
  const numbers = texts.flatMap((text) => /^\(?(\d{1,2})/u.exec(text)?.[1] ?? []).map(Number);
  return (
    numbers.length >= 2 &&
    numbers.every((number, each) => each === 0 || number === (numbers[each - 1] ?? 0) + 1)
  );
}

/** A row of words under titles that span it: its first cell is empty or the title of the ordinals again. */
function continuesTitles(titles: readonly string[], row: GridRow): boolean {
  const [first] = row;
  const filled = row.filter((cell) => cell !== null);
  if (filled.length < 2 || filled.some((cell) => cell.value !== null)) return false;
  if (!titles.some((title, column) => title === '' || row[column]?.text === title)) return false;
  return first == null || first.text === '' || isOrdinalTitle(first.text) || first.text === titles[0];
}

/** "Trong đó" spans the empty titles after it. */
function joinTitles(titles: readonly string[], title: string, below: string, column: number): string {
  if (below === '' || below === title) return title;
  const over = title !== '' ? title : (titles.slice(0, column).findLast((one) => one !== '') ?? '');
  return over === '' || isOrdinalTitle(over) ? below : `${over} - ${below}`;
}

function columnsOf(
  titles: readonly string[],
  rows: readonly GridRow[],
  unit: string | null,
): readonly TableColumn[] {
  return titles.map((title, column) => {
    const values = rows.map((row) => row[column]).filter((cell) => cell != null);
    const type = typeOf(title, values, unit);
    const own = UNIT_IN_TITLE.exec(title)?.[1] ?? null;
    return {
      title,
      type,
      unit: own ?? (type === 'percent' ? '%' : type === 'text' || type === 'ordinal' ? null : unit),
    };
  });
}

function typeOf(title: string, cells: readonly TableCell[], unit: string | null): TableColumn['type'] {
  const plain = fold(title);
  if (ORDINAL_TITLE.test(plain) || plain === 'nam') return 'ordinal';
  if (title === '' && cells.length > 1 && cells.every(({ value }, at) => value === null || value === at + 1))
    return 'ordinal';
  const numbers = cells.filter((cell) => cell.value !== null);
  if (numbers.length === 0 || numbers.length < cells.length * 0.6) return 'text';
  if (PERCENT.test(plain) || numbers.every((cell) => cell.text.endsWith('%'))) return 'percent';
  if (MONEY.test(plain) || (unit !== null && /đồng/iu.test(unit))) return 'money';
  return numbers.every((cell) => Number.isInteger(cell.value)) ? 'count' : 'decimal';
}

function rowOf(cells: readonly (TableCell | null)[]): TableRow {
  const words = cells.find((cell) => cell !== null && /\p{L}{2}/u.test(cell.text));
  if (words != null && TOTAL.test(fold(words.text))) return { cells, role: 'total' };
  const filled = cells.filter((cell) => cell !== null);
  if (GROUP_MARK.test(cells[0]?.text ?? '') && filled.length > 1) return { cells, role: 'group' };
  const isGroup =
    filled.length > 0 &&
    filled.length <= 2 &&
    !filled.some((cell) => cell.value !== null && cell !== cells[0]);
  return { cells, role: isGroup && cells.length > 2 ? 'group' : 'data' };
}

/** "Đơn vị tính: triệu đồng" in the two paragraphs above. */
function unitAbove(blocks: readonly Block[], first: number): string | null {
  for (let at = first - 1; at >= Math.max(0, first - 2); at--) {
    const found = UNIT.exec(blocks[at]?.text ?? '');
    if (found !== null) return found[1] ?? null;
  }
  return null;
}

function titleAbove(blocks: readonly Block[], first: number): string | null {
  for (let at = first - 1; at >= Math.max(0, first - 3); at--) {
    const block = blocks[at] as Block;
    if (block.cell !== null) return null;
    if (UNIT.test(block.text) || block.text.startsWith('(') || block.place === 'page-mark') continue;
    return block.text.length <= LONGEST_TITLE ? block.text : null;
  }
  return null;
}
