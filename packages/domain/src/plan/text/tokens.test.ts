import { describe, expect, test } from 'vitest';
import { findCitations } from './citation.ts';
import { findDates } from './date-token.ts';
import { findMoney, findWordsAmounts } from './money.ts';
import { findNumbers, readNumber } from './number-token.ts';
import { readNumberWords, writeNumberWords } from './number-words.ts';

describe('numbers', () => {
  test.each([
    ['1.595', 1595, 0],
    ['236.000.000', 236_000_000, 0],
    ['2,69', 2.69, 2],
    ['24,40', 24.4, 2],
    ['02', 2, 0],
    ['983.106,5', 983_106.5, 1],
    ['1,234,567.5', 1_234_567.5, 1],
    ['2.27', 2.27, 2],
    ['0.650', 0.65, 3],
  ])('%s is %d', (text, value, places) => {
    expect(readNumber(text)).toMatchObject({ value, places });
  });

  test('one group after a comma may be meant in the English manner', () => {
    expect(readNumber('1,595')).toMatchObject({ value: 1.595, ambiguous: true });
    expect(readNumber('2,69')?.ambiguous).toBe(false);
  });

  test.each(['', 'abc', '1.2.3', '12.34.567'])('"%s" is no number', (text) => {
    expect(readNumber(text)).toBeUndefined();
  });

  test('dates and document numbers that are taken are left out', () => {
    const text = 'Quyết định số 90/QĐ-TTg ngày 18/01/2022: giảm 02 hộ';
    const dates = findDates(text);
    const citations = findCitations(text, dates);
    expect(findNumbers(text, [...citations, ...dates]).map((each) => each.value)).toEqual([2]);
  });
});

describe('number words', () => {
  test.each([
    ['bốn trăm ba mươi ba triệu', 433_000_000n],
    ['Bốn trăm ba ba triệu', 433_000_000n],
    ['một tỷ không trăm linh một nghìn', 1_000_001_000n],
    ['hai triệu rưỡi', 2_500_000n],
    ['một nghìn năm trăm tỷ', 1_500_000_000_000n],
    ['hai lăm', 25n],
    ['một trăm lẻ tư', 104n],
    ['tám mươi tám triệu', 88_000_000n],
  ])('%s', (words, value) => {
    expect(readNumberWords(words)).toBe(value);
  });

  test.each(['triệu', 'một hai ba', 'hai mươi người', 'nghìn triệu', ''])('"%s" says no number', (words) => {
    expect(readNumberWords(words)).toBeUndefined();
  });

  test.each([
    [0n, 'không'],
    [15n, 'mười lăm'],
    [21n, 'hai mươi mốt'],
    [105n, 'một trăm linh năm'],
    [433_000_000n, 'bốn trăm ba mươi ba triệu'],
    [1_000_001_000n, 'một tỷ không trăm linh một nghìn'],
    [1_001_001_001n, 'một tỷ không trăm linh một triệu không trăm linh một nghìn không trăm linh một'],
    [1_000_000_001_000_000n, 'một triệu tỷ không trăm linh một triệu'],
  ])('%s is written %s', (value, words) => {
    expect(writeNumberWords(value)).toBe(words);
  });

  test('what is written is read back', () => {
    for (let value = 1n; value < 10n ** 16n; value = value * 7n + 3n)
      expect(readNumberWords(writeNumberWords(value))).toBe(value);
  });
});

describe('dates', () => {
  test.each([
    ['ngày 03 tháng 01 năm 2024', 'day', '2024-01-03', '2024-01-03'],
    ['ngày 18/01/2022', 'day', '2022-01-18', '2022-01-18'],
    ['trước 20/6/2024 và', 'day', '2024-06-20', '2024-06-20'],
    ['tháng 6/2026', 'month', '2026-06-01', '2026-06-30'],
    ['tháng 3 năm 2024', 'month', '2024-03-01', '2024-03-31'],
    ['Quý IV/ 2024', 'quarter', '2024-10-01', '2024-12-31'],
    ['quý III năm 2024', 'quarter', '2024-07-01', '2024-09-30'],
    ['6 tháng đầu năm 2024', 'half', '2024-01-01', '2024-06-30'],
    ['năm 2024', 'year', '2024-01-01', '2024-12-31'],
    ['ngày 31/02/2024', 'day', null, null],
    ['trước ngày 15/6 hằng năm', 'day-of-month', null, null],
  ])('%s', (text, precision, first, last) => {
    expect(findDates(text)).toMatchObject([{ precision, first, last }]);
  });

  test('a range of years is no year, a number of a document no date', () => {
    expect(findDates('giai đoạn 2021-2025')).toEqual([]);
    expect(findDates('năm 2021-2025')).toEqual([]);
    expect(findDates('số 55/2023/TT-BTC')).toEqual([]);
  });
});

