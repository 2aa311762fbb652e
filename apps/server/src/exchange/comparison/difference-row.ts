import { sexWords } from '@benvung/domain/exchange/exchange-words';
import { maskIdentityNumber } from '@benvung/domain/exchange/read-member';
import { writtenDay } from '@benvung/domain/shared/day';
import type { StoredBatch } from '../batches/batch.store.ts';
import type { PrintedList } from '../list-file.public.ts';
import type { StoredDifference } from './comparison.store.ts';

const KINDS = {
  differs: 'Khác',
  ambiguous: 'Nhiều người giống nhau',
  missingOurs: 'Chỉ có ở dân cư',
  missingTheirs: 'Chỉ có ở đây',
} as const;
const DECISIONS = { theirs: 'Lấy theo dân cư', ours: 'Giữ của ta', later: 'Để sau' } as const;

const DIFFERENCE_COLUMNS = [
  { header: 'Kết quả', width: 18 },
  { header: 'Họ tên (ở đây)', width: 26 },
  { header: 'Ngày sinh (ở đây)', width: 13 },
  { header: 'Giới tính (ở đây)', width: 9 },
  { header: 'CCCD (ở đây)', width: 16 },
  { header: 'Thôn', width: 18 },
  { header: 'Họ tên (dân cư)', width: 26 },
  { header: 'Ngày sinh (dân cư)', width: 13 },
  { header: 'Giới tính (dân cư)', width: 9 },
  { header: 'CCCD (dân cư)', width: 16 },
  { header: 'Địa chỉ (dân cư)', width: 28 },
  { header: 'Quyết định', width: 16 },
  { header: 'Lý do', width: 24 },
] as const;

/** @param whole whether identity numbers stand whole; cut short otherwise. */
function differenceRow(
  { kind, ours, theirs, decision, reason }: StoredDifference,
  whole: boolean,
): (string | null)[] {
  const told = (person: StoredDifference['ours']) => [
    person?.fullName ?? null,
    person?.birthDate == null ? null : writtenDay(person.birthDate),
    person?.sex == null ? null : sexWords.label(person.sex as 'male'),
    shownNumber(person?.identityNumber ?? null, whole),
    person?.place ?? null,
  ];
  return [
    KINDS[kind],
    ...told(ours),
    ...told(theirs),
    decision === null ? null : DECISIONS[decision],
    reason,
  ];
}

export const shownNumber = (number: string | null, whole: boolean): string | null =>
  number === null || whole ? number : maskIdentityNumber(number);

/** The differences of a comparison as a list to print. */
export const printedDifferences = (
  batch: Pick<StoredBatch, 'unitName' | 'fileName'>,
  differences: readonly StoredDifference[],
  { purpose, whole }: { readonly purpose: string; readonly whole: boolean },
): Pick<PrintedList, 'title' | 'place' | 'facts' | 'signed' | 'columns' | 'rows'> => ({
  title: 'Đối chiếu với cơ sở dữ liệu dân cư',
  place: batch.unitName,
  facts: [`Tệp: ${batch.fileName}`, `Mục đích: ${purpose}`],
  signed: true,
  columns: DIFFERENCE_COLUMNS,
  rows: differences.map((one) => differenceRow(one, whole)),
});
