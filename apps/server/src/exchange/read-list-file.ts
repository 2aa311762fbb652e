import { createReadStream } from 'node:fs';
import type { ColumnMap, SourceRow } from '@benvung/domain/exchange/column-map';
import { tellsDamage } from '@benvung/domain/exchange/damaged-text';
import { cellAddress, type ExchangeIssue } from '@benvung/domain/exchange/exchange-issue';
import { type ListContext, type ListReading, makeListReader } from '@benvung/domain/exchange/list-reader';
import { type OldEncoding, toUnicode } from '@benvung/domain/exchange/old-encodings';
import { FileRefusal } from './files/file-refusal.ts';
import { type ByteEncoding, readCsv } from './files/read-csv.ts';
import { openXlsx, type XlsxNotes } from './files/read-xlsx.ts';
import { sniffFile } from './files/sniff-file.ts';

/** How a person agreed that a file be read. */
export interface ReadingChoices {
  /** The encoding its text is turned from. */
  readonly encoding: OldEncoding | 'windows-1258' | null;
  /** The sheets to read; null: all that have a header. */
  readonly sheets: readonly string[] | null;
}

export const PLAIN_READING: ReadingChoices = { encoding: null, sheets: null };

interface ReadOptions {
  readonly choices: ReadingChoices;
  /** Between chunks of rows: what was put aside is written, progress is told. */
  between(rowsRead: number, ofAll: number | null): Promise<void>;
  /** The file says of itself that it holds demonstration data. */
  demonstration(): void;
  sheet?(name: string, header: SourceRow, map: ColumnMap): void;
}

interface NamedRows {
  readonly name: string;
  rows(): AsyncGenerator<SourceRow[]>;
  lastRow(): Promise<number | null>;
}

interface OpenedFile {
  readonly sheets: readonly NamedRows[];
  readonly notes: XlsxNotes;
}

/** Reads the sheets of a file into a reading. @throws FileRefusal */
export async function readListFile(
  path: string,
  { context, into: taker }: { context: ListContext; into: ListReading },
  { between, demonstration, choices, sheet: tellSheet }: ReadOptions,
): Promise<{ rows: number }> {
  const { into, came } = countWhatComes(taker);
  const { sheets, notes } = await openListFile(path, choices);
  const total = await totalOf(sheets);
  const letters = makeLetterWatch();
  let rows = 0;
  let understood = 0;
  let damaged = false;
  const withoutHeader: ExchangeIssue[] = [];
  const likely: (() => void)[] = [];
  for (const sheet of sheets) {
    if (choices.sheets !== null && !choices.sheets.includes(sheet.name)) {
      into.issue({
        severity: 'warning',
        at: sheet.name,
        code: 'exchange.sheet-left-out',
        detail: { sheet: sheet.name },
      });
      continue;
    }
    let headless = false;
    let filled = false;
    const reader = makeListReader(context, {
      ...into,
      header: (header, map) => tellSheet?.(sheet.name, header, map),
      likelyHeader: (header, map) => likely.push(() => tellSheet?.(sheet.name, header, map)),
      issue: (issue) => {
        damaged ||= tellsDamage(issue);
        if (issue.code !== 'exchange.no-header') return into.issue(issue);
        headless = true;
        withoutHeader.push(issue);
      },
    });
    let noted = false;
    for await (const some of sheet.rows()) {
      for (const row of some) {
        letters.look(row);
        reader.row(row);
      }
      filled ||= some.length > 0;
      rows += some.length;
      if (!noted && reader.isDemonstration()) {
        noted = true;
        demonstration();
      }
      await between(rows, total);
      if (damaged) return { rows };
    }
    reader.end();
    if (damaged) return { rows };
    if (!noted && reader.isDemonstration()) demonstration();
    if (!headless && filled) understood += 1;
  }
  reportHeadless(withoutHeader, understood, into);
  if (understood === 0) for (const tell of likely) tell();
  if (came() === 0) into.issue({ severity: 'error', at: '', code: 'exchange.file-empty', detail: {} });
  reportNotes(notes, letters.found(), choices, into);
  return { rows };
}

/** Passes everything on, and counts what was taken and what was refused. */
function countWhatComes(taker: ListReading): { into: ListReading; came(): number } {
  let count = 0;
  const into: ListReading = {
    ...taker,
    household: (household) => {
      count += 1;
      taker.household(household);
    },
    population: (line) => {
      count += 1;
      taker.population(line);
    },
    round: (round) => {
      count += 1;
      taker.round(round);
    },
    issue: (issue) => {
      if (issue.severity === 'error') count += 1;
      taker.issue(issue);
    },
  };
  return { into, came: () => count };
}

