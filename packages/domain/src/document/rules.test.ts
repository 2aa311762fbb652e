import { describe, expect, test } from 'vitest';
import { codeFrom, groupedCode, paperNumberKey } from '../shared/printed-code.ts';
import { DOCUMENT_TYPES, TYPE_NAMES } from './document-types.ts';
import { pointLetter, roman } from './enumerate.ts';
import { issuerOf } from './issuer.ts';
import {
  dayInWords,
  momentInWords,
  numberLine,
  placeAndDay,
  referenceOf,
  shortDay,
  symbolOf,
} from './number-and-day.ts';
import { keptTogether } from './official-document.ts';
import { LETTERING, PAGE, RULES } from './page-rules.ts';
import { sampleFrame } from './sample-data.ts';
import { signatureOf } from './signature.ts';
import { typedCode, VERIFICATION_CODE_LENGTH } from './verification-code.ts';

describe('numbers and days (NĐ 30/2020, Phụ lục I, mục II.3 and II.4)', () => {
  test.each([
    [5, '05/QĐ-UBND'],
    [10, '10/QĐ-UBND'],
    [417, '417/QĐ-UBND'],
  ])('the number %i is written %s', (number, reference) => {
    expect(referenceOf(number, 'QĐ-UBND')).toBe(reference);
  });
  test.each([
    ['2026-01-05', 'ngày 05 tháng 01 năm 2026'],
    ['2026-02-28', 'ngày 28 tháng 02 năm 2026'],
    ['2026-03-05', 'ngày 05 tháng 3 năm 2026'],
    ['2026-06-29', 'ngày 29 tháng 6 năm 2026'],
    ['2026-12-10', 'ngày 10 tháng 12 năm 2026'],
  ])('%s is written "%s"', (day, words) => {
    expect(dayInWords(day)).toBe(words);
  });
  test('a draft leaves room for number and day', () => {
    expect(numberLine(null, 'KH-UBND')).toMatch(/^Số: {2,}\/KH-UBND$/u);
    expect(placeAndDay('Bằng Mạc', null)).toMatch(/^Bằng Mạc, ngày +tháng +năm +$/u);
  });
  test('a citation writes the day short, zeros by the same rule', () => {
    expect(shortDay('2026-03-05')).toBe('05/3/2026');
    expect(shortDay('2026-01-15')).toBe('15/01/2026');
  });
  test('a moment names hour and day', () => {
    expect(momentInWords('2026-09-28T08:00')).toBe('08 giờ 00 phút, ngày 28 tháng 9 năm 2026');
  });
});

describe('symbols (Phụ lục III)', () => {
  test.each([
    ['QĐ', 'QĐ-UBND'],
    ['QC', 'QC-UBND'],
    ['QyĐ', 'QyĐ-UBND'],
    ['DA', 'DA-UBND'],
    ['CTr', 'CTr-UBND'],
    ['TTr', 'TTr-UBND'],
    ['GCN', 'GCN-HN.HCN'],
  ] as const)('%s of a committee is %s', (type, symbol) => {
    expect(symbolOf(type, 'UBND', null)).toBe(symbol);
  });
  test('an official letter has no type in its symbol and names who drafted it', () => {
    expect(symbolOf('CV', 'UBND', 'VX')).toBe('UBND-VX');
  });
  test('no two types share an abbreviation', () => {
    const used = DOCUMENT_TYPES.map((type) => TYPE_NAMES[type].abbreviation);
    expect(new Set(used).size).toBe(used.length);
  });
});

describe('enumeration', () => {
  test('points follow the Vietnamese alphabet', () => {
    expect([0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10].map(pointLetter).join('')).toBe('abcdđeghikl');
    expect(pointLetter(22)).toBe('y');
    expect(pointLetter(23)).toBe('aa');
  });
  test.each([
    [1, 'I'],
    [4, 'IV'],
    [9, 'IX'],
    [14, 'XIV'],
    [49, 'XLIX'],
  ])('%i is %s', (number, figures) => {
    expect(roman(number)).toBe(figures);
  });
});

