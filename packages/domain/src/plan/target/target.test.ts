import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { checkAgainstParent, checkLine, checkParts } from './check-cascade.ts';
import { basesOf, countAt, printRate, rateOf } from './rate.ts';
import {
  assignedOf,
  NO_MEASURE,
  plannedRate,
  pointsOf,
  type TargetLine,
  withAssigned,
  withPlannedBase,
  withPlannedRate,
} from './target.ts';

const stock = (opening: number, planned: number, base: number | null = null): TargetLine => ({
  comparison: 'down-to',
  opening: { count: opening, base, rate: null },
  planned: { count: planned, base: null, rate: null },
});
const ground = { kind: 'stock', capacity: null, counted: null } as const;

describe('rates of targets', () => {
  test.each([
    [7540, 332_159, 227],
    [3485, 14_283, 2440],
    [1, 8, 1250],
    [1, 3, 3333],
    [2, 3, 6667],
    [0, 10, 0],
    [5, 0, null],
    [null, 10, null],
  ])('%s of %s is %s hundredths of a percent', (count, base, rate) => {
    expect(rateOf(count, base)).toBe(rate);
  });

  test('print with a comma and two digits', () => {
    expect([176, 5, 2440, -857, 0].map(printRate)).toEqual(['1,76', '0,05', '24,40', '−8,57', '0,00']);
  });

  test('tell the bases they were rounded from: all of them, and no other', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 50_000 }),
        fc.integer({ min: 1, max: 2_000_000 }),
        (count, more) => {
          const base = count + more;
          const rate = rateOf(count, base) ?? 0;
          const range = basesOf(count, rate);
          expect(range).not.toBeNull();
          const { least, most } = range ?? { least: 0, most: 0 };
          expect(base).toBeGreaterThanOrEqual(least);
          expect(rateOf(count, least)).toBe(rate);
          if (least > 1) expect(rateOf(count, least - 1)).not.toBe(rate);
          if (most === null) return;
          expect(base).toBeLessThanOrEqual(most);
          expect(rateOf(count, most)).toBe(rate);
          expect(rateOf(count, most + 1)).not.toBe(rate);
        },
      ),
    );
  });

  test('and the count nearest to a rate of a base has that rate where the base is fine enough', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 10_000 }),
        fc.integer({ min: 10_000, max: 900_000 }),
        (rate, base) => {
          expect(rateOf(countAt(rate, base), base)).toBe(rate);
        },
      ),
    );
  });
});

describe('a target', () => {
  test('told as households fewer says how many are left, at which rate and how many points', () => {
    const line = withAssigned('stock', stock(250, 250, 1250), 50);
    expect(line.planned.count).toBe(200);
    expect(plannedRate(line)).toBe(1600);
    expect(pointsOf(line)).toBe(-400);
    expect(assignedOf('stock', line)).toBe(50);
  });

  test('told as a rate moves the count, and the rate follows what the count can show', () => {
    const line = withPlannedRate(stock(10, 10, 300), 200);
    expect(line.planned.count).toBe(6);
    expect(plannedRate(line)).toBe(200);
    expect(plannedRate(withPlannedRate(stock(10, 10, 300), 210))).toBe(200);
  });

  test('with its own number of households at the end has the rate of that number', () => {
    const line = withPlannedBase(withAssigned('stock', stock(250, 250, 1250), 50), 1300);
    expect(plannedRate(line)).toBe(1538);
  });

  test('told as a rate without any base stands as written', () => {
    const line = withPlannedRate({ comparison: 'at-least', opening: NO_MEASURE, planned: NO_MEASURE }, 9500);
    expect([line.planned.count, plannedRate(line)]).toEqual([null, 9500]);
  });
});

describe('the check of one unit', () => {
  test('finds a rate that is not that of its count and base', () => {
    const line = { ...stock(250, 200), opening: { count: 250, base: 1250, rate: 2200 } };
    expect(checkLine(line, ground)).toEqual([{ kind: 'rate', at: 'opening', written: 2200, computed: 2000 }]);
  });

  test('finds 2,69 → 2,69 unless it is meant to be kept', () => {
    expect(checkLine(stock(50, 50, 1859), ground)).toEqual([{ kind: 'unchanged', count: 50, rate: 269 }]);
    expect(checkLine({ ...stock(50, 50, 1859), comparison: 'keep' }, ground)).toEqual([]);
  });

  test('finds more asked to leave than can', () => {
    expect(checkLine(stock(250, 200), { ...ground, capacity: 49 })).toEqual([
      { kind: 'over-capacity', assigned: 50, most: 49 },
    ]);
    expect(checkLine(stock(250, 200), { ...ground, capacity: 50 })).toEqual([]);
  });

  test.each([
    ['fewer than none left', stock(5, -1), { kind: 'below-nought', planned: -1 }],
    ['a stock that grows', stock(5, 6), { kind: 'wrong-way', from: 5, to: 6 }],
  ])('finds %s', (_words, line, fault) => {
    expect(checkLine(line, ground)).toEqual([fault]);
  });

  test('finds an opening that is not the review’s', () => {
    expect(checkLine(stock(5, 4), { ...ground, counted: 6 })).toEqual([
      { kind: 'opening', told: 5, counted: 6 },
    ]);
  });
});

describe('the check of parts against their whole', () => {
  test('tells each column whose parts do not add up, with both sums', () => {
    expect(checkParts('stock', stock(100, 80), [stock(60, 50), stock(40, 31)])).toEqual([
      { kind: 'sum', column: 'assigned', whole: 20, parts: 19 },
      { kind: 'sum', column: 'planned', whole: 80, parts: 81 },
    ]);
  });

  test('compares nothing while a part tells nothing', () => {
    const empty = { ...stock(0, 0), opening: NO_MEASURE, planned: NO_MEASURE };
    expect(checkParts('stock', stock(100, 80), [stock(60, 1), empty])).toEqual([]);
  });

  test('finds rates that no number of households explains', () => {
    const whole = { ...stock(10_000, 8000), planned: { count: 8000, base: null, rate: 400 } };
    const part = (count: number, rate: number) => ({
      ...stock(5000, 4000),
      planned: { count, base: null, rate },
    });
    expect(checkParts('stock', whole, [part(4000, 400), part(4000, 400)])).toEqual([]);
    expect(checkParts('stock', whole, [part(4000, 800), part(4000, 900)]).map(({ kind }) => kind)).toEqual([
      'base',
    ]);
  });

  test('finds a part below what is asked of everyone at least', () => {
    const at = (rate: number): TargetLine => ({
      comparison: 'at-least',
      opening: NO_MEASURE,
      planned: { ...NO_MEASURE, rate },
    });
    expect(checkAgainstParent('coverage', at(9500), at(9400))).toEqual([
      { kind: 'under-parent', rate: 9400, least: 9500 },
    ]);
    expect(checkAgainstParent('coverage', at(9500), at(9500))).toEqual([]);
  });
});
