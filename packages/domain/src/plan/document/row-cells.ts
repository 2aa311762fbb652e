/** Rows of a table as positions in its list of cells; `null` = an empty cell. */
export type RowCells = readonly (number | null)[];

const ORDINAL = /^(?:\d{1,3}(?:\.\d{1,3}){0,3}|[IVXLC]{1,6}|[A-ZĐ]|[a-zđ])[.)]?$/u;
const FIRST_TITLE = /^(?:S?TT|Số TT|Số thứ tự|STT\s*\/?.*)$/iu;
const MOST_COLUMNS = 30;
const LONGEST_SEARCH = 20_000;

/**
 * Rows of a table whose rows are not marked, from the texts of its cells in order: the number of columns is the
 * one under which the first column counts on (1, 2, 3 …). `undefined` when no number fits.
 */
export function rowsByOrdinals(texts: readonly string[]): readonly RowCells[] | undefined {
  if (!FIRST_TITLE.test(texts[0] ?? '')) return undefined;
  let best: { columns: number; score: number } | undefined;
  for (let columns = 2; columns <= Math.min(MOST_COLUMNS, texts.length / 2); columns++) {
    const score = ordinalScore(texts, columns);
    if (score !== undefined && (best === undefined || score > best.score)) best = { columns, score };
  }
  if (best === undefined) return undefined;
  const rows: RowCells[] = [];
  for (let at = 0; at + best.columns <= texts.length; at += best.columns) {
    const cells = Array.from({ length: best.columns }, (_, column) => at + column);
    if (at > 0 && !isRowStart(texts[at] ?? '')) break;
    rows.push(cells);
  }
  const total = totalRow(texts, rows.length * best.columns, best.columns);
  if (total !== undefined) rows.push(total);
  return rows.length >= 2 ? rows : undefined;
}

const NUMBER = /^[\d.,\s]+%?$|^-$/u;

/** "Tổng cộng" and its numbers after the last row: the cells it lacks are those before its numbers. */
function totalRow(texts: readonly string[], from: number, columns: number): RowCells | undefined {
  const empty = texts[from] === '' ? 1 : 0;
  if (!TOTAL.test(texts[from + empty] ?? '')) return undefined;
  const numbers: number[] = [];
  for (let at = from + empty + 1; at < texts.length && numbers.length < columns - 1; at++) {
    if (NUMBER.test(texts[at] ?? '')) numbers.push(at);
    else if (texts[at] !== '') break;
  }
  if (numbers.length === 0) return undefined;
  const lacking = columns - numbers.length - 1;
  const blanks = Array.from({ length: Math.max(0, lacking - 1) }, () => null);
  return lacking === 0 ? [from + empty, ...numbers] : [null, from + empty, ...blanks, ...numbers];
}

const isRowStart = (text: string): boolean => text === '' || ORDINAL.test(text);

function ordinalScore(texts: readonly string[], columns: number): number | undefined {
  let next = 1;
  let counted = 0;
  for (let at = columns; at < texts.length; at += columns) {
    const text = (texts[at] ?? '').replace(/[.)]$/u, '');
    if (!isRowStart(text)) break;
    if (text === String(next)) {
      next++;
      counted++;
    }
  }
  return counted === 0 ? undefined : counted * columns;
}

interface Way {
  readonly cost: number;
  readonly start: number;
  readonly end: number;
}

/**
 * Rows of a table written with bars, where two bars in a row (an empty text) are an empty cell or a new row. Of all
 * ways to cut the rows it takes the one that keeps most to one number of columns, with ordinals in the first.
 */
export function rowsBetweenBars(texts: readonly string[]): readonly RowCells[] {
  const runs = runLengths(texts);
  if (texts.length > LONGEST_SEARCH) return plainRows(texts);
  let best: { cost: number; rows: readonly RowCells[] } | undefined;
  const counts = new Set([runs[0] ?? 1, mostCommon(runs), Math.max(...runs)]);
  for (const columns of counts) {
    if (columns > MOST_COLUMNS) continue;
    const cut = cutRows(texts, columns);
    const rows = cut.rows.map((row) => alignRow(row, columns, texts));
    if (best === undefined || cut.cost < best.cost) best = { cost: cut.cost, rows };
  }
  return best?.rows ?? plainRows(texts);
}

