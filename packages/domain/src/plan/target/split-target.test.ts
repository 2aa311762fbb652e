import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { partsOfStock, partsOfWhole, type SplitPart, splitTarget } from './split-target.ts';

const part = (id: number, weight: number, more: Partial<SplitPart> = {}): SplitPart => ({
  id,
  weight,
  floor: 0,
  ceiling: 1_000_000,
  locked: null,
  ...more,
});
const valuesOf = (whole: number, parts: readonly SplitPart[]) => {
  const split = splitTarget(whole, parts);
  return split.ok ? [...split.value.values()] : split.problem;
};

describe('a split', () => {
  test('goes by weight, and what does not divide to the largest remainders', () => {
    expect(valuesOf(10, [part(1, 1), part(2, 1), part(3, 1)])).toEqual([4, 3, 3]);
    expect(valuesOf(100, [part(1, 859), part(2, 166), part(3, 277)])).toEqual([66, 13, 21]);
  });

  test('leaves what is locked and shares the rest', () => {
    expect(valuesOf(100, [part(1, 50, { locked: 90 }), part(2, 25), part(3, 25)])).toEqual([90, 5, 5]);
  });

  test('gives what is above a ceiling to the others', () => {
    expect(valuesOf(100, [part(1, 90, { ceiling: 40 }), part(2, 5), part(3, 5)])).toEqual([40, 30, 30]);
  });

  test('asks parts without weight only when the others are full', () => {
    expect(valuesOf(10, [part(1, 1, { ceiling: 4 }), part(2, 0)])).toEqual([4, 6]);
    expect(valuesOf(3, [part(1, 1), part(2, 0)])).toEqual([3, 0]);
  });

  test('that cannot be is refused with its numbers', () => {
    expect(valuesOf(10, [part(1, 1, { ceiling: 4 }), part(2, 1, { ceiling: 5 })])).toEqual({
      code: 'plan-target.split-over-ceilings',
      detail: { rest: 10, most: 9, short: 1 },
    });
    expect(valuesOf(10, [part(1, 1, { locked: 11 }), part(2, 1)])).toEqual({
      code: 'plan-target.split-locked-too-much',
      detail: { whole: 10, held: 11 },
    });
    expect(valuesOf(1, [part(1, 1, { floor: 2 })])).toEqual({
      code: 'plan-target.split-under-floors',
      detail: { rest: 1, least: 2 },
    });
    expect(valuesOf(1, [])).toEqual({ code: 'plan-target.no-children' });
  });

  const parts = fc.array(
    fc.record({
      weight: fc.integer({ min: 0, max: 5_000_000 }),
      floor: fc.integer({ min: 0, max: 200 }),
      room: fc.integer({ min: 0, max: 4_000 }),
      lock: fc.option(fc.integer({ min: 0, max: 4_000 })),
    }),
    { minLength: 1, maxLength: 60 },
  );
  const partsOf = (drawn: readonly { weight: number; floor: number; room: number; lock: number | null }[]) =>
    drawn.map(({ weight, floor, room, lock }, id) =>
      part(id, weight, { floor, ceiling: floor + room, locked: lock }),
    );

  test('always adds up to its whole, within its bounds and around its locks, or cannot be', () => {
    fc.assert(
      fc.property(parts, fc.integer({ min: 0, max: 150_000 }), (drawn, whole) => {
        const all = partsOf(drawn);
        const split = splitTarget(whole, all);
        const held = all.reduce((sum, { locked }) => sum + (locked ?? 0), 0);
        const open = all.filter(({ locked }) => locked === null);
        const least = open.reduce((sum, { floor }) => sum + floor, 0);
        const most = open.reduce((sum, { ceiling }) => sum + ceiling, 0);
        expect(split.ok).toBe(whole - held >= least && whole - held <= most);
        if (!split.ok) return;
        expect([...split.value.values()].reduce((sum, value) => sum + value, 0)).toBe(whole);
        for (const { id, floor, ceiling, locked } of all) {
          const value = split.value.get(id) ?? -1;
          if (locked !== null) expect(value).toBe(locked);
          else expect(value >= floor && value <= ceiling).toBe(true);
        }
      }),
      { numRuns: 300 },
    );
  });

  test('without bounds is never a whole unit away from the exact share', () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 1, max: 100_000 }), { minLength: 1, maxLength: 40 }),
        fc.integer({ min: 0, max: 100_000 }),
        (weights, whole) => {
          const split = splitTarget(
            whole,
            weights.map((weight, id) => part(id, weight)),
          );
          const total = weights.reduce((sum, weight) => sum + weight, 0);
          if (!split.ok) throw new Error('refused');
          for (const [id, weight] of weights.entries())
            expect(Math.abs((split.value.get(id) ?? 0) - (whole * weight) / total)).toBeLessThan(1);
        },
      ),
    );
  });

  test('of two equal parts with different weights never asks more of the lighter', () => {
    fc.assert(
      fc.property(parts, fc.integer({ min: 0, max: 100_000 }), (drawn, whole) => {
        const all = partsOf(drawn.map((one) => ({ ...one, floor: 0, room: 3_000, lock: null })));
        const split = splitTarget(whole, all);
        if (!split.ok) return;
        for (const a of all)
          for (const b of all)
            if (a.weight > b.weight)
              expect((split.value.get(a.id) ?? 0) >= (split.value.get(b.id) ?? 0)).toBe(true);
      }),
      { numRuns: 50 },
    );
  });
});

describe('the parts of a stock', () => {
  const figures = [
    { id: 1, stock: 100, rate: 1000, capacity: 40, base: 1000, locked: null },
    { id: 2, stock: 100, rate: 500, capacity: 90, base: 2000, locked: null },
  ];
  const by = (method: 'stock' | 'rate' | 'capacity', whole: number) => {
    const split = splitTarget(whole, partsOfStock(method, figures));
    return split.ok ? [...split.value.values()] : split.problem.code;
  };

  test('are asked by households, by rate or by those who can leave', () => {
    expect(by('stock', 60)).toEqual([30, 30]);
    expect(by('rate', 60)).toEqual([40, 20]);
    expect(by('capacity', 65)).toEqual([20, 45]);
  });

  test('are never asked for households that cannot leave', () => {
    expect(by('stock', 120)).toEqual([40, 80]);
    expect(by('stock', 131)).toBe('plan-target.split-over-ceilings');
  });

  test('of a share to be reached are asked by their base, and for no more than it', () => {
    const split = splitTarget(2850, partsOfWhole(figures, { capped: true }));
    expect(split.ok && [...split.value.values()]).toEqual([950, 1900]);
  });
});
