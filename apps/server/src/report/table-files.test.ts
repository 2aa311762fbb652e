import type { OfficialTable } from '@benvung/contract/report';
import exceljs from 'exceljs';
import { describe, expect, test } from 'vitest';
import { tableAsCsv } from './table-as-csv.ts';
import { tableAsWorkbook } from './table-as-workbook.ts';
import { tableLines } from './table-lines.ts';

const unit = (id: number, name: string) => ({ id, code: String(id), level: 'district' as const, name });
const table: OfficialTable = {
  table: 1,
  title: 'Tổng hợp kết quả',
  year: 2023,
  map: null,
  standard: 'VN-2022',
  unit: { id: 1146, code: '46', level: 'province', name: 'Tỉnh Thừa Thiên Huế' },
  demo: true,
  unverified: ['provisional'],
  columns: [
    { key: 'c1', label: 'Tổng số hộ', number: '1', kind: 'count' },
    { key: 'c3', label: 'Hộ nghèo', number: '3', groups: ['Số hộ'], kind: 'count' },
    { key: 'c4', label: 'Tỷ lệ (%)', number: '4=3/1×100', groups: ['Số hộ'], kind: 'rate' },
    { key: 'undetermined', label: 'Chưa xác định', kind: 'count' },
  ],
  rows: [
    { unit: unit(481, 'Huyện A Lưới'), line: null, kind: 'group', values: [14_283, 3485, 24.4, 0] },
    { unit: unit(9, '=Xã, "Một"'), line: null, kind: 'unit', values: [null, 12, null, 0] },
    { unit: null, line: null, kind: 'notAssignable', values: [null, 1, null, 0] },
  ],
  total: [14_283, 3486, 24.41, 0],
  checks: [],
};

test('units are numbered as on the form: parents by Roman numbers, their children anew below each', () => {
  expect(tableLines(table).map(({ number, name }) => [number, name])).toEqual([
    ['', 'Tổng số'],
    ['I', 'Huyện A Lưới'],
    ['1', '=Xã, "Một"'],
    ['2', 'Chưa gán được'],
  ]);
});

describe('the workbook', () => {
  const open = async (of: OfficialTable) => {
    const workbook = new exceljs.Workbook();
    await workbook.xlsx.load((await tableAsWorkbook(of)).buffer as ArrayBuffer);
    return workbook.worksheets[0]!;
  };

  test('says that it is a demonstration in its first row', async () => {
    expect(String((await open(table)).getCell('A1').value)).toContain('DỮ LIỆU TRÌNH DIỄN');
    expect(String((await open({ ...table, demo: false })).getCell('A1').value)).toBe('Biểu số 1');
  });

  test('is A4 across, repeats its header, merges its groups and keeps numbers as numbers', async () => {
    const sheet = await open(table);
    expect(sheet.pageSetup).toMatchObject({ paperSize: 9, orientation: 'landscape', fitToWidth: 1 });
    const numbersAt = [...Array(20).keys()].find((row) => sheet.getCell(row + 1, 1).value === 'A')! + 1;
    expect(sheet.pageSetup.printTitlesRow).toBe(`${numbersAt - 2}:${numbersAt}`);
    const group = sheet.getCell(numbersAt - 2, 4);
    expect([group.value, sheet.getCell(numbersAt - 2, 5).master.address]).toEqual(['Số hộ', group.address]);
    const poor = sheet.getCell(numbersAt + 2, 4);
    expect([poor.value, poor.numFmt]).toEqual([3485, '#,##0']);
    expect([sheet.getCell(numbersAt + 2, 5).value, sheet.getCell(numbersAt + 2, 5).numFmt]).toEqual([
      24.4,
      '#,##0.00',
    ]);
  });

  test('gives a long header the height its lines take', async () => {
    const label = 'Hộ nông, lâm, ngư, diêm nghiệp có mức sống trung bình';
    const columns = table.columns.map((column) => (column.key === 'c3' ? { ...column, label } : column));
    const tallest = (sheet: Awaited<ReturnType<typeof open>>) =>
      Math.max(...[...Array(12).keys()].map((row) => sheet.getRow(row + 1).height ?? 0));
    expect(tallest(await open(table))).toBe(32);
    expect(tallest(await open({ ...table, columns }))).toBeGreaterThan(60);
  });

  test('leaves out a column the form does not have while it counts nobody', async () => {
    const headers = async (of: OfficialTable) => JSON.stringify((await open(of)).getSheetValues());
    expect(await headers(table)).not.toContain('Chưa xác định');
    expect(await headers({ ...table, total: [14_283, 3486, 24.41, 2] })).toContain('Chưa xác định');
  });
});

test('a CSV is marked, has plain numbers, and no cell that a spreadsheet would run', () => {
  const lines = tableAsCsv(table).split('\r\n');
  expect(lines[0]).toBe('\uFEFF# DỮ LIỆU TRÌNH DIỄN');
  expect(lines[1]).toContain('tạm tính');
  expect(lines[2]).toBe('TT,Đơn vị,Tổng số hộ,Số hộ / Hộ nghèo,Số hộ / Tỷ lệ (%),Chưa xác định');
  expect(lines[5]).toBe('I,Huyện A Lưới,14283,3485,24.4,0');
  expect(lines[6]).toMatch(/^1,"'=Xã, ""Một""",,12,,0$/u);
});
