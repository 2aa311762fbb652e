import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { HOUSEHOLD_CLASSES } from '../standard/household-class.ts';
import { diffCounters, foldCounters, withoutZeros } from './counters.ts';
import { compareCounters, ledgerOf, openingGaps } from './movement-ledger.ts';
import { sampleClosing, sampleOpening, sampleRecord } from './review-record.sample.ts';
import { ARRIVAL_REASONS, GONE_REASONS, type ReviewRecord } from './review-record.ts';

const PLACES = [
  [7, 71],
  [7, 72],
  [7, 0],
  [8, 81],
] as const;
const place = fc.constantFrom(...PLACES);
const state = fc.record({
  class: fc.constantFrom(...HOUSEHOLD_CLASSES),
  persons: fc.integer({ min: 0, max: 9 }),
});
const anyRecord: fc.Arbitrary<ReviewRecord> = fc
  .record({
    from: fc.option(fc.tuple(state, place)),
    to: fc.option(fc.tuple(state, place, fc.record({ oncePoor: fc.boolean(), onceNearPoor: fc.boolean() }))),
    gone: fc.option(fc.constantFrom(...GONE_REASONS)),
    arrived: fc.option(fc.constantFrom(...ARRIVAL_REASONS)),
  })
  .filter(({ from, to }) => from !== null || to !== null)
  .map(({ from, to, gone, arrived }) =>
    sampleRecord({
      communeId: to?.[1][0] ?? from?.[1][0] ?? 7,
      opening:
        from === null ? null : sampleOpening({ ...from[0], communeId: from[1][0], villageId: from[1][1] }),
      closing: to === null ? null : sampleClosing({ ...to[0], ...to[2], villageId: to[1][1] }),
      goneReason: to === null ? gone : null,
      arrivalReason: from === null ? arrived : null,
    }),
  );
const records = fc.array(anyRecord, { maxLength: 30 });

describe('for any records', () => {
  test('every village and commune balances, in households and in persons', () => {
    fc.assert(
      fc.property(records, (all) => {
        for (const line of foldCounters(all).values())
          for (const entry of ledgerOf(line.figures)) expect(entry.difference).toBe(0);
      }),
    );
  });

  test('T2.c2 = T3.c5 and T2.c5 = T3.c3 everywhere, in households and in persons', () => {
    fc.assert(
      fc.property(records, (all) => {
        for (const { figures } of foldCounters(all).values()) {
          const [c2, c3, c5] = [2, 3, 5].map((column) => figures.get(`movement.${column}`));
          expect([c2?.[0] ?? 0, c2?.[1] ?? 0]).toEqual([c5?.[2] ?? 0, c5?.[3] ?? 0]);
          expect([c5?.[0] ?? 0, c5?.[1] ?? 0]).toEqual([c3?.[2] ?? 0, c3?.[3] ?? 0]);
        }
      }),
    );
  });

  test('putting some in the place of others changes the counters by the difference of the folds', () => {
    fc.assert(
      fc.property(records, records, records, (stays, before, after) => {
        const counters = foldCounters([...stays, ...before]);
        for (const [key, line] of diffCounters(before, after)) {
          const kept = counters.get(key) ?? { ...line, figures: new Map<string, number[]>() };
          for (const [measure, figures] of line.figures)
            kept.figures.set(
              measure,
              figures.map((value, at) => value + (kept.figures.get(measure)?.[at] ?? 0)),
            );
          counters.set(key, kept);
        }
        expect(withoutZeros(counters)).toEqual(withoutZeros(foldCounters([...stays, ...after])));
      }),
    );
  });

  test('a commune’s line is the sum of its villages where every village is known', () => {
    const known = records.map((all) =>
      all.filter((each) => each.opening?.villageId !== 0 && each.closing?.villageId !== 0),
    );
    fc.assert(
      fc.property(known, (all) => {
        const counters = [...foldCounters(all).values()];
        for (const commune of counters.filter((line) => line.villageId === 0))
          for (const [measure, figures] of commune.figures) {
            const villages = counters
              .filter((line) => line.communeId === commune.communeId && line.villageId !== 0)
              .map((line) => line.figures.get(measure) ?? []);
            const sums = figures.map((_value, at) =>
              villages.reduce((sum, village) => sum + (village[at] ?? 0), 0),
            );
            expect(sums).toEqual(figures);
          }
      }),
    );
  });
});

test('a counter that is not the fold is named', () => {
  const record = sampleRecord();
  const wrong = foldCounters([record]);
  wrong.get('2024|VN-2022|7|71')!.figures.get('closing')![0] = 9;
  expect(
    compareCounters(wrong, foldCounters([record])).map(({ line, measure }) => [line.villageId, measure]),
  ).toEqual([[71, 'closing']]);
});

test('an opening that is not last year’s closing is named with both values', () => {
  const last = foldCounters([sampleRecord({ year: 2023 })]).get('2023|VN-2022|7|0')!.figures;
  const now = foldCounters([sampleRecord({ opening: sampleOpening({ persons: 5 }) })]);
  expect(openingGaps(now.get('2024|VN-2022|7|0')!.figures, last)).toEqual([
    { class: 'POOR', unit: 'persons', opening: 5, lastClosing: 4 },
  ]);
});
