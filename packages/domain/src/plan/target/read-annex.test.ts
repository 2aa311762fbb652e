import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { checkParts } from './check-cascade.ts';
import { cellsOfText, readAnnex } from './read-annex.ts';
import { assignedOf } from './target.ts';

/** Kế hoạch 03/KH-UBND ngày 03/01/2024 của UBND tỉnh Thừa Thiên Huế, phụ lục: opening, rate, decrease, planned, rate. */
const ANNEX = [
  ['Toàn tỉnh', 7540, 227, 1595, 5945, 176],
  ['Thành phố Huế', 859, 65, 103, 756, 56],
  ['Thị xã Hương Thủy', 166, 64, 16, 150, 57],
  ['Thị xã Hương Trà', 277, 150, 28, 249, 133],
  ['Huyện Phong Điền', 615, 205, 54, 561, 185],
  ['Huyện Quảng Điền', 445, 170, 33, 412, 156],
  ['Huyện Phú Lộc', 692, 166, 67, 625, 148],
  ['Huyện Phú Vang', 811, 227, 67, 744, 205],
  ['Huyện Nam Đông', 190, 262, 31, 159, 216],
  ['Huyện A Lưới', 3485, 2440, 1196, 2289, 1583],
] as const;
const HEADING = [
  'STT',
  'Đơn vị',
  'Tổng số hộ nghèo năm 2023',
  'Tỷ lệ nghèo năm 2023',
  'Số hộ nghèo giảm năm 2024',
  'Tổng số hộ nghèo còn lại năm 2024 (Phấn đấu)',
  'Tỷ lệ năm 2024',
];
const dotted = (value: number) => String(value).replace(/\B(?=(\d{3})+$)/gu, '.');
const rate = (value: number) => `${Math.floor(value / 100)},${String(value % 100).padStart(2, '0')}`;
const printed = ANNEX.map(([name, opening, before, decrease, planned, after], at) => [
  at === 0 ? '' : String(at),
  name,
  dotted(opening),
  rate(before),
  dotted(decrease),
  dotted(planned),
  rate(after),
]);

const SEED = new URL('../../../../../../shared/seeds/2024-tinh-thua-thien-hue.txt', import.meta.url);
/** The annex as a legal web site gives it: one cell a line. */
const flattened = [HEADING, ...printed].flatMap((row) => row.map((cell) => `${cell} |`)).join('\n');
const seedText = existsSync(SEED) ? readFileSync(SEED, 'utf8') : null;

const readCells = (cells: readonly (readonly string[])[]) => {
  const read = readAnnex(cells);
  if (!read.ok) throw new Error(read.problem.code);
  return read.value;
};

const forms: readonly (readonly [form: string, cells: readonly (readonly string[])[]])[] = [
  ['as a sheet', [['PHẤN ĐẤU CHỈ TIÊU GIẢM NGHÈO CỦA CÁC ĐỊA PHƯƠNG NĂM 2024'], HEADING, ...printed]],
  ['pasted from a spreadsheet', cellsOfText([HEADING, ...printed].map((row) => row.join('\t')).join('\n'))],
  ['flattened to a cell a line', cellsOfText(flattened)],
  ['flattened without empty cells', cellsOfText(flattened.replace(/^ \|\n/gmu, ''))],
  ...(seedText === null ? [] : [['as it stands in the whole document', cellsOfText(seedText)] as const]),
];

describe.each(forms)('Thừa Thiên Huế’s annex of 2024 %s', (_form, cells) => {
  const annex = readCells(cells);
  const lines = [annex.total, ...annex.rows].flatMap((row) => (row === null ? [] : [row]));

  test('gives the same rows, counts and rates', () => {
    expect(
      lines.map(({ name, line }) => [
        name,
        line.opening.count,
        line.opening.rate,
        assignedOf('stock', line),
        line.planned.count,
        line.planned.rate,
      ]),
    ).toEqual(ANNEX);
    expect(annex.faults).toEqual([]);
  });

  test('adds up in every column, and its rates agree on one number of households', () => {
    const whole = annex.total;
    if (whole === null) throw new Error('no total');
    expect(
      checkParts(
        'stock',
        whole.line,
        annex.rows.map(({ line }) => line),
      ),
    ).toEqual([]);
  });
});

test.skipIf(seedText === null)('the whole document, with its annex, is at hand', () => {
  expect(forms.map(([form]) => form)).toContain('as it stands in the whole document');
});

describe('an annex', () => {
  test('one figure off is told by row and by sum', () => {
    const wrong = printed.map((row) => (row[1] === 'Huyện A Lưới' ? row.with(4, '1.186') : row));
    const annex = readCells([HEADING, ...wrong]);
    expect(annex.faults).toEqual([{ row: 11, name: 'Huyện A Lưới', difference: 10 }]);
  });

  test('of communes without a total and with its own bases is read too', () => {
    const annex = readCells([
      ['TT', 'Xã, phường', 'Tổng số hộ dân cư', 'Số hộ nghèo đầu năm', 'Tỷ lệ %', 'Giảm trong năm'],
      ['1', 'Xã Bằng Mạc', '1.045', '53', '5,07', '9'],
    ]);
    expect(annex.total).toBeNull();
    expect(annex.rows[0]?.line).toEqual({
      comparison: 'down-to',
      opening: { count: 53, base: 1045, rate: 507 },
      planned: { count: 44, base: null, rate: null },
    });
  });

  test('with titles merged over two rows is read by both', () => {
    const annex = readCells([
      ['TT', 'Đơn vị', 'Đầu năm 2024', '', 'Giảm trong năm (hộ)', 'Cuối năm 2024', ''],
      ['', '', 'Số hộ nghèo', 'Tỷ lệ %', '', 'Số hộ nghèo', 'Tỷ lệ %'],
      ['1', 'Huyện Nam Đông', '190', '2,62', '31', '159', '2,16'],
    ]);
    expect(annex.rows[0]?.line).toMatchObject({
      opening: { count: 190, rate: 262 },
      planned: { count: 159, rate: 216 },
    });
  });

  test('says which cells hold no number and which rows no figure; a second whole stays a row', () => {
    const wrong = printed.map((row) => (row[1] === 'Huyện A Lưới' ? row.with(4, 'ba mươi hộ') : row));
    const annex = readCells([
      HEADING,
      ...wrong,
      ['', 'Toàn tỉnh', '1', '', '1', '0', ''],
      ['', 'Người lập biểu', 'Chủ tịch'],
    ]);
    expect(annex.unread).toEqual([
      { row: 11, name: 'Huyện A Lưới', column: 'Số hộ nghèo giảm năm 2024', text: 'ba mươi hộ' },
    ]);
    expect(annex.blank).toEqual([{ row: 13, name: 'Người lập biểu' }]);
    expect(annex.rows.at(-1)).toMatchObject({ row: 12, name: 'Toàn tỉnh' });
  });

  test('without a column of targets names the columns it has', () => {
    expect(readAnnex([HEADING.slice(0, 4), ...printed])).toMatchObject({
      ok: false,
      problem: {
        code: 'plan-target.annex-column-missing',
        detail: { found: '“STT”, “Đơn vị”, “Tổng số hộ nghèo năm 2023”, “Tỷ lệ nghèo năm 2023”' },
      },
    });
  });

  test('that is no such table is refused', () => {
    expect(readAnnex(cellsOfText('Kính gửi: các xã\nNội dung khác'))).toMatchObject({ ok: false });
    expect(readAnnex([])).toMatchObject({ ok: false });
  });
});
