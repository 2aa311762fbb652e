import { readAnnex } from '@benvung/domain/plan/target/read-annex';
import ExcelJS from 'exceljs';
import { expect, test } from 'vitest';
import { annexCells } from './import-annex.ts';

const HEADING = [
  'TT',
  'Đơn vị',
  'Hộ nghèo đầu năm',
  'Tỷ lệ %',
  'Giảm trong năm',
  'Còn lại',
  'Tỷ lệ cuối năm %',
];

const linesOf = async (content: Buffer, name: string) => {
  const cells = await annexCells(content, name);
  if (!cells.ok) throw new Error(cells.problem.code);
  const annex = readAnnex(cells.value);
  if (!annex.ok) throw new Error(annex.problem.code);
  return annex.value.rows.map(({ name: unit, line: { opening, planned } }) => [
    unit,
    opening.count,
    opening.rate,
    planned.count,
    planned.rate,
  ]);
};

test('a workbook with numbers as numbers is read as written', async () => {
  const workbook = new ExcelJS.Workbook();
  const sheet = workbook.addWorksheet('Phụ lục');
  sheet.addRow(['PHỤ LỤC CHỈ TIÊU']);
  sheet.addRow(HEADING);
  sheet.addRow([1, 'Huyện A Lưới', 3485, 24.4, 1196, 2289, 15.83]);
  sheet.addRow([2, 'Huyện Nam Đông', 190, 2.624, 31, 159, 2.16]);
  const content = Buffer.from(await workbook.xlsx.writeBuffer());
  expect(await linesOf(content, 'phu-luc.xlsx')).toEqual([
    ['Huyện A Lưới', 3485, 2440, 2289, 1583],
    ['Huyện Nam Đông', 190, 262, 159, 216],
  ]);
});

test('a list with semicolons and commas before decimals too', async () => {
  const text = [HEADING.join(';'), '1;Huyện A Lưới;3.485;24,40;1.196;2.289;15,83'].join('\r\n');
  expect(await linesOf(Buffer.from(`\ufeff${text}`), 'phu-luc.csv')).toEqual([
    ['Huyện A Lưới', 3485, 2440, 2289, 1583],
  ]);
});

test('a workbook that is none is refused in words', async () => {
  expect(await annexCells(Buffer.from('PK\u0003\u0004 hỏng'), 'a.xlsx')).toMatchObject({ ok: false });
});
