import { describe, expect, test } from 'vitest';
import { packageLibrary } from './read-package.test-support.ts';

const { targetIndicators, standards } = packageLibrary;

describe('indicators of targets', () => {
  test('hold the outcome targets the plans name', () => {
    const codes = targetIndicators.map(({ code }) => code);
    for (const code of [
      'poor',
      'near-poor',
      'poor-minority',
      'insurance',
      'houses',
      'clean-water',
      'toilets',
      'trained-workers',
    ])
      expect(codes).toContain(code);
  });

  test('of lacks stand in the order of their standard', () => {
    const lacks = targetIndicators.filter(({ group }) => group === 'lacks');
    const standard = standards.findLast((each) => each.standard.id === 'VN-2022');
    expect(lacks).toHaveLength(standard?.standard.indicators.length ?? 0);
    for (const [at, { actual, standard: id }] of lacks.entries()) {
      expect(actual).toMatchObject({
        from: 'counters',
        measure: `deprived.${String(at + 1).padStart(2, '0')}`,
      });
      expect(id).toBe('VN-2022');
    }
  });

  test('that need labour are stocks of poor households', () => {
    expect(targetIndicators.filter(({ needsLabour }) => needsLabour).map(({ code }) => code)).toEqual([
      'poor',
    ]);
  });
});
