import type { DuplicateList } from '@benvung/contract/household-duplicates';
import type { PrintedList } from '../exchange/list-file.public.ts';

type Pair = DuplicateList['pairs'][number];

const CERTAINTY = { certain: 'chắc chắn', likely: 'có lẽ', possible: 'có thể' } as const;
const STATE = { proposed: 'chờ xem', dismissed: 'không trùng', merged: 'đã nhập làm một' } as const;

const sideColumns = (which: string) =>
  [
    { header: `Mã hộ ${which}`, width: 14 },
    { header: `Chủ hộ ${which}`, width: 26 },
    { header: `Nhân khẩu ${which}`, width: 9, number: true },
    { header: `Thôn, xã ${which}`, width: 26 },
  ] as const;

/** Pairs of households that may be one, side by side in one row. */
export const printedPairs = (pairs: readonly Pair[]): Pick<PrintedList, 'title' | 'columns' | 'rows'> => ({
  title: 'Các cặp hộ nghi trùng',
  columns: [
    { header: 'Mức chắc chắn', width: 12 },
    ...sideColumns('thứ nhất'),
    ...sideColumns('thứ hai'),
    { header: 'Vì sao', width: 40 },
    { header: 'Kết quả', width: 14 },
    { header: 'Lý do, người quyết định', width: 26 },
  ],
  rows: pairs.map(({ certainty, household, other, why, state, decided }) => [
    CERTAINTY[certainty],
    ...sideCells(household),
    ...sideCells(other),
    why.join('; '),
    STATE[state],
    decided === null ? null : [decided.reason, decided.by].filter(Boolean).join(' · '),
  ]),
});

const sideCells = ({ listCode, head, persons, village, commune }: Pair['household']) => [
  listCode,
  head,
  persons,
  `${village.name}, ${commune.name}`,
];
