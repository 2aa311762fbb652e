import { ok, type Problem, type Result, refuse } from '../../shared/result.ts';
import { searchKey } from '../../shared/vietnamese-text.ts';
import { readNumber } from '../text/number-token.ts';
import { type AnnexColumn, findHeading, type Heading } from './annex-heading.ts';
import type { TargetKind } from './indicator.ts';
import type { PlanTargetProblemCode } from './problems.ts';
import type { TargetLine } from './target.ts';

export interface AnnexRow {
  /** Counts from 1 in the table given, for messages. */
  readonly row: number;
  readonly name: string;
  readonly line: TargetLine;
}

export interface TargetAnnex {
  readonly columns: readonly AnnexColumn[];
  /** "Toàn tỉnh", "Tổng cộng": the unit's own line; null when the table has none. */
  readonly total: AnnexRow | null;
  readonly rows: readonly AnnexRow[];
  /** Rows whose own columns do not agree: opening − decrease ≠ planned. */
  readonly faults: readonly { readonly row: number; readonly name: string; readonly difference: number }[];
  /** Cells of rows with figures that hold something else ("ba mươi", "30 hộ"). */
  readonly unread: readonly UnreadCell[];
  /** Rows under the heading without a single figure: notes and signatures, or a unit somebody forgot. */
  readonly blank: readonly { readonly row: number; readonly name: string }[];
}

export interface UnreadCell {
  readonly row: number;
  readonly name: string;
  /** As the heading calls it. */
  readonly column: string;
  readonly text: string;
}

type Refused = Problem<PlanTargetProblemCode>;
const MOST_ROWS = 20_000;

/** The cells of a pasted text: columns by tabs, or a table that a legal web site flattened to one cell a line ("|"). */
export function cellsOfText(text: string): string[][] {
  const lines = text
    .normalize('NFC')
    .replace(/\u00ad/gu, '')
    .split(/\r\n?|\n/u);
  if (lines.some((line) => line.includes('\t'))) return lines.map((line) => line.split('\t').map(clean));
  const bars = lines.filter((line) => line.replace(/\|\s*$/u, '').split('|').length > 3);
  if (bars.length > 1)
    return lines.map((line) =>
      line
        .replace(/^\s*\||\|\s*$/gu, '')
        .split('|')
        .map(clean),
    );
  return gather(lines.map((line) => clean(line.replace(/\|\s*$/u, ''))).filter((cell) => cell !== ''));
}

const clean = (cell: string): string => cell.replaceAll('**', '').replace(/\s+/gu, ' ').trim();

/** One cell a line: a heading's cells, then for each row perhaps its number, its name, its figures. */
function gather(cells: readonly string[]): string[][] {
  const isFigure = (cell: string) => readNumber(cell) !== undefined;
  const first = cells.findIndex(
    (cell, at) => at > 0 && !isFigure(cell) && isFigure(cells[at + 1] ?? '') && isFigure(cells[at + 2] ?? ''),
  );
  if (first < 0) return [];
  const headings = cells.slice(0, first).filter((cell) => !isFigure(cell));
  const start = headings.findLastIndex((cell) => /^(stt|tt|số tt)$/iu.test(cell));
  const header = start < 0 ? headings : headings.slice(start);
  const width = start < 0 ? header.length - 1 : header.length - 2;
  const rows: string[][] = [];
  for (let at = first; at < cells.length; ) {
    const figures: string[] = [];
    const name = cells[at] ?? '';
    let next = at + 1;
    while (next < cells.length && figures.length < width && isFigure(cells[next] ?? ''))
      figures.push(cells[next++] ?? '');
    if (figures.length > 0) rows.push(start < 0 ? [name, ...figures] : ['', name, ...figures]);
    at = isFigure(cells[next] ?? '') ? next + 1 : next;
  }
  return [header, ...rows];
}

/**
 * Reads a target annex ("Phấn đấu chỉ tiêu giảm nghèo của các địa phương"): a heading that says what each column is, a
 * line for the whole, a line a unit. Counts and rates are kept as written; nothing is computed that the table holds. Of a
 * share or a number to be reached the last rate or count is the year's, one before it what was reached until then.
 */
