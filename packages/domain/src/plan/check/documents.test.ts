import { describe, expect, test } from 'vitest';
import { faultsOf, planOf } from './check.test-support.ts';

const cites = (text: string): string => planOf(`${text}\n\nI. MỤC ĐÍCH\n\n1. Nâng cao đời sống người nghèo.`);

describe('cited documents', () => {
  test.each([
    [
      'cite.two-dates',
      'Căn cứ Quyết định số 90/QĐ-TTg ngày 18/01/2022 của Thủ tướng Chính phủ phê duyệt Chương trình; theo Quyết định số 90/QĐ-TTg ngày 18/01/2023 của Thủ tướng Chính phủ.',
      'error: 18/01/2023',
    ],
    [
      'cite.two-dates',
      'Căn cứ Quyết định số 33/2015/QĐ-TTg ngày 10/8/2015 của Thủ tướng Chính phủ; Quyết định số 33/2015/QĐ-TTg ngày 01 tháng 9 năm 2015 của Thủ tướng Chính phủ.',
      'error: ngày 01 tháng 9 năm 2015',
    ],
    [
      'cite.two-dates',
      'Căn cứ Quyết định số 59/2015/QĐ-TTg ngày 18/11/2015 của Thủ tướng Chính phủ.',
      'error: 18/11/2015',
    ],
    ['cite.year', 'Căn cứ Thông tư số 55/2023/TT-BTC ngày 15/8/2022 của Bộ Tài chính.', 'error: 15/8/2022'],
    ['cite.later', 'Căn cứ Kế hoạch số 41/KH-UBND ngày 22/02/2025 của UBND tỉnh.', 'error: 22/02/2025'],
    ['cite.later', 'Căn cứ Nghị định số 30/2025/NĐ-CP của Chính phủ.', 'error: 30/2025/NĐ-CP'],
    [
      'cite.symbol',
      'Căn cứ Thông tư số 55/2023/BTC ngày 15/8/2023 của Bộ Tài chính.',
      'warning: 55/2023/BTC',
    ],
    ['cite.symbol', 'Căn cứ Nghị quyết số 11/NQ-TU ngày 03/11/2021 của Tỉnh ủy.', 'warning: 11/NQ-TU'],
    ['cite.symbol', 'Căn cứ Quyết định số 12/QD-UBND ngày 03/11/2021 của UBND tỉnh.', 'warning: 12/QD-UBND'],
    ['cite.symbol', 'Căn cứ Quyết định số 12/NQ-HĐND ngày 03/11/2021 của HĐND tỉnh.', 'warning: 12/NQ-HĐND'],
    ['cite.symbol', 'Căn cứ Kế hoạch số 12/KH-UBDN ngày 03/11/2021 của UBND tỉnh.', 'warning: 12/KH-UBDN'],
    ['cite.symbol', 'Căn cứ Thông tư số 55/TT-BTC ngày 15/8/2023 của Bộ Tài chính.', 'warning: 55/TT-BTC'],
    [
      'cite.ended',
      'Căn cứ Quyết định số 59/2015/QĐ-TTg ngày 19/11/2015 của Thủ tướng Chính phủ về chuẩn nghèo.',
      'warning: 59/2015/QĐ-TTg',
    ],
    ['cite.ended', 'Căn cứ Nghị định số 27/2022/NĐ-CP ngày 19/4/2022 của Chính phủ.', 'info: 27/2022/NĐ-CP'],
    ['date.impossible', 'Căn cứ Công văn số 12/SLĐTBXH-BTXH ngày 31/02/2024 của Sở.', 'error: 31/02/2024'],
  ])('%s: %s', (rule, text, found) => {
    expect(faultsOf(rule, cites(text))).toEqual([found]);
  });

  test.each([
    [
      'cite.two-dates',
      'Căn cứ Kế hoạch số 41/KH-UBND ngày 22/02/2024 của UBND huyện An về lao động; Kế hoạch số 41/KH-UBND ngày 20/02/2024 của UBND tỉnh Mẫu về giảm nghèo.',
    ],
    [
      'cite.two-dates',
      'Căn cứ Quyết định số 90/QĐ-TTg ngày 18/01/2022 của Thủ tướng Chính phủ phê duyệt Chương trình giảm nghèo; Quyết định số 90/QĐ-TTg ngày 12/02/2019 của Thủ tướng Chính phủ về xuất khẩu nông sản.',
    ],
    [
      'cite.two-dates',
      'Theo Nghị quyết số 71/NQ-CP của Chính phủ, Kế hoạch số 469-KH/TU ngày 16/5/2023; Nghị quyết số 71/NQ-CP ngày 01/4/2023 của Chính phủ.',
    ],
    [
      'cite.year',
      'Căn cứ Thông tư số 55/2023/TT-BTC ngày 15/8/2023 của Bộ Tài chính; Luật Nhà ở số 27/2023/QH15.',
    ],
    [
      'cite.later',
      'Căn cứ Kế hoạch số 41/KH-UBND ngày 22/02/2024 của UBND tỉnh; Kế hoạch số 15/KH-UBND ngày 15/3/2024.',
    ],
    [
      'cite.symbol',
      'Căn cứ Nghị quyết số 47-NQ/TU ngày 09/9/2021 của Ban Chấp hành Đảng bộ tỉnh; Nghị quyết số 20/2023/NQ- HĐND; Nghị quyết số 24/2021/QH15 của Quốc hội; Chương trình số 40/CTr-BCĐ; Tờ trình số 413/TTr-UBND; Kế hoạch hành động số 469-KH/TU.',
    ],
    [
      'cite.symbol',
      'Căn cứ Quyết định số 4255/QĐ-BNN-KHCN ngày 04/12/2023; Quyết định số 16/2021/QĐ-TTg; Nghị định số 07/2021/NĐ-CP; Thông tư liên tịch số 12/2016/TTLT-BLĐTBXH-BGDĐT-BTC.',
    ],
    [
      'cite.ended',
      'Căn cứ Nghị định số 07/2021/NĐ-CP thay thế Quyết định số 59/2015/QĐ-TTg ngày 19/11/2015.',
    ],
    ['date.impossible', 'Căn cứ Công văn số 12/SLĐTBXH-BTXH ngày 29/02/2024 của Sở.'],
  ])('nothing for %s: %s', (rule, text) => {
    expect(faultsOf(rule, cites(text))).toEqual([]);
  });
});

