import type { LedgerView } from '@benvung/contract/review-desk';
import { expect, test } from 'vitest';
import { translate } from '../../platform/i18n.ts';
import { deskWords } from './desk.words.ts';
import { buildLedgerModel, explainLedger } from './ledger-model.ts';

const t = translate(deskWords, 'vi');
const unit = (id: number, name: string) => ({ id, code: null, level: 'village' as const, name });
const entry = (changes: Partial<LedgerView['total'][number]>): LedgerView['total'][number] => ({
  class: 'POOR',
  unit: 'households',
  opening: 10,
  columns: [1, 2, 0, 0, 0, 1, 0],
  pending: 0,
  closing: 8,
  difference: 0,
  lastClosing: null,
  formerClosing: null,
  ...changes,
});
const ledger: LedgerView = {
  unit: { id: 7, code: '00007', level: 'commune', name: 'Xã Bảy' },
  year: 2024,
  standard: 'VN-2022',
  formerStandard: null,
  lines: [
    { unit: unit(71, 'Thôn Một'), entries: [entry({})] },
    { unit: unit(72, 'Thôn Hai'), entries: [entry({ closing: 9, difference: 1, lastClosing: 11 })] },
  ],
  total: [entry({ opening: 20, closing: 17, difference: 1 })],
};
const choice = { class: 'POOR', measure: 'households' } as const;

test('each number opens to its column of the official table, nothing opens where there is nothing', () => {
  const model = buildLedgerModel(ledger, choice, { href: (id, column) => `/bieu/2?o=${id}.${column}`, t });
  const [first] = model.groups[0]!.rows;
  expect(first?.cells.map((cell) => cell?.href ?? null)).toEqual([
    null,
    '/bieu/2?o=71.c1',
    '/bieu/2?o=71.c2',
    '/bieu/2?o=71.c3',
    null,
    null,
    null,
    '/bieu/2?o=71.c7',
    null,
    null,
    '/bieu/2?o=71.c9',
    null,
  ]);
  expect(first?.cells.at(-1)?.text).toBe('✓');
});

test('a line that does not balance is explained by its own figures, and so is an opening that differs', () => {
  const { unbalanced, openings } = explainLedger(ledger, choice, t);
  expect(unbalanced[0]?.text).toBe(
    'Thôn Hai: đầu kỳ 10 − giảm 3 + tăng 1 − chưa rà soát 0 = 8, cuối kỳ ghi 9, lệch 1.',
  );
  expect(openings.map(({ text }) => text)).toEqual([
    'Thôn Hai: đầu kỳ 10, cuối kỳ năm trước 11. Do đính chính sau khi khóa, hoặc danh sách đầu kỳ nhập riêng.',
  ]);
});

test('where the standard changed, the opening is re-based in a column of its own beside the former closing', () => {
  const rebased: LedgerView = {
    ...ledger,
    formerStandard: 'VN-2016',
    lines: [
      { unit: unit(71, 'Thôn Một'), entries: [entry({ formerClosing: 4 })] },
      { unit: unit(72, 'Thôn Hai'), entries: [entry({})] },
    ],
    total: [entry({ opening: 20, formerClosing: 25 })],
  };
  const model = buildLedgerModel(rebased, choice, { href: () => '/', t });
  expect(model.header[0]?.slice(1, 4).map(({ text }) => text)).toEqual([
    'Cuối kỳ 2023 (chuẩn VN-2016)',
    'Chuyển chuẩn',
    'Đầu kỳ',
  ]);
  const shown = model.groups.map(({ rows }) => rows[0]?.cells.slice(1, 4).map((cell) => cell?.text));
  expect(shown).toEqual([
    ['4', '+6', '10'],
    ['–', '–', '10'],
    ['25', '−5', '20'],
  ]);
  expect(rows(model)).toBe(model.columns);
});

const rows = (model: ReturnType<typeof buildLedgerModel>) => model.groups[0]?.rows[0]?.cells.length;
