import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parseRational, rational, sum, toNumber, toText } from '../shared/rational.ts';
import { decompositionGap, equalWeights, measurePoverty, PatternTally } from './alkire-foster.ts';

const shared = fileURLToPath(
  new URL('../../../../../shared/data/alkire-foster/textbook_examples.json', import.meta.url),
);

const tallied = (patterns: readonly string[]) => {
  const tally = new PatternTally();
  for (const pattern of patterns) tally.add(pattern, rational(1));
  return tally.list();
};

describe('H, A and M0', () => {
  test('count a household whose score is exactly k as poor, where doubles would not', () => {
    const weights = ['1/10', '1/5', '7/10'].map((text) => parseRational(text) ?? rational(0));
    const measures = measurePoverty({ weights, povertyCutoffK: rational(3, 10) }, tallied(['110']));
    expect(0.1 + 0.2 >= 0.3).toBe(true);
    expect(0.1 + 0.2).not.toBe(0.3);
    expect(measures && toText(measures.headcountRatio)).toBe('1');
    const sixths = measurePoverty(
      { weights: equalWeights(6), povertyCutoffK: rational(5, 6) },
      tallied(['111110']),
    );
    expect(sixths && toText(sixths.headcountRatio)).toBe('1');
    expect(1 / 6 + 1 / 6 + 1 / 6 + 1 / 6 + 1 / 6 >= 5 / 6).toBe(false);
  });

  test('say nothing of an empty set, and have no intensity where nobody is poor', () => {
    const method = { weights: equalWeights(2), povertyCutoffK: rational(1) };
    expect(measurePoverty(method, [])).toBeUndefined();
    const measures = measurePoverty(method, tallied(['10', '00']));
    expect(measures?.intensity).toBeNull();
    expect(measures?.indicators[0]?.contribution).toBeNull();
    expect(measures && toText(measures.indicators[0]?.uncensoredHeadcount ?? rational(9))).toBe('1/2');
  });

  const surveys = fc.record({
    rows: fc.array(
      fc.tuple(
        fc.stringMatching(/^[01]{4}$/u),
        fc.constantFrom('a', 'b', 'c'),
        fc.integer({ min: 1, max: 50 }),
      ),
      {
        minLength: 1,
        maxLength: 60,
      },
    ),
    k: fc.integer({ min: 1, max: 4 }),
  });

  test('decompose: subgroups weighted by population give the whole, contributions sum to one, M0 = H × A', () => {
    fc.assert(
      fc.property(surveys, ({ rows, k }) => {
        const method = { weights: equalWeights(4), povertyCutoffK: rational(k, 4) };
        const measure = (wanted: readonly (readonly [string, string, number])[]) => {
          const tally = new PatternTally();
          for (const [pattern, , weight] of wanted) tally.add(pattern, rational(weight, 7));
          return measurePoverty(method, tally.list());
        };
        const whole = measure(rows);
        if (whole === undefined) throw new Error('no rows');
        const parts = ['a', 'b', 'c'].flatMap(
          (name) => measure(rows.filter(([, group]) => group === name)) ?? [],
        );
        expect(toText(decompositionGap(whole, parts))).toBe('0');
        if (whole.intensity === null) return;
        expect(toText(sum(whole.indicators.map(({ contribution }) => contribution ?? rational(9))))).toBe(
          '1',
        );
        expect(toNumber(whole.headcountRatio) * toNumber(whole.intensity)).toBeCloseTo(
          toNumber(whole.adjustedHeadcountRatio),
          12,
        );
      }),
    );
  });
});

describe.skipIf(!existsSync(shared))('the textbook examples', () => {
  interface Textbook {
    name: string;
    g0?: number[][];
    weights?: number[];
    k: number;
    groups?: string[];
    expected: {
      g0?: number[][];
      H: number;
      A: number;
      M0: number;
      h_uncensored?: number[];
      h_censored?: number[];
      contribution?: number[];
      M0_by_group?: Record<string, number>;
    };
  }
  const examples: Textbook[] = existsSync(shared) ? JSON.parse(readFileSync(shared, 'utf8')) : [];

  test.each(examples)('$name', ({ g0, weights, k, groups, expected }) => {
    const rows = g0 ?? expected.g0 ?? [];
    const count = rows[0]?.length ?? 0;
    const method = {
      weights: equalWeights(count),
      povertyCutoffK: weights === undefined ? rational(k, count) : (parseRational(String(k)) ?? rational(0)),
    };
    const measures = measurePoverty(method, tallied(rows.map((row) => row.join(''))));
    if (measures === undefined) throw new Error('no rows');
    expect(toNumber(measures.headcountRatio)).toBeCloseTo(expected.H, 12);
    expect(measures.intensity && toNumber(measures.intensity)).toBeCloseTo(expected.A, 12);
    expect(toNumber(measures.adjustedHeadcountRatio)).toBeCloseTo(expected.M0, 12);
    expected.h_uncensored?.forEach((value, at) => {
      expect(toNumber(measures.indicators[at]?.uncensoredHeadcount ?? rational(9))).toBeCloseTo(value, 12);
    });
    expected.h_censored?.forEach((value, at) => {
      expect(toNumber(measures.indicators[at]?.censoredHeadcount ?? rational(9))).toBeCloseTo(value, 12);
    });
    expected.contribution?.forEach((value, at) => {
      expect(toNumber(measures.indicators[at]?.contribution ?? rational(9))).toBeCloseTo(value, 12);
    });
    for (const [group, value] of Object.entries(expected.M0_by_group ?? {})) {
      const part = measurePoverty(
        method,
        tallied(rows.filter((_, at) => groups?.[at] === group).map((row) => row.join(''))),
      );
      expect(part && toNumber(part.adjustedHeadcountRatio)).toBeCloseTo(value, 12);
    }
  });
});
