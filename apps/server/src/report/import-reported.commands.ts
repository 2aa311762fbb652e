import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { problemText } from '@benvung/contract/problem-texts';
import { type CliCommand, EXIT, refusal, usageFailure } from '../platform/cli/command.ts';
import { requireReadableFile } from '../platform/cli/file-failure.ts';
import { resolveUnit } from '../territory/territory.public.ts';
import { importReported } from './import-reported.ts';

export const importReportedCommand: CliCommand = {
  name: 'table import',
  summary: 'Nhận biểu đã công bố, nêu chỗ tự mâu thuẫn (take a published table as it is)',
  usage: 'N FILE --year Y [--unit CODE] [--source TEXT]',
  description:
    'N là 1, 2 hoặc 3. Tệp CSV hoặc XLSX có dòng tiêu đề: một cột đơn vị và các cột c1, c2 … (hoặc số, hoặc tên cột).\n' +
    'Số liệu được giữ nguyên như công bố; các phép kiểm không khớp được ghi bên cạnh, không trộn với số đếm được.',
  needsDatabase: true,
  words: [2, 2],
  options: {
    year: { value: 'Y', required: true, summary: 'năm của biểu (year)' },
    unit: { value: 'CODE', summary: 'mã đơn vị của biểu (unit code)' },
    source: { value: 'TEXT', summary: 'nguồn công bố (where it was published)' },
  },
  run: async ({ database, clock, json, printJson, out, path, actor }, args) => {
    const [number = '', file = ''] = args.words;
    const year = Number(args.text('year'));
    if (!Number.isInteger(year)) throw usageFailure('--year phải là một năm.', '--year must be a year.');
    await requireReadableFile(path(file));
    const bytes = await readFile(path(file));
    const code = args.text('unit');
    const unit = code && (await resolveUnit(database.db, { unit: code, day: `${year}-12-31` }));
    if (code && !unit) throw usageFailure(`Không có đơn vị mã ${code} cuối năm ${year}.`, `no unit ${code}`);
    const imported = await importReported(database.db, {
      number: Number(number),
      year,
      name: basename(file),
      bytes,
      unit: unit || null,
      source: args.text('source') ?? basename(file),
      loadedBy: actor,
      at: clock.now(),
    });
    if (!imported.ok) throw refusal(problemText(imported.problem, 'vi'), problemText(imported.problem, 'en'));
    const { rows, checks } = imported.value;
    const broken = checks.filter((check) => !check.ok);
    if (json) printJson({ table: Number(number), year, rows: rows.length, checks });
    else {
      out(`Đã nhận ${rows.length} dòng của biểu ${number} năm ${year}, giữ nguyên như công bố.`);
      for (const { id, ok, detail } of checks) out(`${ok ? '✓' : '✗'} ${id}. ${detail}`);
      if (broken.length > 0) out(`⚠ ${broken.length} phép kiểm không khớp, đã ghi bên cạnh số liệu.`);
    }
    return EXIT.ok;
  },
};
