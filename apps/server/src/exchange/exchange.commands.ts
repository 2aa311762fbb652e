import { basename } from 'node:path';
import { problemText } from '@benvung/contract/problem-texts';
import {
  bilingual,
  type CliArguments,
  type CliCommand,
  type CliContext,
  EXIT,
  refusal,
  usageFailure,
} from '../platform/cli/command.ts';
import { requireReadableFile } from '../platform/cli/file-failure.ts';
import { newId } from '../platform/ids.ts';
import { batchCommands } from './batches/batch.commands.ts';
import { journalOfDirect } from './batches/publish-journal.ts';
import { comparisonCommands } from './comparison/comparison.commands.ts';
import { exportList } from './export-list.ts';
import { importList } from './import-list.ts';
import type { ImportReport } from './import-report.ts';
import { importReportView, issueLine } from './issue-text.ts';
import { LIST_FORMATS, type ListFormat } from './write-list-file.ts';

const ISSUES_SHOWN = 100;

const importCommand: CliCommand = {
  name: 'import',
  summary: 'Nhập danh sách hộ từ Excel hoặc CSV (take in a list of households)',
  usage: 'FILE --round YEAR --unit CODE [--dry-run] [--opening]',
  description:
    'Đọc cột trao đổi chính thức (mỗi thành viên một dòng) hoặc danh sách mỗi hộ một dòng, .xlsx hay .csv.\n' +
    'Một ô sai thì không ghi gì; --dry-run chỉ chạy thử. --opening: phân loại trong tệp là của năm trước.',
  needsDatabase: true,
  words: [1, 1],
  options: {
    round: { value: 'YEAR', required: true, summary: 'năm của đợt rà soát (year of the round)' },
    unit: { value: 'CODE', required: true, summary: 'mã đơn vị vào ngày của đợt (unit code)' },
    'dry-run': { summary: 'chạy thử, không ghi (try, write nothing)' },
    opening: { summary: 'danh sách đầu kỳ (an opening list)' },
  },
  run: async (context, args) => {
    const path = context.path(args.words[0] ?? '');
    await requireReadableFile(path);
    const batchId = newId();
    const dryRun = args.flag('dry-run');
    const actor = { accountId: null, actor: context.actor };
    const opening = args.flag('opening');
    const imported = await importList(
      {
        database: context.database,
        clock: context.clock,
        progress: (rows) => context.progress(bilingual(`Đã đọc ${rows} dòng`, `${rows} rows read`)),
      },
      {
        path,
        year: yearOf(args),
        unit: args.text('unit') ?? '',
        dryRun,
        openingOnly: opening,
        areas: null,
        actor,
        mayClose: true,
        batchId,
        journal: dryRun
          ? undefined
          : await journalOfDirect({
              batchId,
              path,
              fileName: basename(path),
              opening,
              actor,
              at: context.clock.now(),
            }),
      },
    );
    if (!imported.ok) throw refusal(problemText(imported.problem, 'vi'), problemText(imported.problem, 'en'));
    const report = imported.value;
    if (context.json) context.printJson(importReportView(report, 'vi'));
    else tell(context, report);
    return report.errors > 0 ? EXIT.refused : EXIT.ok;
  },
};

function tell({ out, err }: CliContext, report: ImportReport): void {
  for (const issue of report.issues.slice(0, ISSUES_SHOWN))
    err(`${issue.severity === 'error' ? '■' : '▲'} ${issueLine(issue, 'vi')}`);
  const more = report.errors + report.warnings - Math.min(report.issues.length, ISSUES_SHOWN);
  if (more > 0) err(bilingual(`… và ${more} thông báo nữa`, `and ${more} more; use --json`));
  const counts =
    `${report.rows} dòng: ${report.households} hộ, ${report.persons} người, ${report.gone} hộ không còn, ` +
    `${report.known} hộ đã có, ${report.proposals} hộ chờ ghép; ${report.populationLines} dòng dân số; ${report.errors} lỗi, ${report.warnings} lưu ý`;
  const end = report.written
    ? bilingual('Đã ghi', 'written')
    : report.errors > 0
      ? bilingual('Chưa ghi gì: còn lỗi phải sửa', 'nothing written: errors to correct')
      : bilingual('Chạy thử: chưa ghi gì', 'dry run: nothing written');
  out(`${counts}. ${end}`);
  if (report.written)
    out(
      bilingual(
        `Lô ${report.batchId}; hoàn tác: benvung batch undo ${report.batchId}`,
        'the batch, and how to undo it',
      ),
    );
}

const exportCommand: CliCommand = {
  name: 'export',
  summary: 'Xuất danh sách hộ của một năm (write the list of a year)',
  usage: 'FILE --round YEAR --unit CODE [--format xlsx|csv|json]',
  needsDatabase: true,
  words: [1, 1],
  options: {
    round: { value: 'YEAR', required: true, summary: 'năm của đợt rà soát (year of the round)' },
    unit: { value: 'CODE', required: true, summary: 'mã đơn vị vào ngày của đợt (unit code)' },
    format: { value: 'xlsx|csv|json', summary: 'theo đuôi tệp nếu không ghi (from the file name)' },
  },
  run: async (context, args) => {
    const path = context.path(args.words[0] ?? '');
    const exported = await exportList(context.database.db, {
      path,
      format: formatOf(args),
      year: yearOf(args),
      unit: args.text('unit') ?? '',
      areas: null,
      today: context.clock.today(),
    });
    if (!exported.ok)
      throw usageFailure(problemText(exported.problem, 'vi'), problemText(exported.problem, 'en'));
    const report = exported.value;
    if (context.json) context.printJson({ file: path, ...report });
    else
      context.out(
        bilingual(
          `Đã ghi ${report.households} hộ, ${report.rows} dòng vào ${path}`,
          `wrote ${report.households} households, ${report.rows} rows`,
        ),
      );
    return EXIT.ok;
  },
};

function yearOf(args: CliArguments): number {
  const year = Number(args.text('round'));
  if (!Number.isInteger(year)) throw usageFailure('--round phải là một năm.', '--round must be a year.');
  return year;
}

function formatOf(args: CliArguments): ListFormat {
  const wanted = args.text('format') ?? args.words[0]?.split('.').at(-1)?.toLowerCase();
  const format = LIST_FORMATS.find((each) => each === wanted);
  if (format === undefined)
    throw usageFailure('--format là xlsx, csv hoặc json.', '--format is xlsx, csv or json.');
  return format;
}

export const exchangeCommands: readonly CliCommand[] = [
  importCommand,
  exportCommand,
  ...batchCommands,
  ...comparisonCommands,
];
