import { describe, expect, test } from 'vitest';
import { faultsOf, planOf } from './check.test-support.ts';

const body = (text: string): string => planOf(`I. NỘI DUNG\n\n1. Kinh phí\n\n${text}`);

describe('a total of money and its parts', () => {
  test.each([
    [
      'Tổng nguồn vốn dự kiến: 983.106 triệu đồng, trong đó: vốn đầu tư phát triển 729.068 triệu đồng, vốn sự nghiệp 254.138 triệu đồng.',
      'error: 983.106 triệu đồng',
    ],
    [
      'Tổng kinh phí là 240.000.000 đồng, gồm 230.000.000 đồng ngân sách trung ương và 6.000.000 đồng ngân sách địa phương.',
      'error: 240.000.000 đồng',
    ],
    [
      '- Tổng số tiền: 433 triệu đồng; Trong đó:\n\n+ Dự án 6: 88 triệu đồng.\n\n+ Dự án 7: 499 triệu đồng.',
      'error: 433 triệu đồng',
    ],
    [
      'Tổng kinh phí 1,5 tỷ đồng, bao gồm: ngân sách trung ương 1.200 triệu đồng, ngân sách địa phương 200 triệu đồng.',
      'error: 1,5 tỷ đồng',
    ],
    [
      'Tổng kinh phí: 1.250 triệu đồng.\n\nTrong đó:\n\n- Ngân sách tỉnh: 900 trđ;\n\n- Ngân sách xã: 300 trđ.',
      'error: 1.250 triệu đồng',
    ],
    [
      'Ngân sách trung ương: 8.100,5 tỷ đồng (đầu tư 6.000,5 tỷ đồng; thường xuyên 2.000 tỷ đồng).',
      'error: 8.100,5 tỷ đồng',
    ],
    [
      'Kinh phí 10.800 triệu đồng, gồm xây mới (8.100 triệu đồng) và sửa chữa (2.400 triệu đồng).',
      'error: 10.800 triệu đồng',
    ],
    ['Dự án 2: 350 triệu đồng; Dự án 3: 250 triệu đồng. Tổng cộng: 610 triệu đồng.', 'error: 610 triệu đồng'],
    [
      'Tổng kinh phí 100 triệu đồng, gồm trung ương 60 triệu đồng, tỉnh 41 triệu đồng.',
      'info: 100 triệu đồng',
    ],
    [
      'Tổng kinh phí 100 triệu đồng, trong đó ngân sách trung ương 30 triệu đồng, ngân sách tỉnh 20 triệu đồng.',
      'info: 100 triệu đồng',
    ],
    [
      '+ Dự án 7: 500 triệu đồng.\n\n(+) Nâng cao năng lực: 429 triệu đồng.\n\n(+) Giám sát: 70 triệu đồng.\n\n(+) Khác: 10 triệu đồng.',
      'error: 500 triệu đồng',
    ],
  ])('%s', (text, found) => {
    expect(faultsOf('sum.money', body(text))).toEqual([found]);
  });

  test.each([
    'Tổng kinh phí là 236.000.000 đồng, gồm 230.000.000 đồng ngân sách trung ương và 6.000.000 đồng ngân sách địa phương.',
    'Tổng kinh phí 1,5 tỷ đồng, gồm ngân sách trung ương 1.250 triệu đồng, ngân sách địa phương 249,6 triệu đồng.',
    'Tổng vốn 100 tỷ đồng, gồm ngân sách trung ương 60 tỷ đồng, trong đó đầu tư 40 tỷ đồng, sự nghiệp 20 tỷ đồng; ngân sách địa phương 40 tỷ đồng.',
    'Tổng vốn 100 tỷ đồng, gồm ngân sách trung ương 60 tỷ đồng (đầu tư 40 tỷ đồng, sự nghiệp 20 tỷ đồng), ngân sách địa phương 40 tỷ đồng.',
    '- Tổng số: 587 triệu đồng, gồm:\n\n+ Dự án 6: 88 triệu đồng.\n\n+ Dự án 7: 499 triệu đồng, trong đó:\n\n(+) Năng lực: 429 triệu đồng.\n\n(+) Giám sát: 70 triệu đồng.',
    'Mức hỗ trợ 60 triệu đồng/hộ, gồm ngân sách 40 triệu đồng/hộ và huy động 10 triệu đồng/hộ.',
    'Kinh phí 50 triệu đồng. Năm 2023 đã giải ngân 30 triệu đồng và 10 triệu đồng.',
  ])('is right or cannot be told: %s', (text) => {
    expect(faultsOf('sum.money', body(text))).toEqual([]);
  });
});

