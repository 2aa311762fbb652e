import type { LowIncomeWorkers } from '@benvung/contract/household';
import type { ProblemCode } from '@benvung/contract/problem-texts';
import { LABOUR_LABELS, SEX_LABELS } from '@benvung/domain/household/fact-labels';
import type { LabourStatus } from '@benvung/domain/household/household-facts';
import { ok, type Problem, type Result, refuse } from '@benvung/domain/shared/result';
import { MOST_FILE_ROWS, type PrintedColumn, type PrintedList } from '../exchange/list-file.public.ts';
import type { Db } from '../platform/database/database.ts';
import { listLowIncomeWorkers, type WorkersWanted } from './low-income-workers.ts';

type Setting = Pick<PrintedList, 'place' | 'person' | 'at' | 'demonstration'> & { readonly purpose: string };

/** All low-income workers of a unit by the answers of a year, as a list to print; in Vietnamese, as every paper is. */
export async function exportLowIncomeWorkers(
  db: Db,
  wanted: Omit<WorkersWanted, 'after' | 'language'>,
  { purpose, ...setting }: Setting,
): Promise<Result<PrintedList, Problem<ProblemCode>>> {
  const persons: LowIncomeWorkers['persons'] = [];
  let [after, source, unknown]: [string | null, string, number] = [null, '', 0];
  do {
    const page = await listLowIncomeWorkers(db, { ...wanted, after, language: 'vi' });
    if (!page.ok) return page;
    if (page.value.standard === null) return refuse('household.no-low-income-class', { year: wanted.year });
    persons.push(...page.value.persons);
    if (persons.length > MOST_FILE_ROWS)
      return refuse('exchange.list-too-long', { total: persons.length, most: MOST_FILE_ROWS });
    unknown += page.value.unknown;
    after = page.value.next;
    source = page.value.standard.source;
  } while (after !== null);
  return ok({
    ...setting,
    title: 'Danh sách người lao động có thu nhập thấp',
    facts: [
      `Năm rà soát ${wanted.year} · ${source}`,
      ...(unknown === 0
        ? []
        : [`Còn ${unknown} người chưa xác định vì thiếu câu trả lời, không có trong danh sách`]),
      `Mục đích: ${purpose}`,
    ],
    signed: true,
    columns: COLUMNS,
    rows: persons.map(rowOf),
  });
}

const COLUMNS: readonly PrintedColumn[] = [
  { header: 'Họ và tên', width: 26 },
  { header: 'Giới tính', width: 8 },
  { header: 'Năm sinh', width: 8 },
  { header: 'Việc làm', width: 20 },
  { header: 'Thu nhập (đồng/người/tháng)', width: 14, number: true },
  { header: 'Thôn', width: 16 },
  { header: 'Chủ hộ', width: 26 },
  { header: 'Mã hộ', width: 14 },
];

const rowOf = (person: LowIncomeWorkers['persons'][number]): (string | number | null)[] => [
  person.fullName,
  person.sex === null ? null : SEX_LABELS[person.sex].vi,
  person.birthYear === null ? null : String(person.birthYear),
  person.labourStatus === null ? null : LABOUR_LABELS[person.labourStatus as LabourStatus].vi,
  person.monthlyIncomePerPerson,
  person.village,
  person.household.head,
  person.household.listCode,
];
