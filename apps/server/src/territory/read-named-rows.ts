import { searchKey, toNfc } from '@benvung/domain/shared/vietnamese-text';
import { readSheetRows } from '../exchange/sheet-rows.public.ts';

/** A file that is no list at all; the message names the place. */
export class UnreadableList extends Error {}

/** Cells by the name of their column, with the place a person looks for. */
export interface NamedRow<Column extends string> {
  readonly at: string;
  cell(column: Column): string;
}

/** What a header may say for each column, folded as `searchKey` does. */
export type ColumnWords<Column extends string> = Readonly<Record<Column, readonly string[]>>;

interface NamedRowsWanted<Column extends string> {
  readonly words: ColumnWords<Column>;
  /** Columns without which a sheet is no such list. */
  readonly needed: readonly NoInfer<Column>[];
}

/** The rows of a CSV or XLSX file under one header row a sheet. @throws UnreadableList, FileRefusal */
export async function readNamedRows<Column extends string>(
  path: string,
  { words, needed }: NamedRowsWanted<Column>,
): Promise<NamedRow<Column>[]> {
  const named: NamedRow<Column>[] = [];
  let sheet: string | undefined;
  let columns: (Column | undefined)[] = [];
  for (const row of await readSheetRows(path)) {
    const at = row.sheet === '' ? `dòng ${row.row}` : `${row.sheet}, dòng ${row.row}`;
    if (row.sheet !== sheet) {
      sheet = row.sheet;
      columns = row.cells.map((head) => columnOf(words, head));
      const missing = needed.find((column) => !columns.includes(column));
      if (missing !== undefined)
        throw new UnreadableList(`${at}: thiếu cột "${words[missing][0]}" (column missing)`);
      continue;
    }
    const cells = new Map<Column, string>();
    for (const [index, column] of columns.entries())
      if (column !== undefined) cells.set(column, toNfc(row.cells[index] ?? '').trim());
    if ([...cells.values()].some((value) => value !== ''))
      named.push({ at, cell: (column) => cells.get(column) ?? '' });
  }
  return named;
}

function columnOf<Column extends string>(words: ColumnWords<Column>, head: string): Column | undefined {
  const key = searchKey(head);
  const entries = Object.entries(words) as [Column, readonly string[]][];
  return entries.find(([, known]) => known.some((word) => searchKey(word) === key))?.[0];
}
