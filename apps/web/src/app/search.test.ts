import { describe, expect, test } from 'vitest';
import { latestYear } from './latest-year.ts';
import { type OpenCell, readOpenCell, writeOpenCell } from './pages/open-cell.ts';
import { readHouseholdListSearch, readTableSearch } from './search.ts';

describe('an address always opens something', () => {
  test('what is malformed is left out', () => {
    expect(
      readTableSearch({ 'don-vi': 'abc', nam: 2023.5, 'ban-do': '1/7/2025', o: '<x>', trang: 0, la: 1 }),
    ).toEqual({});
  });

  test('what is well formed is kept', () => {
    const search = { 'don-vi': 12, nam: 2023, 'ban-do': '2025-07-01', o: '12.c3', trang: 2 };
    expect(readTableSearch(search)).toEqual(search);
    expect(readTableSearch({ 'don-vi': '12', nam: '2023' })).toEqual({ 'don-vi': 12, nam: 2023 });
  });

  test('a name that was looked for is never part of it', () => {
    expect(
      readHouseholdListSearch({ loai: 'FOO', 'dien-bien': 'toString', buoc: 'abc', chuan: 'unit:9' }),
    ).toEqual({});
    expect(readHouseholdListSearch({ q: 'Hồ Văn Lanh', ten: 'Lanh', loai: 'POOR' })).toEqual({
      loai: 'POOR',
    });
  });
});

describe('the open cell', () => {
  test.each<OpenCell>([
    { unit: 12, rest: null, column: 'c3', line: null },
    { unit: 12, rest: 'notAssignable', column: 'c3', line: null },
    { unit: 12, rest: 'villageUnknown', column: 'ethnic.05', line: 'persons' },
    { unit: 12, rest: null, column: 'c3', line: 'persons' },
    { unit: 12, rest: null, column: 'ethnic.05', line: 'households' },
  ])('%j goes into the address and comes back', (cell) => {
    expect(readOpenCell(writeOpenCell(cell))).toEqual(cell);
  });

  test.each([undefined, '', 'c3', '12', '12.', 'x.c3', '12:x.c3', '12:.c3', ':notAssignable.c3'])(
    '%s opens nothing',
    (text) => {
      expect(readOpenCell(text)).toBeNull();
    },
  );
});

test('tables open on the last finished year, not on the one that is under way', () => {
  expect(latestYear([2022, 2023, 2024], '2024-10-15')).toBe(2023);
  expect(latestYear([2024], '2024-10-15')).toBe(2024);
  expect(latestYear([], '2024-10-15')).toBe(2023);
});