describe('numbering', () => {
  const list = (...lines: string[]): string => planOf(lines.join('\n\n'));

  test.each([
    [
      ['I. MỤC ĐÍCH', '5.1. Công chức Văn hóa', '5.2. Công chức Kế toán', '5.4. Các đoàn thể'],
      '5.4. Các đoàn thể',
    ],
    [
      ['I. MỤC ĐÍCH', 'a) Một việc', 'b) Hai việc', 'c) Ba việc', 'd) Bốn việc', 'd) Năm việc'],
      'd) Năm việc',
    ],
    [['I. MỤC ĐÍCH', 'II. NỘI DUNG', 'II. TỔ CHỨC THỰC HIỆN'], 'II. TỔ CHỨC THỰC HIỆN'],
    [
      ['I. MỤC ĐÍCH', '1. Sở Tài chính chủ trì.', '2. Sở Y tế chủ trì.', '4. Sở Xây dựng chủ trì.'],
      '4. Sở Xây dựng chủ trì.',
    ],
  ])('%j', (lines, found) => {
    const faults = faultsOf('numbering.order', list(...lines));
    expect(faults).toHaveLength(1);
    expect(faults[0]).toContain(found.slice(0, 8));
  });

  test.each([
    [['I. MỤC ĐÍCH', 'a) Một', 'b) Hai', 'c) Ba', 'd) Bốn', 'đ) Năm', 'e) Sáu', 'g) Bảy']],
    [['I. MỤC ĐÍCH', 'a) Một', 'b) Hai', 'c) Ba', 'd) Bốn', 'e) Năm', 'f) Sáu']],
    [
      [
        'I. MỤC ĐÍCH',
        '1. Mục đích',
        '2. Yêu cầu',
        'II. NỘI DUNG',
        '1. Một',
        '2. Hai',
        '2.1. Ba',
        '2.2. Bốn',
        '3. Năm',
      ],
    ],
    [['Điều 1. Phạm vi', '1. Một', '2. Hai', 'Điều 2. Đối tượng', '1. Một', '2. Hai', 'Điều 3. Hiệu lực']],
  ])('is in order: %j', (lines) => {
    expect(faultsOf('numbering.order', list(...lines))).toEqual([]);
  });

  test('an article takes no leading zero', () => {
    const text = list('Điều 06. Phạm vi', 'Điều 07. Hiệu lực');
    expect(faultsOf('numbering.form', text)).toHaveLength(2);
    expect(faultsOf('numbering.form', list('Điều 6. Phạm vi', 'Điều 7. Hiệu lực'))).toEqual([]);
  });
});
