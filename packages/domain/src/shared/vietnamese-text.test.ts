import { existsSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { personSortKey, searchKey, sortKey, toNfc } from './vietnamese-text.ts';

const vectorsFile = new URL('../../../../../shared/data/vectors/collation.json', import.meta.url);
const compareKeys = (a: string, b: string) => Buffer.compare(Buffer.from(a), Buffer.from(b));
const sorted = (texts: readonly string[], key: (text: string) => string) =>
  [...texts].sort((a, b) => compareKeys(key(a), key(b)));
const reversed = (texts: readonly string[]) => [...texts].reverse();

describe('a search key', () => {
  it.each([
    ['Hoà', 'Hòa'],
    ['Xã Phúc Hoà', 'xa  phuc hoa'],
    ['Lý', 'Lí'],
    ['Mỹ', 'Mĩ'],
    ['Quý', 'Quí'],
    ['Thuỷ', 'Thủy'],
    ['Đắk Lắk', 'dak lak'],
    ['Ðồng Nai', 'Đồng Nai'],
    ['Ksor H’Bút', "KSOR H'BÚT"],
    ['Phan Rang - Tháp Chàm', 'Phan Rang-Tháp Chàm'],
    ['Xuân Hoà'.normalize('NFD'), 'Xuân Hoà'.normalize('NFC')],
  ])('is the same for %s and %s', (one, other) => expect(searchKey(one)).toBe(searchKey(other)));

  it.each([
    ['Thúy', 'Thúi'],
    ['Tây', 'Tai'],
    ['Duy', 'Dui'],
    ['Nguyễn', 'Nguiễn'],
    ['An', 'Anh'],
  ])('differs for %s and %s', (one, other) => expect(searchKey(one)).not.toBe(searchKey(other)));

  it('of a beginning is the beginning of the key, whatever is typed so far', () => {
    for (const name of ['Xã Lý Quốc', 'Y Yên', 'Nguyễn Thị Quý', 'Mỹ Đức', 'Huỳnh Thúy'])
      for (let typed = 1; typed <= name.length; typed += 1)
        expect(searchKey(name).startsWith(searchKey(name.slice(0, typed)))).toBe(true);
  });

  it('is stable: a key is its own key', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => searchKey(searchKey(text)) === searchKey(text)),
    );
  });
});

describe('a sort key', () => {
  it.each([
    ['letters', ['ca', 'că', 'câ', 'da', 'đa', 'he', 'hê', 'to', 'tô', 'tơ', 'tu', 'tư']],
    ['tones', ['ma', 'mà', 'mả', 'mã', 'má', 'mạ']],
    ['tones after letters', ['Quang Phú', 'Quáng Phú', 'Quăng An']],
    ['numbers by value', ['Thôn 1', 'Thôn 2', 'Thôn 10', 'Thôn A']],
    ['short before long', ['An', 'An Giang', 'Anh']],
  ])('orders %s', (_what, expected) => expect(sorted(reversed(expected), sortKey)).toEqual(expected));

  it('does not see case nor the form of composition', () => {
    expect(sortKey('ĐẮK LẮK')).toBe(sortKey('Đắk Lắk'.normalize('NFD')));
    expect(toNfc('Đắk'.normalize('NFD'))).toBe('Đắk');
  });

  it('is plain printable text, so that any file can carry it', () => {
    expect(sortKey('Xã A Lưới 12 (H’Bút)')).toMatch(/^[\x20-\x7e]+$/u);
  });

  const syllable = fc.string({ unit: fc.constantFrom(...'aàảãáạăằâầbcdđeêghioôơuưỹxy '), maxLength: 8 });
  it('gives a total order: extending a text never puts it before itself', () => {
    fc.assert(
      fc.property(
        syllable,
        syllable,
        (a, b) => compareKeys(sortKey(a.trim()), sortKey(`${a.trim()}${b}`)) <= 0,
      ),
    );
  });
  it('agrees with itself: same key means same letters and tones', () => {
    fc.assert(
      fc.property(syllable, syllable, (a, b) => (sortKey(a) === sortKey(b)) === (plain(a) === plain(b))),
    );
  });

  it.skipIf(!existsSync(vectorsFile))('reproduces every list of the shared collation vectors', () => {
    const { lists } = JSON.parse(readFileSync(vectorsFile, 'utf8')) as { lists: Record<string, string[]> };
    expect(Object.keys(lists).length).toBeGreaterThan(3);
    for (const expected of Object.values(lists))
      expect(sorted(reversed(expected), sortKey)).toEqual(expected);
  });
});

const plain = (text: string) => text.trim().replace(/ +/gu, ' ');

describe('people', () => {
  it('are ordered by given name, then surname and middle name', () => {
    const expected = ['Lê Thị An', 'Nguyễn Văn An', 'Nguyễn Văn Ân', 'Đặng Bình', 'Hồ Thị Ơn'];
    expect(sorted(reversed(expected), personSortKey)).toEqual(expected);
  });
  it('with one name or blanks around it still have a key', () => {
    expect(personSortKey('  An ')).toBe(sortKey('An'));
    expect(personSortKey('')).toBe('');
  });
});
