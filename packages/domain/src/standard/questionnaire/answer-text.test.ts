import { describe, expect, test } from 'vitest';
import { readAnswer, writeAnswer } from './answer-text.ts';
import type { Question } from './questionnaire.ts';

const text = (vi: string) => ({ vi, en: vi });
const question = (part: Partial<Question>): Question => ({
  number: '7',
  code: 'q',
  label: text('Câu'),
  short: text('Câu'),
  kind: 'one-of',
  fact: null,
  unit: null,
  range: null,
  options: [],
  askedWhen: null,
  carried: false,
  ...part,
});
const water = question({
  options: [
    { number: '1', value: 'piped', label: text('nước máy') },
    { number: '2', value: 'drilledWell', label: text('giếng khoan') },
    { number: '3', value: 'protectedWell', label: text('giếng đào được bảo vệ') },
  ],
});
const causes = question({
  kind: 'any-of',
  options: [
    { number: '0', value: 'none', label: text('không có'), none: true },
    { number: '1', value: 'land', label: text('thiếu đất') },
    { number: '2', value: 'capital', label: text('thiếu vốn') },
  ],
});
const ethnicity = question({ options: [{ number: '09', value: '09', label: text('Dao') }] });
const wall = question({
  kind: 'yes-no',
  options: [
    { number: '1', value: true, label: text('bền') },
    { number: '2', value: false, label: text('không bền') },
  ],
});
const area = question({ kind: 'number', range: { from: 0, to: 2000, decimals: 1 } });
const income = question({ kind: 'number', range: { from: 0, to: 5_000_000, decimals: 0 } });
const birth = question({ kind: 'day-or-year' });
const DAY = '2024-10-15';

describe('what is typed for a question', () => {
  test.each<[string, Question, string, unknown]>([
    ['the printed number', water, '2', 'drilledWell'],
    ['the beginning of the words, without diacritics', water, 'gieng kh', 'drilledWell'],
    ['a number without its leading zero', ethnicity, '9', '09'],
    ['yes and no by their numbers', wall, '2', false],
    ['several numbers', causes, '2, 1', ['land', 'capital']],
    ['several digits without a mark', causes, '21', ['land', 'capital']],
    ['none of them', causes, '0', ['none']],
    ['a decimal comma', area, '45,5', 45.5],
    ['a decimal point', area, '45.5', 45.5],
    ['dots between thousands', income, '1.250.000', 1_250_000],
    ['a day', birth, '12/3/1987', '1987-03-12'],
    ['a day in eight digits', birth, '12031987', '1987-03-12'],
    ['only a year', birth, '1984', '1984'],
  ])('%s', (_, asked, typed, value) => {
    expect(readAnswer(asked, typed, DAY)).toEqual({ kind: 'known', value });
  });

  test('a question mark is an answer, nothing takes it back', () => {
    expect(readAnswer(water, ' ? ', DAY)).toEqual({ kind: 'unknown' });
    expect(readAnswer(water, '  ', DAY)).toEqual({ kind: 'blank' });
  });

  test.each<[string, Question, string, RegExp]>([
    ['a number that is not printed', water, '8', /không có câu trả lời "8".*1, 2, 3/],
    ['words that fit several answers', water, 'giếng', /không có câu trả lời/],
    ['none together with another', causes, '0 1', /không đi cùng/],
    ['half a person', income, '2,5', /không phải là số nguyên/],
    ['a number far outside', area, '9000', /ngoài khoảng 0–2000/],
    [
      'a day that is not real',
      birth,
      '30/02/1985',
      /30\/02\/1985 không có thật\. Sửa ngày, hoặc chỉ ghi năm 1985/,
    ],
    ['a year in two digits', birth, '84', /bốn chữ số/],
    ['a birth after the survey', birth, '2025', /sau ngày rà soát/],
  ])('%s is refused, saying what to do', (_, asked, typed, message) => {
    const read = readAnswer(asked, typed, DAY);
    expect(read.kind === 'refused' ? read.reason.vi : read).toMatch(message);
  });

  test('stands as it is typed, and reads back the same', () => {
    for (const [asked, value] of [
      [water, 'piped'],
      [causes, ['land', 'capital']],
      [area, 45.5],
      [income, 1_250_000],
      [birth, '1987-03-12'],
      [birth, '1984'],
      [wall, false],
    ] as const) {
      const { typed } = writeAnswer(asked, value, 'vi');
      expect(readAnswer(asked, typed, DAY)).toEqual({ kind: 'known', value });
    }
    expect(writeAnswer(water, null, 'vi')).toEqual({ typed: '?', words: 'chưa biết' });
  });
});