const TOTAL = /^(?:tổng|cộng|toàn)/iu;

/** A row with fewer cells: those it lacks are spanned by the row above, or by its first cell when it is a total. */
function alignRow(row: RowCells, columns: number, texts: readonly string[]): RowCells {
  const first = row[0] == null ? '' : (texts[row[0]] ?? '');
  const missing = Array.from({ length: columns - row.length }, () => null);
  if (missing.length === 0 || row.length < 2 || ORDINAL.test(first) || first === '') return row;
  return TOTAL.test(first) ? [row[0] ?? null, ...missing, ...row.slice(1)] : [...missing, ...row];
}

function runLengths(texts: readonly string[]): readonly number[] {
  const runs: number[] = [];
  let run = 0;
  for (const text of [...texts, '']) {
    if (text !== '') run++;
    else if (run > 0) {
      runs.push(run);
      run = 0;
    }
  }
  return runs;
}

function mostCommon(values: readonly number[]): number {
  const counts = new Map<number, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  return [...counts].sort((a, b) => b[1] - a[1])[0]?.[0] ?? 1;
}

/** Every two bars in a row end a row. */
function plainRows(texts: readonly string[]): readonly RowCells[] {
  const rows: number[][] = [[]];
  for (const [at, text] of texts.entries()) {
    if (text === '') rows.push([]);
    else rows.at(-1)?.push(at);
  }
  return rows.filter((row) => row.length > 0);
}

const ORDINAL_INSIDE = /^(?:\d{1,2}\.\d{1,2}(?:\.\d{1,2})?|[IVX]{1,5})\.?$/u;
const GROUP_COST = 0.8;
const WRONG_WIDTH_COST = 1.5;

/** Cost of a row from `start` to before `end`: nothing when it has the right width, empty cells cost a little. */
function rowCost(texts: readonly string[], start: number, end: number, columns: number): number {
  let blanks = 0;
  let ordinals = 0;
  for (let at = start; at < end; at++) {
    if (texts[at] === '') blanks++;
    else if (at > start && ORDINAL_INSIDE.test(texts[at] ?? '')) ordinals++;
  }
  const width = end - start;
  if (blanks === width) return 10;
  const off = Math.abs(columns - width) * 0.2;
  const wrong = width === columns ? 0 : width === 1 ? GROUP_COST : WRONG_WIDTH_COST + off;
  return blanks * 0.3 + ordinals * 1.2 + (texts[start] === '' && blanks > 1 ? 0.1 : 0) + wrong;
}

function cutRows(texts: readonly string[], columns: number): { cost: number; rows: readonly RowCells[] } {
  const ways: (Way | undefined)[] = [{ cost: 0, start: 0, end: 0 }];
  for (let start = 0; start < texts.length; start++) {
    const way = ways[start];
    if (way === undefined) continue;
    for (let end = start + 1; end <= Math.min(texts.length, start + columns + 2); end++) {
      if (end < texts.length && texts[end] !== '') continue;
      const next = Math.min(texts.length, end + 1);
      const cost = way.cost + rowCost(texts, start, end, columns);
      const known = ways[next];
      if (known === undefined || cost < known.cost) ways[next] = { cost, start, end };
    }
  }
  const rows: RowCells[] = [];
  const last = ways[texts.length];
  if (last === undefined) return { cost: Number.POSITIVE_INFINITY, rows: [] };
  for (let at = texts.length; at > 0; ) {
    const { start, end } = ways[at] as Way;
    rows.push(Array.from({ length: end - start }, (_, by) => (texts[start + by] === '' ? null : start + by)));
    at = start;
  }
  return { cost: last.cost, rows: rows.reverse() };
}
