import { createHash } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { pipeline } from 'node:stream/promises';
import { createGzip } from 'node:zlib';
import type { DatabaseHandle, Session } from '../database/database.ts';
import { version } from '../server-folder.ts';
import { type BackupHeader, BackupLines } from './backup-format.ts';
import { listMigrations, listSequences, listTables, sliceTable } from './catalogue.store.ts';

export interface BackupSummary {
  readonly madeAt: string;
  readonly tables: number;
  readonly rows: number;
}

/**
 * Writes the whole database, as it stands at one moment, into a file only its owner can read.
 * @param onTable hears each table when it is done.
 */
export async function writeBackup(
  database: DatabaseHandle,
  file: string,
  { madeAt, onTable }: { madeAt: string; onTable: (table: string, rows: number) => void },
): Promise<BackupSummary> {
  return database.withSession(async (session) => {
    await session.query('set transaction isolation level repeatable read, read only');
    const header = await describe(database, session, madeAt);
    let rows = 0;
    const count = (table: string, found: number) => {
      rows += found;
      onTable(table, found);
    };
    await pipeline(
      writeParts(session, header, { inSlices: database.kind === 'pglite', onTable: count }),
      createGzip({ level: 5 }),
      createWriteStream(file, { mode: 0o600, flags: 'wx', flush: true }),
    );
    return { madeAt, tables: header.tables.length, rows };
  });
}

async function describe(database: DatabaseHandle, session: Session, madeAt: string): Promise<BackupHeader> {
  return {
    kind: 'header',
    format: 1,
    version,
    madeAt,
    engine: database.version,
    migrations: await listMigrations(session),
    sequences: await listSequences(session),
    tables: await listTables(session),
  };
}

async function* writeParts(
  session: Session,
  header: BackupHeader,
  { inSlices, onTable }: { inSlices: boolean; onTable: (table: string, rows: number) => void },
): AsyncGenerator<Buffer> {
  const lines = new BackupLines();
  yield lines.line(header);
  for (const table of header.tables) {
    const hash = createHash('sha256');
    let rows = 0;
    for (const slice of await sliceTable(session, table, inSlices)) {
      for await (const whole of wholeRows(session.copyOut(slice))) {
        hash.update(whole);
        rows += countRows(whole);
        yield* lines.rows(table.name, whole);
      }
    }
    yield lines.line({ kind: 'table', table: table.name, rows, sha256: hash.digest('hex') });
    onTable(table.name, rows);
  }
  yield lines.end();
}

const LEAST_BYTES = 262_144;
const LINE_END = 10;

/** Joins and cuts the pieces of a COPY so that each ends with a row. */
async function* wholeRows(pieces: AsyncIterable<Uint8Array>): AsyncGenerator<Buffer> {
  let waiting: Uint8Array[] = [];
  let length = 0;
  for await (const piece of pieces) {
    waiting.push(piece);
    length += piece.length;
    if (length < LEAST_BYTES) continue;
    const joined = Buffer.concat(waiting, length);
    const end = joined.lastIndexOf(LINE_END) + 1;
    if (end > 0) yield joined.subarray(0, end);
    waiting = [joined.subarray(end)];
    length = joined.length - end;
  }
  if (length > 0) yield Buffer.concat(waiting, length);
}

function countRows(rows: Buffer): number {
  let count = 0;
  for (let at = rows.indexOf(LINE_END); at >= 0; at = rows.indexOf(LINE_END, at + 1)) count += 1;
  return count;
}
