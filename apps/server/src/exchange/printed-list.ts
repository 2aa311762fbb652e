import { PassThrough } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { DEMONSTRATION_MARK } from '@benvung/domain/exchange/list-reader';
import ExcelJS from 'exceljs';

export interface PrintedColumn {
  readonly header: string;
  readonly width: number;
  /** Numbers stand right and stay numbers; everything else is text, also codes and identity numbers. */
  readonly number?: boolean;
  /** Of a number: how many stand after the comma; none unless told. */
  readonly decimals?: number;
}

export interface PrintedList {
  readonly title: string;
  readonly place: string;
  /** Lines under the title: year, round, standard, filters, purpose. */
  readonly facts: readonly string[];
  /** Whose export it is. */
  readonly person: string;
  /** An instant. */
  readonly at: string;
  readonly demonstration: boolean;
  /** Whether it ends with room for two signatures. */
  readonly signed: boolean;
  readonly columns: readonly PrintedColumn[];
  readonly rows: readonly (readonly (string | number | null)[])[];
  /** How many of the last rows are totals: bold, and no one of the list. */
  readonly totals?: number;
}

const THIN = { style: 'thin', color: { argb: 'FF78859A' } } as const;
const BORDER: Partial<ExcelJS.Borders> = { top: THIN, left: THIN, bottom: THIN, right: THIN };
const FONT = { name: 'Times New Roman', size: 12 } as const;
const WIDE = 90;
const ORDER_WIDTH = 6;

const instant = new Intl.DateTimeFormat('vi-VN', {
  timeZone: 'Asia/Ho_Chi_Minh',
  day: '2-digit',
  month: '2-digit',
  year: 'numeric',
  hour: '2-digit',
  minute: '2-digit',
});

/**
 * A list as a person would print it: A4, title and place, header on every page, who and when, room to sign. Cells
 * are texts and numbers, never formulas. Rows are written as they come, so that 100,000 of them fit into memory.
 */
export async function printedList(list: PrintedList): Promise<Buffer> {
  const { columns, rows } = list;
  const stream = new PassThrough();
  const content = buffer(stream);
  const book = new ExcelJS.stream.xlsx.WorkbookWriter({ stream, useStyles: true, useSharedStrings: true });
  const head = HEAD_ROWS + (list.demonstration ? 1 : 0) + list.facts.length;
  const landscape = columns.reduce((sum, { width }) => sum + width, 0) > WIDE;
  const sheet = book.addWorksheet('Danh sách', {
    views: [{ state: 'frozen', ySplit: head }],
    headerFooter: { oddFooter: footerOf(list) },
    pageSetup: {
      printTitlesRow: `${head}:${head}`,
      paperSize: 9,
      orientation: landscape ? 'landscape' : 'portrait',
      fitToPage: true,
      fitToWidth: 1,
      fitToHeight: 0,
      margins: { left: 0.5, right: 0.4, top: 0.6, bottom: 0.6, header: 0.3, footer: 0.3 },
    },
  });
  sheet.getColumn(1).width = ORDER_WIDTH;
  for (const [index, { width }] of columns.entries()) sheet.getColumn(index + 2).width = width;
  const top = (text: string, font: Partial<ExcelJS.Font> = {}, horizontal: 'left' | 'center' = 'center') => {
    const line = sheet.addRow([text]);
    sheet.mergeCells(line.number, 1, line.number, columns.length + 1);
    line.getCell(1).font = { ...FONT, ...font };
    line.getCell(1).alignment = { horizontal, wrapText: true, vertical: 'middle' };
    line.height = heightOf([{ text, width: columns.reduce((sum, one) => sum + one.width, ORDER_WIDTH) }]) + 2;
  };
  if (list.demonstration) top(DEMONSTRATION_MARK, { bold: true, color: { argb: 'FF5B2E91' } });
  top(list.place, {}, 'left');
  top(list.title, { bold: true, size: 14 });
  for (const fact of list.facts) top(fact, { size: 11 });
  sheet.addRow([]);
  const header = sheet.addRow(['STT', ...columns.map(({ header: text }) => text)]);
  for (let column = 1; column <= columns.length + 1; column += 1) {
    const cell = header.getCell(column);
    cell.font = { ...FONT, bold: true };
    cell.border = BORDER;
    cell.alignment = { horizontal: 'center', vertical: 'middle', wrapText: true };
  }
  header.height = heightOf(columns.map(({ header: text, width }) => ({ text, width })));
  for (const [index, row] of rows.entries()) writeRow(sheet, list, index, row);
  if (list.signed) {
    sheet.addRow([]);
    sign(sheet, columns.length + 1);
  }
  await book.commit();
  return content;
}