describe('page and letters (Phụ lục I, mục I and IV)', () => {
  test('what we print lies within what the decree allows', () => {
    const sizes = Object.values(LETTERING).map(({ size }) => size);
    for (const { least, most, ours } of [...Object.values(PAGE.margins), ...sizes]) {
      expect(ours).toBeGreaterThanOrEqual(least);
      expect(ours).toBeLessThanOrEqual(most);
    }
  });
  test('the rule under the body and the subject is a third to a half of the text, under the motto all of it', () => {
    for (const share of [RULES.issuingBody, RULES.subject]) {
      expect(share).toBeGreaterThanOrEqual(1 / 3);
      expect(share).toBeLessThanOrEqual(1 / 2);
    }
    expect(RULES.motto).toBe(1);
  });
  test('a line is not broken inside a span of years, a share, a number or a day', () => {
    expect(keptTogether('giai đoạn 2022 - 2025, 50 % số 12, ngày 05')).toBe(
      'giai đoạn 2022\u00a0-\u00a02025, 50\u00a0% số\u00a012, ngày\u00a005',
    );
  });
});

describe('who issues and signs', () => {
  const commune = {
    level: 'commune',
    name: 'Xã Bằng Mạc',
    shortName: 'Bằng Mạc',
    above: 'Tỉnh Lạng Sơn',
  } as const;
  test('a committee stands without a superior, its steering committee under it with an abbreviation', () => {
    expect(issuerOf(commune, 'body')).toMatchObject({
      superior: null,
      body: ['ỦY BAN NHÂN DÂN', 'XÃ BẰNG MẠC'],
      bodyName: 'Ủy ban nhân dân xã Bằng Mạc',
      superiorName: 'Ủy ban nhân dân tỉnh Lạng Sơn',
    });
    expect(issuerOf(commune, 'steeringCommittee')).toMatchObject({
      superior: 'UBND XÃ BẰNG MẠC',
      abbreviation: 'BCĐ',
    });
  });
  test('a unit named by a number keeps its type in the place and a capital in the text', () => {
    const ward = {
      level: 'commune',
      name: 'Phường 1',
      shortName: '1',
      above: 'Thành phố Hồ Chí Minh',
    } as const;
    expect(issuerOf(ward, 'body')).toMatchObject({
      place: 'Phường 1',
      bodyName: 'Ủy ban nhân dân Phường 1',
      superiorName: 'Ủy ban nhân dân Thành phố Hồ Chí Minh',
    });
  });
  test.each([
    ['KT', 'Phó Chủ tịch', false, ['KT. CHỦ TỊCH'], 'PHÓ CHỦ TỊCH'],
    ['KT', 'Phó Chủ tịch', true, ['TM. ỦY BAN NHÂN DÂN', 'KT. CHỦ TỊCH'], 'PHÓ CHỦ TỊCH'],
    ['TM', 'Chủ tịch', true, ['TM. ỦY BAN NHÂN DÂN'], 'CHỦ TỊCH'],
    ['TL', 'Chánh Văn phòng', false, ['TL. CHỦ TỊCH'], 'CHÁNH VĂN PHÒNG'],
    ['TUQ', 'Trưởng phòng', false, ['TUQ. CHỦ TỊCH'], 'TRƯỞNG PHÒNG'],
    ['Q', 'Chủ tịch', false, [], 'Q. CHỦ TỊCH'],
  ] as const)('%s %s, collective %s', (authority, position, collective, above, printed) => {
    const frame = { ...sampleFrame('notice', []), signatory: { name: 'A', position, authority } };
    expect(signatureOf(frame, collective)).toMatchObject({ authority: above, position: printed });
  });
});

describe('codes', () => {
  test('a code has eight letters none of which is mistaken for another, printed in two halves', () => {
    const code = codeFrom(
      Uint8Array.from({ length: 32 }, (_, at) => (at * 37 + 255) % 256),
      VERIFICATION_CODE_LENGTH,
    );
    expect(code).toMatch(/^[2-9ABCDEFGHJKMNPQRSTVWXYZ]{8}$/u);
    expect(groupedCode('4F7K92QD')).toBe('4F7K-92QD');
  });
  test('what is typed is taken without regard to case, hyphens and spaces', () => {
    expect(typedCode(' 4f7k-92qd ')).toBe('4F7K92QD');
    expect(paperNumberKey('Số: 0417/gcn-hn.hcn')).toBe(paperNumberKey('417/GCN-HN.HCN'));
  });
});
