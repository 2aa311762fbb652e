import type { OfficialTable } from '@benvung/contract/report';
import { writtenDay } from '@benvung/domain/shared/day';
import exceljs, { type Cell, type Workbook, type Worksheet } from 'exceljs';
import { headerCells } from './header-cells.ts';
import { localNote } from './local-note.ts';
import { markText } from './mark-text.ts';
import { type TableLine, tableLines } from './table-lines.ts';

const FONT = 'Times New Roman';
const THIN = { style: 'thin' as const };
const BORDER = { top: THIN, left: THIN, bottom: THIN, right: THIN };
const CENTRED = { horizontal: 'center' as const, vertical: 'middle' as const, wrapText: true };
/** TT and the unit's name stand before the form's own columns. */
const LEADING = [{ label: 'TT' }, { label: 'Đơn vị' }];

/** A table as it is printed: A4 across, title, merged header, column numbers, signatures; numbers stay numbers. */
export async function tableAsWorkbook(table: OfficialTable): Promise<Uint8Array> {
  const workbook: Workbook = new exceljs.Workbook();
  workbook.creator = 'Bền Vững';
  const sheet = workbook.addWorksheet(`Biểu ${table.table}`, {
    pageSetup: {
      paperSize: 9,
      orientation: 'landscape',
      fitToPage: true,
      fitToWidth: 1,
      fitToHeight: 0,
      margins: { left: 0.4, right: 0.4, top: 0.5, bottom: 0.5, header: 0.2, footer: 0.2 },
    },
    headerFooter: { oddFooter: `&L${footer(table)}&RTrang &P/&N` },
  });
  const columns = [...LEADING, ...printedColumns(table)];
  const headAt = writeTitle(sheet, table, columns.length);
  const bodyAt = writeHeader(sheet, table, headAt);
  const lines = tableLines(table);
  for (const [at, line] of lines.entries()) writeLine(sheet, table, { line, row: bodyAt + at });
  writeSignatures(sheet, table, { row: bodyAt + lines.length + 1, columns: columns.length });
  setWidths(sheet, table);
  sheet.views = [{ state: 'frozen', xSplit: 2, ySplit: bodyAt - 1 }];
  sheet.pageSetup.printTitlesRow = `${headAt}:${bodyAt - 1}`;
  return new Uint8Array(await workbook.xlsx.writeBuffer());
}

const isList = (table: OfficialTable): boolean => table.columns.some((column) => column.kind === 'text');

/** Columns the form does not have (undetermined, pending) are printed only when they count anything. */
function printedColumns(table: OfficialTable): OfficialTable['columns'] {
  return table.columns.filter((_column, at) => isPrinted(table, at));
}

function isPrinted(table: OfficialTable, at: number): boolean {
  const key = table.columns[at]?.key;
  if (key !== 'undetermined' && key !== 'pending') return true;
  return [table.total[at], table.totalPersons?.[at]].some((value) => typeof value === 'number' && value > 0);
}

const footer = (table: OfficialTable): string =>
  `${table.unit.name}, năm ${table.year}, chuẩn ${table.standard ?? ''}${table.demo ? ' - DỮ LIỆU TRÌNH DIỄN' : ''}`;

/** Answers the row where the header begins. */
function writeTitle(sheet: Worksheet, table: OfficialTable, width: number): number {
  const map = table.map === null ? 'như lúc đó' : `trên bản đồ ngày ${writtenDay(table.map)}`;
  const lines: { text: string; bold?: boolean; colour?: string; size?: number }[] = [
    ...(table.demo ? [{ text: '◈ DỮ LIỆU TRÌNH DIỄN', bold: true, colour: 'FF5B2E91' }] : []),
    { text: `Biểu số ${table.table}`, bold: true },
    { text: table.title.toUpperCase(), bold: true, size: 14 },
    { text: `${table.unit.name} - Năm ${table.year} (${map}, chuẩn ${table.standard ?? ''})` },
    ...localNote(table).map((text) => ({ text })),
    ...table.unverified.map((mark) => ({ text: `⚠ ${markText(mark)}`, colour: 'FF8F4A00' })),
  ];
  for (const [at, { text, bold = false, colour = 'FF000000', size = 12 }] of lines.entries()) {
    sheet.mergeCells(at + 1, 1, at + 1, width);
    const cell = sheet.getCell(at + 1, 1);
    cell.value = text;
    cell.font = { name: FONT, size, bold, color: { argb: colour } };
    cell.alignment = CENTRED;
  }
  return lines.length + 2;
}

