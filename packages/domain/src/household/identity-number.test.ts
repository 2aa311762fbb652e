import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { BIRTH_PROVINCES } from './birth-provinces.ts';
import { checkIdentityNumber, plainIdentityNumber, readIdentityNumber } from './identity-number.ts';

const vectorsFile = new URL('../../../../../shared/data/vectors/cccd.json', import.meta.url);
const nothing = { sex: null, birthDate: null, today: '2024-10-15' } as const;
const doubts = (number: string, known: Partial<Parameters<typeof checkIdentityNumber>[1]> = {}) =>
  checkIdentityNumber(number, { ...nothing, ...known }).map((doubt) => doubt.code);

describe('an identity number', () => {
  it('says where the birth was registered, the sex and the year', () => {
    expect(readIdentityNumber('046185000123')).toEqual({ place: '046', sex: 'female', birthYear: 1985 });
    expect(readIdentityNumber('079203012345')).toEqual({ place: '079', sex: 'male', birthYear: 2003 });
    expect(BIRTH_PROVINCES['046']).toBe('Thừa Thiên Huế');
    expect(Object.keys(BIRTH_PROVINCES)).toHaveLength(63);
  });

  it.each([
    ['046185000123', { sex: 'female', birthDate: '1985-03-02' }, []],
    ['046185000123', { sex: 'male', birthDate: '1985' }, ['sex-differs']],
    ['046185000123', { sex: 'female', birthDate: '1958' }, ['birth-year-differs']],
    ['043188012345', {}, ['prefix-unknown']],
    ['000195012345', {}, ['prefix-unknown']],
    ['097195012345', {}, ['prefix-unknown']],
    ['128195012345', {}, []],
    ['001595012345', {}, ['birth-year-not-plausible']],
    ['123456789', {}, ['old-nine-digit-card']],
    ['46185000123', {}, ['lost-leading-zero']],
    ['00119501234A', {}, ['not-twelve-digits']],
    ['0011950123456', {}, ['not-twelve-digits']],
  ] as const)('%s beside %o raises %o', (number, known, expected) =>
    expect(doubts(number, known)).toEqual(expected),
  );

  it('loses the blanks and marks between its digits before it is judged', () =>
    expect(plainIdentityNumber("'001 195.012-345")).toBe('001195012345'));

  it.skipIf(!existsSync(vectorsFile))('agrees with every shared vector', () => {
    const { vectors } = JSON.parse(readFileSync(vectorsFile, 'utf8')) as {
      vectors: { id: string; valid: unknown; sex?: string; birth_year?: number; province_code?: string }[];
    };
    expect(vectors.length).toBeGreaterThan(30);
    for (const { id, valid, sex, birth_year, province_code } of vectors) {
      expect([id, doubts(id).length === 0]).toEqual([id, valid === true]);
      if (valid === true)
        expect(readIdentityNumber(id)).toEqual({
          place: province_code,
          sex: sex === 'Nam' ? 'male' : 'female',
          birthYear: birth_year,
        });
    }
  });
});
