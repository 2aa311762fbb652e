import { expect, test } from 'vitest';
import { codesIn, matchScan, readScanName } from './scan-name.ts';

const paper = (number: number, symbol: string, code = 'CQF449WV', year = 2024) => ({
  id: `${number}/${symbol} ${year}`,
  code,
  number,
  symbol,
  year,
});
const PAPERS = [
  paper(33, 'GCN-HN.HCN'),
  paper(1, 'QĐ-UBND', 'AAAA2222'),
  paper(1, 'QĐ-BCĐ', 'BBBB3333'),
  paper(2, 'UBND-GN', 'DDDD4444'),
  paper(1, 'TB-UBND', 'EEEE5555', 2023),
];
const found = (fileName: string, codes: string[] = []) => {
  const match = matchScan({ codes, name: readScanName(fileName) }, PAPERS);
  return match.kind === 'one' ? `${match.id} (${match.by})` : match.kind;
};

test.each([
  ['33-GCN-HN.HCN.pdf', '33/GCN-HN.HCN 2024 (name)'],
  ['Giấy chứng nhận số 33.jpg', '33/GCN-HN.HCN 2024 (name)'],
  ['gcn_0033.PNG', '33/GCN-HN.HCN 2024 (name)'],
  ['GCN33.pdf', '33/GCN-HN.HCN 2024 (name)'],
  ['bản quét CQF4-49WV.pdf', '33/GCN-HN.HCN 2024 (code)'],
  ['02-UBND-GN.pdf', '2/UBND-GN 2024 (name)'],
  ['thong bao 1 nam 2023.pdf', '1/TB-UBND 2023 (name)'],
  ['thong bao 1 nam 2024.pdf', 'none'],
  ['QĐ 01.pdf', 'several'],
  ['IMG_20241009_0033.jpg', 'none'],
  ['0033.jpg', 'none'],
  ['QD 999.pdf', 'none'],
])('%s: %s', (fileName, expected) => {
  expect(found(fileName)).toBe(expected);
});

test('a code read from the paper goes before the name of its file', () => {
  expect(found('QD 999.pdf', ['CQF449WV'])).toBe('33/GCN-HN.HCN 2024 (code)');
  expect(found('33-GCN-HN.HCN.pdf', ['AAAA2222'])).toBe('1/QĐ-UBND 2024 (code)');
});

test('codes are read from an address, from words, and no day is one', () => {
  expect(codesIn('https://x.vn/x?so=33/GCN-HN.HCN&ma=CQF449WV')).toEqual(['CQF449WV']);
  expect(codesIn('33/GCN-HN.HCN CQF449WV')).toEqual(['CQF449WV']);
  expect(codesIn('Mã xác minh văn bản: CQF4-49WV')).toEqual(['CQF449WV']);
  expect(codesIn('22334455, NGUYENHA')).toEqual([]);
});
