import type { CleanLine } from './clean-line.ts';

/** A run of lines that belong together by their bars: `free` text, or the cells of one table. */
export type LineGroup =
  | { readonly kind: 'free'; readonly lines: readonly CleanLine[] }
  /** `null` between two cells = two bars with nothing between: an empty cell or the end of a row. */
  | { readonly kind: 'between-bars'; readonly cells: readonly (readonly CleanLine[] | null)[] }
  /** One cell a line, closed by a bar; rows are not marked. */
  | { readonly kind: 'after-bars'; readonly cells: readonly (readonly CleanLine[])[] }
  /** Lines of the head, its two columns side by side. */
  | { readonly kind: 'head-rows'; readonly lines: readonly CleanLine[] }
  /** Every line is a row; of open ones the bars stand between the cells only. */
  | { readonly kind: 'rows' | 'open-rows'; readonly lines: readonly CleanLine[] };

const isBar = (line: CleanLine): boolean => line.text === '|';
const endsInBar = (line: CleanLine): boolean => line.text.length > 1 && line.text.endsWith('|');
const isRow = (line: CleanLine): boolean =>
  endsInBar(line) && (line.text.startsWith('|') || line.text.indexOf('|') < line.text.length - 1);

const INNER_BARS = /(?:^|\s)\|\s/gu;
const NO_ROW = /^(?:[-+*•]\s|#)/u;
/** "1 | Xã Tân Lập | 120 | 40": bars between the cells only, at least two. */
const isOpenRow = ({ text }: CleanLine): boolean =>
  !text.endsWith('|') && !NO_ROW.test(text) && (text.match(INNER_BARS)?.length ?? 0) >= 2;
/** The head in two columns: "UBND HUYỆN … | CỘNG HÒA …", "Số: … | …, ngày …", "| Độc lập …". */
const HEAD_ROW =
  /^\P{Ll}+\s\|\s+CỘNG H[OÒ][ÀA]|^Số\s*:?\s[^|]{0,40}\|\s[^|]{2,40},\s*ngày|\|\s*Độc lập\s*[-–]/u;
const barsIn = ({ text }: CleanLine): number => text.split('|').length - 1;
const isHeadRow = ({ text }: CleanLine): boolean => !text.endsWith('|') && HEAD_ROW.test(text);

/** Splits the lines of a document at its tables. */
export function groupLines(lines: readonly CleanLine[]): readonly LineGroup[] {
  if (!lines.some((line) => line.text.includes('|'))) return [{ kind: 'free', lines }];
  const groups: LineGroup[] = [];
  let free: CleanLine[] = [];
  let at = 0;
  const close = () => {
    if (free.some((line) => line.text !== '')) groups.push({ kind: 'free', lines: free });
    free = [];
  };
  while (at < lines.length) {
    const found =
      readHeadCells(lines, at) ??
      readRows(lines, at) ??
      readOpenRows(lines, at) ??
      readBetweenBars(lines, at) ??
      readAfterBars(lines, at, free);
    if (found === undefined) {
      free.push(lines[at] as CleanLine);
      at++;
    } else {
      close();
      groups.push(found.group);
      at = found.end;
    }
  }
  close();
  return groups;
}

interface Found {
  readonly group: LineGroup;
  readonly end: number;
}

function readRows(lines: readonly CleanLine[], from: number): Found | undefined {
  let end = from;
  while (end < lines.length && isRow(lines[end] as CleanLine)) end++;
  if (end === from) return undefined;
  return { group: { kind: 'rows', lines: lines.slice(from, end) }, end };
}

/** Rows without outer bars: the head, or at least two rows one after another. */
function readOpenRows(lines: readonly CleanLine[], from: number): Found | undefined {
  const isOne = isHeadRow(lines[from] as CleanLine) ? isHeadRow : isOpenRow;
  let end = from;
  for (; end < lines.length; end++) {
    const line = lines[end] as CleanLine;
    // A row whose last cell is empty ends in a bar, and has as many bars as the others.
    const endsEmpty = end > from && isOne === isOpenRow && barsIn(line) === barsIn(lines[from] as CleanLine);
    if (!isOne(line) && !endsEmpty) break;
  }
  if (end - from < (isOne === isHeadRow ? 1 : 2)) return undefined;
  return {
    group: { kind: isOne === isHeadRow ? 'head-rows' : 'open-rows', lines: lines.slice(from, end) },
    end,
  };
}

/** A table written as bar, cell, bar, cell …, without blank lines inside. */
function readBetweenBars(lines: readonly CleanLine[], from: number): Found | undefined {
  if (!isBar(lines[from] as CleanLine)) return undefined;
  let end = from;
  let lastBar = from;
  for (; end < lines.length; end++) {
    const line = lines[end] as CleanLine;
    if (line.blank || endsInBar(line)) break;
    if (isBar(line)) lastBar = end;
  }
  const bars = lines.slice(from, end).filter(isBar).length;
  if (bars < 2 || (end < lines.length && endsInBar(lines[end] as CleanLine))) return undefined;
  const cells: (CleanLine[] | null)[] = [];
  let cell: CleanLine[] = [];
  for (const line of lines.slice(from + 1, lastBar + 1)) {
    if (!isBar(line)) cell.push(line);
    else {
      cells.push(cell.length === 0 ? null : cell);
      cell = [];
    }
  }
  return { group: { kind: 'between-bars', cells }, end: lastBar + 1 };
}

const HEAD_LINES = 16;

/** The head of a document as a site pastes it: the body, a bar, the motto, a bar, the number, a bar, the date, a bar. */
function readHeadCells(lines: readonly CleanLine[], from: number): Found | undefined {
  if (!/^\p{Lu}{2}/u.test(lines[from]?.text ?? '')) return undefined;
  const cells: CleanLine[][] = [];
  let end = from;
  while (end < lines.length) {
    const bar = lines.slice(end, end + HEAD_LINES).findIndex(isBar);
    const cell = lines.slice(end, end + Math.max(0, bar));
    if (bar < 0 || cell.some(endsInBar) || !isHeadCell(cell, cells.length)) break;
    cells.push(cell.filter(({ text }) => text !== ''));
    end += bar + 1;
  }
  return cells.length < 2 ? undefined : { group: { kind: 'between-bars', cells }, end };
}

function isHeadCell(cell: readonly CleanLine[], at: number): boolean {
  const text = cell.map((line) => line.text).join(' ');
  if (at === 0) return /^\P{Ll}+$/u.test(text);
  if (at === 1) return /^CỘNG\s*H[OÒ][ÀA]/u.test(text);
  return /^\s*(?:Số|\p{Lu}[\p{L}\s.-]{1,40},\s*ngày)(?!\p{L})/u.test(text) || text === '';
}

const SHORT_CELL = 60;
const startsCell = (line: CleanLine): boolean =>
  line.text !== '' && line.text.length <= SHORT_CELL && !/[.;:]$/u.test(line.text);

/** Cells that are each closed by a bar; a short line before such a line is the beginning of its cell. */
function readAfterBars(lines: readonly CleanLine[], from: number, before: CleanLine[]): Found | undefined {
  const cells: CleanLine[][] = [];
  const first = lines[from] as CleanLine;
  if (!endsInBar(first) && !isBar(first) && !/^\P{Ll}+$/u.test(first.text)) return undefined;
  let at = from;
  while (at < lines.length) {
    const cell = readCell(lines, at);
    if (cell === undefined) break;
    cells.push(cell.lines);
    at = cell.end;
  }
  if (cells.length === 0) return undefined;
  const opening = before.at(-1);
  if (
    opening !== undefined &&
    startsCell(opening) &&
    /^\P{Ll}+$/u.test(opening.text) &&
    cells[0] !== undefined
  ) {
    cells[0].unshift(opening);
    before.pop();
  }
  return { group: { kind: 'after-bars', cells }, end: at };
}

const CELL_LINES = 4;

function readCell(
  lines: readonly CleanLine[],
  from: number,
): { lines: CleanLine[]; end: number } | undefined {
  const cell: CleanLine[] = [];
  for (let at = from; at < lines.length && cell.length < CELL_LINES; at++) {
    const line = lines[at] as CleanLine;
    if (isRow(line)) return undefined;
    cell.push(line);
    if (isBar(line) || endsInBar(line)) return { lines: cell, end: at + 1 };
    if (!startsCell(line)) return undefined;
  }
  return undefined;
}
