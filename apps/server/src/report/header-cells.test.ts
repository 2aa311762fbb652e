import { expect, test } from 'vitest';
import { headerCells } from './header-cells.ts';

test('equal neighbouring groups become one cell and labels go down to the last row', () => {
  const { rows, cells } = headerCells([
    { label: 'Tổng' },
    { label: 'Nghèo', groups: ['Hộ'] },
    { label: '%', groups: ['Hộ'] },
    { label: 'Sâu', groups: ['Khẩu', 'Trong đó'] },
    { label: 'Nghèo', groups: ['Khẩu'] },
  ]);
  expect(rows).toBe(3);
  expect(
    cells.map(({ text, row, column, rowSpan, columnSpan }) => [text, row, column, rowSpan, columnSpan]),
  ).toEqual([
    ['Tổng', 0, 0, 3, 1],
    ['Hộ', 0, 1, 1, 2],
    ['Nghèo', 1, 1, 2, 1],
    ['%', 1, 2, 2, 1],
    ['Khẩu', 0, 3, 1, 2],
    ['Trong đó', 1, 3, 1, 1],
    ['Sâu', 2, 3, 1, 1],
    ['Nghèo', 1, 4, 2, 1],
  ]);
});
