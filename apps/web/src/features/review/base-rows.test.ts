import { EMPTY_BASE } from '@benvung/domain/review/population-base';
import { expect, test } from 'vitest';
import { translate } from '../../platform/i18n.ts';
import { applyBaseChanges, baseRows, changedLines, readCount, takeSum } from './base-rows.ts';
import { deskWords } from './desk.words.ts';

const t = translate(deskWords, 'vi');
const line = (villageId: number, households: number | null, lastHouseholds: number | null = null) => ({
  villageId,
  name: villageId === 0 ? 'Xã Lâm Đớt' : `Thôn ${villageId}`,
  version: households === null ? 0 : 1,
  figures: { ...EMPTY_BASE, households },
  lastHouseholds,
});
const change = (row: number, column: string, after: string) => ({
  row: String(row),
  column,
  before: '',
  after,
});

test.each([
  ['1.234', 1234],
  ['1 234', 1234],
  [' 56 ', 56],
  ['', null],
  ['12,5', undefined],
  ['-3', undefined],
  ['chưa có', undefined],
] as const)('%j is read as %s', (typed, value) => {
  expect(readCount(typed)).toBe(value);
});

test('pasted cells change their lines only, and what is back as it was is no change', () => {
  const lines = [line(0, null), line(71, 70), line(72, null)];
  const typed = applyBaseChanges(lines, new Map(), [
    change(72, 'households', '50'),
    change(71, 'households', '71'),
  ]);
  expect(changedLines(lines, typed).map(({ villageId }) => villageId)).toEqual([71, 72]);
  const back = applyBaseChanges(lines, typed, [change(71, 'households', '70')]);
  expect(changedLines(lines, back).map(({ villageId }) => villageId)).toEqual([72]);
});

test('the sum of the villages stands beside the commune’s line, blank while a village is missing', () => {
  const lines = [line(0, 121), line(71, 70, 40), line(72, null)];
  const before = baseRows(lines, new Map(), t).at(-1)!;
  expect(before.cells.households).toMatchObject({ text: '', mark: { note: 'còn 1 thôn chưa có' } });
  const typed = applyBaseChanges(lines, new Map(), [
    change(72, 'households', '50'),
    change(72, 'minorityHouseholds', '60'),
  ]);
  const rows = baseRows(lines, typed, t);
  expect(rows.at(-1)?.cells.households).toMatchObject({
    text: '120',
    mark: { look: 'warning', note: 'lệch 1' },
  });
  expect(rows[1]?.cells.households?.mark).toMatchObject({ note: 'Khác xa năm trước (40 hộ).' });
  expect(rows[2]?.cells.minorityHouseholds?.mark).toEqual({ look: 'error', note: 'Hộ DTTS lớn hơn Số hộ.' });
  expect(takeSum(lines, typed).get(0)).toMatchObject({ households: 120, persons: null });
});
