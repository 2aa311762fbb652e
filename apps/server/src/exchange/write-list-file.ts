import { createWriteStream } from 'node:fs';
import { rm, stat } from 'node:fs/promises';
import { finished } from 'node:stream/promises';
import { DEMONSTRATION_MARK } from '@benvung/domain/exchange/list-reader';
import type { ListKind } from '@benvung/domain/exchange/listed-household';
import { guardCell } from '@benvung/domain/exchange/safe-cell';
import type { WrittenColumns } from '@benvung/domain/exchange/write-rows';
import ExcelJS from 'exceljs';
import Papa from 'papaparse';

export const LIST_FORMATS = ['xlsx', 'csv', 'json'] as const;
export type ListFormat = (typeof LIST_FORMATS)[number];
export type RowSheet = ListKind | 'rounds' | 'population';

/** A list being written to a file, row by row. */
export interface ListFile {
  rows(sheet: RowSheet, rows: readonly (readonly string[])[]): Promise<void>;
  end(): Promise<void>;
  /** Gives up: what was written so far is taken away. */
  discard(): Promise<void>;
}

interface FileFacts {
  readonly path: string;
  readonly columns: WrittenColumns;
  readonly demonstration: boolean;
}

export function openListFile(format: ListFormat, facts: FileFacts): ListFile {
  if (format === 'xlsx') return openXlsxFile(facts);
  return format === 'csv' ? openCsvFile(facts) : openJsonFile(facts);
}

/** A stream whose failure is never lost: `closed` tells it. A file that could not be opened is left alone. */
function openStream(path: string) {
  const stream = createWriteStream(path, { encoding: 'utf8' });
  let opened = false;
  stream.once('open', () => {
    opened = true;
  });
  const closed = finished(stream);
  closed.catch(() => undefined);
  const discard = async () => {
    stream.destroy();
    await closed.catch(() => undefined);
    if (opened && (await stat(path)).isFile()) await rm(path);
  };
  return { stream, closed, discard };
}

function textFile(path: string) {
  const { stream, closed, discard } = openStream(path);
  return {
    discard,
    write: async (text: string) => {
      if (stream.write(text)) return;
      await Promise.race([new Promise<void>((drained) => stream.once('drain', () => drained())), closed]);
    },
    end: async (text: string) => {
      stream.end(text);
      await closed;
    },
  };
}

/** UTF-8 with its mark, so that spreadsheets show Vietnamese; cells that would run as formulas are quoted. */
function openCsvFile({ path, columns, demonstration }: FileFacts): ListFile {
  const file = textFile(path);
  const line = (cells: readonly string[]) => `${Papa.unparse([cells.map(guardCell)])}\r\n`;
  const head = demonstration ? line([DEMONSTRATION_MARK]) : '';
  let begun: Promise<void> | null = null;
  const begin = () => {
    begun ??= file.write(`\ufeff${head}${line(columns.headers)}`);
    return begun;
  };
  return {
    rows: async (_sheet, rows) => {
      await begin();
      await file.write(rows.map(line).join(''));
    },
    end: async () => {
      await begin();
      await file.end('');
    },
    discard: file.discard,
  };
}

function openJsonFile({ path, columns, demonstration }: FileFacts): ListFile {
  const file = textFile(path);
  const head = { demonstration, columns: columns.headers };
  let first = true;
  const start = `${JSON.stringify(head).slice(0, -1)},"rows":[`;
  return {
    rows: async (_sheet, rows) => {
      for (const row of rows) {
        await file.write(`${first ? start : ','}\n${JSON.stringify(row)}`);
        first = false;
      }
    },
    end: () => file.end(`${first ? start : ''}\n]}\n`),
    discard: file.discard,
  };
}

const SHEET_NAMES: Readonly<Record<RowSheet, string>> = {
  rounds: 'Đợt rà soát',
  population: 'Dân số',
  afterReview: 'Sau rà soát',
  povertyExit: 'Thoát nghèo',
  nearPovertyExit: 'Thoát cận nghèo',
  opening: 'Đầu kỳ',
};

/** Cells are texts and numbers, never formulas, so nothing needs a quote before it. */
function openXlsxFile({ path, columns, demonstration }: FileFacts): ListFile {
  const { stream, closed, discard } = openStream(path);
  const book = new ExcelJS.stream.xlsx.WorkbookWriter({ stream, useStyles: true });
  const sheets = new Map<RowSheet, ExcelJS.Worksheet>();
  const sheetOf = (kind: RowSheet) => {
    const known = sheets.get(kind);
    if (known !== undefined) return known;
    const sheet = book.addWorksheet(SHEET_NAMES[kind], {
      views: [{ state: 'frozen', ySplit: demonstration ? 2 : 1 }],
    });
    if (demonstration) sheet.addRow([DEMONSTRATION_MARK]).commit();
    const header = sheet.addRow([...columns.headers]);
    header.font = { bold: true };
    header.commit();
    sheets.set(kind, sheet);
    return sheet;
  };
  return {
    rows: async (kind, rows) => {
      if (stream.destroyed) await closed;
      const sheet = sheetOf(kind);
      for (const row of rows)
        sheet.addRow(row.map((cell, index) => xlsxCell(cell, columns.isNumber[index]))).commit();
    },
    end: async () => {
      sheetOf('afterReview');
      // A stream that failed takes nothing more, and the writer would wait for it without end.
      await Promise.race([book.commit(), closed]);
      await closed;
    },
    discard,
  };
}

function xlsxCell(cell: string, isNumber: boolean | undefined): string | number | null {
  if (cell === '') return null;
  return isNumber === true && /^\d+$/u.test(cell) ? Number(cell) : cell;
}
