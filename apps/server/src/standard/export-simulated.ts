import type { ProblemCode } from '@benvung/contract/problem-texts';
import type { SimulatedHouseholds } from '@benvung/contract/standard';
import { ok, type Problem, type Result, refuse } from '@benvung/domain/shared/result';
import { CLASS_LABELS } from '@benvung/domain/standard/class-labels';
import { MOST_FILE_ROWS, type PrintedColumn, type PrintedList } from '../exchange/list-file.public.ts';
import type { Db } from '../platform/database/database.ts';
import { type ChangeWanted, listSimulatedChange } from './simulate-standard.ts';
import { findPovertyStandard } from './standard.public.ts';

type Setting = Pick<PrintedList, 'place' | 'person' | 'at' | 'demonstration'> & { readonly purpose: string };

/** All households that would go from one class to another, each with why; a trial, and marked so. */
export async function exportSimulated(
  db: Db,
  wanted: Omit<ChangeWanted, 'after' | 'language'>,
  { purpose, ...setting }: Setting,
): Promise<Result<PrintedList, Problem<ProblemCode>>> {
  const households: SimulatedHouseholds['households'] = [];
  let after: string | null = null;
  do {
    const page: Awaited<ReturnType<typeof listSimulatedChange>> = await listSimulatedChange(db, {
      ...wanted,
      after,
      language: 'vi',
    });
    if (!page.ok) return page;
    households.push(...page.value.households);
    if (households.length > MOST_FILE_ROWS)
      return refuse('exchange.list-too-long', { total: households.length, most: MOST_FILE_ROWS });
    after = page.value.next;
  } while (after !== null);
  const { from, to, standardId, year } = wanted;
  return ok({
    ...setting,
    title: `Hộ sẽ đổi từ ${CLASS_LABELS[from].vi} sang ${CLASS_LABELS[to].vi}`,
    facts: [
      `Thử ${findPovertyStandard(standardId)?.standard.title.vi ?? standardId} trên kết quả năm ${year}, không dùng để công nhận`,
      `Mục đích: ${purpose}`,
    ],
    signed: false,
    columns: COLUMNS,
    rows: households.map((one) => [
      one.listCode,
      one.head,
      one.persons,
      one.village,
      CLASS_LABELS[one.from].vi,
      CLASS_LABELS[one.to].vi,
      one.why,
    ]),
  });
}

const COLUMNS: readonly PrintedColumn[] = [
  { header: 'Mã hộ', width: 14 },
  { header: 'Chủ hộ', width: 26 },
  { header: 'Nhân khẩu', width: 8, number: true },
  { header: 'Thôn', width: 18 },
  { header: 'Hiện nay', width: 16 },
  { header: 'Theo chuẩn thử', width: 16 },
  { header: 'Vì sao', width: 50 },
];
