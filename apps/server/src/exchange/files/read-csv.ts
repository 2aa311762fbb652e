import { createReadStream } from 'node:fs';
import { open, stat } from 'node:fs/promises';
import type { SourceRow } from '@benvung/domain/exchange/column-map';
import Papa from 'papaparse';
import { FILE_LIMITS, type FileLimits, FileRefusal } from './file-refusal.ts';

const DELIMITERS = [',', ';', '\t', '|'] as const;
/** About a hundred rows: what is read in one go keeps everybody else waiting. */
const CHUNK_BYTES = 16_384;
const LONGEST_RECORD = 64 * 1024 ** 2;

/**
 * The rows of a CSV file, a chunk at a time: UTF-8 with or without mark, comma, semicolon or tab, cells in
 * quotes over several lines; UTF-16 when its mark says so, another encoding when a person agreed to it.
 * @throws FileRefusal when it is not UTF-8 or beyond the limits.
 */
export async function* readCsv(
  path: string,
  limits: FileLimits = FILE_LIMITS,
  bytesAs: ByteEncoding | null = null,
): AsyncGenerator<SourceRow[]> {
  if ((await stat(path)).size > limits.csvBytes) throw new FileRefusal('exchange.file-too-large');
  let delimiter: string | null = null;
  let row = 0;
  for await (let text of wholeRecords(path, await decoderOf(path, bytesAs))) {
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

/** What the bytes of a file that is not Unicode may be; Western letters are what old fonts were typed over. */
export type ByteEncoding = 'windows-1258' | 'windows-1252';

type Decoder = InstanceType<typeof TextDecoder>;

async function decoderOf(path: string, bytesAs: ByteEncoding | null): Promise<Decoder> {
  const mark = await startOf(path, 2);
  if (mark[0] === 0xff && mark[1] === 0xfe) return new TextDecoder('utf-16le', { fatal: true });
  if (mark[0] === 0xfe && mark[1] === 0xff) return new TextDecoder('utf-16be', { fatal: true });
  return new TextDecoder(bytesAs ?? 'utf-8', { fatal: true });
}

/** The first bytes of a file. */
export async function startOf(path: string, length: number): Promise<Buffer> {
  const file = await open(path, 'r');
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(length), 0, length, 0);
    return buffer.subarray(0, bytesRead);
  } finally {
    await file.close();
  }
}

/** Pieces of text that end where a record ends: at a line end outside quotes. */
async function* wholeRecords(path: string, decoder: Decoder): AsyncGenerator<string> {
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
      if (waiting.length > LONGEST_RECORD) throw new FileRefusal('exchange.file-damaged');
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
