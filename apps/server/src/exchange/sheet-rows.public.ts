/** What other features ask of the reader of files: short reference lists, read whole and safely. */
import type { SourceRow } from '@benvung/domain/exchange/column-map';
import { FILE_LIMITS, type FileLimits } from './files/file-refusal.ts';
import { readCsv } from './files/read-csv.ts';
import { openXlsx } from './files/read-xlsx.ts';
import { sniffFile } from './files/sniff-file.ts';

export { FileRefusal } from './files/file-refusal.ts';

const SHORT_LIST: FileLimits = {
  ...FILE_LIMITS,
  csvBytes: 32 * 1024 ** 2,
  xlsxBytes: 32 * 1024 ** 2,
  unpackedBytes: 256 * 1024 ** 2,
  rows: 100_000,
  columns: 60,
};

/** Every row of every sheet of an .xlsx or .csv file, told by its content. @throws FileRefusal */
export async function readSheetRows(path: string): Promise<SourceRow[]> {
  const rows: SourceRow[] = [];
  if ((await sniffFile(path)) === 'csv') {
    for await (const some of readCsv(path, SHORT_LIST)) rows.push(...some);
    return rows;
  }
  for (const sheet of await openXlsx(path, SHORT_LIST))
    for await (const some of sheet.rows()) rows.push(...some);
  return rows;
}
