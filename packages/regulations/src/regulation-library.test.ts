import { checkLocalStandard } from '@benvung/domain/standard/check-local-standard';
import { checkScorecard } from '@benvung/domain/standard/check-scorecard';
import type { PovertyStandard } from '@benvung/domain/standard/poverty-standard';
import { describe, expect, test } from 'vitest';
import { findStandard, standardsInForce } from './find-standard.ts';
import { packageLibrary, readPackage } from './read-package.test-support.ts';
import { loadRegulations } from './regulation-library.ts';

const standardOf = (id: string): PovertyStandard => {
  const found = findStandard(packageLibrary, id);
  if (found === undefined) throw new Error(id);
  return found.standard;
};

describe('the standard in force', () => {
  test.each([
    ['2016-01-01', 'VN-2016'],
    ['2021-12-31', 'VN-2016'],
    ['2022-01-01', 'VN-2022'],
    ['2026-12-31', 'VN-2022'],
    ['2015-12-31', undefined],
    ['2027-01-01', undefined],
  ])('on %s is %s; a draft is never proposed', (day, id) => {
    expect(standardsInForce(packageLibrary, day, null).national?.standard.id).toBe(id);
  });

  test('has a local one beside it only in the province that set it, while it is valid', () => {
    expect(standardsInForce(packageLibrary, '2023-10-15', '75').local?.standard.id).toBe('DONG-NAI-2022');
    expect(standardsInForce(packageLibrary, '2023-10-15', '46').local).toBeUndefined();
    expect(standardsInForce(packageLibrary, '2026-01-01', '75').local).toBeUndefined();
  });

  test('is found by the hash a result keeps, and not by another', () => {
    const found = findStandard(packageLibrary, 'VN-2022');
    expect(findStandard(packageLibrary, 'VN-2022', found?.hash)?.standard.id).toBe('VN-2022');
    expect(findStandard(packageLibrary, 'VN-2022', '0'.repeat(64))).toBeUndefined();
  });
});

describe('a local standard', () => {
  const national = standardOf('VN-2022');
  const local = standardOf('DONG-NAI-2022');

  test('may be higher than the national one, as in Đồng Nai', () => {
    expect(checkLocalStandard(local, national)).toEqual([]);
  });

  test('is refused where it is lower: a line, a ceiling, more deprivations, an indicator left out', () => {
    const lower: PovertyStandard = {
      ...local,
      povertyCutoffK: 4,
      lines: {
        ...local.lines,
        rural: { ...local.lines.rural, incomePovertyLine: 1_400_000, averageCeiling: 2_000_000 },
      },
      indicators: local.indicators.slice(1),
    };
    expect(checkLocalStandard(lower, national).map(({ at }) => at)).toEqual([
      'povertyCutoffK',
      'indicators.employment',
      'rural.incomePovertyLine',
      'rural.averageCeiling',
    ]);
  });
});

describe('the package', () => {
  test('has every local standard above the national one it names', () => {
    for (const { standard } of packageLibrary.standards)
      if (standard.scope.kind === 'local')
        expect(checkLocalStandard(standard, standardOf(standard.scope.national))).toEqual([]);
  });

  test('has twelve indicators in 2022 and ten in 2016', () => {
    expect(standardOf('VN-2022').indicators).toHaveLength(12);
    expect(standardOf('VN-2016').indicators).toHaveLength(10);
  });

  test('ships no scorecard but synthetic ones, faultless and named as such', () => {
    expect(packageLibrary.scorecards.length).toBeGreaterThan(0);
    for (const { scorecard } of packageLibrary.scorecards) {
      expect(scorecard.status).toBe('synthetic');
      expect(scorecard.source).toContain('không phải thang điểm chính thức');
      expect(checkScorecard(scorecard)).toEqual([]);
    }
  });

  test('names 54 groups and foreigners, 16 of them very small, six codes uncertain', () => {
    const { ethnicGroups } = packageLibrary;
    expect(ethnicGroups.map(({ code }) => code)).toEqual(
      Array.from({ length: 55 }, (_, at) => String(at + 1).padStart(2, '0')),
    );
    expect(ethnicGroups.filter(({ verySmall }) => verySmall)).toHaveLength(16);
    expect(ethnicGroups.filter(({ uncertain }) => uncertain).map(({ code }) => code)).toEqual([
      '20',
      '21',
      '22',
      '52',
      '53',
      '54',
    ]);
    const names = ethnicGroups.flatMap(({ name, aliases }) => [name, ...aliases]);
    expect(new Set(names).size).toBe(names.length);
  });

  test('is refused as a whole when a local standard is lower than the national one', () => {
    const path = 'poverty-standard/DONG-NAI-2022/1/standard.json';
    const content =
      readPackage()[path]?.replace('"incomePovertyLine": 2000000', '"incomePovertyLine": 1400000') ?? '';
    expect(() => loadRegulations({ ...readPackage(), [path]: content })).toThrow('rural.incomePovertyLine');
  });

  test('is refused as a whole, by file, when one file is not what its schema says', () => {
    const path = 'poverty-standard/VN-2022/1/standard.json';
    const broken = {
      ...readPackage(),
      [path]: readPackage()[path]?.replace('"povertyCutoffK": 3', '"povertyCutoffK": 0') ?? '',
    };
    expect(() => loadRegulations(broken)).toThrow(path);
  });
});
