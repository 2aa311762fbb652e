import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { checkText } from './check-text.ts';

const clean = readFileSync(new URL('clean-plan.txt', import.meta.url), 'utf8');

test('a plan without contradictions raises nothing', () => {
  expect(checkText(clean)).toEqual([]);
});

/** What is written wrongly, and the rule that must say so. */
const MUTATIONS: readonly (readonly [rule: string, from: string, to: string])[] = [
  ['sum.money', 'Ngân sách xã: 110 triệu', 'Ngân sách xã: 100 triệu'],
  ['sum.money', 'thực hiện: 780 triệu', 'thực hiện: 870 triệu'],
  ['sum.money', 'Tổng cộng: 780 triệu', 'Tổng cộng: 790 triệu'],
  ['sum.money', 'Ngân sách tỉnh: 150 triệu', 'Ngân sách tỉnh: 150 nghìn'],
  ['sum.count', 'gồm 20 lao động nam', 'gồm 10 lao động nam'],
  ['sum.subset', 'có 31 hộ là người', 'có 131 hộ là người'],
  ['target.rate', 'tỷ lệ 2,00%', 'tỷ lệ 2,35%'],
  ['table.column', '| 96 | 31 | 65 |', '| 96 | 32 | 65 |'],
  ['table.row', '| 22 | 7 | 15 |', '| 22 | 7 | 14 |'],
  ['amount.words', 'Ba trăm năm mươi triệu', 'Ba trăm năm mươi lăm triệu'],
  ['amount.magnitude', 'thực hiện: 250.000.000 đồng', 'thực hiện: 250.000.000 triệu đồng'],
  ['target.no-change', 'xuống còn 1,35%', 'xuống còn 2,00%'],
  ['target.direction', 'xuống còn 2,20%', 'xuống còn 3,20%'],
  ['target.difference', '(giảm 0,77%)', '(giảm 0,97%)'],
  ['target.difference', 'Giảm 31 hộ nghèo', 'Giảm 30 hộ nghèo'],
  [
    'target.by-or-to',
    'Tỷ lệ hộ cận nghèo giảm từ 2,97% xuống còn 2,20% (giảm 0,77%)',
    'Tỷ lệ hộ cận nghèo hiện nay là 2,97%, cuối năm giảm 2,20%',
  ],
  ['target.two-values', 'Thủ tướng Chính phủ; 95% hộ', 'Thủ tướng Chính phủ; 90% hộ'],
  ['cite.two-dates', 'ngày 16/7/2021 của\n', 'ngày 17/6/2021 của\n'],
  ['cite.year', '07/2021/NĐ-CP ngày 27/01/2021', '07/2021/NĐ-CP ngày 27/01/2022'],
  ['cite.later', 'ngày 20/01/2026', 'ngày 20/3/2026'],
  ['cite.symbol', '07/2021/NĐ-CP', '07/2021/ND-CP'],
  ['cite.symbol', '12/KH-UBND', '12/KH-UBDN'],
  [
    'cite.ended',
    '24/2021/QĐ-TTg ngày 16/7/2021 của Thủ tướng Chính phủ quy định',
    '59/2015/QĐ-TTg ngày 19/11/2015 của Thủ tướng Chính phủ quy định',
  ],
  ['date.impossible', 'trước ngày 30/11/2026', 'trước ngày 31/11/2026'],
  ['numbering.order', '\n4. Trạm Y tế', '\n3. Trạm Y tế'],
  ['numbering.order', 'd) Thời gian thực hiện: Quý III', 'c) Thời gian thực hiện: Quý III'],
  ['numbering.order', 'IV. KINH PHÍ', 'V. KINH PHÍ'],
  ['numbering.order', '\n2. Phòng Văn hóa - Xã hội: Chủ trì thực hiện Dự án 4, Dự án 6.\n', '\n'],
  ['head.blank', 'Số: 45/', 'Số:     /'],
  ['head.blank', 'ngày 12 tháng', 'ngày    tháng'],
  ['head.form', 'Số: 45/', 'Số: 5/'],
  ['closing.mark', 'thực hiện./.', 'thực hiện.'],
  ['closing.period', 'bền vững năm 2026 của xã', 'bền vững năm 2025 của xã'],
  ['deadline.past', '31/10/2026', '31/01/2026'],
  ['deadline.period', '31/10/2026', '31/10/2027'],
  ['deadline.period', 'Trong năm 2026', 'Trong năm 2025'],
  ['deadline.order', 'trước ngày 30/11/2026', 'trước ngày 15/12/2026'],
  [
    'deadline.soon',
    'thực hiện năm về UBND xã trước ngày 30/11/2026',
    'thực hiện 6 tháng về UBND xã trước ngày 20/02/2026',
  ],
  ['duty.no-owner', '3. Trung tâm Phục vụ hành chính công: Hướng dẫn', '3. Hướng dẫn'],
  [
    'duty.no-owner',
    'c) Cơ quan chủ trì: Phòng Kinh tế.\n\nd) Thời gian thực hiện: Quý III',
    'c) Cơ quan chủ trì:\n\nd) Thời gian thực hiện: Quý III',
  ],
  ['project.undescribed', 'Dự án 2, Dự án 3;', 'Dự án 2, Dự án 5;'],
  ['project.incomplete', 'd) Thời gian thực hiện: Quý II năm', 'd) Địa điểm: các ấp, năm'],
  ['text.repeated-word', 'theo quy định tại', 'theo theo quy định tại'],
  ['text.repeated-word', 'được thực hiện theo', 'được thực hiện thực hiện theo'],
  [
    'text.repeated-paragraph',
    'b) Kinh phí thực hiện: 250',
    'a) Mục tiêu: Nâng cao năng lực sản xuất của hộ nghèo, hộ cận nghèo trên địa bàn xã theo hướng hàng hóa.\n\nb) Kinh phí thực hiện: 250',
  ],
  ['text.spelling', 'Ủy ban Mặt trận', 'Ủy ban Mặt trân'],
  ['text.spelling', 'hạn chế tái nghèo', 'hổ trợ người nghèo'],
  ['target.rate', 'hộ nghèo 96 hộ, chiếm tỷ lệ 2,00%', '96 hộ nghèo (chiếm tỷ lệ 2,20%)'],
  ['cite.symbol', '07/2021/NĐ-CP', '07/2021/CP'],
  [
    'target.two-values',
    'a) Mục tiêu: Nâng cao nhận thức.',
    'a) Mục tiêu: Góp phần giảm 40 hộ nghèo trong năm 2026.',
  ],
  ['text.page-number', 'toàn xã có 4.812 hộ', 'toàn xã có 4.812 7 hộ'],
  [
    'text.repeated-paragraph',
    '- Tỷ lệ lao động qua đào tạo đạt 70%.',
    '- Tỷ lệ lao động qua đào tạo đạt 70%.\n\n- Tỷ lệ lao động qua đào tạo đạt 70%.',
  ],
];

