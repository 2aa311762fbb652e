import type { HouseholdList } from '@benvung/contract/household';
import type { ProblemCode } from '@benvung/contract/problem-texts';
import { DEMONSTRATION_MARK } from '@benvung/domain/exchange/list-reader';
import { guardCell } from '@benvung/domain/exchange/safe-cell';
import { ok, type Problem, type Result } from '@benvung/domain/shared/result';
import { CLASS_LABELS } from '@benvung/domain/standard/class-labels';
import Papa from 'papaparse';
import { type HouseholdsWanted, listHouseholdsOfUnit } from '../household/household.public.ts';
import type { Db } from '../platform/database/database.ts';
import { type PrintedList, printedList } from './printed-list.ts';

const ROWS_A_PAGE = 500;
const MOST_ROWS = 50_000;

export interface HouseholdsToExport {
  readonly wanted: Omit<HouseholdsWanted, 'page' | 'pageSize'>;
  readonly format: 'xlsx' | 'csv' | 'json';
  /** Between the cells of a CSV: spreadsheets set to Vietnamese expect a semicolon. */
  readonly separator: ';' | ',';
  readonly place: string;
  readonly purpose: string;
  readonly person: string;
  readonly at: string;
  readonly demonstration: boolean;
}

type Item = HouseholdList['households'][number];

/** The list as the screen shows it under its filters: what is closed there is not in the file either. */
export async function exportHouseholds(
  db: Db,
  asked: HouseholdsToExport,
): Promise<Result<{ content: string | Uint8Array; households: number }, Problem<ProblemCode>>> {
  const items: Item[] = [];
  for (let page = 1; items.length < MOST_ROWS; page += 1) {
    const listed = await listHouseholdsOfUnit(db, { ...asked.wanted, page, pageSize: ROWS_A_PAGE });
    if (!listed.ok) return listed;
    items.push(...listed.value.households);
    if (listed.value.households.length < ROWS_A_PAGE) break;
  }
  const list: PrintedList = {
    title: 'Danh sách hộ gia đình',
    place: asked.place,
    facts: [
      asked.wanted.year === null ? 'Kết quả rà soát gần nhất' : `Năm rà soát ${asked.wanted.year}`,
      `Mục đích: ${asked.purpose}`,
    ],
    person: asked.person,
    at: asked.at,
    demonstration: asked.demonstration,
    columns: COLUMNS,
    rows: items.map(rowOf),
  };
  return ok({ content: await written(list, asked), households: items.length });
}

async function written(
  list: PrintedList,
  { format, separator }: HouseholdsToExport,
): Promise<string | Uint8Array> {
  if (format === 'xlsx') return printedList(list);
  const headers = list.columns.map(({ header }) => header);
  if (format === 'json') {
    const { title, place, facts, person, at, demonstration, rows } = list;
    return `${JSON.stringify({ title, place, facts, person, at, demonstration, columns: headers, rows }, null, 1)}\n`;
  }
  const lines = [...(list.demonstration ? [[DEMONSTRATION_MARK]] : []), headers, ...list.rows].map((row) =>
    row.map((cell) => (typeof cell === 'string' ? guardCell(cell) : cell)),
  );
  return `\ufeff${Papa.unparse(lines, { delimiter: separator, newline: '\r\n' })}\r\n`;
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

const rowOf = (item: Item): (string | number | null)[] => [
  item.listCode,
  item.head,
  item.persons,
  item.village?.name ?? null,
  item.commune?.name ?? null,
  item.year === null ? null : String(item.year),
  item.class === null
    ? null
    : `${CLASS_LABELS[item.class].vi}${item.state === 'provisional' ? ' (tạm tính)' : ''}`,
  item.incomeScore,
  item.deprivationScore,
];
