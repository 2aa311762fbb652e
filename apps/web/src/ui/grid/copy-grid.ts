import { cellAt, type GridModel, rowsOf } from './grid-model.ts';
import type { Range } from './grid-position.ts';
import { flatHeader } from './header-places.ts';

const escapeHtml = (text: string): string =>
  text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;').replace(/"/g, '&quot;');

/** Decimal comma and no dots between thousands: what a spreadsheet set to Vietnamese reads as a number. */
const forSpreadsheet = (raw: string | number): string =>
  typeof raw === 'number' ? String(raw).replace('.', ',') : raw;

function rawAt(model: GridModel, row: number, column: number): string | number {
  const cell = cellAt(rowsOf(model), row, column);
  return cell === null ? '' : (cell.raw ?? cell.text);
}

function grid(model: GridModel, range: Range): (string | number)[][] {
  const rows: (string | number)[][] = [];
  for (let row = range.top; row <= range.bottom; row += 1) {
    const line: (string | number)[] = [];
    for (let column = range.left; column <= range.right; column += 1) line.push(rawAt(model, row, column));
    rows.push(line);
  }
  return rows;
}

const cleaned = (text: string): string => text.replace(/[\t\r\n]+/g, ' ');

export interface Copied {
  readonly text: string;
  readonly html: string;
}

export function copyRange(model: GridModel, range: Range, withHeader: boolean): Copied {
  const header = withHeader ? [flatHeader(model).slice(range.left, range.right + 1)] : [];
  const body = grid(model, range);
  const text = [...header, ...body]
    .map((line) => line.map((raw) => cleaned(forSpreadsheet(raw))).join('\t'))
    .join('\r\n');
  const cellHtml = (raw: string | number): string =>
    typeof raw === 'number'
      ? `<td>${forSpreadsheet(raw)}</td>`
      : `<td style='mso-number-format:"\\@"'>${escapeHtml(raw)}</td>`;
  const headHtml = header
    .map((line) => `<tr>${line.map((cell) => `<th>${escapeHtml(cell)}</th>`).join('')}</tr>`)
    .join('');
  const bodyHtml = body.map((line) => `<tr>${line.map(cellHtml).join('')}</tr>`).join('');
  const style = 'table{mso-displayed-decimal-separator:"\\,";mso-displayed-thousand-separator:"\\."}';
  return {
    text,
    html: `<html><head><meta charset="utf-8"><style>${style}</style></head><body><table>${headHtml}${bodyHtml}</table></body></html>`,
  };
}

export function wholeRange(model: GridModel): Range {
  return { top: 0, bottom: rowsOf(model).length - 1, left: 0, right: model.columns - 1 };
}
