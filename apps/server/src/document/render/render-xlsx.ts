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

/** The lists and tables of a document, a sheet each. */
export async function renderXlsx(
  tables: readonly { readonly name: string; readonly table: DocumentTable }[],
): Promise<Uint8Array> {
  const workbook = new exceljs.Workbook();
  workbook.creator = 'Bền Vững';
  for (const [at, { name, table }] of tables.entries()) {
    const sheet = workbook.addWorksheet(`${at + 1}. ${name.replace(/[\\/?*[\]:]/gu, ' ')}`.slice(0, 31));
    sheet.addRow([name]).font = { name: FONT, size: 13, bold: true };
    const heading = sheet.addRow(
      table.columns.map(({ group, label }) => (group === undefined ? label : `${group}: ${label}`)),
    );
    heading.font = { name: FONT, size: 11, bold: true };
    heading.alignment = { horizontal: 'center', vertical: 'middle', wrapText: true };
    for (const { cells, bold = false } of table.rows) {
      const row = sheet.addRow(
        table.columns.map(({ align }, column) => cellValue(cells[column] ?? '', align === 'right')),
      );
      row.font = { name: FONT, size: 11, bold };
      row.alignment = { vertical: 'middle', wrapText: true };
    }
    const total = table.columns.reduce((sum, { width }) => sum + width, 0);
    for (const [column, { width }] of table.columns.entries())
      sheet.getColumn(column + 1).width = Math.max(6, (width / total) * 90);
    sheet.views = [{ state: 'frozen', ySplit: 2 }];
    sheet.pageSetup = { paperSize: 9, fitToPage: true, fitToWidth: 1, fitToHeight: 0, printTitlesRow: '2:2' };
  }
  return new Uint8Array(await workbook.xlsx.writeBuffer());
}
