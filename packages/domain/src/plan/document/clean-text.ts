import { placeIn, type SourcePiece } from './source-place.ts';

/** A cleaned text and where its characters stand in the source. */
export interface CleanText {
  readonly text: string;
  readonly pieces: readonly SourcePiece[];
}

/** `[start, end)` of a cleaned text, with its places. */
export function sliceText(clean: CleanText, start: number, end = clean.text.length): CleanText {
  const first = placeIn(clean.pieces, start);
  const pieces = [{ at: 0, ...first }];
  for (const piece of clean.pieces) {
    if (piece.at > start && piece.at < end) pieces.push({ ...piece, at: piece.at - start });
  }
  return { text: clean.text.slice(start, end), pieces };
}

/** Leaves out the given ascending stretches. */
export function deleteSpans(clean: CleanText, spans: readonly { start: number; end: number }[]): CleanText {
  const kept: CleanText[] = [];
  let from = 0;
  for (const span of spans) {
    if (span.start > from) kept.push(sliceText(clean, from, span.start));
    from = span.end;
  }
  if (from < clean.text.length) kept.push(sliceText(clean, from));
  return joinTexts(kept);
}

function joinTexts(texts: readonly CleanText[]): CleanText {
  let text = '';
  const pieces: SourcePiece[] = [];
  for (const part of texts) {
    for (const piece of part.pieces) pieces.push({ ...piece, at: piece.at + text.length });
    text += part.text;
  }
  return { text, pieces };
}

/** Without blanks at both ends. */
export function trimText(clean: CleanText): CleanText {
  const start = clean.text.length - clean.text.trimStart().length;
  const end = clean.text.trimEnd().length;
  return start === 0 && end === clean.text.length ? clean : sliceText(clean, start, Math.max(start, end));
}
