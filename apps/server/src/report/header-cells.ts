/** A header cell of a printed form, in rows and columns from 0. */
export interface HeaderCell {
  readonly row: number;
  readonly column: number;
  readonly rowSpan: number;
  readonly columnSpan: number;
  readonly text: string;
}

interface HeaderColumn {
  readonly label: string;
  readonly groups?: readonly string[] | undefined;
}

/**
 * The merged header of a form: equal neighbouring groups under the same groups become one cell, and a label goes
 * down to the last header row.
 */
export function headerCells(columns: readonly HeaderColumn[]): { rows: number; cells: HeaderCell[] } {
  const rows = 1 + Math.max(0, ...columns.map((column) => column.groups?.length ?? 0));
  const cells: HeaderCell[] = [];
  for (const [at, { label, groups = [] }] of columns.entries()) {
    for (let row = 0; row < groups.length; row++) {
      if (beginningOf(columns[at - 1], row) === beginningOf(columns[at], row)) continue;
      let columnSpan = 1;
      while (beginningOf(columns[at + columnSpan], row) === beginningOf(columns[at], row)) columnSpan += 1;
      cells.push({ row, column: at, rowSpan: 1, columnSpan, text: groups[row] ?? '' });
    }
    cells.push({
      row: groups.length,
      column: at,
      rowSpan: rows - groups.length,
      columnSpan: 1,
      text: label,
    });
  }
  return { rows, cells };
}

/** The groups of a column from the outermost down to a row; undefined where it has none so deep. */
function beginningOf(column: HeaderColumn | undefined, row: number): string | undefined {
  const groups = column?.groups ?? [];
  return row < groups.length ? groups.slice(0, row + 1).join('\u0000') : undefined;
}
