import { keptTogether, type TableRow } from '@benvung/domain/document/official-document';

const ROW = /<w:tr>(?:(?!<w:tr>)[\s\S])*?⟦hang (\d+) (thuong|dam)⟧[\s\S]*?<\/w:tr>/gu;
const CELL = /⟦o (\d+)⟧/gu;

/**
 * Rows of tables written as text. A library's object for every cell of a long list takes some 100 KB a row; so a table is
 * built with one row of each look, whose cells say which they are, and its rows are written after those.
 */
export class TableRows {
  private readonly tables: (readonly TableRow[])[] = [];

  /** The rows to build the table with: what stands in their cells is replaced by `write`. */
  patternsOf(rows: readonly TableRow[], columns: number): TableRow[] {
    const number = this.tables.push(rows) - 1;
    return (['thuong', 'dam'] as const).map((look) => ({
      bold: look === 'dam',
      cells: Array.from({ length: columns }, (_, at) =>
        at === 0 ? `⟦hang ${number} ${look}⟧⟦o 0⟧` : `⟦o ${at}⟧`,
      ),
    }));
  }

  /** A part of the file with the rows in the place of their patterns. */
  write(xml: string): string {
    const patterns = new Map<number, { plain: string[]; bold: string[]; from: number; to: number }>();
    for (const { 0: row, 1: number, 2: look, index } of xml.matchAll(ROW)) {
      const known = patterns.get(Number(number)) ?? { plain: [], bold: [], from: index, to: 0 };
      const pieces = row.replace(/⟦hang \d+ (?:thuong|dam)⟧/u, '').split(CELL);
      patterns.set(Number(number), {
        ...known,
        [look === 'dam' ? 'bold' : 'plain']: pieces,
        to: index + row.length,
      });
    }
    const written: string[] = [];
    let from = 0;
    for (const [number, { plain, bold, ...place }] of patterns) {
      written.push(xml.slice(from, place.from));
      for (const row of this.tables[number] ?? [])
        written.push(filled(row.bold === true ? bold : plain, row));
      from = place.to;
    }
    written.push(xml.slice(from));
    return written.join('');
  }
}

/** Pieces of a pattern alternate with the places of its cells. */
const filled = (pieces: readonly string[], { cells }: TableRow): string =>
  pieces
    .map((piece, at) => (at % 2 === 0 ? piece : escaped(keptTogether(cells[Number(piece)] ?? ''))))
    .join('');

const escaped = (text: string): string =>
  text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll("'", '&apos;');
