import ExcelJS from 'exceljs';
import { describe, expect, test } from 'vitest';
import { listFile, type PrintedList } from './list-file.public.ts';

const HOSTILE = ['=1+1', '+SUM(A1)', '@cmd', '-2+3', '\t=1', '\r=1'] as const;
const list: PrintedList = {
  title: 'Danh sách thử',
  place: 'Xã Bằng Mạc',
  facts: ['Mục đích: thử'],
  person: 'Nguyễn & Trần',
  at: '2026-10-05T02:40:00.000Z',
  demonstration: false,
  signed: true,
  columns: [
    { header: 'Họ tên', width: 20 },
    { header: 'Số', width: 8, number: true },
    { header: 'Tỷ lệ', width: 8, number: true, decimals: 2 },
  ],
  rows: [...HOSTILE.map((text): [string, number, number] => [text, 1, 2.5]), ['Lý Văn Páo', 4, 24.4]],
};

const asText = async (separator: 'semicolon' | 'comma') =>
  (await listFile('thu', list, { format: 'csv', separator })).content as string;

describe('a list as a file', () => {
  test('a cell that a spreadsheet would run is quoted in CSV, a number stays a number', async () => {
    const text = await asText('semicolon');
    for (const cell of HOSTILE) expect(text).toContain(`'${cell}`);
    expect(text).toContain('Lý Văn Páo;4;24,4\r\n');
    expect(await asText('comma')).toContain('Lý Văn Páo,4,24.4\r\n');
  });

  test('in Excel the same cells are texts, never formulas, under a printed head', async () => {
    const { content, name } = await listFile('thu', list, { format: 'xlsx', separator: 'semicolon' });
    expect(name).toBe('thu.xlsx');
    const book = new ExcelJS.Workbook();
    await book.xlsx.load(content as unknown as ArrayBuffer);
    const sheet = book.worksheets[0]!;
    const rows: unknown[][] = [];
    sheet.eachRow((row) => rows.push([1, 2, 3, 4].map((at) => row.getCell(at).value)));
    const values = rows.flat();
    for (const cell of HOSTILE) expect(values.map((value) => String(value).trim())).toContain(cell.trim());
    expect(values.some((value) => typeof value === 'object' && value !== null)).toBe(false);
    expect(rows).toContainEqual([7, 'Lý Văn Páo', 4, 24.4]);
    expect(sheet.pageSetup.printTitlesRow).toBe('5:5');
    expect(sheet.getRow(5).getCell(2).value).toBe('Họ tên');
    expect(sheet.headerFooter.oddFooter).toContain('Nguyễn && Trần');
    expect(sheet.pageSetup.paperSize).toBe(9);
  });

  test('in JSON cells are as they are', async () => {
    const { content } = await listFile('thu', list, { format: 'json', separator: 'semicolon' });
    expect(JSON.parse(content as string)).toMatchObject({
      columns: ['Họ tên', 'Số', 'Tỷ lệ'],
      rows: list.rows,
    });
  });

  test('50,000 rows stay within 400 MB', { timeout: 60_000 }, async () => {
    const rows = Array.from({ length: 50_000 }, (_unused, at) => [`Người thứ ${at}`, at, at / 7]);
    const before = process.memoryUsage().rss;
    await listFile('thu', { ...list, rows }, { format: 'xlsx', separator: 'semicolon' });
    expect((process.memoryUsage().rss - before) / 1024 ** 2).toBeLessThan(400);
  });
});
