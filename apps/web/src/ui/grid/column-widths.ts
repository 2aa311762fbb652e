import { type GridModel, rowsOf } from './grid-model.ts';
import { placeHeader } from './header-places.ts';

/** Rows looked at; longer tables repeat the same kind of text. */
const SAMPLE = 300;

/** Width of a column in pixels that keeps a long text to about three lines. */
function widthFor(length: number): number {
  const steps: readonly (readonly [number, number])[] = [
    [8, 0],
    [20, 88],
    [36, 118],
    [60, 150],
  ];
  return steps.find(([upTo]) => length <= upTo)?.[1] ?? 190;
}

/** The least width of each column, from its label and its texts: words are never broken, headers stay low. */
export function columnWidths(model: GridModel): readonly number[] {
  const longest = new Array<number>(model.columns).fill(0);
  for (const row of rowsOf(model).slice(0, SAMPLE)) {
    row.cells.forEach((cell, at) => {
      if (cell !== null && !cell.numeric) longest[at] = Math.max(longest[at] ?? 0, cell.text.length);
    });
  }
  const labels = new Array<number>(model.columns).fill(0);
  for (const { cell, column } of placeHeader(model)) {
    if (cell.colSpan === 1) labels[column] = cell.text.length;
  }
  return longest.map((text, at) =>
    Math.max(text <= 16 ? text * 8 + 18 : widthFor(text), widthFor(labels[at] ?? 0)),
  );
}
