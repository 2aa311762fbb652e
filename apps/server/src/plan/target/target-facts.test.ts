import { emptyFigures, type Figures } from '@benvung/domain/review/counters';
import { HOUSEHOLD_CLASSES } from '@benvung/domain/standard/household-class';
import { expect, test } from 'vitest';
import { type FigureSheet, newSheet } from '../../report/report.public.ts';
import { regulations } from '../../standard/standard.public.ts';
import { openingFacts, progressOf, type UnitSheets } from './target-facts.ts';

const poor = (households: number): Figures =>
  emptyFigures().with(HOUSEHOLD_CLASSES.indexOf('POOR'), households);
const sheet = (measures: Readonly<Record<string, number>>): FigureSheet => ({
  ...newSheet(),
  measures: new Map(Object.entries(measures).map(([measure, households]) => [measure, poor(households)])),
});
const indicator = regulations().targetIndicators.find(({ code }) => code === 'poor')!;

/** A hundred poor at the end of 2023; of 2024 thirty reviewed, five of them left; one commune of twenty not begun. */
const sheets: UnitSheets = {
  last: sheet({ closing: 25, pending: 50 }),
  now: newSheet(),
  waiting: newSheet(),
  running: {
    last: sheet({ closing: 100, 'target.noLabourCapacity': 10 }),
    now: sheet({ closing: 25, pending: 50, 'target.noLabourCapacity': 4 }),
    waiting: sheet({ closing: 20 }),
  },
};

test('a year begins with what the review that still runs has come to, households not reviewed as they were', () => {
  expect(openingFacts(indicator, sheets)).toMatchObject({ opening: 95, noLabour: 11, provisional: true });
  expect(openingFacts(indicator, { ...sheets, running: null })).toMatchObject({
    opening: 25,
    provisional: false,
  });
});

test('of a year that lies ahead nothing is reached yet', () => {
  const measure = { count: 90, base: null, rate: null };
  const line = { comparison: 'down-to' as const, opening: { ...measure, count: 100 }, planned: measure };
  expect(
    progressOf({ indicator, line, sheets, actual: undefined, year: 2025, today: '2024-10-15' }),
  ).toMatchObject({ state: 'notBegun', done: 0, expected: null });
});
