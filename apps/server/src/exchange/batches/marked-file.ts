import { createReadStream, createWriteStream } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import { finished } from 'node:stream/promises';
import type { Language } from '@benvung/contract/problem-texts';
import type { SourceRow } from '@benvung/domain/exchange/column-map';
import { findHeader, mapColumns } from '@benvung/domain/exchange/column-map';
import { type Corrections, correctRow, makeCorrections } from '@benvung/domain/exchange/correct-cells';
import type { ExchangeIssue } from '@benvung/domain/exchange/exchange-issue';
import ExcelJS from 'exceljs';
import type { Db } from '../../platform/database/database.ts';
import { issueText } from '../issue-text.ts';
import { openListFile } from '../read-list-file.ts';
import { listAllIssues, type StoredBatch } from './batch.store.ts';
import { withBatchFile } from './batch-file.ts';

/** `marked`: every row with its messages; `wrong`: only rows that have some; `corrected`: as put right on the screen. */
export type MarkedKind = 'marked' | 'wrong' | 'corrected';

interface RowMarks {
  readonly columns: Set<string>;
  readonly texts: string[];
  error: boolean;
}

const MARK_HEADER: Readonly<Record<Language, string>> = { vi: 'Cần sửa', en: 'To correct' };
const WRONG: ExcelJS.Fill = { type: 'pattern', pattern: 'solid', fgColor: { argb: 'FFFDECEA' } };
const DOUBTFUL: ExcelJS.Fill = { type: 'pattern', pattern: 'solid', fgColor: { argb: 'FFFFF1DF' } };
const HEADER_ROWS = 20;

/** The brought sheets once more, with a column that says what is wrong in each row. */
export async function writeMarkedFile(
  db: Db,
  batch: StoredBatch,
  { kind, language }: { kind: MarkedKind; language: Language },
): Promise<Readable> {
  const marks = marksOf(await listAllIssues(db, batch.id), language);
  const corrections = makeCorrections(batch.options.corrections);
  const folder = await mkdtemp(join(tmpdir(), 'benvung-marked-'));
  const path = join(folder, 'marked.xlsx');
  await withBatchFile(db, batch.id, async (source) => {
    const out = createWriteStream(path);
    const book = new ExcelJS.stream.xlsx.WorkbookWriter({ stream: out, useStyles: true });
    const { sheets } = await openListFile(source, { encoding: batch.options.encoding, sheets: null });
    for (const sheet of sheets)
      await writeSheet(book.addWorksheet(sheet.name.slice(0, 31) || 'Danh sách'), sheet.rows(), {
        kind,
        corrections,
        marks: marks.get(sheet.name) ?? new Map(),
        header: MARK_HEADER[language],
      });
    await book.commit();
    await finished(out);
  });
  const content = createReadStream(path);
  content.once('close', () => void rm(folder, { recursive: true, force: true }));
  return content;
}

function marksOf(issues: readonly ExchangeIssue[], language: Language): Map<string, Map<number, RowMarks>> {
  const sheets = new Map<string, Map<number, RowMarks>>();
  for (const issue of issues) {
    const cut = issue.at.lastIndexOf('!');
    const [, column = '', row = ''] = /^([A-Z]*)(\d+)$/u.exec(issue.at.slice(cut + 1)) ?? [];
    if (row === '') continue;
    const sheet = issue.at.slice(0, Math.max(0, cut));
    const rows = sheets.get(sheet) ?? new Map<number, RowMarks>();
    sheets.set(sheet, rows);
    const marks = rows.get(Number(row)) ?? { columns: new Set<string>(), texts: [], error: false };
    rows.set(Number(row), marks);
    if (column !== '') marks.columns.add(column);
    marks.texts.push(`${column === '' ? '' : `${column}: `}${issueText(issue, language)}`);
    marks.error ||= issue.severity === 'error';
  }
  return sheets;
}

interface SheetMarks {
  readonly kind: MarkedKind;
  readonly corrections: Corrections | undefined;
  readonly marks: ReadonlyMap<number, RowMarks>;
  readonly header: string;
}

async function writeSheet(
  sheet: ExcelJS.Worksheet,
  source: AsyncGenerator<SourceRow[]>,
  { kind, corrections, marks, header }: SheetMarks,
): Promise<void> {
  let first: SourceRow[] | null = [];
  let map: ReturnType<typeof mapColumns> | null = null;
  let width = 1;
  let headerRow = 0;
  let written = 0;
  const put = (row: SourceRow) => {
    const isHeader = row.row <= headerRow;
    const told = marks.get(row.row);
    if (kind === 'wrong' && !isHeader && told === undefined) return;
    if (kind !== 'wrong') for (; written < row.row - 1; written += 1) sheet.addRow([]).commit();
    const shown = kind === 'corrected' && corrections && map ? correctRow(row, map, corrections) : row;
    const line = sheet.addRow(shown.cells.map(asCell));
    if (kind !== 'corrected') {
      const note = line.getCell(width + 1);
      if (row.row === headerRow) note.value = header;
      else if (told !== undefined) note.value = told.texts.join('\n');
      for (const column of told?.columns ?? []) line.getCell(column).fill = told?.error ? WRONG : DOUBTFUL;
    }
    if (isHeader) line.font = { bold: true };
    line.commit();
    written += 1;
  };
  const begin = () => {
    const rows = first ?? [];
    first = null;
    const found = findHeader(rows, []);
    if (found !== undefined) {
      map = mapColumns(found.header, []);
      headerRow = rows[found.last]?.row ?? 0;
    }
    width = Math.max(1, ...rows.map(({ cells }) => cells.length));
    for (const row of rows) put(row);
  };
  for await (const some of source)
    for (const row of some) {
      if (first === null) {
        put(row);
        continue;
      }
      first.push(row);
      if (first.length >= HEADER_ROWS) begin();
    }
  if (first !== null) begin();
  sheet.commit();
}

/** Short numbers as numbers; codes and identity numbers, which may begin with 0, stay text. */
const asCell = (cell: string): string | number | null =>
  cell === '' ? null : /^(?:0|[1-9]\d{0,8})$/u.test(cell) ? Number(cell) : cell;
