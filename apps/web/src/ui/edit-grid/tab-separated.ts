/** Cells as spreadsheets put them on the clipboard: tabs and lines, quotes around a cell that holds one of them. */
export function readTabSeparated(text: string): string[][] {
  const rows: string[][] = [];
  let row: string[] = [];
  let cell = '';
  let quoted = false;
  const source = text.replace(/\r\n?/g, '\n').replace(/\n$/, '');
  for (let at = 0; at < source.length; at += 1) {
    const letter = source[at]!;
    if (quoted) {
      if (letter !== '"') cell += letter;
      else if (source[at + 1] === '"') {
        cell += '"';
        at += 1;
      } else quoted = false;
    } else if (letter === '"' && cell === '') quoted = true;
    else if (letter === '\t' || letter === '\n') {
      row.push(cell);
      cell = '';
      if (letter === '\n') {
        rows.push(row);
        row = [];
      }
    } else cell += letter;
  }
  row.push(cell);
  rows.push(row);
  return rows.map((cells) => cells.map((each) => each.normalize('NFC').trim()));
}

const quote = (cell: string): string => (/["\t\n]/.test(cell) ? `"${cell.replace(/"/g, '""')}"` : cell);
const escapeHtml = (text: string): string =>
  text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;').replace(/"/g, '&quot;');

export interface CopiedCell {
  readonly text: string;
  readonly numeric: boolean;
}

/** As text and as a table; what is not a number is marked as text, so that "09" stays "09". */
export function writeTabSeparated(rows: readonly (readonly CopiedCell[])[]): { text: string; html: string } {
  const text = rows.map((cells) => cells.map((cell) => quote(cell.text)).join('\t')).join('\r\n');
  const cellHtml = (cell: CopiedCell): string =>
    cell.numeric
      ? `<td>${escapeHtml(cell.text)}</td>`
      : `<td style='mso-number-format:"\\@"'>${escapeHtml(cell.text)}</td>`;
  const body = rows.map((cells) => `<tr>${cells.map(cellHtml).join('')}</tr>`).join('');
  const style = 'table{mso-displayed-decimal-separator:"\\,";mso-displayed-thousand-separator:"\\."}';
  return {
    text,
    html: `<html><head><meta charset="utf-8"><style>${style}</style></head><body><table>${body}</table></body></html>`,
  };
}
