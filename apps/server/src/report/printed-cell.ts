import type { TableCellHouseholds } from '@benvung/contract/report';
import { CLASS_LABELS } from '@benvung/domain/standard/class-labels';
import type { PrintedList } from '../exchange/list-file.public.ts';

const labels: Readonly<Record<string, { readonly vi: string }>> = CLASS_LABELS;

/** The households a figure of a table is made of, as a list to print. */
export const printedCell = (
  households: TableCellHouseholds['households'],
  { number, year, purpose }: { readonly number: number; readonly year: number; readonly purpose: string },
): Pick<PrintedList, 'title' | 'place' | 'facts' | 'signed' | 'columns' | 'rows'> => ({
  title: `Danh sách hộ làm nên một số của Biểu ${number}`,
  place: '',
  facts: [`Năm ${year}`, `Mục đích: ${purpose}`],
  signed: true,
  columns: [
    { header: 'Chủ hộ', width: 28 },
    { header: 'Thôn', width: 20 },
    { header: 'Xã', width: 20 },
    { header: 'Phân loại', width: 20 },
    { header: 'Nhân khẩu', width: 10, number: true },
  ],
  rows: households.map((one) => [
    one.head,
    one.village,
    one.commune,
    one.class === null ? null : (labels[one.class]?.vi ?? one.class),
    one.persons,
  ]),
});
