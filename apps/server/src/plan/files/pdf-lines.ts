import { type PdfLine, type Piece, setTables, textOf } from './pdf-tables.ts';

/** A piece of text on a page: x and y of its start, in points from the lower left corner. */
export interface PdfItem {
  readonly text: string;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}
export type PdfPage = readonly PdfItem[];

const SAME_LINE = 0.4;
const NEXT_PARAGRAPH = 1.9;
const COLUMN_GAP = 0.9;
const CLOSE_COLUMN = 0.3;
const WORD_GAP = 0.18;
const FIGURES = /^[\d.,]+\s?%?$|^-$/u;

interface OpenLine extends PdfLine {
  readonly pieces: Piece[];
  blank: boolean;
}

/** The lines of the pages: the rows of a table between bars, a wide step down as an empty line. */
export function pdfLines(pages: readonly PdfPage[]): readonly string[] {
  return pages.flatMap((page) => withEmptyLines(setTables(pageLines(page))));
}

function pageLines(page: PdfPage): readonly PdfLine[] {
  const lines: OpenLine[] = [];
  for (const item of page) {
    const line = lines.at(-1);
    const height = item.height || line?.height || 12;
    const end = item.x + item.width;
    const text = item.text.replace(/[\r\n]+/gu, ' ');
    if (line === undefined || Math.abs(line.y - item.y) > height * SAME_LINE) {
      if (text.trim() === '') continue;
      lines.push({ pieces: [{ text, start: item.x, end }], y: item.y, height, blank: false });
    } else if (text.trim() === '') {
      // A blank may be as wide as the step to the next column: the step is what counts.
      line.blank = true;
    } else {
      const before = line.pieces.at(-1) as Piece;
      const step = (item.x - before.end) / height;
      if (isNewColumn(line, step, text)) line.pieces.push({ text, start: item.x, end });
      else
        line.pieces[line.pieces.length - 1] = joined(
          before,
          { text, start: item.x, end },
          line.blank || step > WORD_GAP,
        );
      line.blank = false;
    }
  }
  return lines;
}

/** In a row of a table, which a wide step shows, figures close to a long name are a column too. */
const isNewColumn = ({ pieces }: OpenLine, step: number, text: string): boolean =>
  step > COLUMN_GAP || (step > CLOSE_COLUMN && pieces.length >= 2 && FIGURES.test(text.trim()));

function joined(before: Piece, next: Piece, apart: boolean): Piece {
  const blank = apart && !before.text.endsWith(' ') && !next.text.startsWith(' ') ? ' ' : '';
  return { text: before.text + blank + next.text, start: before.start, end: next.end };
}

function withEmptyLines(lines: readonly PdfLine[]): readonly string[] {
  const texts: string[] = [];
  for (const [at, line] of lines.entries()) {
    const before = lines[at - 1];
    const inTable = before?.text !== undefined && line.text !== undefined;
    if (before !== undefined && !inTable && before.y - line.y > line.height * NEXT_PARAGRAPH) texts.push('');
    texts.push(line.text ?? textOf(line));
  }
  return texts;
}
