import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { checkScorecard } from './check-scorecard.ts';
import { evaluateScorecard } from './evaluate-scorecard.ts';
import type { Band, Scorecard, ScorecardItem, ScorecardItemKind } from './scorecard.ts';

const option = (code: string, points: number, band: Band | null = null) => ({
  code,
  label: code,
  band,
  points,
});
const item = (
  code: string,
  kind: ScorecardItemKind,
  options: ScorecardItem['options'],
  exclusionRule: ScorecardItem['exclusionRule'] = null,
): ScorecardItem => ({ code, label: code, kind, exclusionRule, options });
const card = (...items: ScorecardItem[]): Scorecard => ({
  id: 'card',
  standardId: 'VN-2022',
  formCode: 'A',
  region: 'R',
  version: 1,
  status: 'synthetic',
  source: 'x',
  items,
});

const banded = (...bands: [from: number | null, to: number | null, points: number][]) =>
  item(
    'area',
    'banded-number',
    bands.map(([from, to, points], at) => option(`b${at}`, points, { from, to })),
  );

describe('the faults of a scorecard', () => {
  test.each([
    ['no items', card(), ['no-items']],
    ['bands that meet', card(banded([0, 8, 0], [8, 20, 10], [20, null, 20])), []],
    ['a gap between bands', card(banded([0, 8, 0], [9, null, 10])), ['band-gap']],
    ['bands that overlap', card(banded([0, 9, 0], [8, null, 10])), ['band-overlap']],
    ['nothing below 5', card(banded([5, null, 0])), ['band-closed-end']],
    ['nothing from 20 up', card(banded([0, 20, 0])), ['band-closed-end']],
    ['an empty band', card(banded([0, 8, 0], [8, 8, 1], [8, null, 2])), ['band-empty']],
    ['a band left out', card(item('a', 'banded-number', [option('x', 1)])), ['band-missing']],
    [
      'a band where none belongs',
      card(item('a', 'one-of', [option('x', 1, { from: 0, to: 1 })])),
      ['band-unwanted'],
    ],
    ['half a point', card(item('a', 'one-of', [option('x', 0.5)])), ['points-not-whole']],
    ['no options', card(item('a', 'any-of', [])), ['no-options']],
    [
      'the same item twice',
      card(item('a', 'one-of', [option('x', 1)]), item('a', 'one-of', [option('x', 1)])),
      ['item-twice'],
    ],
    ['the same option twice', card(item('a', 'one-of', [option('x', 1), option('x', 2)])), ['option-twice']],
    [
      'two options counted by times',
      card(item('a', 'count-times', [option('x', 1), option('y', 2)])),
      ['one-option-only'],
    ],
  ] as const)('%s', (_, scorecard, expected) => {
    expect(checkScorecard(scorecard).map(({ code }) => code)).toEqual(expected);
  });

  test('are none exactly when every number falls in one band', () => {
    const edges = fc.uniqueArray(fc.integer({ min: 1, max: 40 }), { minLength: 1, maxLength: 4 });
    fc.assert(
      fc.property(edges, fc.nat(3), fc.integer({ min: -2, max: 2 }), fc.nat(60), (cuts, at, shift, value) => {
        const sorted = [0, ...cuts.sort((a, b) => a - b)];
        const bands = sorted.map((from, index): [number, number | null, number] => [
          from,
          sorted[index + 1] ?? null,
          index,
        ]);
        const moved = bands[at % bands.length];
        if (moved !== undefined && moved[1] !== null) moved[1] += shift;
        const scorecard = card(banded(...bands));
        const fits = bands.filter(([from, to]) => value >= from && (to === null || value < to)).length;
        if (checkScorecard(scorecard).length === 0) expect(fits).toBe(1);
      }),
    );
  });
});

describe('points A', () => {
  const scorecard = card(
    item('school', 'one-of', [option('low', 0), option('high', 15)]),
    item('assets', 'any-of', [option('motorbike', 15), option('car', 60)]),
    banded([0, 8, 0], [8, null, 10]),
    item('cattle', 'count-times', [option('head', 8)]),
    item('members', 'one-of', [option('one', 50)], 'only-without-capacity'),
  );
  const answers = { school: 'high', assets: ['motorbike', 'car'], area: 8, cattle: 3, members: 'one' };

  test('are the sum over the items: one, any, by band, by times', () => {
    expect(evaluateScorecard(scorecard, answers, []).incomeScore).toBe(15 + 75 + 10 + 24 + 50);
  });

  test('leave out the item that is void for the household', () => {
    const { incomeScore, items } = evaluateScorecard(scorecard, { ...answers, members: null }, [
      'only-without-capacity',
    ]);
    expect(incomeScore).toBe(15 + 75 + 10 + 24);
    expect(items.at(-1)).toMatchObject({ excluded: true, points: 0 });
  });

  test('count an option once, however often it was ticked', () => {
    expect(evaluateScorecard(scorecard, { ...answers, assets: ['car', 'car'] }, []).incomeScore).toBe(
      15 + 60 + 10 + 24 + 50,
    );
  });

  test.each([
    ['an item is not answered', { ...answers, school: null }],
    ['an option is not on the card', { ...answers, school: 'highest' }],
    ['a number is below every band', { ...answers, area: -1 }],
    ['times are not whole', { ...answers, cattle: 1.5 }],
    ['the answer is of another kind', { ...answers, assets: 'car' }],
  ])('are not known while %s: a partial sum would read as poor', (_, given) => {
    expect(evaluateScorecard(scorecard, given, []).incomeScore).toBeNull();
  });
});
