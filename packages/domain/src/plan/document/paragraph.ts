import type { SourcePiece } from './source-place.ts';

/** What a paragraph is in the layout of an official document; `text` when nothing more is known. */
export type ParagraphKind =
  | 'text'
  /** Numbered or set apart: I., 1., 2.1., a), Điều 7. */
  | 'heading'
  /** Begins with -, +, *, •, (+). */
  | 'item'
  /** One cell of a table; the table knows its row and column. */
  | 'cell'
  /** A page number or another mark of the page that is no part of the text. */
  | 'page-mark'
  /** Lines of the head: bodies, motto, number, place and date, type, subject. */
  | 'head'
  /** Nơi nhận, signature. */
  | 'closing';

export interface Paragraph {
  /** Its place in `PlanDocument.paragraphs`. */
  readonly index: number;
  /** NFC, without soft hyphens and emphasis marks, blanks folded, broken lines joined, spaced letters closed. */
  readonly text: string;
  readonly pieces: readonly SourcePiece[];
  /** First and last line in the source, from 1. */
  readonly line: number;
  readonly endLine: number;
  readonly kind: ParagraphKind;
  /** The earlier paragraph this one repeats because a page was given twice; rules that count skip such ones. */
  readonly repeatOf: number | null;
  /** The section it stands in (index in `PlanDocument.sections`). */
  readonly section: number | null;
  /** The annex it stands in, from 1; `null` in the document proper. */
  readonly annex: number | null;
}
