import { type ColumnKey, columnLabel, deprivationHeader, findColumn } from './exchange-columns.ts';
import { cellAddress, type ExchangeIssue } from './exchange-issue.ts';
import { foldWord } from './vocabulary.ts';

/** A row of a file as text, blank cells as `''`. */
export interface SourceRow {
  readonly sheet: string;
  readonly row: number;
  readonly cells: readonly string[];
}

/** Which column of a sheet holds what. */
export interface ColumnMap {
  readonly layout: Layout;
  readonly columns: ReadonlyMap<ColumnKey, number>;
  /** Column of each deprivation indicator, in the order of the standard; -1 when the file has none. */
  readonly indicators: readonly number[];
  /** Headers nobody knows, with their columns: named in the report, never silently dropped. */
  readonly unknown: readonly { readonly header: string; readonly column: number }[];
}

/**
 * - `members`: one row a member (the official exchange columns); `households`: one row a household;
 * - `population`: the population base; `rounds`: rounds; a file with "Loại dòng" may mix them.
 */
export type Layout = 'members' | 'households' | 'population' | 'rounds';

/**
 * What a person paired: a folded header to a column, to the place of a deprivation indicator, or to nothing. Other
 * headers are found by their words.
 */
export type ColumnChoices = ReadonlyMap<string, ColumnKey | number | null>;

export const NO_CHOICES: ColumnChoices = new Map();

/** What tells files of one form from others: their headers, folded, in order. */
export const headerFingerprint = ({ cells }: SourceRow): string =>
  cells.flatMap((cell) => (cell.trim() === '' ? [] : [foldWord(cell)])).join('|');

const HEADER_SEARCH_ROWS = 20;

/**
 * The header among the first rows: the row most columns are known in, at least three; or two rows read as one,
 * the lower cell before the upper, where a form splits "Năm sinh" into "Nam" and "Nữ".
 */
export function findHeader(
  rows: readonly SourceRow[],
  indicatorLabels: readonly string[],
  choices: (header: SourceRow) => ColumnChoices = () => NO_CHOICES,
): { readonly header: SourceRow; readonly last: number } | undefined {
  let best: { header: SourceRow; last: number } | undefined;
  let most = 2;
  const consider = (header: SourceRow, last: number) => {
    const { columns, indicators } = mapColumns(header, indicatorLabels, choices(header));
    const known = columns.size + indicators.filter((column) => column >= 0).length;
    if (known <= most) return;
    best = { header, last };
    most = known;
  };
  const candidates = rows.slice(0, HEADER_SEARCH_ROWS);
  for (const [index, row] of candidates.entries()) consider(row, index);
  for (const [index, row] of candidates.entries()) {
    const below = candidates[index + 1];
    if (below !== undefined) consider(joinRows(row, below), index + 1);
  }
  return best;
}

/** The row that most looks like a header where no column is known: the most words, the first of equals, three at least. */
export function guessHeader(rows: readonly SourceRow[]): SourceRow | undefined {
  const words = ({ cells }: SourceRow) => cells.filter((cell) => /\p{L}/u.test(cell)).length;
  const most = Math.max(...rows.map(words));
  return most < 3 ? undefined : rows.find((row) => words(row) === most);
}

function joinRows(upper: SourceRow, lower: SourceRow): SourceRow {
  const width = Math.max(upper.cells.length, lower.cells.length);
  const cells = Array.from(
    { length: width },
    (_unused, index) => lower.cells[index] || upper.cells[index] || '',
  );
  return { ...upper, cells };
}

export function mapColumns(
  header: SourceRow,
  indicatorLabels: readonly string[],
  choices: ColumnChoices = NO_CHOICES,
): ColumnMap {
  const columns = new Map<ColumnKey, number>();
  const indicators = indicatorLabels.map(() => -1);
  const places = new Map<string, number>(
    indicatorLabels.flatMap((label, place) => [
      [foldWord(label), place],
      [foldWord(deprivationHeader(label)), place],
    ]),
  );
  const unknown: { header: string; column: number }[] = [];
  for (const [column, header_] of header.cells.entries()) {
    const text = header_.trim();
    if (text === '') continue;
    const chosen = choices.get(foldWord(text));
    if (chosen === null) continue;
    const key = typeof chosen === 'string' ? chosen : chosen === undefined ? findColumn(text) : undefined;
    const place = typeof chosen === 'number' ? chosen : places.get(foldWord(text));
    if (key !== undefined && !columns.has(key)) columns.set(key, column);
    else if (place !== undefined && indicators[place] === -1) indicators[place] = column;
    else unknown.push({ header: text, column });
  }
  return { layout: layoutOf(columns), columns, indicators, unknown };
}

function layoutOf(columns: ReadonlyMap<ColumnKey, number>): Layout {
  if (columns.has('fullName') && (columns.has('relation') || columns.has('headName'))) return 'members';
  if (columns.has('headName') || columns.has('fullName')) return 'households';
  return columns.has('populationHouseholds') ? 'population' : 'rounds';
}

/** What a sheet lacks to be read at all, and which headers will not be read. */
export function checkColumns(map: ColumnMap, header: SourceRow): ExchangeIssue[] {
  const issues: ExchangeIssue[] = map.unknown.map(({ header: text, column }) => ({
    severity: 'warning',
    at: cellAddress(header, column),
    code: findColumn(text) === undefined ? 'exchange.column-unknown' : 'exchange.column-twice',
    detail: { header: text },
  }));
  const needed: Record<Layout, readonly ColumnKey[]> = {
    members: ['fullName'],
    households: [],
    population: ['populationHouseholds'],
    rounds: ['roundStatus'],
  };
  for (const key of needed[map.layout])
    if (!map.columns.has(key))
      issues.push({
        severity: 'error',
        at: cellAddress(header),
        code: 'exchange.column-missing',
        detail: { header: columnLabel(key) },
      });
  return issues;
}
