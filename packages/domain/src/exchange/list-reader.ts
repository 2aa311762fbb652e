import {
  type ColumnChoices,
  type ColumnMap,
  checkColumns,
  findHeader,
  guessHeader,
  mapColumns,
  type SourceRow,
} from './column-map.ts';
import { type Corrections, correctRow } from './correct-cells.ts';
import { DAMAGE_CODES, findDamagedHeader, tellsDamage } from './damaged-text.ts';
import { cellAddress, type ExchangeIssue } from './exchange-issue.ts';
import { rowKindWords } from './exchange-words.ts';
import { makeHouseholdBoundary } from './group-rows.ts';
import type { ListedHousehold, ListedPopulation, ListedRound, ListKind } from './listed-household.ts';
import { readHousehold } from './read-household.ts';
import { readPopulation, readRound } from './read-other-rows.ts';
import { makeRowReader, type RowReader } from './row-reader.ts';
import { foldWord } from './vocabulary.ts';

export interface ListReading {
  household(household: ListedHousehold): void;
  population(line: ListedPopulation): void;
  round(round: ListedRound): void;
  issue(issue: ExchangeIssue): void;
  /** How the columns of a sheet were understood. */
  header?(header: SourceRow, map: ColumnMap): void;
  /** Where no row is a header: the one a person may pair the columns of. */
  likelyHeader?(header: SourceRow, map: ColumnMap): void;
}

export interface ListContext {
  /** Labels of the standard's deprivation indicators, in its order. */
  readonly indicatorLabels: readonly string[];
  readonly referenceDay: string;
  /** The classes of the file are those of the year before. */
  readonly openingOnly: boolean;
  newId(): string;
  findEthnicity(text: string): string | undefined;
  /** What a person paired by hand, and put right in the cells. */
  choices?(header: SourceRow): ColumnChoices;
  readonly corrections?: Corrections | undefined;
}

/** Rows of one sheet in order, then `end`. Rows before the header are held back until it is found. */
export interface ListReader {
  row(row: SourceRow): void;
  end(): void;
  /** True when the file says of itself that it holds demonstration data. */
  isDemonstration(): boolean;
}

const HEADER_WITHIN = 20;
export const DEMONSTRATION_MARK = '◈ DỮ LIỆU MINH HỌA, không phải số liệu thật';

export function makeListReader(context: ListContext, reading: ListReading): ListReader {
  const into = untilDamaged(reading);
  let waiting: SourceRow[] = [];
  let body: ((row: SourceRow | null) => void) | null = null;
  let demonstration = false;
  const begin = () => {
    const found = findHeader(waiting, context.indicatorLabels, context.choices);
    const before = found === undefined ? waiting : waiting.slice(0, found.last);
    demonstration ||= before.some((row) => row.cells.some((cell) => cell.includes('◈')));
    const rows = found === undefined ? waiting : waiting.slice(found.last + 1);
    waiting = [];
    if (found === undefined) {
      body = () => undefined;
      const damaged = rows.map((row) => damagedHeader(row)).find((issue) => issue !== null);
      if (damaged) into.issue(damaged);
      else if (rows.length > 0) {
        const likely = guessHeader(rows);
        if (likely !== undefined) reading.likelyHeader?.(likely, mapColumns(likely, context.indicatorLabels));
        into.issue({ severity: 'error', at: rows[0]?.sheet ?? '', code: 'exchange.no-header', detail: {} });
      }
      return;
    }
    const { header } = found;
    body = readBody(context, into, header);
    for (const row of rows) body(row);
  };
  return {
    row: (row) => {
      if (body !== null) return body(row);
      if (row.cells.some((cell) => cell !== '')) waiting.push(row);
      if (waiting.length >= HEADER_WITHIN) begin();
    },
    end: () => {
      if (body === null) begin();
      body?.(null);
    },
    isDemonstration: () => demonstration,
  };
}

/** A file that lost its letters is refused once; what else would be said of it says nothing. */
function untilDamaged(into: ListReading): ListReading {
  let damaged = false;
  return {
    household: (household) => {
      if (!damaged) into.household(household);
    },
    population: (line) => {
      if (!damaged) into.population(line);
    },
    round: (round) => {
      if (!damaged) into.round(round);
    },
    ...(into.header === undefined ? {} : { header: into.header }),
    issue: (issue) => {
      if (damaged) return;
      damaged = tellsDamage(issue);
      into.issue(issue);
    },
  };
}

