import { describe, expect, test } from 'vitest';
import { toNumber, toText } from '../shared/rational.ts';
import { decompositionGap } from './alkire-foster.ts';
import { sampleIndicator } from './household.sample.ts';
import { countingMethodOf, measureHouseholds } from './measure-households.ts';
import type { PovertyStandard } from './poverty-standard.ts';

const ground = { document: 'x', article: null, label: 'x' };
const lines = {
  incomePovertyLine: 1,
  upperIncomeLine: null,
  averageCeiling: null,
  scoreCutoff: null,
  upperScoreCutoff: null,
};
const { indicator } = sampleIndicator({ method: 'internet-use' });
const standard: PovertyStandard = {
  id: 'X',
  title: { vi: 'x', en: 'x' },
  status: 'inForce',
  scope: { kind: 'national' },
  validFrom: '2022-01-01',
  validTo: null,
  method: 'line-and-deprivations',
  lines: { rural: lines, urban: lines },
  scoreCutoffs: 'exact',
  povertyCutoffK: 3,
  pointsPerIndicator: 10,
  averageForFarmHouseholdsOnly: true,
  indicators: Array.from({ length: 12 }, () => indicator),
  grounds: { class: ground, incomeLine: ground, scoreCutoff: ground, averageLivingStandard: ground },
};
const households = [
  { deprivations: '111000000000', persons: 5, group: 'A' },
  { deprivations: '1100-0000000', persons: 1, group: 'A' },
  { deprivations: '111111000000', persons: 2, group: 'B' },
  { deprivations: '11?000000000', persons: 9, group: 'B' },
];

describe('H, A, M0 of reviewed households', () => {
  test('count three of twelve as exactly k, leave out the unknown, and say how many', () => {
    const { all, dropped } = measureHouseholds(standard, households, 'households');
    expect(toText(countingMethodOf(standard).povertyCutoffK)).toBe('1/4');
    expect(dropped).toBe(1);
    expect(all && [all.count, toText(all.headcountRatio), all.intensity && toText(all.intensity)]).toEqual([
      3,
      '2/3',
      '3/8',
    ]);
  });

  test.each(['households', 'persons'] as const)('are the same when alike %s are told together', (count) => {
    const many = [...households, ...households, ...households];
    const together = households.map((each) => ({ ...each, households: 3, persons: each.persons * 3 }));
    expect(measureHouseholds(standard, together, count)).toEqual(measureHouseholds(standard, many, count));
  });

  test('of persons weigh each household by its members, and its groups make up the whole', () => {
    const { all, byGroup } = measureHouseholds(standard, households, 'persons');
    if (all === undefined) throw new Error('nobody');
    expect(toText(all.headcountRatio)).toBe('7/8');
    expect(toNumber(all.adjustedHeadcountRatio)).toBeCloseTo((5 * 0.25 + 2 * 0.5) / 8, 12);
    expect(toText(decompositionGap(all, [...byGroup.values()]))).toBe('0');
    expect([...byGroup.keys()]).toEqual(['A', 'B']);
  });
});