/** The sheets of a file as text, in the letters a person agreed to. @throws FileRefusal */
export async function openListFile(path: string, choices: ReadingChoices): Promise<OpenedFile> {
  const notes: XlsxNotes = { formulas: { count: 0, first: '' }, richTexts: 0 };
  const { encoding } = choices;
  const convert = encoding === 'tcvn3' || encoding === 'vni' ? encoding : null;
  if ((await sniffFile(path)) !== 'csv') {
    const sheets = exitsFirst(await openXlsx(path, undefined, notes));
    return {
      notes,
      sheets: sheets.map((sheet) => ({ ...sheet, rows: () => converted(sheet.rows(), convert) })),
    };
  }
  const bytesAs = encoding === null || (await isUnicode(path)) ? null : bytesOf(encoding);
  return {
    notes,
    sheets: [
      {
        name: '',
        rows: () => converted(readCsv(path, undefined, bytesAs), convert),
        lastRow: () => countLines(path),
      },
    ],
  };
}

const bytesOf = (encoding: NonNullable<ReadingChoices['encoding']>): ByteEncoding =>
  encoding === 'windows-1258' ? 'windows-1258' : 'windows-1252';

async function isUnicode(path: string): Promise<boolean> {
  try {
    for await (const _rows of readCsv(path)) {
      // Read to its end: the first bad byte may be the last one.
    }
    return true;
  } catch (error) {
    if (error instanceof FileRefusal && error.code === 'exchange.file-not-utf8') return false;
    throw error;
  }
}

async function countLines(path: string): Promise<number> {
  let lines = 0;
  for await (const chunk of createReadStream(path))
    for (const byte of chunk as Buffer) if (byte === 10) lines += 1;
  return lines;
}

async function* converted(
  rows: AsyncGenerator<SourceRow[]>,
  encoding: OldEncoding | null,
): AsyncGenerator<SourceRow[]> {
  for await (const some of rows)
    yield encoding === null
      ? some
      : some.map((row) => ({ ...row, cells: row.cells.map((cell) => toUnicode(cell, encoding)) }));
}

async function totalOf(sheets: readonly NamedRows[]): Promise<number | null> {
  let total = 0;
  for (const sheet of sheets) {
    const last = await sheet.lastRow();
    if (last === null) return null;
    total += last;
  }
  return total;
}

const APART = /[\u0300\u0301\u0302\u0303\u0306\u0309\u031b\u0323]/u;

/** Counts cells typed with letters apart from their marks. */
function makeLetterWatch() {
  let count = 0;
  let first = '';
  return {
    look: (row: SourceRow): void => {
      for (const [column, cell] of row.cells.entries())
        if (APART.test(cell)) {
          if (count === 0) first = cellAddress(row, column);
          count += 1;
        }
    },
    found: () => ({ count, first }),
  };
}

function reportNotes(
  { formulas, richTexts }: XlsxNotes,
  apart: { readonly count: number; readonly first: string },
  { encoding }: ReadingChoices,
  into: ListReading,
): void {
  const note = (code: ExchangeIssue['code'], detail: ExchangeIssue['detail']) =>
    into.issue({ severity: 'warning', at: '', code, detail });
  if (formulas.count > 0) note('exchange.formulas-flattened', formulas);
  if (richTexts > 0) note('exchange.rich-text-flattened', { count: richTexts });
  if (apart.count > 0) note('exchange.letters-composed', apart);
  if (encoding !== null) note('exchange.text-converted', { encoding: ENCODING_NAMES[encoding] });
}

const ENCODING_NAMES = { tcvn3: 'TCVN3 (ABC)', vni: 'VNI', 'windows-1258': 'Windows-1258' } as const;

/** A sheet of instructions may lack a header; a file without any is refused. */
function reportHeadless(issues: readonly ExchangeIssue[], understood: number, into: ListReading): void {
  for (const issue of issues) into.issue({ ...issue, severity: understood === 0 ? 'error' : 'warning' });
}

/** Rounds and exits before the list after review, which then only repeats what an exit sheet said of the opening. */
const exitsFirst = <Sheet extends { readonly name: string }>(sheets: readonly Sheet[]): Sheet[] => {
  const rank = (name: string) =>
    /đợt|dot/iu.test(name) ? 0 : /thoát|thoat/iu.test(name.normalize('NFC')) ? 1 : 2;
  return [...sheets].sort((a, b) => rank(a.name) - rank(b.name));
};