describe('counts', () => {
  test.each([
    [
      'sum.count',
      'Toàn xã có 120 hộ nghèo và cận nghèo, gồm 45 hộ nghèo và 70 hộ cận nghèo.',
      'error: 120 hộ',
    ],
    [
      'sum.count',
      'Tổng số hộ thoát nghèo 50 hộ, trong đó xã Bình An 20 hộ, xã Bình Hòa 25 hộ, xã Tân Lập 15 hộ.',
      'error: 50 hộ',
    ],
    [
      'sum.subset',
      'Giảm 02 hộ nghèo, 05 hộ cận nghèo. Trong đó: hộ không có khả năng lao động 1 hộ, hộ cận nghèo có khả năng lao động 6 hộ.',
      'error: 6 hộ',
    ],
    [
      'sum.subset',
      'Giảm 02 hộ nghèo, 05 hộ cận nghèo trong đó: hộ không có khả năng lao động 1 hộ, hộ cận nghèo có khả năng lao động 6 hộ.',
      'error: 6 hộ',
    ],
    ['sum.subset', 'Đào tạo nghề cho 30 lao động, trong đó lao động nữ 35 lao động.', 'error: 35 lao động'],
    [
      'sum.share',
      'Tổng kinh phí 200 triệu đồng, trong đó ngân sách tỉnh 50 triệu đồng (chiếm 30%), ngân sách huyện 150 triệu đồng (chiếm 75%).',
      'error: 50 triệu đồng (chiếm 30%',
    ],
    [
      'sum.share',
      'Cơ cấu nguồn vốn: trung ương 60%, tỉnh 25%, huyện 10%.',
      'error: Cơ cấu nguồn vốn: trung ương 60%, tỉnh 25%, huyện 10%',
    ],
  ])('%s: %s', (rule, text, found) => {
    expect(faultsOf(rule, body(text))).toEqual(found === '' ? [] : [found]);
  });

  test.each([
    ['sum.count', 'Toàn xã có 115 hộ nghèo và cận nghèo, gồm 45 hộ nghèo và 70 hộ cận nghèo.'],
    ['sum.count', 'Có 50 hộ nghèo, trong đó 30 hộ dân tộc thiểu số, 40 hộ do phụ nữ làm chủ.'],
    ['sum.subset', 'Có 50 hộ nghèo, trong đó 30 hộ dân tộc thiểu số.'],
    ['sum.share', 'Tổng kinh phí 200 triệu đồng, trong đó ngân sách tỉnh 50 triệu đồng (chiếm 25%).'],
    ['sum.share', 'Cơ cấu nguồn vốn: trung ương 60%, tỉnh 30%, huyện 10%.'],
  ])('nothing for %s: %s', (rule, text) => {
    expect(faultsOf(rule, body(text))).toEqual([]);
  });
});

describe('amounts', () => {
  test.each([
    [
      'amount.words',
      'Tổng số tiền: 433 triệu đồng (Bốn trăm ba mươi tư triệu đồng).',
      'error: Bốn trăm ba mươi tư triệu',
    ],
    [
      'amount.words',
      'Tổng số tiền: 433 triệu đồng (Bốn trăm ba ba triệu đồng).',
      'info: Bốn trăm ba ba triệu',
    ],
    ['amount.magnitude', 'Kinh phí là 236.000.000 triệu đồng.', 'error: 236.000.000 triệu đồng'],
    ['amount.magnitude', 'Kinh phí là 433 đồng.', 'warning: 433 đồng'],
  ])('%s: %s', (rule, text, found) => {
    expect(faultsOf(rule, body(text))).toEqual([found]);
  });

  test.each([
    ['amount.words', 'Tổng số tiền: 433 triệu đồng (Bốn trăm ba mươi ba triệu đồng).'],
    ['amount.words', 'Tổng số tiền: 105.000.000 đồng (Một trăm lẻ năm triệu đồng chẵn).'],
    ['amount.magnitude', 'Kinh phí là 236.000.000 đồng; cả giai đoạn 983.106 triệu đồng.'],
    ['amount.magnitude', 'Xây nhà 0 đồng; hỗ trợ 500 đồng/kWh.'],
  ])('nothing for %s: %s', (rule, text) => {
    expect(faultsOf(rule, body(text))).toEqual([]);
  });
});

