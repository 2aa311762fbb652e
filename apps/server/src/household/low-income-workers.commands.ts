import { writeFile } from 'node:fs/promises';
import type { LowIncomeWorkers } from '@benvung/contract/household';
import { problemText } from '@benvung/contract/problem-texts';
import { LABOUR_LABELS } from '@benvung/domain/household/fact-labels';
import type { LabourStatus } from '@benvung/domain/household/household-facts';
import papaparse from 'papaparse';
import { writeAudit } from '../platform/audit/audit.store.ts';
import { type CliCommand, type CliContext, EXIT, refusal, usageFailure } from '../platform/cli/command.ts';
import { resolveUnit, type UnitOnDay } from '../territory/territory.public.ts';
import { listLowIncomeWorkers } from './low-income-workers.ts';

export const workersCommand: CliCommand = {
  name: 'household low-income-workers',
  summary: 'Người lao động có thu nhập thấp của một đơn vị (low-income workers of a unit, NĐ 30/2025/NĐ-CP)',
  usage: '--unit CODE --year Y [--csv FILE]',
  description:
    'Suy từ thu nhập và việc làm trong phiếu rà soát của năm; hộ nghèo và cận nghèo không thuộc diện này.\n' +
    '--csv: ghi danh sách ra tệp. Người chưa rõ thu nhập hoặc việc làm được đếm riêng.',
  needsDatabase: true,
  options: {
    unit: { value: 'CODE', required: true, summary: 'mã đơn vị (unit code)' },
    year: { value: 'Y', required: true, summary: 'năm rà soát (year)' },
    csv: { value: 'FILE', summary: 'ghi ra tệp CSV (write a CSV file)' },
  },
  run: async (context, args) => {
    const { database, clock, json, printJson, out } = context;
    const year = Number(args.text('year'));
    if (!Number.isInteger(year)) throw usageFailure('--year phải là một năm.', '--year must be a year.');
    const unit = await resolveUnit(database.db, { unit: args.text('unit') ?? '', day: clock.today() });
    if (unit === undefined) throw refusal('Không có đơn vị này.', 'there is no such unit');
    const { persons, unknown, source } = await allWorkers(context, unit, year);
    const file = args.text('csv');
    if (file !== undefined) await writeFile(context.path(file), asCsv(persons, source));
    if (json) printJson({ unit: unit.id, year, source, unknown, persons });
    else {
      for (const { fullName, birthYear, household, village, text } of file === undefined ? persons : [])
        out(`${fullName}, ${birthYear ?? '?'} · hộ ${household.head}, ${village} · ${text}`);
      out(`${unit.name}, ${year}: ${persons.length} người; ${unknown} người chưa xác định. ${source}`);
    }
    return EXIT.ok;
  },
};

async function allWorkers({ database, clock, actor }: CliContext, unit: UnitOnDay, year: number) {
  const persons: LowIncomeWorkers['persons'] = [];
  let unknown = 0;
  let after: string | null = null;
  let source = '';
  do {
    const page = await listLowIncomeWorkers(database.db, {
      unitId: unit.id,
      year,
      after,
      areas: null,
      today: clock.today(),
      language: 'vi',
    });
    if (!page.ok) throw refusal(problemText(page.problem, 'vi'), problemText(page.problem, 'en'));
    if (page.value.standard === null)
      throw refusal(
        `Năm ${year} chưa có diện này (NĐ 30/2025/NĐ-CP).`,
        `that class did not exist in ${year}`,
      );
    persons.push(...page.value.persons);
    unknown += page.value.unknown;
    after = page.value.next;
    source = page.value.standard.source;
  } while (after !== null);
  await writeAudit(database.db, { accountId: null, actor, at: clock.now() }, [
    {
      act: 'household.list-low-income-workers',
      subject: { kind: 'unit', id: String(unit.id) },
      scopePath: unit.path,
      detail: { year, persons: persons.length },
    },
  ]);
  return { persons, unknown, source };
}

const HEAD = [
  'Họ tên',
  'Năm sinh',
  'Việc làm',
  'Chủ hộ',
  'Mã hộ',
  'Thôn',
  'Thu nhập (đồng/người/tháng)',
  'Lý do',
];

function asCsv(persons: LowIncomeWorkers['persons'], source: string): string {
  const rows = persons.map((person) => [
    person.fullName,
    person.birthYear ?? '',
    person.labourStatus === null ? '' : LABOUR_LABELS[person.labourStatus as LabourStatus].vi,
    person.household.head,
    person.household.listCode ?? '',
    person.village,
    person.monthlyIncomePerPerson,
    `${person.text} ${source}`,
  ]);
  return `\uFEFF${papaparse.unparse([HEAD, ...rows], { newline: '\r\n', escapeFormulae: true })}\r\n`;
}