test('households fewer and the rate that is left: only what no number of households explains', () => {
  const told = '- Giảm 31 hộ nghèo (từ 96 hộ xuống còn 65 hộ).';
  const rulesOf = (line: string) => checkText(clean.replace(told, line)).map(({ rule }) => rule);
  expect(clean).toContain(told);
  expect(rulesOf('- Giảm 31 hộ nghèo, tỷ lệ hộ nghèo giảm còn 0,64%.')).toContain('target.rest-rate');
  for (const right of ['1,35', '1,20', '1,45'])
    expect(rulesOf(`- Giảm 31 hộ nghèo, tỷ lệ hộ nghèo giảm còn ${right}%.`)).not.toContain(
      'target.rest-rate',
    );
  const others = '- Giảm 31 hộ nghèo, tỷ lệ hộ nghèo dân tộc thiểu số còn 0,64%.';
  expect(rulesOf(others)).not.toContain('target.rest-rate');
});

test('projects against the total of the plan: an error in one project, or in the total', () => {
  const rulesOf = (from: string, to: string) => checkText(clean.replace(from, to)).map(({ rule }) => rule);
  expect(rulesOf('hiện: 120.000.000 đồng', 'hiện: 420.000.000 đồng')).toContain('sum.projects');
  expect(rulesOf('thực hiện: 780 triệu', 'thực hiện: 870 triệu')).toContain('sum.projects');
  // Rounded to whole millions, or with a project that tells no amount: nothing is said.
  expect(rulesOf('hiện: 120.000.000 đồng', 'hiện: 120.400.000 đồng')).not.toContain('sum.projects');
  expect(rulesOf('b) Kinh phí thực hiện: 60.000.000 đồng.', 'b) Kinh phí: theo dự toán.')).not.toContain(
    'sum.projects',
  );
});

const PAGE = 'text.page-number';

test.each(MUTATIONS)('%s: %s → %s', (rule, from, to) => {
  const text = clean.replace(from, to);
  expect(text).not.toBe(clean);
  const found = checkText(text).filter(({ severity }) => severity !== 'info');
  expect(found.map((each) => each.rule)).toContain(rule);
});

test('a page number at the end of a line', () => {
  const text = clean.replace('sản xuất của hộ nghèo, hộ cận', 'sản xuất 7\ncủa hộ nghèo, hộ cận');
  expect(checkText(text).map(({ rule }) => rule)).toContain(PAGE);
});
