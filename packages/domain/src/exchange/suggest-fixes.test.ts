import { expect, test } from 'vitest';
import { mapColumns } from './column-map.ts';
import { correctRow, makeCorrections } from './correct-cells.ts';
import { suggestFixes } from './suggest-fixes.ts';
import { foldWord } from './vocabulary.ts';

const words = { ethnicities: ['Kinh', 'Tày', 'Thái', 'Tà Ôi'], relations: ['Chủ hộ', 'Vợ/chồng', 'Con'] };
const fixes = (code: string, detail: Record<string, string | number>) =>
  suggestFixes({ code: code as never, detail }, words).map(({ to }) => to);

test.each([
  ['exchange.day-not-real', { value: '30/02/1985' }, ['28/02/1985', '1985', '']],
  ['exchange.day-not-real', { value: '12/25/1985' }, ['25/12/1985', '1985', '']],
  ['exchange.day-not-readable', { value: '15/3/85' }, ['15/03/1985', '']],
  ['exchange.day-not-readable', { value: 'khoảng 1960' }, ['1960', '']],
  ['exchange.day-in-future', { value: '12/05/2061' }, ['12/05/1961', '']],
  ['exchange.ethnicity-unknown', { value: 'Tầy' }, ['Tày', '']],
  [
    'exchange.word-unknown',
    { value: 'Hộ nghéo', word: 'Hộ nghéo', words: 'Hộ nghèo, Hộ cận nghèo' },
    ['Hộ nghèo', ''],
  ],
  ['exchange.relation-unknown', { value: 'Vợ chồn' }, ['Vợ/chồng']],
  ['exchange.number-not-readable', { value: '4 người' }, ['4', '']],
  [
    'exchange.commune-unknown',
    { value: 'Hương Phu', commune: 'Hương Phu', near: 'Xã Hương Phú' },
    ['Xã Hương Phú'],
  ],
  ['exchange.village-missing', { head: 'Hồ Văn A' }, []],
] as const)('%s %j: %j', (code, detail, expected) => {
  expect(fixes(code, detail)).toEqual(expected);
});

const header = { sheet: 'Hộ', row: 1, cells: ['Họ và tên', 'Ngày sinh', 'Dân tộc', 'Ghi riêng'] };
const row = { sheet: 'Hộ', row: 17, cells: ['Hồ Thị Nga', '30/02/1985', ' Tầy '] };

test('a correction holds for one cell, or for all equal cells of a column, and leaves the file as it is', () => {
  const corrections = makeCorrections([
    { at: 'Hộ!B17', column: 'Ngày sinh', from: '30/02/1985', to: '1985' },
    { at: null, column: 'Dân tộc', from: 'Tầy', to: 'Tày' },
  ]);
  const map = mapColumns(header, []);
  expect(corrections && correctRow(row, map, corrections).cells).toEqual(['Hồ Thị Nga', '1985', 'Tày']);
  expect(row.cells[1]).toBe('30/02/1985');
  expect(makeCorrections([])).toBeUndefined();
});

test('a header means what a person paired it with, and nothing when they said so', () => {
  const choices = new Map([
    [foldWord('Ghi riêng'), 'identityNumber' as const],
    [foldWord('Dân tộc'), null],
  ]);
  const map = mapColumns(header, [], choices);
  expect([map.columns.get('identityNumber'), map.columns.has('ethnicity')]).toEqual([3, false]);
});