/** Place, title, a blank line, the header; facts and the mark of a demonstration stand between them. */
const HEAD_ROWS = 4;

function footerOf({ person, at }: PrintedList): string {
  const who = `${person}, ${instant.format(Date.parse(at))}`;
  // An ampersand begins a code in headers and footers.
  return `&L${who.replaceAll('&', '&&')}&RTrang &P/&N`;
}

function writeRow(
  sheet: ExcelJS.Worksheet,
  { columns, rows, totals = 0 }: PrintedList,
  index: number,
  row: readonly (string | number | null)[],
): void {
  const isTotal = index >= rows.length - totals;
  const line = sheet.addRow([isTotal ? null : index + 1, ...row]);
  for (let column = 1; column <= columns.length + 1; column += 1) {
    const cell = line.getCell(column);
    const told = columns[column - 2];
    const isNumber = column === 1 || told?.number === true;
    cell.font = isTotal ? { ...FONT, bold: true } : FONT;
    cell.border = BORDER;
    cell.alignment = { horizontal: isNumber ? 'right' : 'left', vertical: 'top', wrapText: true };
    const decimals = told?.decimals ?? 0;
    cell.numFmt = isNumber ? `#,##0${decimals === 0 ? '' : `.${'0'.repeat(decimals)}`}` : '@';
  }
  line.height = heightOf(
    columns.map(({ width }, at) => ({ text: typeof row[at] === 'string' ? row[at] : '', width })),
  );
  line.commit();
}

const LINE_HEIGHT = 16;
/** Letters of this font that one unit of a column's width holds; capitals are wider. */
const LETTERS_A_UNIT = 1.25;
const CAPITAL = 1.2;

const lengthOf = (word: string): number => {
  let length = 0;
  for (const letter of word) length += letter !== letter.toLowerCase() ? CAPITAL : 1;
  return length;
};

/** How high a row must be, in points: not every program measures wrapped text, and none does in merged cells. */
function heightOf(cells: readonly { readonly text: string; readonly width: number }[]): number {
  const lines = cells.map(({ text, width }) => {
    const room = width * LETTERS_A_UNIT;
    let count = 1;
    let used = 0;
    for (const word of text.split(' ')) {
      const length = lengthOf(word);
      if (used > 0 && used + 1 + length > room) {
        count += 1;
        used = 0;
      }
      used += (used > 0 ? 1 : 0) + length;
      count += Math.max(0, Math.ceil(used / room) - 1);
      if (used > room) used %= room;
    }
    return count;
  });
  return Math.max(1, ...lines) * LINE_HEIGHT;
}

function sign(sheet: ExcelJS.Worksheet, width: number): void {
  const half = Math.max(1, Math.floor(width / 2));
  for (const [left, right, bold] of [
    ['NGƯỜI LẬP DANH SÁCH', 'THỦ TRƯỞNG ĐƠN VỊ', true],
    ['(Ký, ghi rõ họ tên)', '(Ký tên, đóng dấu)', false],
  ] as const) {
    const line = sheet.addRow([]);
    for (const [column, text] of [
      [1, left],
      [half + 1, right],
    ] as const) {
      line.getCell(column).value = text;
      line.getCell(column).font = { ...FONT, bold, italic: !bold };
      line.getCell(column).alignment = { horizontal: 'center' };
    }
    if (half > 1) sheet.mergeCells(line.number, 1, line.number, half);
    if (width > half + 1) sheet.mergeCells(line.number, half + 1, line.number, width);
  }
}
