import {
  accessSync,
  closeSync,
  constants,
  existsSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
} from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { sql } from 'kysely';
import { environmentFailure } from '../cli/command.ts';
import type { DatabaseHandle } from './database.ts';
import { FolderIsLocked, type FolderLock, lockFolder } from './folder-lock.ts';
import { keepTidy } from './keep-tidy.ts';
import { openPglite } from './open-pglite.ts';
import { settleParts } from './prepared-parts.ts';

/** The PostgreSQL inside the pinned PGlite; its files are not read by another one. */
const ENGINE = '18';

/** Fills a new database: migrations first, then what a first start loads. */
export type FillDatabase = (handle: DatabaseHandle) => Promise<void>;

export interface EmbeddedDatabase {
  readonly database: DatabaseHandle;
  /** True when the folder held no database before. */
  readonly created: boolean;
}

/**
 * Opens the embedded database of a data folder and holds the folder until it is closed. A new database is
 * filled beside its final place and renamed when it is whole: a first load that was cut off leaves nothing.
 * @throws CommandFailure when the folder is locked, read-only or of another engine.
 */
export async function openEmbedded(home: string, fill: FillDatabase): Promise<EmbeddedDatabase> {
  const lock = holdFolder(resolve(home));
  try {
    const folder = join(home, 'database');
    const created = !existsSync(folder);
    if (created) await makeDatabase(home, folder, fill);
    checkEngine(folder);
    const database = await openPglite({ folder });
    await settleParts(database);
    const stopTidying = keepTidy(database);
    const close = async () => {
      stopTidying();
      await database.close();
      lock.release();
    };
    return { database: { ...database, close }, created };
  } catch (error) {
    lock.release();
    throw error;
  }
}

async function makeDatabase(home: string, folder: string, fill: FillDatabase): Promise<void> {
  const draft = join(home, 'database.new');
  rmSync(draft, { recursive: true, force: true });
  try {
    const database = await openPglite({ folder: draft, durable: false });
    try {
      await fill(database);
      await sql`vacuum analyze`.execute(database.db);
    } finally {
      await database.close();
    }
  } catch (error) {
    rmSync(draft, { recursive: true, force: true });
    throw error;
  }
  renameSync(draft, folder);
  syncFolder(home);
}

function holdFolder(home: string): FolderLock {
  try {
    makeFolder(home);
    accessSync(home, constants.W_OK);
    return lockFolder(home);
  } catch (error) {
    if (error instanceof FolderIsLocked)
      throw environmentFailure(
        `Thư mục dữ liệu ${home} đang được tiến trình ${error.pid} dùng. Hãy dừng tiến trình đó, hoặc chọn thư mục khác bằng BENVUNG_DATA.`,
        `The data folder is in use by process ${error.pid}; stop it or set BENVUNG_DATA`,
      );
    const { code = '', message } = error as NodeJS.ErrnoException;
    if (['EACCES', 'EROFS', 'EPERM', 'ENOENT', 'ENOTDIR', 'EEXIST', 'ENOSPC'].includes(code))
      throw environmentFailure(
        `Không ghi được vào thư mục dữ liệu ${home} (${code}). Hãy cấp quyền ghi, hoặc chọn thư mục khác bằng BENVUNG_DATA.`,
        `Cannot write to the data folder: ${message}; set BENVUNG_DATA to another`,
      );
    throw error;
  }
}

/** Not `recursive: true`: on a file system that lets nothing be made, Node never returns from it. */
function makeFolder(folder: string): void {
  if (existsSync(folder)) return;
  makeFolder(dirname(folder));
  try {
    mkdirSync(folder, { mode: 0o700 });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  }
}

function checkEngine(folder: string): void {
  const file = join(folder, 'PG_VERSION');
  const found = existsSync(file) ? readFileSync(file, 'utf8').trim() : 'không rõ';
  if (found === ENGINE) return;
  throw environmentFailure(
    `Dữ liệu trong ${folder} thuộc phiên bản ${found} của cơ sở dữ liệu nhúng, bản này cần ${ENGINE}. Hãy sao lưu bằng phiên bản cũ (benvung backup) rồi phục hồi (benvung restore).`,
    `The data folder belongs to engine ${found}, this version needs ${ENGINE}; back up with the old version and restore`,
  );
}

function syncFolder(folder: string): void {
  if (process.platform === 'win32') return;
  const opened = openSync(folder, 'r');
  fsyncSync(opened);
  closeSync(opened);
}