export function readAnnex(
  cells: readonly (readonly string[])[],
  kind: TargetKind = 'stock',
): Result<TargetAnnex, Refused> {
  if (cells.length > MOST_ROWS)
    return refuse('plan-target.annex-too-large', { rows: cells.length, most: MOST_ROWS });
  const found = findHeading(cells, kind);
  if (!found.ok) return found;
  const heading = found.value;
  const read: AnnexRow[] = [];
  const faults: TargetAnnex['faults'][number][] = [];
  const unread: UnreadCell[] = [];
  const blank: TargetAnnex['blank'][number][] = [];
  for (const [index, row] of cells.entries()) {
    if (index <= heading.at) continue;
    const name = (row[heading.name] ?? '').trim();
    if (name === '' || readNumber(name) !== undefined) continue;
    const figures = figuresOf(row, heading.columns);
    if (figures.size === 0) {
      blank.push({ row: index + 1, name });
      continue;
    }
    unread.push(...unreadOf(row, heading).map((cell) => ({ row: index + 1, name, ...cell })));
    const difference = differenceOf(figures);
    if (difference !== 0) faults.push({ row: index + 1, name, difference });
    read.push({
      row: index + 1,
      name,
      line: kind === 'stock' ? lineOf(figures) : reachedLine(figures, kind),
    });
  }
  if (read.length === 0) return refuse('plan-target.annex-not-understood');
  const total = read.find(({ name }) => isTotal(name)) ?? null;
  return ok({
    columns: [...heading.columns.values()],
    total,
    rows: read.filter((row) => row !== total),
    faults,
    unread,
    blank,
  });
}

export const isTotal = (name: string): boolean =>
  /^(toan (tinh|thanh pho|huyen|xa|thi xa|phuong|thi tran|dac khu|quoc)( .*)?|tong( cong| so)?|cong)$/u.test(
    searchKey(name),
  );

const BLANK = /^[-–—.…]*$/u;

function unreadOf(row: readonly string[], { columns, titles }: Heading): { column: string; text: string }[] {
  return [...columns.keys()].flatMap((at) => {
    const text = (row[at] ?? '').trim();
    return BLANK.test(text) || readNumber(text.replace(/%$/u, '')) !== undefined
      ? []
      : [{ column: titles[at] ?? '', text }];
  });
}

function figuresOf(
  row: readonly string[],
  columns: ReadonlyMap<number, AnnexColumn>,
): Map<AnnexColumn, number> {
  const figures = new Map<AnnexColumn, number>();
  for (const [at, column] of columns) {
    const written = (row[at] ?? '').replace(/%$/u, '').trim();
    const read = readNumber(written);
    if (read === undefined) continue;
    const isRate = column === 'openingRate' || column === 'plannedRate';
    // A spreadsheet's own 24.402 is a rate, not twenty-four thousand.
    const value = isRate && read.value > 100 ? Number(written) : read.value;
    if (Number.isFinite(value)) figures.set(column, Math.round(isRate ? value * 100 : value));
  }
  return figures;
}

function differenceOf(figures: ReadonlyMap<AnnexColumn, number>): number {
  const [opening, decrease, planned] = [
    figures.get('opening'),
    figures.get('decrease'),
    figures.get('planned'),
  ];
  return opening === undefined || decrease === undefined || planned === undefined
    ? 0
    : opening - decrease - planned;
}

function lineOf(figures: ReadonlyMap<AnnexColumn, number>): TargetLine {
  const of = (column: AnnexColumn) => figures.get(column) ?? null;
  const [opening, decrease] = [of('opening'), of('decrease')];
  return {
    comparison: 'down-to',
    opening: { count: opening, base: of('openingBase'), rate: of('openingRate') },
    planned: {
      count: of('planned') ?? (opening === null || decrease === null ? null : opening - decrease),
      base: of('plannedBase'),
      rate: of('plannedRate'),
    },
  };
}

function reachedLine(figures: ReadonlyMap<AnnexColumn, number>, kind: TargetKind): TargetLine {
  const of = (column: AnnexColumn) => figures.get(column) ?? null;
  return {
    comparison: kind === 'coverage' ? 'at-least' : 'reach',
    opening: { count: of('opening'), base: of('openingBase'), rate: of('openingRate') },
    planned: { count: of('planned'), base: of('plannedBase'), rate: of('plannedRate') },
  };
}
