import { describe, expect, test } from 'vitest';
import { restateTargets } from './restate-targets.ts';
import type { TargetLine } from './target.ts';

const line = (opening: number | null, planned: number | null, rate: number | null = null): TargetLine => ({
  comparison: 'down-to',
  opening: { count: opening, base: 1000, rate: null },
  planned: { count: planned, base: null, rate },
});
const target = (unitId: number, scopePath: string, told: TargetLine, level = 'commune') => ({
  unitId,
  indicator: 'poor',
  level,
  line: told,
  scopePath,
  name: `Xã ${unitId}`,
});
const UNITS = [
  { id: 9, level: 'commune', path: '/1/2/9/' },
  { id: 8, level: 'commune', path: '/1/2/8/' },
];

describe('targets on another day’s map', () => {
  test('of communes merged whole are added up at their successor, without the rates that were written', () => {
    const restated = restateTargets(
      [target(3, '/1/2/9/', line(100, 90, 900)), target(4, '/1/2/9/', line(50, 40))],
      UNITS,
    );
    expect(restated).toHaveLength(1);
    expect(restated[0]).toMatchObject({
      unitId: 9,
      restatedFrom: ['Xã 3', 'Xã 4'],
      line: { opening: { count: 150, base: 2000 }, planned: { count: 130, base: null, rate: null } },
    });
  });

  test('are the unit’s own once it has some', () => {
    const restated = restateTargets(
      [target(3, '/1/2/9/', line(100, 90)), target(9, '/1/2/9/', line(95, 80))],
      UNITS,
    );
    expect(
      restated.map(({ unitId, line: { planned }, restatedFrom }) => [unitId, planned.count, restatedFrom]),
    ).toEqual([[9, 80, []]]);
  });

  test('what one part does not tell, the sum does not', () => {
    const restated = restateTargets(
      [target(3, '/1/2/9/', line(100, null)), target(4, '/1/2/9/', line(50, 40))],
      UNITS,
    );
    expect(restated[0]?.line).toMatchObject({ opening: { count: 150 }, planned: { count: null } });
  });

  test('of a split commune, or of a level that is no more, are nowhere', () => {
    expect(
      restateTargets(
        [target(3, '/1/2/3/', line(100, 90)), target(5, '/1/2/9/', line(700, 600), 'district')],
        UNITS,
      ),
    ).toEqual([]);
  });
});
