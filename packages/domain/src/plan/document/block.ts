import type { CleanText } from './clean-text.ts';

/** A paragraph in the making: lines joined, place in a table known, meaning not yet. */
export interface Block extends CleanText {
  readonly line: number;
  readonly endLine: number;
  readonly place: 'free' | 'cell' | 'page-mark';
  /** Row and column when it is a cell of a recognised table. */
  readonly cell: { readonly table: number; readonly row: number; readonly column: number } | null;
  /** Lines set side by side by blanks: 0 = the left one. */
  readonly side: number;
}
