import { expect, test } from 'vitest';
import { correctText, sureCorrections } from './correct-text.ts';

const TEXT = 'Nghị quyết của của Đảng\r\nQuyết định số 90/QD-TTg\r\nhộ nghèo 5 thuộc xã, hổ trợ 10 hộ.';
const FINDINGS = [
  { rule: 'text.repeated-word', line: 1, column: 12, excerpt: 'của của', expected: 'của' },
  { rule: 'cite.symbol', line: 2, column: 15, excerpt: '90/QD-TTg', expected: '90/QĐ-TTg' },
  { rule: 'text.page-number', line: 3, column: 10, excerpt: '5', expected: 'nghèo thuộc' },
  { rule: 'text.spelling', line: 3, column: 22, excerpt: 'hổ trợ', expected: 'hỗ trợ' },
  { rule: 'sum.count', line: 3, column: 28, excerpt: '10 hộ', expected: '12 hộ' },
  { rule: 'text.spelling', line: 3, column: 1, excerpt: 'không có ở đây', expected: 'x' },
];

test('what needs no judgement is mended where it stands, nothing else is touched', () => {
  const sure = sureCorrections(TEXT, FINDINGS);
  expect([...sure.keys()]).toEqual([0, 1, 2, 3]);
  expect(correctText(TEXT, [...sure.values()])).toBe(
    'Nghị quyết của Đảng\r\nQuyết định số 90/QĐ-TTg\r\nhộ nghèo thuộc xã, hỗ trợ 10 hộ.',
  );
  expect(correctText(TEXT, [])).toBe(TEXT);
});

test('of two corrections of the same words one is made', () => {
  const twice = [
    { start: 0, end: 4, replacement: 'A' },
    { start: 2, end: 6, replacement: 'B' },
  ];
  expect(correctText('0123456789', twice)).toBe('A456789');
});
