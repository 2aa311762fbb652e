import type { HouseholdList } from '@benvung/contract/household';
import type { ProblemCode } from '@benvung/contract/problem-texts';
import { ok, type Problem, type Result, refuse } from '@benvung/domain/shared/result';
import { CLASS_LABELS } from '@benvung/domain/standard/class-labels';
import { type HouseholdsWanted, listHouseholdsOfUnit } from '../household/household.public.ts';
import type { Db } from '../platform/database/database.ts';
import { MOST_FILE_ROWS, type PrintedList } from './list-file.public.ts';

const ROWS_A_PAGE = 500;

export type FilteredHouseholds = Omit<HouseholdsWanted, 'page' | 'pageSize'>;
export type ExportedHousehold = HouseholdList['households'][number];
/** What a printed list holds beside its columns and rows. */
export type ListSetting = Pick<PrintedList, 'place' | 'person' | 'at' | 'demonstration'> & {
  readonly purpose: string;
};

/** Everyone a list holds under its filters, as the screen shows them. */
export async function listEveryHousehold(
  db: Db,
  wanted: FilteredHouseholds,
): Promise<Result<ExportedHousehold[], Problem<ProblemCode>>> {
  const items: ExportedHousehold[] = [];
  for (let page = 1; ; page += 1) {
    const listed = await listHouseholdsOfUnit(db, { ...wanted, page, pageSize: ROWS_A_PAGE });
    if (!listed.ok) return listed;
    const { households } = listed.value;
    const total = Math.max(listed.value.page.total, items.length + households.length);
    if (total > MOST_FILE_ROWS) return refuse('exchange.list-too-long', { total, most: MOST_FILE_ROWS });
    items.push(...households);
    if (households.length < ROWS_A_PAGE) return ok(items);
  }
}

export const factsOf = ({ year }: FilteredHouseholds, purpose: string): string[] => [
  year === null ? 'Kết quả rà soát gần nhất' : `Năm rà soát ${year}`,
  `Mục đích: ${purpose}`,
];

/** The list as the screen shows it under its filters: what is closed there is not in the file either. */
export async function exportHouseholds(
  db: Db,
  wanted: FilteredHouseholds,
  { purpose, ...setting }: ListSetting,
): Promise<Result<PrintedList, Problem<ProblemCode>>> {
  const households = await listEveryHousehold(db, wanted);
  if (!households.ok) return households;
  return ok({
    ...setting,
    title: 'Danh sách hộ gia đình',
    facts: factsOf(wanted, purpose),
    signed: true,
    columns: COLUMNS,
    rows: households.value.map(rowOf),
  });
}

const COLUMNS = [
  { header: 'Mã hộ', width: 14 },
  { header: 'Chủ hộ', width: 28 },
  { header: 'Số nhân khẩu', width: 9, number: true },
  { header: 'Thôn', width: 18 },
  { header: 'Xã', width: 18 },
  { header: 'Năm', width: 7 },
  { header: 'Phân loại', width: 18 },
  { header: 'Điểm A', width: 8, number: true },
  { header: 'Điểm B', width: 8, number: true },
] as const;

const rowOf = (item: ExportedHousehold): (string | number | null)[] => [
  item.listCode,
  item.head,
  item.persons,
  item.village?.name ?? null,
  item.commune?.name ?? null,
  item.year === null ? null : String(item.year),
  classText(item),
  item.incomeScore,
  item.deprivationScore,
];

export const classText = (item: Pick<ExportedHousehold, 'class' | 'state'>): string | null =>
  item.class === null
    ? null
    : `${CLASS_LABELS[item.class].vi}${item.state === 'provisional' ? ' (tạm tính)' : ''}`;
