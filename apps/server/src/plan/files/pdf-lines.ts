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
const COLUMN_GAP = 2.2;
const WORD_GAP = 0.18;

/** The lines of the pages: text apart by columns is set apart by blanks, a wide step down by an empty line. */
export function pdfLines(pages: readonly PdfPage[]): readonly string[] {
  return pages.flatMap((page) => pageLines(page));
}

interface Line {
  text: string;
  y: number;
  height: number;
  end: number;
}

function pageLines(page: PdfPage): readonly string[] {
  const lines: Line[] = [];
  for (const item of page) {
    const line = lines.at(-1);
    const height = item.height || line?.height || 12;
    if (line === undefined || Math.abs(line.y - item.y) > height * SAME_LINE) {
      if (item.text.trim() === '') continue;
      lines.push({ text: item.text, y: item.y, height, end: item.x + item.width });
    } else {
      line.text += glue(line, item, height) + item.text;
      line.end = item.x + item.width;
    }
  }
  return withEmptyLines(lines);
}

function glue(line: Line, item: PdfItem, height: number): string {
  const gap = item.x - line.end;
  if (gap > height * COLUMN_GAP) return '    ';
  return gap > height * WORD_GAP && !line.text.endsWith(' ') && !item.text.startsWith(' ') ? ' ' : '';
}

function withEmptyLines(lines: readonly Line[]): readonly string[] {
  const texts: string[] = [];
  for (const [at, line] of lines.entries()) {
    const before = lines[at - 1];
    if (before !== undefined && before.y - line.y > line.height * NEXT_PARAGRAPH) texts.push('');
    texts.push(line.text.replace(/[\r\n]+/gu, ' ').trimEnd());
  }
  return texts;
}