/** What a narrow column holds of a bold header; sheets do not grow a row of set height. */
const LETTERS_A_LINE = 12;
const POINTS_A_LINE = 13;

/** Answers the row where the body begins. */
function writeHeader(sheet: Worksheet, table: OfficialTable, from: number): number {
  const columns = [...LEADING, ...printedColumns(table)];
  const { rows, cells } = headerCells(columns);
  for (const { row, column, rowSpan, columnSpan, text } of cells) {
    const [top, left] = [from + row, column + 1];
    if (rowSpan > 1 || columnSpan > 1) sheet.mergeCells(top, left, top + rowSpan - 1, left + columnSpan - 1);
    sheet.getCell(top, left).value = text;
  }
  const numbersAt = from + rows;
  const tallest = Math.max(
    32,
    ...cells
      .filter(({ rowSpan, columnSpan }) => rowSpan === 1 && columnSpan === 1)
      .map(({ text }) => Math.ceil(text.length / LETTERS_A_LINE) * POINTS_A_LINE),
  );
  for (const [at, column] of columns.entries())
    sheet.getCell(numbersAt, at + 1).value = at < 2 ? ['A', 'B'][at] : numberOf(column);
  for (let row = from; row <= numbersAt; row++) {
    sheet.getRow(row).height = row === numbersAt ? 16 : row === numbersAt - 1 ? tallest : 32;
    for (let column = 1; column <= columns.length; column++) {
      const italic = row === numbersAt;
      paint(sheet.getCell(row, column), { bold: !italic, italic, size: italic ? 9 : 10 });
      sheet.getCell(row, column).alignment = CENTRED;
    }
  }
  return numbersAt + 1;
}

const numberOf = (column: { number?: string | undefined } | { label: string }): string =>
  'number' in column ? (column.number ?? '') : '';

function paint(cell: Cell, { bold = false, italic = false, size = 11 } = {}): void {
  cell.font = { name: FONT, size, bold, italic };
  cell.border = BORDER;
}

const FORMATS = { count: '#,##0', rate: '#,##0.00', text: '@' } as const;

function writeLine(
  sheet: Worksheet,
  table: OfficialTable,
  { line, row }: { line: TableLine; row: number },
): void {
  const leading = [line.number, line.name];
  const printed = line.values.filter((_value, at) => isPrinted(table, at));
  const columns = printedColumns(table);
  for (const [at, value] of [...leading, ...printed].entries()) {
    const cell = sheet.getCell(row, at + 1);
    paint(cell, { bold: line.bold, italic: line.restated });
    cell.value = value;
    if (at < 2) {
      cell.alignment = { horizontal: at === 0 ? 'center' : 'left', vertical: 'middle', wrapText: true };
      continue;
    }
    const kind = columns[at - 2]?.kind ?? 'count';
    cell.numFmt = typeof value === 'number' && kind === 'text' ? FORMATS.count : FORMATS[kind];
    cell.alignment = { horizontal: kind === 'text' ? 'left' : 'right', vertical: 'middle', wrapText: true };
  }
}

/** The signature block of the form: who made it, and the head of the body that answers for it. */
function writeSignatures(
  sheet: Worksheet,
  table: OfficialTable,
  { row, columns }: { row: number; columns: number },
): void {
  const middle = Math.max(2, Math.floor(columns / 2));
  const body =
    table.unit.level === 'commune' || table.unit.level === 'village' ? 'TM. UBND XÃ' : 'TM. BAN CHỈ ĐẠO';
  const blocks: [string, string, string, number, number][] = [
    ['', 'NGƯỜI LẬP BIỂU', '(Ký, ghi rõ họ tên)', 1, middle],
    ['….., ngày … tháng … năm …', body, '(Ký tên, đóng dấu)', middle + 1, Math.max(columns, middle + 1)],
  ];
  for (const [place, title, note, from, to] of blocks)
    for (const [at, text] of [place, title, note].entries()) {
      if (to > from) sheet.mergeCells(row + at, from, row + at, to);
      const cell = sheet.getCell(row + at, from);
      cell.value = text;
      cell.font = { name: FONT, size: 12, bold: at === 1, italic: at !== 1 };
      cell.alignment = { horizontal: 'center' };
    }
}

function setWidths(sheet: Worksheet, table: OfficialTable): void {
  sheet.getColumn(1).width = 6;
  sheet.getColumn(2).width = 26;
  for (const [at, column] of printedColumns(table).entries())
    sheet.getColumn(at + 3).width = column.key === 'fullName' ? 28 : isList(table) ? 9 : 11;
}
