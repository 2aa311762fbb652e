import type { ColumnMap, SourceRow } from './column-map.ts';
import { columnLabel } from './exchange-columns.ts';
import { cellAddress } from './exchange-issue.ts';
import { tidyText } from './read-cell.ts';

/** One correction a person made on the screen: of one cell by its address, or of all equal cells of a column. */
export interface CellCorrection {
  /** `Sau rà soát!D17`; null for all equal cells. */
  readonly at: string | null;
  /** The column's label, as messages name it. */
  readonly column: string | null;
  readonly from: string;
  readonly to: string;
}

export interface Corrections {
  readonly at: ReadonlyMap<string, string>;
  /** By the column's label, then by what stands in the cell. */
  readonly equal: ReadonlyMap<string, ReadonlyMap<string, string>>;
}

/** The last correction of a cell holds. */
export function makeCorrections(list: readonly CellCorrection[]): Corrections | undefined {
  if (list.length === 0) return undefined;
  const at = new Map<string, string>();
  const equal = new Map<string, Map<string, string>>();
  for (const { at: address, column, from, to } of list)
    if (address !== null) at.set(address, to);
    else if (column !== null) {
      const ofColumn = equal.get(column) ?? new Map<string, string>();
      ofColumn.set(from, to);
      equal.set(column, ofColumn);
    }
  return { at, equal };
}

/** A row as the person put it right; the file itself stays as it is. */
export function correctRow(row: SourceRow, map: ColumnMap, { at, equal }: Corrections): SourceRow {
  let cells: string[] | null = null;
  const put = (column: number, text: string) => {
    cells ??= [...row.cells];
    while (cells.length <= column) cells.push('');
    cells[column] = text;
  };
  if (equal.size > 0)
    for (const [key, column] of map.columns) {
      const ofColumn = equal.get(columnLabel(key));
      const to = ofColumn?.get(tidyText(row.cells[column] ?? ''));
      if (to !== undefined) put(column, to);
    }
  if (at.size > 0) {
    const columns = [...map.columns.values(), ...map.indicators.filter((column) => column >= 0)];
    for (const column of columns) {
      const to = at.get(cellAddress(row, column));
      if (to !== undefined) put(column, to);
    }
  }
  return cells === null ? row : { ...row, cells };
}
