import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import type { SourceRow } from '@benvung/domain/exchange/column-map';
import Papa from 'papaparse';
import { FILE_LIMITS, type FileLimits, FileRefusal } from './file-refusal.ts';

const DELIMITERS = [',', ';', '\t', '|'] as const;
const CHUNK_BYTES = 1024 ** 2;

/**
 * The rows of a CSV file, a chunk at a time: UTF-8 with or without mark, comma, semicolon or tab, cells in
 * quotes over several lines. @throws FileRefusal when it is not UTF-8 or beyond the limits.
 */
export async function* readCsv(path: string, limits: FileLimits = FILE_LIMITS): AsyncGenerator<SourceRow[]> {
  if ((await stat(path)).size > limits.csvBytes) throw new FileRefusal('exchange.file-too-large');
  let delimiter: string | null = null;
  let row = 0;
  for await (let text of wholeRecords(path)) {
    if (delimiter === null) {
      const told = /^"?sep=(.)"?\r?\n/u.exec(text);
      delimiter = told?.[1] ?? guessDelimiter(text);
      if (told !== null) {
        text = text.slice(told[0].length);
        row += 1;
      }
    }
    const parsed = Papa.parse<string[]>(text, { delimiter, skipEmptyLines: false });
    const rows: SourceRow[] = [];
    for (const cells of parsed.data) {
      row += 1;
      if (cells.length > limits.columns)
        throw new FileRefusal('exchange.too-many-columns', { most: limits.columns });
      if (cells.length > 1 || cells[0] !== '') rows.push({ sheet: '', row, cells });
    }
    if (row > limits.rows) throw new FileRefusal('exchange.too-many-rows', { most: limits.rows });
    yield rows;
  }
}

/** Pieces of text that end where a record ends: at a line end outside quotes. */
async function* wholeRecords(path: string): AsyncGenerator<string> {
  const decoder = new TextDecoder('utf-8', { fatal: true });
  let waiting = '';
  let searched = 0;
  let quotes = 0;
  const decode = (bytes?: Uint8Array) => {
    try {
      return bytes === undefined ? decoder.decode() : decoder.decode(bytes, { stream: true });
    } catch {
      throw new FileRefusal('exchange.file-not-utf8');
    }
  };
  for await (const bytes of createReadStream(path, { highWaterMark: CHUNK_BYTES })) {
    waiting += decode(bytes as Buffer);
    let end = -1;
    for (; searched < waiting.length; searched += 1) {
      const code = waiting.charCodeAt(searched);
      if (code === 34) quotes += 1;
      else if (code === 10 && quotes % 2 === 0) end = searched;
    }
    if (end < 0) {
      if (waiting.length > 64 * CHUNK_BYTES) throw new FileRefusal('exchange.file-damaged');
      continue;
    }
    yield waiting.slice(0, end).replace(/\r$/u, '');
    waiting = waiting.slice(end + 1);
    searched = waiting.length;
  }
  const rest = waiting + decode();
  if (rest !== '') yield rest.replace(/\r?\n$/u, '');
}

/** The sign that stands most often in one of the first lines; headers hold many columns. */
function guessDelimiter(text: string): string {
  const lines = text.slice(0, 200_000).split('\n', 20);
  let best: string = ',';
  let most = 0;
  for (const delimiter of DELIMITERS)
    for (const line of lines) {
      const count = line.replace(/"[^"]*"/gu, '').split(delimiter).length - 1;
      if (count > most) {
        best = delimiter;
        most = count;
      }
    }
  return best;
}
