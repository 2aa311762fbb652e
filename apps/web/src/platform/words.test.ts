import { describe, expect, test } from 'vitest';
import { defineWords, translate } from './i18n.ts';

interface Table {
  readonly vi: Readonly<Record<string, string>>;
  readonly en: Readonly<Record<string, string>>;
}

const modules = import.meta.glob<Record<string, unknown>>('../**/*.words.ts', { eager: true });

const isTable = (value: unknown): value is Table =>
  typeof value === 'object' && value !== null && 'vi' in value && 'en' in value;

const tables = Object.entries(modules).flatMap(([path, module]) =>
  Object.values(module)
    .filter(isTable)
    .map((table) => [path, table] as const),
);

const blanks = (text: string): string[] =>
  [...text.matchAll(/\{(\w+)\}/g)].map(([, name]) => name ?? '').sort();

test('every feature with words is looked at', () => {
  expect(tables.length).toBeGreaterThanOrEqual(8);
});

describe.each(tables)('%s', (_path, { vi, en }) => {
  test('English has the same sentences as Vietnamese, and the same blanks in each', () => {
    expect(Object.keys(en).sort()).toEqual(Object.keys(vi).sort());
    const wrong = Object.keys(vi).filter(
      (key) => JSON.stringify(blanks(vi[key] ?? '')) !== JSON.stringify(blanks(en[key] ?? '')),
    );
    expect(wrong).toEqual([]);
  });

  test('no sentence pleads, shouts or uses a word that officers do not use', () => {
    const bad = Object.values(vi).filter((text) => /vui lòng|!|\bOK\b|Xác nhận|Submit|đối tượng/i.test(text));
    expect(bad).toEqual([]);
  });

  test('every Vietnamese sentence is composed text, so that search and comparison find it', () => {
    expect(Object.values(vi).filter((text) => text !== text.normalize('NFC'))).toEqual([]);
  });
});

test('a blank is filled wherever it stands, in either language', () => {
  const words = defineWords(
    { from: '{a} rồi {b} rồi {a}', plain: 'không có chỗ trống' },
    { from: '{b} after {a}', plain: 'no blank' },
  );
  expect(translate(words, 'vi')('from', { a: 1, b: 'hai' })).toBe('1 rồi hai rồi 1');
  expect(translate(words, 'en')('from', { a: 1, b: 'two' })).toBe('two after 1');
  expect(translate(words, 'en')('plain')).toBe('no blank');
});

test('a unit inside a Vietnamese sentence is written without a capital, at its start with one', () => {
  const words = defineWords(
    { of: 'Hộ của {unit}', all: '{unit}: {unit}' },
    { of: 'Of {unit}', all: '{unit}: {unit}' },
  );
  expect(translate(words, 'vi')('of', { unit: 'Xã Hồng Hạ' })).toBe('Hộ của xã Hồng Hạ');
  expect(translate(words, 'vi')('all', { unit: 'Xã Hồng Hạ' })).toBe('Xã Hồng Hạ: Xã Hồng Hạ');
  expect(translate(words, 'en')('of', { unit: 'Xã Hồng Hạ' })).toBe('Of Xã Hồng Hạ');
});

test('an unknown sentence, a missing blank and a missing translation do not compile', () => {
  const words = defineWords({ from: 'từ {day}' }, { from: 'from {day}' });
  const t = translate(words, 'vi');
  // @ts-expect-error an unknown key
  expect(() => t('nothing')).not.toThrow();
  // @ts-expect-error the blank is not filled
  expect(t('from')).toBe('từ {day}');
  // @ts-expect-error another blank is filled
  expect(t('from', { month: 1 })).toBe('từ {day}');
  // @ts-expect-error English lacks a key
  expect(defineWords({ a: 'một', b: 'hai' }, { a: 'one' }).vi.b).toBe('hai');
});
