/** A place in the source as the person gave it; both count from 1, columns in UTF-16 units of the given line. */
export interface SourcePlace {
  readonly line: number;
  readonly column: number;
}

/** A stretch of a paragraph's text: `[start, end)`, offsets into `paragraph.text`. */
export interface TextSpan {
  readonly paragraph: number;
  readonly start: number;
  readonly end: number;
}

/** From offset `at` of a paragraph on, text and source run in step, until the next piece. */
export interface SourcePiece extends SourcePlace {
  readonly at: number;
}

/** Where a character of a cleaned text stands in the source. `pieces` is ascending and begins at 0. */
export function placeIn(pieces: readonly SourcePiece[], offset: number): SourcePlace {
  let low = 0;
  let high = pieces.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((pieces[middle]?.at ?? 0) <= offset) low = middle;
    else high = middle - 1;
  }
  const piece = pieces[low];
  if (piece === undefined) return { line: 1, column: 1 };
  return { line: piece.line, column: piece.column + Math.max(0, offset - piece.at) };
}