const ROWS: readonly (readonly string[])[] = [
  ['1', 'Huyện An', '859', '0,65', '103', '756', '0,56'],
  ['2', 'Huyện Bình', '166', '0,64', '16', '150', '0,57'],
  ['3', 'Huyện Cát', '277', '1,50', '28', '249', '1,33'],
  ['4', 'Huyện Dương', '615', '2,05', '54', '561', '1,85'],
  ['5', 'Huyện Giang', '445', '1,70', '33', '412', '1,56'],
  ['6', 'Huyện Hòa', '692', '1,66', '67', '625', '1,48'],
  ['7', 'Huyện Khánh', '1.811', '2,27', '67', '1.744', '2,05'],
];
const TOTAL = ['Toàn tỉnh', '4.865', '1,60', '368', '4.497', '1,48'];
const TITLES = [
  'STT',
  'Đơn vị',
  'Tổng số hộ nghèo năm 2023',
  'Tỷ lệ nghèo năm 2023',
  'Số hộ nghèo giảm năm 2024',
  'Tổng số hộ nghèo còn lại năm 2024',
  'Tỷ lệ năm 2024',
];

function withAnnex(
  total: readonly string[],
  rows: readonly (readonly string[])[],
  text = 'Giảm nghèo theo phụ lục.',
): string {
  const cells = [...TITLES, '', ...total, ...rows.flat()].map((cell) => `${cell} |`.trim()).join('\n');
  return planOf(`I. MỤC TIÊU\n\n1. ${text}`, {
    end: `\n\nThực hiện tốt kế hoạch./.\n\nTM. ỦY BAN NHÂN\nDÂN |\nPHẤN ĐẤU CHỈ TIÊU GIẢM NGHÈO CỦA CÁC ĐỊA PHƯƠNG NĂM 2024\n(Ban hành kèm theo Kế hoạch số: 15/KH-UBND ngày 15/3/2024 của UBND tỉnh)\n${cells}\n`,
  });
}

const changed = (row: number, column: number, value: string): (readonly string[])[] =>
  ROWS.map((cells, at) => (at === row ? cells.map((cell, each) => (each === column ? value : cell)) : cells));

describe('tables', () => {
  test('a table that is right, with its target in the text', () => {
    const text = withAnnex(
      TOTAL,
      ROWS,
      'Phấn đấu tỷ lệ hộ nghèo toàn tỉnh giảm còn 1,48%, giảm 368 hộ nghèo.',
    );
    for (const rule of ['table.column', 'table.row', 'table.prose']) expect(faultsOf(rule, text)).toEqual([]);
  });

  test('a total that is not the sum of its rows', () => {
    expect(
      faultsOf('table.column', withAnnex(['Toàn tỉnh', '4.865', '1,60', '378', '4.497', '1,48'], ROWS)),
    ).toEqual(['error: 378']);
  });

  test('a row that does not compute as the others do', () => {
    expect(faultsOf('table.row', withAnnex(TOTAL, changed(2, 5, '239')))).toEqual(['error: 239']);
  });

  test('a target in the text that the total row contradicts', () => {
    const text = withAnnex(
      TOTAL,
      ROWS,
      'Phấn đấu tỷ lệ hộ nghèo toàn tỉnh giảm còn 1,58%, giảm 386 hộ nghèo.',
    );
    expect(faultsOf('table.prose', text)).toEqual([
      'warning: tỷ lệ hộ nghèo toàn tỉnh giảm còn 1,58%',
      'warning: giảm 386 hộ nghèo',
    ]);
  });
});
