import type { GridHeaderCell, GridModel } from './grid-model.ts';

interface PlacedHeader {
  readonly cell: GridHeaderCell;
  readonly level: number;
  /** The first column it stands over. */
  readonly column: number;
}

/** Where each header cell stands, given those that reach down from above. */
export function placeHeader({ header, columns }: Pick<GridModel, 'header' | 'columns'>): PlacedHeader[] {
  const taken = header.map(() => new Array<boolean>(columns).fill(false));
  return header.flatMap((cells, level) => {
    let column = 0;
    return cells.map((cell) => {
      while (taken[level]?.[column] === true) column += 1;
      const placed = { cell, level, column };
      for (let deep = level; deep < level + cell.rowSpan; deep += 1) {
        taken[deep]?.fill(true, column, column + cell.colSpan);
      }
      return placed;
    });
  });
}

/** Header texts of the columns in one line each, for spreadsheets without merged cells. */
export function flatHeader(model: Pick<GridModel, 'header' | 'columns'>): string[] {
  const placed = placeHeader(model);
  return Array.from({ length: model.columns }, (_, at) =>
    placed
      .filter(({ cell, column }) => at >= column && at < column + cell.colSpan)
      .map(({ cell }) => cell.text)
      .join(' · '),
  );
}
