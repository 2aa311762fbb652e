import type { DocumentTable, TableColumn } from '@benvung/domain/document/official-document';
import { BorderStyle, Table, TableCell, TableLayoutType, TableRow, VerticalAlign, WidthType } from 'docx';
import { ofPoints } from './measures.ts';
import { runs, tight } from './parts.ts';
import type { TableRows } from './table-rows.ts';

const DEFAULT_SIZE = 12;
const LINE = { style: BorderStyle.SINGLE, size: 4, color: '000000' } as const;
const BORDERS = { top: LINE, bottom: LINE, left: LINE, right: LINE } as const;
const MARGINS = { top: ofPoints(2), bottom: ofPoints(2), left: ofPoints(3), right: ofPoints(3) } as const;

interface Heading {
  readonly text: string;
  readonly columnSpan: number;
  readonly rowSpan: number;
}

/** A table as wide as the text; its heading is repeated on every page, rows are not broken, and written by `rows`. */
export function tableOf(data: DocumentTable, room: number, rows: TableRows): Table {
  const total = data.columns.reduce((sum, column) => sum + column.width, 0);
  const widths = data.columns.map((column) => Math.floor((column.width / total) * room));
  const size = data.size ?? DEFAULT_SIZE;
  return new Table({
    width: { size: widths.reduce((sum, width) => sum + width, 0), type: WidthType.DXA },
    columnWidths: widths,
    layout: TableLayoutType.FIXED,
    borders: { ...BORDERS, insideHorizontal: LINE, insideVertical: LINE },
    margins: MARGINS,
    rows: [
      ...headings(data).map(
        (cells) =>
          new TableRow({
            tableHeader: true,
            cantSplit: true,
            children: cells.map((cell) => headingCell(cell, size)),
          }),
      ),
      ...rows.patternsOf(data.rows, data.columns.length).map(
        (row) =>
          new TableRow({
            cantSplit: true,
            children: data.columns.map((column, at) =>
              bodyCell(row.cells[at] ?? '', column, { size, bold: row.bold === true }),
            ),
          }),
      ),
    ],
  });
}

const headingCell = ({ text, columnSpan, rowSpan }: Heading, size: number): TableCell =>
  new TableCell({
    children: [tight(runs(text, { size, bold: true }), 'centre', { keepNext: true })],
    columnSpan,
    rowSpan,
    verticalAlign: VerticalAlign.CENTER,
  });

const bodyCell = (text: string, column: TableColumn, look: { size: number; bold: boolean }): TableCell =>
  new TableCell({
    children: [tight(runs(text, look), column.align ?? 'left')],
    verticalAlign: VerticalAlign.CENTER,
  });

/** One row of headings, or two where columns stand in groups, and the row of numbers. */
function headings({ columns, numbered = false }: DocumentTable): Heading[][] {
  const grouped = columns.some((column) => column.group !== undefined);
  const upper: Heading[] = [];
  const lower: Heading[] = [];
  for (const [at, column] of columns.entries()) {
    if (column.group === undefined)
      upper.push({ text: column.label, columnSpan: 1, rowSpan: grouped ? 2 : 1 });
    else {
      lower.push({ text: column.label, columnSpan: 1, rowSpan: 1 });
      if (columns[at - 1]?.group !== column.group)
        upper.push({ text: column.group, columnSpan: spanFrom(columns, at), rowSpan: 1 });
    }
  }
  const numbers = columns.map((_, at) => ({ text: `(${at + 1})`, columnSpan: 1, rowSpan: 1 }));
  return [upper, ...(grouped ? [lower] : []), ...(numbered ? [numbers] : [])];
}

function spanFrom(columns: readonly TableColumn[], from: number): number {
  const group = columns[from]?.group;
  let span = 1;
  while (columns[from + span]?.group === group) span += 1;
  return span;
}
