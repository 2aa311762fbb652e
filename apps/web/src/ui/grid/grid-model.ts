/** What a read-only grid shows. The caller has already put every figure into words. */
export interface GridHeaderCell {
  readonly key: string;
  readonly text: string;
  readonly colSpan: number;
  readonly rowSpan: number;
}

export interface GridCell {
  readonly text: string;
  /** Digits stand in columns, right-aligned. */
  readonly numeric: boolean;
  /** Where the cell opens to. */
  readonly href?: string;
  /** The row's name: read out with every other cell of the row. */
  readonly rowHeader?: boolean;
  /** Rows it covers, itself included. */
  readonly rowSpan?: number;
  /** What a spreadsheet should receive instead of the text: figures without dots. */
  readonly raw?: string | number;
}

export interface GridRow {
  readonly key: string;
  /** `null` where the cell above covers this place. */
  readonly cells: readonly (GridCell | null)[];
}

/** Rows that belong together (the two lines of a unit) and are kept together on paper and when scrolling. */
export interface GridGroup {
  readonly key: string;
  readonly rows: readonly GridRow[];
  readonly look?: 'total' | 'apart';
}

export interface GridModel {
  readonly caption: string;
  readonly header: readonly (readonly GridHeaderCell[])[];
  /** The form's own numbers under the headers, one a column; empty when it has none. */
  readonly numbers: readonly string[];
  readonly columns: number;
  /** How many columns at the left stay when scrolling sideways. */
  readonly pinned: 0 | 1 | 2;
  readonly groups: readonly GridGroup[];
}

export const rowsOf = (model: GridModel): readonly GridRow[] => model.groups.flatMap((group) => group.rows);

/** The cell that is shown at a place: itself, or the one above that covers it. */
export function cellAt(rows: readonly GridRow[], row: number, column: number): GridCell | null {
  for (let at = row; at >= 0; at -= 1) {
    const cell = rows[at]?.cells[column];
    if (cell !== null && cell !== undefined) return cell;
  }
  return null;
}

/** The row in which the cell shown at a place is drawn. */
export function drawnRow(rows: readonly GridRow[], row: number, column: number): number {
  let at = row;
  while (at > 0 && rows[at]?.cells[column] === null) at -= 1;
  return at;
}