describe('citations', () => {
  const cite = (text: string) => findCitations(text, findDates(text));

  test.each([
    [
      'Quyết định số 90/QĐ-TTg ngày 18/01/2022 của Thủ tướng Chính phủ phê duyệt',
      '90/QĐ-TTG',
      '2022-01-18',
      'Thủ tướng Chính phủ',
    ],
    [
      'Quyết định số 411/QĐ-TTg của Thủ tướng Chính phủ ngày 31/3/2022 phê duyệt',
      '411/QĐ-TTG',
      '2022-03-31',
      'Thủ tướng Chính phủ',
    ],
    [
      'Nghị quyết số 47-NQ/TU, ngày 09/9/2021 của Ban chấp hành Đảng bộ tỉnh;',
      '47/NQ/TU',
      '2021-09-09',
      'Ban chấp hành Đảng bộ tỉnh',
    ],
    [
      'Nghị quyết số 20/2023/NQ- HĐND ngày 21/8/2023 của HĐND tỉnh quy định',
      '20/2023/NQ-HĐND',
      '2023-08-21',
      'HĐND tỉnh',
    ],
    ['Thông tư số 55/2023/BTC ngày 15/8/2023 của Bộ Tài chính;', '55/2023/BTC', '2023-08-15', 'Bộ Tài chính'],
    [
      'Quyết định số 03 /QĐ-UBND, ngày 10/01/2024 của UBND huyện Thọ Xuân về',
      '3/QĐ-UBND',
      '2024-01-10',
      'UBND huyện Thọ Xuân',
    ],
    [
      'Quyết định 1401/QĐ-UBND ngày 19/12/2023 của Ủy ban nhân dân tỉnh Bắc Giang về',
      '1401/QĐ-UBND',
      '2023-12-19',
      'Ủy ban nhân dân tỉnh Bắc Giang',
    ],
    ['Nghị quyết số 24/2021/QH15 của Quốc hội và', '24/2021/QH15', null, 'Quốc hội'],
    ['Luật Nhà ở số 27/2023/QH15;', '27/2023/QH15', null, null],
    [
      'Thông báo số 9/TB-VPCP ngày 10/01/2024 của Văn phòng Chính phủ Kết luận Phiên họp',
      '9/TB-VPCP',
      '2024-01-10',
      'Văn phòng Chính phủ',
    ],
  ])('%s', (text, key, date, issuer) => {
    expect(cite(text)).toMatchObject([{ key, date, issuer }]);
  });

  test('a list keeps the type of its first', () => {
    const found = cite(
      'các Nghị quyết số 06/2022/NQ-HĐND ngày 11/12/2022, số 08/2022/NQ-HĐND ngày 12/12/2022, số10/2023/NQ-HĐND',
    );
    expect(found.map(({ type, date }) => [type, date])).toEqual([
      ['Nghị quyết', '2022-12-11'],
      ['Nghị quyết', '2022-12-12'],
      ['Nghị quyết', null],
    ]);
  });

  test('the date of the next document is not taken', () => {
    expect(
      cite('Nghị quyết số 24/2021/QH15 của Quốc hội và Nghị quyết số 47-NQ/TU ngày 09/9/2021')[0]?.date,
    ).toBeNull();
  });
});

describe('money', () => {
  const money = (text: string) => findMoney(text, findNumbers(text, findDates(text)));

  test.each([
    ['433 triệu đồng', 433_000_000n],
    ['983.106 triệu đồng', 983_106_000_000n],
    ['1,5 tỷ đồng', 1_500_000_000n],
    ['700.000 đồng/người', 700_000n],
    ['2 nghìn tỷ đồng', 2_000_000_000_000n],
    ['50 triệu, trong đó', 50_000_000n],
  ])('%s', (text, dong) => {
    expect(money(text).map((each) => each.dong)).toEqual([dong]);
  });

  test.each(['trên 3,5 triệu con gia súc', '12 đồng bào', '5 đồng chí', '30 triệu người'])(
    '%s is no money',
    (text) => {
      expect(money(text)).toEqual([]);
    },
  );

  test('what was spent of what was given', () => {
    expect(money('đã giải ngân 2,75 tỷ đồng/2,80 tỷ đồng').map(({ dong }) => dong)).toEqual([
      2_750_000_000n,
      2_800_000_000n,
    ]);
  });

  test('an amount in words in brackets', () => {
    expect(findWordsAmounts('433 triệu đồng (Bốn trăm ba ba triệu đồng); Trong đó:')).toMatchObject([
      { dong: 433_000_000n, words: 'Bốn trăm ba ba triệu' },
    ]);
    expect(findWordsAmounts('(Bằng chữ: Hai trăm ba mươi sáu triệu đồng chẵn./.)')).toMatchObject([
      { dong: 236_000_000n },
    ]);
    expect(findWordsAmounts('(đồng bào dân tộc)')).toEqual([]);
  });
});
