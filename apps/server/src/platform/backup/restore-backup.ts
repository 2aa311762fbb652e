import { bilingual, CommandFailure, EXIT, refusal } from '../cli/command.ts';
import type { DatabaseHandle, Session } from '../database/database.ts';
import { applyMigrations, type Migration, readMigrations } from '../database/migrate.ts';
import { migrationsFolder } from '../server-folder.ts';
import { type BackupHeader, damaged, readBackup, type TableEnd } from './backup-format.ts';
import { findWork, listFunctions, listTables } from './catalogue.store.ts';

export interface RestoreSummary {
  readonly madeAt: string;
  readonly engine: string;
  readonly tables: number;
  readonly rows: number;
}

/**
 * Puts a backup in the place of everything the database holds, in one transaction. The file is read whole
 * and checked before anything is written.
 * @param replace also when someone's work stands in the database.
 */
export async function restoreBackup(
  database: DatabaseHandle,
  file: string,
  { replace, onTable }: { replace: boolean; onTable: (table: string, rows: number) => void },
): Promise<RestoreSummary> {
  const { header, ends } = await checkBackup(file);
  const later = laterMigrations(header, await readMigrations(migrationsFolder));
  await database.withSession(async (session) => {
    if (!replace) await refuseWork(session);
    await makeRoom(session, header, later);
    await load(session, header, { file, onTable });
    await applyMigrations(session, later);
    for (const { name, last, called } of header.sequences)
      await session.query('select setval($1::regclass, $2::bigint, $3::boolean)', [
        `"${name}"`,
        last,
        called,
      ]);
  });
  const rows = ends.reduce((sum, end) => sum + end.rows, 0);
  return { madeAt: header.madeAt, engine: header.engine, tables: ends.length, rows };
}

/** Reads the whole file once, only to know that it is whole. */
export async function checkBackup(file: string): Promise<{ header: BackupHeader; ends: TableEnd[] }> {
  let header: BackupHeader | undefined;
  const ends: TableEnd[] = [];
  for await (const part of readBackup(file)) {
    if (part.kind === 'header') header = part;
    else if (header === undefined) throw damaged('header');
    else if (part.kind === 'table') ends.push(part);
  }
  if (header === undefined) throw damaged('header');
  if (header.format !== 1)
    throw refusal(
      `Tệp sao lưu có dạng ${header.format}, bản này chỉ đọc dạng 1. Hãy nâng cấp Bền Vững.`,
      `Backup format ${header.format} is newer than this version`,
    );
  if (ends.map(({ table }) => table).join() !== header.tables.map(({ name }) => name).join())
    throw damaged('tables');
  return { header, ends };
}

/** The migrations this version has beyond the backup's; a backup of a newer version is refused. */
function laterMigrations({ migrations, version }: BackupHeader, ours: readonly Migration[]): Migration[] {
  const agree = migrations.every(({ name, hash }, index) => {
    const own = ours[index];
    return own !== undefined && own.name === name && own.hash === hash;
  });
  if (!agree)
    throw refusal(
      `Bản sao lưu do phiên bản ${version} tạo, có cấu trúc mà phiên bản này không có. Hãy phục hồi bằng phiên bản ${version} hoặc mới hơn.`,
      `The backup was made by version ${version} with a schema unknown here; restore with that version or a newer one`,
    );
  return ours.slice(migrations.length);
}

async function refuseWork(session: Session): Promise<void> {
  const table = await findWork(session);
  if (table === undefined) return;
  throw new CommandFailure(
    EXIT.refused,
    bilingual(
      `Cơ sở dữ liệu này đã có dữ liệu (bảng ${table}); chỉ phục hồi vào cơ sở dữ liệu trống. Muốn thay toàn bộ, hãy thêm --replace.`,
      `The database already holds data (table ${table}); add --replace to replace everything`,
    ),
  );
}

/** Empty tables of the backup's schema: made anew when the backup is older, then emptied of what migrations put in. */
async function makeRoom(session: Session, header: BackupHeader, later: readonly Migration[]): Promise<void> {
  if (later.length > 0) {
    await session.query(`drop table ${await tableNames(session)}, schema_migration cascade`);
    for (const each of await listFunctions(session)) await session.query(`drop function ${each}`);
    for (const { name } of header.sequences) await session.query(`drop sequence if exists "${name}"`);
    const ours = await readMigrations(migrationsFolder);
    await applyMigrations(session, ours.slice(0, header.migrations.length));
  }
  await session.query(`truncate ${await tableNames(session)}`);
}

async function tableNames(session: Session): Promise<string> {
  return [...(await listTables(session)).map(({ name }) => `"${name}"`), 'session'].join(', ');
}

async function load(
  session: Session,
  header: BackupHeader,
  { file, onTable }: { file: string; onTable: (table: string, rows: number) => void },
): Promise<void> {
  const columnsOf = new Map(header.tables.map(({ name, columns }) => [name, columns]));
  const parts = readBackup(file)[Symbol.asyncIterator]();
  for (const { name } of header.tables) {
    let written: TableEnd | undefined;
    async function* rows(): AsyncGenerator<string> {
      for (;;) {
        const { value: part, done } = await parts.next();
        if (done) throw damaged('incomplete');
        if (part.kind === 'table') {
          written = part;
          return;
        }
        if (part.kind === 'rows' && part.table === name) yield part.rows.toString('utf8');
      }
    }
    const count = await session.copyIn({ table: name, columns: columnsOf.get(name)! }, rows());
    if (written?.table !== name || written.rows !== count) throw damaged(name);
    onTable(name, count);
  }
}
