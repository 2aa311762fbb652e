import type { FileFormat, listFileAsked } from '@benvung/contract/exchange';
import { DEMONSTRATION_MARK } from '@benvung/domain/exchange/list-reader';
import { guardCell } from '@benvung/domain/exchange/safe-cell';
import Papa from 'papaparse';
import type { z } from 'zod';
import type { FileReply } from '../platform/http/file-reply.ts';
import type { RouteContext } from '../platform/http/route-declaration.ts';
import { type PrintedList, printedList } from './printed-list.ts';

/** How any feature gives a list away as a file: Excel as it would be printed, CSV, JSON. */
export type { PrintedColumn, PrintedList } from './printed-list.ts';

/** More rows than this are refused, never cut off. */
export const MOST_FILE_ROWS = 50_000;

export const FILE_TYPES: Readonly<Record<FileFormat, string>> = {
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  csv: 'text/csv; charset=utf-8',
  json: 'application/json',
};

/** Who gives a list away, and when. */
export const givenBy = ({
  principal,
  clock,
}: Pick<RouteContext<'signedIn'>, 'principal' | 'clock'>): Pick<
  PrintedList,
  'person' | 'at' | 'demonstration'
> => ({ person: principal.fullName, at: clock.now(), demonstration: clock.fixed });

/** @param name of the file, without its ending. */
export async function listFile(
  name: string,
  list: PrintedList,
  { format, separator }: z.output<typeof listFileAsked>,
): Promise<FileReply> {
  const content =
    format === 'xlsx'
      ? await printedList(list)
      : format === 'json'
        ? jsonText(list)
        : csvText(list, separator === 'comma' ? ',' : ';');
  return { name: `${name}.${format}`, type: FILE_TYPES[format], content };
}

function jsonText({ columns, signed: _signed, ...list }: PrintedList): string {
  const { rows, ...told } = list;
  return `${JSON.stringify({ ...told, columns: columns.map(({ header }) => header), rows }, null, 1)}\n`;
}

/** UTF-8 with its mark, so that spreadsheets show Vietnamese; cells that would run as formulas are quoted. */
function csvText({ columns, rows, demonstration }: PrintedList, delimiter: ';' | ','): string {
  const written = (cell: string | number | null) =>
    typeof cell === 'string'
      ? guardCell(cell)
      : typeof cell === 'number' && delimiter === ';'
        ? String(cell).replace('.', ',')
        : cell;
  const lines = [
    ...(demonstration ? [[DEMONSTRATION_MARK]] : []),
    columns.map(({ header }) => header),
    ...rows,
  ].map((row) => row.map(written));
  return `\ufeff${Papa.unparse(lines, { delimiter, newline: '\r\n' })}\r\n`;
}
