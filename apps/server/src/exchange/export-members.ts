import type { ProblemCode } from '@benvung/contract/problem-texts';
import { RELATION_LABELS, SEX_LABELS } from '@benvung/domain/household/fact-labels';
import type { SensitiveField } from '@benvung/domain/household/sensitive-fields';
import { writtenDay } from '@benvung/domain/shared/day';
import { ok, type Problem, type Result, refuse } from '@benvung/domain/shared/result';
import { findHousehold, itemsOf, listMembersOf, shownSensitive } from '../household/household.public.ts';
import type { Db } from '../platform/database/database.ts';
import {
  classText,
  type ExportedHousehold,
  type FilteredHouseholds,
  factsOf,
  type ListSetting,
  listEveryHousehold,
} from './export-households.ts';
import { MOST_FILE_ROWS, type PrintedColumn, type PrintedList } from './list-file.public.ts';

type Member = NonNullable<
  Awaited<ReturnType<typeof listMembersOf>> extends Map<string, (infer One)[]> ? One : never
>;
const HOUSEHOLDS_A_QUERY = 500;

/**
 * Who lives in the households of a list now, a row a person. `closed`: the sensitive fields that stand in columns of
 * their own; the caller has seen to who may read them, and logs it.
 */
export async function exportMembers(
  db: Db,
  asked: { readonly wanted: FilteredHouseholds; readonly closed: readonly SensitiveField[] },
  { purpose, ...setting }: ListSetting,
): Promise<Result<PrintedList, Problem<ProblemCode>>> {
  const { wanted, closed } = asked;
  const households = await listEveryHousehold(db, wanted);
  if (!households.ok) return households;
  const rows: (string | number | null)[][] = [];
  for (let from = 0; from < households.value.length; from += HOUSEHOLDS_A_QUERY) {
    const some = households.value.slice(from, from + HOUSEHOLDS_A_QUERY);
    const members = await listMembersOf(
      db,
      some.map(({ id }) => id),
    );
    for (const household of some) rows.push(...rowsOf(household, members.get(household.id) ?? [], closed));
    if (rows.length > MOST_FILE_ROWS)
      return refuse('exchange.list-too-long', { total: rows.length, most: MOST_FILE_ROWS });
  }
  return ok({
    ...setting,
    title: 'Danh sách thành viên hộ gia đình',
    facts: factsOf(wanted, purpose),
    signed: true,
    columns: [...COLUMNS, ...closed.map((field) => CLOSED[field])],
    rows,
  });
}

/** The same of one household, as its page shows them; nothing when there is none of that id. */
export async function exportMembersOfOne(
  db: Db,
  asked: { readonly householdId: string; readonly today: string; readonly closed: readonly SensitiveField[] },
  { person, at, demonstration, purpose }: Omit<ListSetting, 'place'>,
): Promise<{ readonly list: PrintedList; readonly scopePath: string } | undefined> {
  const { householdId, today, closed } = asked;
  const stored = await findHousehold(db, householdId);
  if (stored === undefined) return undefined;
  const [household] = await itemsOf(db, [stored], { year: null, today });
  if (household === undefined) return undefined;
  const members = (await listMembersOf(db, [householdId])).get(householdId) ?? [];
  return {
    scopePath: stored.scopePath,
    list: {
      person,
      at,
      demonstration,
      place: household.commune?.name ?? '',
      title: `Danh sách thành viên hộ ${household.head}`,
      facts: [`Mục đích: ${purpose}`],
      signed: true,
      columns: [...COLUMNS, ...closed.map((field) => CLOSED[field])],
      rows: rowsOf(household, members, closed),
    },
  };
}

const rowsOf = (
  household: ExportedHousehold,
  members: readonly Member[],
  closed: readonly SensitiveField[],
) => members.map((member) => rowOf(household, member, closed));

const COLUMNS: readonly PrintedColumn[] = [
  { header: 'Mã hộ', width: 14 },
  { header: 'Chủ hộ', width: 26 },
  { header: 'Họ và tên', width: 26 },
  { header: 'Quan hệ với chủ hộ', width: 14 },
  { header: 'Giới tính', width: 8 },
  { header: 'Ngày sinh', width: 13 },
  { header: 'Thôn', width: 18 },
  { header: 'Xã', width: 18 },
  { header: 'Phân loại hộ', width: 18 },
];

const CLOSED: Readonly<Record<SensitiveField, PrintedColumn>> = {
  identityNumber: { header: 'Số định danh', width: 16 },
  ethnicity: { header: 'Dân tộc', width: 12 },
  disability: { header: 'Khuyết tật', width: 22 },
  illness: { header: 'Bệnh chưa chữa', width: 14 },
  nutrition: { header: 'Dinh dưỡng', width: 16 },
};

const rowOf = (
  household: ExportedHousehold,
  member: Member,
  closed: readonly SensitiveField[],
): (string | null)[] => [
  household.listCode,
  household.head,
  member.fullName,
  RELATION_LABELS[member.relation].vi,
  member.sex === null ? null : SEX_LABELS[member.sex].vi,
  member.birthDate === null ? null : writtenDay(member.birthDate),
  household.village?.name ?? null,
  household.commune?.name ?? null,
  classText(household),
  ...closed.map((field) => shownSensitive(member, field, 'vi')),
];
