/** Words of a line up to the next wide step; `start` and `end` in points from the left. */
export interface Piece {
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

/** A line of a page: `y` in points from below. `text` when it is a row of a table, set between bars. */
export interface PdfLine {
  readonly pieces: readonly Piece[];
  readonly y: number;
  readonly height: number;
  readonly text?: string;
}

const FEWEST_COLUMNS = 3;
const SAME_HEIGHT = 0.4;
const CLOSE_BELOW = 1.6;
const ONE_CELL = /^(?:tổng|cộng|toàn )/iu;

/** The text of a line: what a wide step sets apart stays apart by blanks. */
export const textOf = ({ pieces }: PdfLine): string =>
  pieces
    .map(({ text }) => text)
    .join('    ')
    .trimEnd();

/** Puts the rows of tables between bars; all other lines stay as they are. */
export function setTables(lines: readonly PdfLine[]): readonly PdfLine[] {
  const rows = rowsOf(lines);
  const set: PdfLine[] = [];
  for (let at = 0; at < rows.length; ) {
    const end = tableEnd(rows, at);
    const table = rows.slice(at, end);
    const columns = columnsOf(table);
    if (table.length < 2 || !table.every((row) => fits(row, columns))) {
      set.push(...(rows[at] as Row).lines);
      at++;
      continue;
    }
    set.push(...table.map((row) => barred(row, columns)));
    at = end;
  }
  return set;
}

interface Row {
  readonly lines: readonly PdfLine[];
  readonly pieces: readonly Piece[];
}

/**
 * Lines that are cells of one row: where the text goes up again a new cell begins, and all that does not stand above
 * it is of the same row.
 */
function rowsOf(lines: readonly PdfLine[]): readonly Row[] {
  const rows: PdfLine[][] = [];
  for (const line of lines) {
    const last = rows.at(-1);
    if (last !== undefined && goesOn(last, line)) {
      last.push(line);
      continue;
    }
    const own: PdfLine[] = [line];
    const reach = line.y + line.height * SAME_HEIGHT;
    for (let before = rows.at(-1); before?.every(({ y }) => y <= reach); before = rows.at(-1)) {
      own.unshift(...before);
      rows.pop();
    }
    rows.push(own);
  }
  return rows.flatMap((own) => {
    const pieces = own.flatMap((line) => line.pieces);
    const isRow = own.length > 1 && bandsOf(pieces).length >= FEWEST_COLUMNS;
    return isRow || own.length === 1
      ? [{ lines: own, pieces }]
      : own.map((line) => ({ lines: [line], pieces: line.pieces }));
  });
}

/** A further line of the row's last cell: beside the row, or close below its last column. */
function goesOn(row: readonly PdfLine[], { pieces, y, height }: PdfLine): boolean {
  const bands = bandsOf(row.flatMap((line) => line.pieces));
  if (pieces.length !== 1 || bands.length < FEWEST_COLUMNS) return false;
  const column = bands.at(-1) as Band;
  const lowest = Math.min(...row.map((line) => line.y));
  const [piece] = pieces as [Piece];
  return (
    piece.end > column.start && piece.start > (bands.at(-2) as Band).end && lowest - y < height * CLOSE_BELOW
  );
}

function tableEnd(rows: readonly Row[], from: number): number {
  let at = from;
  while (at < rows.length && isRowOfTable(rows[at] as Row, at > from)) at++;
  return at;
}

const isRowOfTable = ({ pieces }: Row, inside: boolean): boolean =>
  bandsOf(pieces).length >= FEWEST_COLUMNS ||
  (inside && pieces.length === 2 && ONE_CELL.test(pieces[0]?.text ?? ''));

interface Band {
  start: number;
  end: number;
}

/** Stretches of the page from left to right that the pieces fill. */
function bandsOf(pieces: readonly Piece[]): readonly Band[] {
  const bands: Band[] = [];
  for (const { start, end } of [...pieces].sort((a, b) => a.start - b.start)) {
    const last = bands.at(-1);
    if (last !== undefined && start < last.end) last.end = Math.max(last.end, end);
    else bands.push({ start, end });
  }
  return bands;
}

const touches = (piece: Piece, { start, end }: Band): boolean => piece.start < end && piece.end > start;

/**
 * The columns of a table. A total's words may go over several: they tell nothing of where columns are. Stretches of
 * which no row fills both are one column: a centred title above words at its left edge.
 */
function columnsOf(rows: readonly Row[]): readonly Band[] {
  const owns = rows.map(({ pieces }) => pieces.filter(({ text }) => !ONE_CELL.test(text)));
  const columns: Band[] = [];
  for (const band of bandsOf(owns.flat())) {
    const last = columns.at(-1);
    const both = owns.some(
      (own) =>
        last !== undefined && own.some((one) => touches(one, last)) && own.some((one) => touches(one, band)),
    );
    if (last === undefined || both) columns.push(band);
    else last.end = band.end;
  }
  return columns;
}

/** Its pieces by column. A total's words that go over several columns are in the first of them. */
function cellsOf({ pieces }: Row, columns: readonly Band[]): readonly (readonly Piece[])[] {
  const cells = columns.map((): Piece[] => []);
  for (const piece of pieces) {
    const touched = columns.findIndex((column) => touches(piece, column));
    cells[touched < 0 ? 0 : touched]?.push(piece);
  }
  return cells;
}

/** No column holds two cells of one row: a title over several columns would make one of them. */
const fits = (row: Row, columns: readonly Band[]): boolean =>
  cellsOf(row, columns).every((cell) => bandsOf(cell).length <= 1);

function barred(row: Row, columns: readonly Band[]): PdfLine {
  const { y, height } = row.lines[0] as PdfLine;
  const cells = cellsOf(row, columns).map((cell) => cell.map(({ text }) => text.trim()).join(' '));
  return { pieces: row.pieces, y, height, text: `| ${cells.join(' | ')} |` };
}
