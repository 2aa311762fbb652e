import { describe, expect, test } from 'vitest';
import { checkText, hasShared, type Met, readShared } from './check-text.ts';

/** The known contradictions of five real plans: file, rule, line. */
const KNOWN: readonly (readonly [file: string, rule: string, line: number])[] = [
  ['2024-xa-bang-mac.txt', 'target.no-change', 29],
  ['2024-xa-bang-mac.txt', 'target.by-or-to', 31],
  ['2024-xa-bang-mac.txt', 'amount.magnitude', 45],
  ['2024-xa-bang-mac.txt', 'project.undescribed', 121],
  ['2024-xa-bang-mac.txt', 'numbering.order', 135],
  ['2024-huyen-tan-yen.txt', 'sum.money', 99],
  ['2024-huyen-tan-yen.txt', 'amount.words', 99],
  ['2024-tinh-thua-thien-hue.txt', 'cite.two-dates', 98],
  ['2017-tinh-lang-son.txt', 'sum.money', 222],
  ['2017-tinh-lang-son.txt', 'cite.two-dates', 211],
  ['2017-tinh-lang-son.txt', 'closing.period', 281],
  ['2024-xa-xuan-hoa.txt', 'head.blank', 6],
  ['2024-xa-xuan-hoa.txt', 'sum.subset', 99],
  ['2024-xa-xuan-hoa.txt', 'cite.symbol', 153],
  ['2024-xa-xuan-hoa.txt', 'text.page-number', 258],
  ['2024-xa-xuan-hoa.txt', 'deadline.soon', 778],
];

describe.skipIf(!hasShared('seeds'))('five real plans (needs ../shared)', () => {
  const found = new Map<string, Met[]>();
  const findingsOf = (file: string): Met[] => {
    const known = found.get(file) ?? checkText(readShared('seeds', file));
    found.set(file, known);
    return known;
  };

  test.each(KNOWN)('%s: %s at line %d', (file, rule, line) => {
    expect(
      findingsOf(file)
        .filter((each) => each.rule === rule)
        .map((each) => each.line),
    ).toContain(line);
  });

  test('the annex of Thừa Thiên Huế, which is right, raises nothing', () => {
    expect(findingsOf('2024-tinh-thua-thien-hue.txt').filter(({ line }) => line > 184)).toEqual([]);
  });

  test('pages given twice raise nothing twice', () => {
    for (const file of ['2024-tinh-thua-thien-hue.txt', '2017-tinh-lang-son.txt']) {
      const keys = findingsOf(file).map(({ rule, words }) => `${rule}|${words}`);
      expect(new Set(keys).size).toBe(keys.length);
    }
  });

  test('the money of Tân Yên that adds up is not touched', () => {
    const words = findingsOf('2024-huyen-tan-yen.txt')
      .filter(({ rule }) => rule === 'sum.money')
      .map((each) => each.words);
    expect(words).toEqual(['433 triệu đồng']);
  });
});
