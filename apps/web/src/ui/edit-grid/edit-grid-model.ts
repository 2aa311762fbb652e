/**
 * An editable grid as its page gives it: texts in, changes out. The page owns the values; the grid owns keys,
 * selection, copying, pasting, undoing and what was typed but refused.
 */
export interface EditColumn {
  readonly key: string;
  readonly title: string;
  /** In pixels, fixed, so that nothing jumps while one types. */
  readonly width: number;
  readonly numeric?: boolean;
  /** The row's name, read out with its other cells; the first column, which stays when scrolling sideways. */
  readonly rowHeader?: boolean;
  /** What typed or pasted text is kept as, or the reason why it is refused. Without it the column is read only. */
  readonly read?: (typed: string, row: EditRow) => ReadCell;
  /** One line under the cell while it is edited: what may be typed. */
  readonly hint?: string;
}

export type ReadCell = { readonly text: string } | { readonly refused: string };

export interface EditRow {
  readonly key: string;
  /** By column key; a column without a cell is empty. */
  readonly cells: Readonly<Record<string, EditCell>>;
  /** Where it stands in a tree; all rows of a grid have it, or none. */
  readonly tree?: EditBranch;
}

export interface EditBranch {
  /** From 1. */
  readonly level: number;
  /** Null: it has no rows below it. */
  readonly open: boolean | null;
}

export interface EditCell {
  readonly text: string;
  /** Not editable in this row, though its column is. */
  readonly locked?: boolean;
  readonly mark?: CellMark;
}

/** Something to look at (`error`, `warning`: F8 goes there), or only a quieter or a finished look. */
export interface CellMark {
  readonly look: 'error' | 'warning' | 'done' | 'quiet';
  /** Shown when the cell is active, and read out with it. */
  readonly note?: string;
}

export interface CellChange {
  readonly row: string;
  readonly column: string;
  readonly before: string;
  readonly after: string;
}

export interface RefusedCell {
  readonly row: string;
  readonly column: string;
  readonly typed: string;
  readonly reason: string;
}

/** What an act on several cells would do. */
export interface EditPlan {
  readonly changes: readonly CellChange[];
  readonly refused: readonly RefusedCell[];
  /** Pasted cells that fell outside the grid or on cells that are not edited. */
  readonly leftOut: number;
}

export const NO_PLAN: EditPlan = { changes: [], refused: [], leftOut: 0 };

/** All words the grid says itself; the page gives them in the reader's language. */
export interface EditGridLabels {
  readonly readOnly: string;
  readonly undone: string;
  readonly redone: string;
  readonly nothingToUndo: string;
  readonly nothingToLookAt: string;
  readonly tabLeaves: string;
  readonly paste: (cells: number) => string;
  readonly discard: string;
  readonly pasteChanges: (changes: number, refused: number, leftOut: number) => string;
  readonly pasteNothing: string;
}

export const textAt = (row: EditRow | undefined, column: EditColumn | undefined): string =>
  row === undefined || column === undefined ? '' : (row.cells[column.key]?.text ?? '');

export const isEditable = (row: EditRow | undefined, column: EditColumn | undefined): boolean =>
  row !== undefined && column?.read !== undefined && row.cells[column.key]?.locked !== true;

export const cellId = (row: string, column: string): string => `${row}\n${column}`;
