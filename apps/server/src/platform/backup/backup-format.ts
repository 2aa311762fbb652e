import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { createGunzip } from 'node:zlib';
import { refusal } from '../cli/command.ts';

/** The first line of a backup: what it was made of. Nothing in it depends on the database engine. */
export interface BackupHeader {
  readonly kind: 'header';
  readonly format: 1;
  readonly version: string;
  readonly madeAt: string;
  readonly engine: string;
  readonly migrations: readonly { readonly name: string; readonly hash: string }[];
  readonly sequences: readonly { readonly name: string; readonly last: string; readonly called: boolean }[];
  /** In an order in which foreign keys hold. */
  readonly tables: readonly { readonly name: string; readonly columns: readonly string[] }[];
}

/** What follows the rows of a table. */
export interface TableEnd {
  readonly kind: 'table';
  readonly table: string;
  readonly rows: number;
  readonly sha256: string;
}

interface BackupEnd {
  readonly kind: 'end';
  readonly sha256: string;
}

interface RowsHead {
  readonly kind: 'rows';
  readonly table: string;
  readonly bytes: number;
}

export type BackupPart =
  | BackupHeader
  | TableEnd
  | { readonly kind: 'rows'; readonly table: string; readonly rows: Buffer };

const MOST_BYTES = 256 * 1024 * 1024;

/** Writes lines of JSON, each block of rows after a line that names its table and length. */
export class BackupLines {
  readonly #all = createHash('sha256');

  line(part: BackupHeader | TableEnd): Buffer {
    const text = Buffer.from(`${JSON.stringify(part)}\n`);
    this.#all.update(text);
    return text;
  }

  rows(table: string, rows: Uint8Array): Buffer[] {
    const head: RowsHead = { kind: 'rows', table, bytes: rows.length };
    return [Buffer.from(`${JSON.stringify(head)}\n`), Buffer.from(rows)];
  }

  end(): Buffer {
    const end: BackupEnd = { kind: 'end', sha256: this.#all.digest('hex') };
    return Buffer.from(`${JSON.stringify(end)}\n`);
  }
}

export const damaged = (why: string) =>
  refusal(
    `Tệp sao lưu hỏng hoặc không phải tệp sao lưu của Bền Vững (${why}). Không có gì bị thay đổi; hãy dùng bản sao lưu khác.`,
    `The backup file is damaged or not a backup: ${why}; nothing was changed`,
  );

/**
 * Reads a backup part by part, checking every hash on the way.
 * @throws CommandFailure "data refused" at the first thing that is not as it was written.
 */
export async function* readBackup(file: string): AsyncGenerator<BackupPart> {
  const input = new ByteReader(unzipped(file));
  const all = createHash('sha256');
  let ofTable = createHash('sha256');
  for (;;) {
    const text = await input.line();
    const part = parse(text);
    if (part.kind === 'rows') {
      if (!(part.bytes >= 0 && part.bytes <= MOST_BYTES)) throw damaged('length');
      const rows = await input.take(part.bytes);
      ofTable.update(rows);
      yield { kind: 'rows', table: part.table, rows };
      continue;
    }
    if (part.kind === 'end') {
      if (part.sha256 !== all.digest('hex')) throw damaged('sha256');
      if (!(await input.isAtEnd())) throw damaged('trailing bytes');
      return;
    }
    all.update(`${text}\n`);
    if (part.kind === 'table') {
      if (part.sha256 !== ofTable.digest('hex')) throw damaged(`sha256 ${part.table}`);
      ofTable = createHash('sha256');
    }
    yield part;
  }
}

/** A file that cannot be read fails its reader: `pipe` alone would leave the error to end the whole process. */
function unzipped(file: string): NodeJS.ReadableStream {
  const source = createReadStream(file);
  const gunzip = createGunzip();
  source.on('error', (error) => gunzip.destroy(error));
  return source.pipe(gunzip);
}

function parse(text: string): BackupHeader | TableEnd | BackupEnd | RowsHead {
  try {
    const part = JSON.parse(text);
    if (['header', 'table', 'end', 'rows'].includes(part?.kind)) return part;
  } catch {
    // Falls through: not JSON.
  }
  throw damaged('format');
}

/** Lines and counted bytes out of one stream. */
class ByteReader {
  #waiting: Buffer = Buffer.alloc(0);
  readonly #source: AsyncIterator<Buffer>;

  constructor(source: NodeJS.ReadableStream) {
    this.#source = (source as unknown as AsyncIterable<Buffer>)[Symbol.asyncIterator]();
  }

  async line(): Promise<string> {
    let end = this.#waiting.indexOf(10);
    while (end < 0) {
      if (this.#waiting.length > 1_048_576) throw damaged('format');
      if (!(await this.#more())) throw damaged('incomplete');
      end = this.#waiting.indexOf(10);
    }
    const text = this.#waiting.toString('utf8', 0, end);
    this.#waiting = this.#waiting.subarray(end + 1);
    return text;
  }

  async take(count: number): Promise<Buffer> {
    const pieces = [this.#waiting];
    let length = this.#waiting.length;
    while (length < count) {
      const piece = await this.#next();
      if (piece === undefined) throw damaged('incomplete');
      pieces.push(piece);
      length += piece.length;
    }
    const joined = Buffer.concat(pieces, length);
    this.#waiting = joined.subarray(count);
    return joined.subarray(0, count);
  }

  async isAtEnd(): Promise<boolean> {
    return this.#waiting.length === 0 && !(await this.#more());
  }

  async #more(): Promise<boolean> {
    const piece = await this.#next();
    if (piece === undefined) return false;
    this.#waiting = Buffer.concat([this.#waiting, piece]);
    return true;
  }

  async #next(): Promise<Buffer | undefined> {
    try {
      const { done, value } = await this.#source.next();
      return done ? undefined : value;
    } catch (error) {
      const { code = '' } = error as { code?: string };
      if (code.startsWith('Z_') || code === 'ERR_STREAM_PREMATURE_CLOSE') throw damaged(code);
      throw error;
    }
  }
}
