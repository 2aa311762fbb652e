// @vitest-environment jsdom
import { expect, test } from 'vitest';
import { cellOf, readTable } from './read-table.ts';

const table = (html: string): HTMLTableElement => {
  document.body.innerHTML = `<table>${html}</table>`;
  return document.querySelector('table') as HTMLTableElement;
};

test.each([
  ['1.234.567', 1234567],
  ['24,40', 24.4],
  ['−0,51', -0.51],
  ['+12', 12],
  ['0', 0],
  ['2024', '2024'],
  ['0123', '0123'],
  ['–', '–'],
  ['', null],
])('%s is read as %s', (text, value) => {
  expect(cellOf(text)).toBe(value);
});

test('headers of several lines become one; a spanning cell stands in every column; buttons stay behind', () => {
  const read = readTable(
    table(`<thead><tr><th rowspan="2">Thôn</th><th colspan="2">Hộ nghèo</th><th class="no-print">x</th></tr>
      <tr><th>Đầu kỳ</th><th><button>Cuối kỳ</button></th></tr></thead>
      <tbody><tr><th>Nà Pất <span class="visually-hidden">mở</span></th><td>1.200</td><td>12,50</td>
        <td class="no-print"><button>Mở</button></td></tr>
      </tbody><tfoot><tr><th colspan="2">Cộng<br>cả xã</th><td>3<button>Xem</button></td></tr></tfoot>`),
  );
  expect(read).toEqual({
    columns: ['Thôn', 'Hộ nghèo · Đầu kỳ', 'Hộ nghèo · Cuối kỳ'],
    rows: [
      ['Nà Pất', 1200, 12.5],
      ['Cộng; cả xã', 'Cộng; cả xã', 3],
    ],
    totals: 1,
  });
});
