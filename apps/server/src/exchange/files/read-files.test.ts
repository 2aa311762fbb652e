import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import ExcelJS from 'exceljs';
import { strToU8, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { FILE_LIMITS, FileRefusal } from './file-refusal.ts';
import { readCsv } from './read-csv.ts';
import { openXlsx } from './read-xlsx.ts';
import { sniffFile } from './sniff-file.ts';

const folder = mkdtempSync(join(tmpdir(), 'benvung-files-'));
let made = 0;
function fileOf(content: string | Uint8Array): string {
  made += 1;
  const path = join(folder, `f${made}`);
  writeFileSync(path, content);
  return path;
}

async function csvRows(content: string | Uint8Array, limits = FILE_LIMITS) {
  const rows = [];
  for await (const some of readCsv(fileOf(content), limits)) rows.push(...some);
  return rows;
}
async function xlsxRows(path: string) {
  const rows = [];
  for (const sheet of await openXlsx(path)) for await (const some of sheet.rows()) rows.push(...some);
  return rows;
}
const codeOf = (work: Promise<unknown>) =>
  work.then(
    () => 'read',
    (error) => (error instanceof FileRefusal ? error.code : String(error)),
  );

describe('a CSV file', () => {
  it.each([
    ['comma', 'a,b\n1,"x,y"\n'],
    ['semicolon', 'a;b\r\n1;"x,y"\r\n'],
    ['tab', 'a\tb\n1\tx,y'],
    ['byte order mark', '\ufeffa,b\n1,"x,y"'],
  ])('with %s is read', async (_name, text) =>
    expect((await csvRows(text)).map((row) => row.cells)).toEqual([
      ['a', 'b'],
      ['1', 'x,y'],
    ]),
  );

  it.each([
    ['UTF-16', Buffer.from('\ufeffHọ tên;Thôn\nHồ Văn Ấn;Thôn 1\n', 'utf16le'), null],
    [
      'Windows-1258',
      Buffer.from('HoÌ tên;Thôn\nHôÌ Vãn Ân;Thôn 1\n'.replaceAll('ã', '\u00e3'), 'latin1'),
      'windows-1258',
    ],
  ] as const)('in %s is read, the latter when a person agreed', async (_name, bytes, as) => {
    const rows = [];
    for await (const some of readCsv(fileOf(bytes), FILE_LIMITS, as)) rows.push(...some);
    expect(rows.map(({ cells }) => cells[1])).toEqual(['Thôn', 'Thôn 1']);
    if (as !== null) expect(rows[1]?.cells[0]?.normalize('NFC')).toBe('Hồ Văn Ân');
  });

  it('keeps the row numbers a spreadsheet shows, blank rows and the line that names the separator counted', async () =>
    expect((await csvRows('sep=;\na;b\n\n1;2')).map((row) => row.row)).toEqual([2, 4]));

  it('may hold line ends and quotes inside quotes', async () =>
    expect((await csvRows('a,b\n"Thôn 1\nxóm ""Giữa""",2')).at(-1)?.cells).toEqual([
      'Thôn 1\nxóm "Giữa"',
      '2',
    ]));

  it('longer than one piece loses no row and no letter', async () => {
    const lines = Array.from({ length: 60_000 }, (_unused, index) => `${index},Nguyễn Thị Ẩn ${index}`);
    const rows = await csvRows(`a,b\n${lines.join('\n')}`);
    expect(rows).toHaveLength(60_001);
    expect(rows.slice(1).every((row, index) => row.cells[1] === `Nguyễn Thị Ẩn ${index}`)).toBe(true);
  });

  it('in another encoding is refused, as is one with more columns or rows than any list', async () => {
    expect(await codeOf(csvRows(Buffer.from('H\u1ecd t\xean,b\n1,2', 'latin1')))).toBe(
      'exchange.file-not-utf8',
    );
    expect(await codeOf(csvRows(`${','.repeat(900)}\n`))).toBe('exchange.too-many-columns');
    expect(await codeOf(csvRows('a\nb\nc', { ...FILE_LIMITS, rows: 2 } as never))).toBe(
      'exchange.too-many-rows',
    );
  });
});

describe('a workbook', () => {
  it('gives text for dates, formulas, rich text, numbers and truth values', async () => {
    const book = new ExcelJS.Workbook();
    const sheet = book.addWorksheet('Sau rà soát');
    sheet.addRow(['Họ tên', 'Ngày sinh', 'CCCD', 'Tổng', 'Ghi chú', 'DTTS', 'Số']);
    sheet.addRow([
      'Nguyễn Thị Hoà'.normalize('NFD'),
      new Date(Date.UTC(1985, 1, 28)),
      46185000123,
      { formula: 'A1+1', result: 7 },
      { richText: [{ text: 'nhà ' }, { font: { bold: true }, text: 'tạm & dột' }] },
      true,
      0.1 + 0.2,
    ]);
    sheet.getCell('A4').value = 'cách một dòng';
    sheet.getRow(2).getCell(2).numFmt = 'dd/mm/yyyy';
    const path = fileOf(new Uint8Array(await book.xlsx.writeBuffer()));
    expect(await sniffFile(path)).toBe('xlsx');
    const rows = await xlsxRows(path);
    expect(rows[1]).toMatchObject({ sheet: 'Sau rà soát', row: 2 });
    expect(rows[1]?.cells).toEqual([
      'Nguyễn Thị Hoà'.normalize('NFD'),
      '28/02/1985',
      '46185000123',
      '7',
      'nhà tạm & dột',
      'Có',
      '0.3',
    ]);
    expect(rows[2]).toMatchObject({ row: 4, cells: ['cách một dòng'] });
  });

  const parts = (more: Record<string, Uint8Array> = {}, sheet = '<worksheet/>') => ({
    'xl/workbook.xml': strToU8(
      '<x:workbook xmlns:x="m" xmlns:r="n"><x:sheets><x:sheet name="Tờ &amp; 1" sheetId="1" r:id="rId1"/></x:sheets></x:workbook>',
    ),
    'xl/_rels/workbook.xml.rels': strToU8(
      '<Relationships><Relationship Id="rId1" Target="/xl/worksheets/sheet1.xml"/></Relationships>',
    ),
    'xl/worksheets/sheet1.xml': strToU8(sheet),
    ...more,
  });

  it('written by other programs, with prefixes and without addresses, is read too', async () => {
    const sheet =
      '<x:worksheet><x:sheetData><x:row><x:c t="inlineStr"><x:is><x:t>Hộ &lt;1&gt;</x:t></x:is></x:c><x:c><x:v>1.5E3</x:v></x:c></x:row></x:sheetData></x:worksheet>';
    expect(await xlsxRows(fileOf(zipSync(parts({}, sheet))))).toEqual([
      { sheet: 'Tờ & 1', row: 1, cells: ['Hộ <1>', '1500'] },
    ]);
  });

  it.each([
    ['macros', () => zipSync(parts({ 'xl/vbaProject.bin': strToU8('x') })), 'exchange.file-has-macros'],
    ['another kind of zip', () => zipSync({ 'a.txt': strToU8('x') }), 'exchange.file-type-unknown'],
    [
      'a bomb',
      () => zipSync(parts({ 'xl/sharedStrings.xml': new Uint8Array(60 * 1024 ** 2) })),
      'exchange.file-expands-too-much',
    ],
    ['a torn end', () => zipSync(parts()).slice(0, 300), 'exchange.file-damaged'],
    [
      'a directory that lies about a size',
      () => {
        const zip = zipSync(parts({}, `<worksheet>${'<row/>'.repeat(5000)}</worksheet>`));
        const view = Buffer.from(zip);
        const at = view.lastIndexOf(Buffer.from('xl/worksheets/sheet1.xml')) - 46;
        view.writeUInt32LE(10, at + 24);
        return view;
      },
      'exchange.file-expands-too-much',
    ],
  ])('with %s is refused', async (_name, make, code) => {
    expect(await codeOf(xlsxRows(fileOf(make())))).toBe(code);
  });
});

describe('what is not a list at all', () => {
  const compound = Buffer.from('d0cf11e0a1b11ae1', 'hex');
  it.each([
    ['an empty file', Buffer.alloc(0), 'exchange.file-empty'],
    [
      'a workbook under a password',
      Buffer.concat([compound, Buffer.alloc(600), Buffer.from('EncryptedPackage', 'utf16le')]),
      'exchange.file-encrypted',
    ],
    ['an old .xls', Buffer.concat([compound, Buffer.alloc(600)]), 'exchange.file-old-excel'],
    ['a PDF', Buffer.from('%PDF-1.7\n'), 'exchange.file-type-unknown'],
    ['a picture', Buffer.from('89504e470d0a1a0a00', 'hex'), 'exchange.file-type-unknown'],
  ])('(%s) is refused with its own sentence', async (_name, content, code) => {
    expect(await codeOf(sniffFile(fileOf(content)))).toBe(code);
  });
});
