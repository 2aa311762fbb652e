/** Moves in a grid of cells, where a cell may cover the row below it. Pure, so that every key has its case. */
export interface Position {
  readonly row: number;
  readonly column: number;
}

export interface GridSize {
  readonly rows: number;
  readonly columns: number;
  /** Rows that PgUp and PgDn pass. */
  readonly page: number;
}

export interface KeyPress {
  readonly key: string;
  readonly ctrl: boolean;
}

const clamp = (value: number, last: number): number => Math.max(0, Math.min(last, value));

/** Where a key leads from a cell, or null when the key is not the grid's. */
export function movePosition(from: Position, press: KeyPress, size: GridSize): Position | null {
  const lastRow = size.rows - 1;
  const lastColumn = size.columns - 1;
  const to = (row: number, column: number): Position => ({
    row: clamp(row, lastRow),
    column: clamp(column, lastColumn),
  });
  switch (press.key) {
    case 'ArrowUp':
      return to(press.ctrl ? 0 : from.row - 1, from.column);
    case 'ArrowDown':
      return to(press.ctrl ? lastRow : from.row + 1, from.column);
    case 'ArrowLeft':
      return to(from.row, press.ctrl ? 0 : from.column - 1);
    case 'ArrowRight':
      return to(from.row, press.ctrl ? lastColumn : from.column + 1);
    case 'Home':
      return to(press.ctrl ? 0 : from.row, 0);
    case 'End':
      return to(press.ctrl ? lastRow : from.row, lastColumn);
    case 'PageUp':
      return to(from.row - size.page, from.column);
    case 'PageDown':
      return to(from.row + size.page, from.column);
    default:
      return null;
  }
}

export interface Range {
  readonly top: number;
  readonly bottom: number;
  readonly left: number;
  readonly right: number;
}

/** The rectangle between the cell a selection began at and the cell it reached. */
export function rangeBetween(anchor: Position, active: Position): Range {
  return {
    top: Math.min(anchor.row, active.row),
    bottom: Math.max(anchor.row, active.row),
    left: Math.min(anchor.column, active.column),
    right: Math.max(anchor.column, active.column),
  };
}
