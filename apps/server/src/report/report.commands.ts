import { writeFile } from 'node:fs/promises';
import { problemText } from '@benvung/contract/problem-texts';
import type { OfficialTable } from '@benvung/contract/report';
import { isValidDay } from '@benvung/domain/shared/day';
import {
  bilingual,
  type CliArguments,
  type CliCommand,
  EXIT,
  usageFailure,
} from '../platform/cli/command.ts';
import { computeTable, type TableWanted } from './compute-table.ts';
import { importReportedCommand } from './import-reported.commands.ts';
import { measureCommand } from './measure.commands.ts';
import { computePublicTable } from './public-table.ts';
import { tableAsCsv } from './table-as-csv.ts';
import { tableAsText } from './table-as-text.ts';
import { tableAsWorkbook } from './table-as-workbook.ts';

const tableCommand: CliCommand = {
  name: 'table',
  summary: 'Lập một biểu tổng hợp chính thức (make an official table)',
  usage: 'N --unit CODE --year Y [--map DAY] [--standard ID] [--levels 2] [--csv | --xlsx FILE] [--public]',
  description:
    'N từ 1 đến 15. Mã đơn vị là mã vào ngày của biểu; "id:" và số hiệu cũng được.\n' +
    '--map: trên bản đồ của một ngày (YYYY-MM-DD); không có: như lúc đó. --levels 2: kèm đơn vị cấp dưới nữa.',
  needsDatabase: true,
  words: [1, 1],
  options: {
    unit: { value: 'CODE', required: true, summary: 'mã đơn vị (unit code)' },
    year: { value: 'Y', required: true, summary: 'năm rà soát (year of the round)' },
    map: { value: 'DAY', summary: 'bản đồ ngày (map of a day)' },
    standard: { value: 'ID', summary: 'chuẩn nghèo (poverty standard)' },
    csv: { summary: 'in ra CSV (write CSV)' },
    xlsx: { value: 'FILE', summary: 'ghi tệp Excel như in (write the workbook as printed)' },
    levels: { value: 'N', summary: '1 hoặc 2 cấp dòng (levels of rows)' },
    public: { summary: 'biểu 1 để công khai: chính thức, số dưới 5 hộ không nêu (table 1 for the public)' },
  },
  run: async ({ database, clock, json, printJson, out, err, write, path }, args) => {
    if (json && args.flag('csv'))
      throw usageFailure('Chọn --json hoặc --csv, không cả hai.', 'Choose --json or --csv, not both.');
    const wanted = { ...wantedOf(args), areas: null, now: clock.now(), today: clock.today() };
    const computed = args.flag('public')
      ? await computePublicTable(database.db, publicOf(wanted))
      : await computeTable(database.db, wanted);
    if (!computed.ok)
      throw usageFailure(problemText(computed.problem, 'vi'), problemText(computed.problem, 'en'));
    const table: OfficialTable = computed.value;
    const workbook = args.text('xlsx');
    if (workbook !== undefined) {
      await writeFile(path(workbook), await tableAsWorkbook(table));
      err(bilingual(`Đã ghi ${workbook}`, `wrote ${workbook}`));
    }
    if (json) printJson(table);
    else if (args.flag('csv')) write(tableAsCsv(table));
    else if (workbook === undefined) out(tableAsText(table));
    return EXIT.ok;
  },
};

function publicOf(wanted: TableWanted & { readonly today: string }) {
  const { number, map, standardId } = wanted;
  if (number !== 1 || map !== null || standardId !== null)
    throw usageFailure(
      '--public chỉ dùng với biểu 1, như lúc đó, theo chuẩn của năm.',
      '--public is for table 1 as it was, under the standard of its year',
    );
  return wanted;
}

function wantedOf(args: CliArguments) {
  const year = Number(args.text('year'));
  const map = args.text('map') ?? null;
  if (!Number.isInteger(year)) throw usageFailure('--year phải là một năm.', '--year must be a year.');
  if (map !== null && !isValidDay(map))
    throw usageFailure(`--map ${map} không phải một ngày YYYY-MM-DD.`, `--map ${map} is no day.`);
  return {
    number: Number(args.words[0]),
    unit: args.text('unit') ?? '',
    year,
    map,
    standardId: args.text('standard') ?? null,
    levels:
      (args.text('levels') ?? (args.text('xlsx') === undefined ? '1' : '2')) === '2'
        ? (2 as const)
        : (1 as const),
    checks: true,
  };
}

export const reportCommands: readonly CliCommand[] = [tableCommand, measureCommand, importReportedCommand];