function damagedHeader(row: SourceRow, headers: ColumnMap['unknown'] = headersOf(row)): ExchangeIssue | null {
  const found = findDamagedHeader(headers);
  if (found === null) return null;
  const at = cellAddress(row, found.column);
  const value = row.cells[found.column] ?? '';
  return { severity: 'error', at, code: DAMAGE_CODES[found.damage], detail: { value } };
}

const headersOf = ({ cells }: SourceRow): ColumnMap['unknown'] =>
  cells.map((header, column) => ({ header, column }));

function readBody(
  context: ListContext,
  into: ListReading,
  header: SourceRow,
): (row: SourceRow | null) => void {
  const map = mapColumns(header, context.indicatorLabels, context.choices?.(header));
  into.header?.(header, map);
  const damaged = damagedHeader(header, map.unknown);
  const issues = damaged === null ? checkColumns(map, header) : [damaged];
  for (const issue of issues) into.issue(issue);
  if (issues.some((issue) => issue.severity === 'error')) return () => undefined;
  const read = makeRowReader(map, into.issue);
  const households = gatherHouseholds(context, into, map, read, listKindOf(context, map, header.sheet));
  const { corrections } = context;
  return (source) => {
    if (source === null) return households(null);
    const row = corrections === undefined ? source : correctRow(source, map, corrections);
    if (isBlankOrNumbering(row)) return;
    const kind = rowKindOf(map, read, row);
    if (kind === 'household') return households(row);
    households(null);
    if (kind === 'population') {
      const line = readPopulation(read, row);
      if (line !== null) into.population(line);
    } else {
      const round = readRound(read, row);
      if (round !== null) into.round(round);
    }
  };
}

function gatherHouseholds(
  context: ListContext,
  into: ListReading,
  map: ColumnMap,
  read: RowReader,
  kind: ListKind,
): (row: SourceRow | null) => void {
  const begins = makeHouseholdBoundary(read);
  const householdContext = {
    map,
    read,
    kind,
    found: into.issue,
    newId: context.newId,
    findEthnicity: context.findEthnicity,
    referenceDay: context.referenceDay,
  };
  let gathered: SourceRow[] = [];
  const finish = () => {
    const household = readHousehold(householdContext, gathered);
    if (household !== null) into.household(household);
    gathered = [];
  };
  return (row) => {
    if (row === null) {
      if (gathered.length > 0) finish();
      return;
    }
    const first = map.layout === 'households' || begins(row);
    if (first && gathered.length > 0) finish();
    gathered.push(row);
  };
}

function rowKindOf(map: ColumnMap, read: RowReader, row: SourceRow): 'household' | 'population' | 'round' {
  const told = map.columns.has('rowKind') ? read.choice(row, 'rowKind', rowKindWords) : null;
  if (told !== null) return told;
  if (map.layout === 'population') return 'population';
  return map.layout === 'rounds' ? 'round' : 'household';
}

/** The sheet's name tells the official three apart; a list with only opening classes is an opening list. */
function listKindOf(context: ListContext, map: ColumnMap, sheet: string): ListKind {
  const name = foldWord(sheet);
  if (context.openingOnly || (map.columns.has('openingClass') && !map.columns.has('class'))) return 'opening';
  if (/thoat(ho)?canngheo/u.test(name)) return 'nearPovertyExit';
  return /thoat(ho)?ngheo/u.test(name) ? 'povertyExit' : 'afterReview';
}

/** Printed lists number their columns under the header: "A B 1 2 3". */
function isBlankOrNumbering(row: SourceRow): boolean {
  let filled = 0;
  let numbering = 0;
  for (const cell of row.cells) {
    if (cell === '') continue;
    filled += 1;
    if (/^(?:\(?\d{1,3}\)?|[A-E])$/u.test(cell)) numbering += 1;
  }
  return (
    filled === 0 ||
    (filled > 4 &&
      numbering === filled &&
      row.cells.filter((c) => /^\(?[1-9]\d?\)?$/u.test(c)).length > 3 &&
      isRising(row.cells))
  );
}

function isRising(cells: readonly string[]): boolean {
  const numbers = cells
    .filter((cell) => /^\(?\d+\)?$/u.test(cell))
    .map((cell) => Number(cell.replace(/[()]/gu, '')));
  return numbers.every((number, index) => index === 0 || number === (numbers[index - 1] ?? 0) + 1);
}
