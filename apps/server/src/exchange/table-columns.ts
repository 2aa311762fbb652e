import type { PrintedColumn } from './list-file.public.ts';

type Cell = string | number | null;
const NARROWEST = 8;
const WIDEST = 40;
const MOST_DECIMALS = 2;

const isNumeric = (cells: readonly Cell[]): boolean =>
  cells.some((cell) => typeof cell === 'number') &&
  cells.every((cell) => typeof cell !== 'string' || cell.length <= 2);

const decimalsOf = (cells: readonly Cell[]): number =>
  cells.some((cell) => typeof cell === 'number' && !Number.isInteger(cell)) ? MOST_DECIMALS : 0;

/** How wide the columns of a table are and which hold numbers, told by what stands in them ("–" and "?" are marks). */
export const tableColumns = (
  headers: readonly string[],
  rows: readonly (readonly Cell[])[],
): PrintedColumn[] =>
  headers.map((header, at) => {
    const cells = rows.map((row) => row[at] ?? null);
    const longest = Math.max(header.length / 2, ...cells.map((cell) => String(cell ?? '').length));
    const width = Math.min(WIDEST, Math.max(NARROWEST, Math.ceil(longest) + 2));
    return isNumeric(cells)
      ? { header, width, number: true, decimals: decimalsOf(cells) }
      : { header, width };
  });
