/** A table as it stands on the screen, flat: one line of headers, texts and numbers below. */
export interface FlatTable {
  readonly columns: string[];
  readonly rows: (string | number | null)[][];
  /** How many of the last rows are totals. */
  readonly totals?: number;
}

const NUMBER = /^[+−-]?(?:0|[1-9]\d{0,2})(?:\.\d{3})*(?:,\d+)?$/u;

/** "1.234,50" is a number; "2024" and "0123" are a year and a code, which stay as they are written. */
export function cellOf(text: string): string | number | null {
  if (text === '') return null;
  if (!NUMBER.test(text)) return text;
  return Number(text.replaceAll('.', '').replace(',', '.').replace('−', '-').replace('+', ''));
}

function textOf(cell: Element): string {
  const field = cell.querySelector<HTMLInputElement | HTMLSelectElement>('input, select');
  if (field instanceof HTMLSelectElement) return field.selectedOptions[0]?.textContent?.trim() ?? '';
  if (field !== null && field.type !== 'checkbox' && field.type !== 'radio') return field.value.trim();
  const copy = cell.cloneNode(true) as Element;
  for (const hidden of copy.querySelectorAll('.visually-hidden, .no-print, svg')) hidden.remove();
  // A button beside a text is an act; a button that is all there is bears the text.
  const whole = linesOf(copy);
  for (const button of copy.querySelectorAll('button')) button.remove();
  return linesOf(copy) || whole;
}

function linesOf(part: Element): string {
  for (const line of part.querySelectorAll('br, p, li, div')) line.after('\n');
  const walker = document.createTreeWalker(part, NodeFilter.SHOW_TEXT);
  let text = '';
  while (walker.nextNode()) text += `${walker.currentNode.textContent} `;
  return text
    .split('\n')
    .map((line) => line.replace(/\s+/gu, ' ').trim())
    .filter(Boolean)
    .join('; ');
}

/** Cells in their columns, those that span several repeated as often as they cover. */
function spread(rows: readonly HTMLTableRowElement[]): string[][] {
  const lines: string[][] = rows.map(() => []);
  rows.forEach((row, at) => {
    let column = 0;
    for (const cell of row.cells) {
      if (cell.classList.contains('no-print')) continue;
      while (lines[at]?.[column] !== undefined) column += 1;
      const text = textOf(cell);
      for (let down = 0; down < Math.max(1, cell.rowSpan); down += 1)
        for (let over = 0; over < cell.colSpan; over += 1) {
          const line = lines[at + down];
          if (line !== undefined) line[column + over] = text;
        }
    }
  });
  return lines;
}

export function readTable(table: HTMLTableElement): FlatTable {
  const head = spread([...(table.tHead?.rows ?? [])]);
  const body = [...table.tBodies, ...(table.tFoot === null ? [] : [table.tFoot])].flatMap((part) =>
    spread([...part.rows]),
  );
  const width = Math.max(0, ...[...head, ...body].map((line) => line.length));
  const columns = Array.from({ length: width }, (_unused, at) =>
    [...new Set(head.map((line) => line[at] ?? ''))].filter(Boolean).join(' · '),
  );
  const rows = body.map((line) => columns.map((_column, at) => cellOf(line[at] ?? '')));
  return { columns, rows, totals: table.tFoot?.rows.length ?? 0 };
}
