import type { DocumentTable } from '@benvung/domain/document/official-document';
import { guardCell } from '@benvung/domain/exchange/safe-cell';
import exceljs from 'exceljs';

const FONT = 'Times New Roman';
const WHOLE = /^-?\d{1,3}(?:\.\d{3})*$/u;
const RATE = /^-?\d+,\d+$/u;

/** Numbers as numbers: `1.234` and `2,55` of a right-hand column; all else is text that no program runs. */
function cellValue(text: string, numeric: boolean): string | number {
  if (numeric && WHOLE.test(text)) return Number(text.replaceAll('.', ''));
  if (numeric && RATE.test(text)) return Number(text.replace(',', '.'));
  return guardCell(text);
}

const THIN = { style: 'thin' } as const;
const BORDER = { top: THIN, bottom: THIN, left: THIN, right: THIN } as const;
const ALIGN = { left: 'left', centre: 'center', right: 'right' } as const;
/** Letters of all columns of a sheet that is printed upright, and the height of a line in points. */
const SHEET_LETTERS = 90;
const LINE_POINTS = 15;

interface NamedTable {
  readonly name: string;
  readonly table: DocumentTable;
}

/** The lists and tables of a document, a sheet each; `facts` stand under each title: which document, and what it is marked as. */
export async function renderXlsx(
  tables: readonly NamedTable[],
  facts: readonly string[],
): Promise<Uint8Array> {
  const workbook = new exceljs.Workbook();
  workbook.creator = 'Bền Vững';
  for (const [at, { name, table }] of tables.entries())
    fillSheet(workbook.addWorksheet(sheetName(at, name)), { name, table }, facts);
  return new Uint8Array(await workbook.xlsx.writeBuffer());
}

const sheetName = (at: number, name: string): string =>
  `${at + 1}. ${name.replace(/[\\/?*[\]:]/gu, ' ')}`.slice(0, 31);

function fillSheet(sheet: exceljs.Worksheet, { name, table }: NamedTable, facts: readonly string[]): void {
  const { columns, rows } = table;
  sheet.addRow([name]).font = { name: FONT, size: 13, bold: true };
  for (const fact of facts) sheet.addRow([fact]).font = { name: FONT, size: 11, italic: true };
  const total = columns.reduce((sum, { width }) => sum + width, 0);
  const widths = columns.map(({ width }) => Math.max(6, (width / total) * SHEET_LETTERS));
  const labels = columns.map(({ group, label }) => (group === undefined ? label : `${group}: ${label}`));
  const heading = sheet.addRow(labels);
  heading.height = LINE_POINTS * Math.max(...labels.map((label, at) => linesIn(label, widths[at] ?? 6)));
  heading.eachCell({ includeEmpty: true }, (cell) => {
    cell.font = { name: FONT, size: 11, bold: true };
    cell.alignment = { horizontal: 'center', vertical: 'middle', wrapText: true };
    cell.border = BORDER;
  });
  for (const { cells, bold = false } of rows) {
    const row = sheet.addRow(columns.map(({ align }, at) => cellValue(cells[at] ?? '', align === 'right')));
    for (const [at, { align = 'left' }] of columns.entries()) {
      const cell = row.getCell(at + 1);
      cell.font = { name: FONT, size: 11, bold };
      cell.alignment = { horizontal: ALIGN[align], vertical: 'middle', wrapText: true };
      cell.border = BORDER;
    }
  }
  for (const [at, width] of widths.entries()) sheet.getColumn(at + 1).width = width;
  const top = facts.length + 2;
  sheet.views = [{ state: 'frozen', ySplit: top }];
  sheet.pageSetup = {
    paperSize: 9,
    orientation: columns.length > 8 ? 'landscape' : 'portrait',
    fitToPage: true,
    fitToWidth: 1,
    fitToHeight: 0,
    printTitlesRow: `${top}:${top}`,
  };
  sheet.headerFooter.oddFooter = '&C&P/&N';
}

/** Lines a heading takes, word by word. */
function linesIn(label: string, width: number): number {
  let [lines, used] = [1, 0];
  for (const word of label.split(' ')) {
    if (used > 0 && used + word.length + 1 > width) [lines, used] = [lines + 1, 0];
    used += word.length + (used > 0 ? 1 : 0);
  }
  return lines;
}
