import { existsSync, renameSync, rmSync } from 'node:fs';
import { writeAudit } from '../audit/audit.store.ts';
import { NATION_PATH } from '../audit/audit-entry.ts';
import { type CliCommand, type CliContext, EXIT, usageFailure } from '../cli/command.ts';
import { fileFailure } from '../cli/file-failure.ts';
import { renewStatistics } from '../database/renew-statistics.ts';
import { restoreBackup } from './restore-backup.ts';
import { writeBackup } from './write-backup.ts';

const backup: CliCommand = {
  name: 'backup',
  summary: 'Sao lưu toàn bộ cơ sở dữ liệu vào một tệp (back up the whole database)',
  usage: 'FILE [--force]',
  description:
    'Tệp không phụ thuộc loại cơ sở dữ liệu: bản nhúng và PostgreSQL phục hồi lẫn nhau được. Tệp chứa dữ liệu cá nhân, chỉ chủ tệp đọc được.\n' +
    'The file does not depend on the engine; it holds personal data and is readable by its owner only.',
  needsDatabase: true,
  words: [1, 1],
  options: { force: { summary: 'Ghi đè tệp đã có (overwrite the file)' } },
  run: async (context, args) => {
    const file = context.path(args.words[0]!);
    if (existsSync(file) && !args.flag('force'))
      throw usageFailure(
        `Tệp ${file} đã có; thêm --force để ghi đè.`,
        'The file exists; add --force to overwrite',
      );
    const draft = `${file}.partial`;
    rmSync(draft, { force: true });
    await noteAct(context, 'platform.backup', {});
    try {
      const onTable = (table: string, rows: number) => context.progress(`  ${table}: ${rows}`);
      const summary = await writeBackup(context.database, draft, { madeAt: context.clock.now(), onTable });
      renameSync(draft, file);
      if (context.json) context.printJson({ file, ...summary });
      else
        context.out(
          `Đã sao lưu (backed up) ${summary.rows} dòng (rows), ${summary.tables} bảng (tables): ${file}`,
        );
      return EXIT.ok;
    } catch (error) {
      rmSync(draft, { force: true });
      throw fileFailure(error, file) ?? error;
    }
  },
};

const restore: CliCommand = {
  name: 'restore',
  summary: 'Phục hồi từ tệp sao lưu vào cơ sở dữ liệu trống (restore into an empty database)',
  usage: 'FILE [--replace]',
  needsDatabase: true,
  words: [1, 1],
  options: { replace: { summary: 'Thay toàn bộ dữ liệu đang có (replace everything there is)' } },
  run: async (context, args) => {
    const file = context.path(args.words[0]!);
    try {
      const onTable = (table: string, rows: number) => context.progress(`  ${table}: ${rows}`);
      const summary = await restoreBackup(context.database, file, { replace: args.flag('replace'), onTable });
      await noteAct(context, 'platform.restore', { madeAt: summary.madeAt, rows: summary.rows });
      await renewStatistics(context.database.db);
      if (context.json) context.printJson({ file, ...summary });
      else
        context.out(`Đã phục hồi (restored) ${summary.rows} dòng (rows), ${summary.tables} bảng (tables).`);
      return EXIT.ok;
    } catch (error) {
      throw fileFailure(error, file) ?? error;
    }
  },
};

async function noteAct(
  context: CliContext,
  act: string,
  detail: Record<string, string | number>,
): Promise<void> {
  const by = { accountId: null, actor: context.actor, at: context.clock.now() };
  await context.database.withSession((_session, db) =>
    writeAudit(db, by, [{ act, scopePath: NATION_PATH, detail }]),
  );
}

export const backupCommands: readonly CliCommand[] = [backup, restore];
