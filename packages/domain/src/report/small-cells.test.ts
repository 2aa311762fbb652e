import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { HouseholdClass } from '../standard/household-class.ts';
import type { CellValue } from './fill-row.ts';
import type { ReportForm } from './report-form.ts';
import { FEW, HIDDEN_BESIDE, suppressSmallCells } from './small-cells.ts';

const column = (key: string, value: ReportForm['columns'][number]['value']) => ({
  key,
  number: null,
  label: key,
  groups: [],
  kind: 'count' as const,
  value,
  each: null,
});
const form: ReportForm = {
  number: 1,
  title: { vi: '', en: '' },
  kind: 'table',
  listOf: null,
  lines: [],
  columns: [
    column('c1', { base: 'households' }),
    column('c3', { counts: ['closing/POOR/households'] }),
    column('c4', { rate: ['c3', 'c1'] }),
    column('c9', { counts: ['closing/POOR/persons'] }),
  ],
};
const row = (poor: number): CellValue[] => [500, poor, poor / 5, poor * 4];
const publish = (poor: readonly number[], above: readonly HouseholdClass[] = []) =>
  suppressSmallCells({
    form,
    rows: poor.map(row),
    total: row(poor.reduce((sum, each) => sum + each, 0)),
    hiddenAbove: new Set(above),
  });
const shownPoor = ({ rows }: ReturnType<typeof publish>) => rows.map((cells) => cells[1]);

describe('a public table names no few households', () => {
  test.each([
    ['none few: nothing is hidden', [10, 20, 0], [10, 20, 0], 30],
    ['one few: the smallest other is hidden beside it', [3, 20, 9], [FEW, 20, HIDDEN_BESIDE], 32],
    ['two few: they hide each other', [3, 4, 9], [FEW, FEW, 9], 16],
    ['one few and nobody else: the total is few too', [3, 0, 0], [FEW, 0, 0], FEW],
    ['few in all', [2, 2, 0], [FEW, FEW, 0], FEW],
    ['zeros name nobody', [0, 0, 7], [0, 0, 7], 7],
  ])('%s', (_name, poor, shown, total) => {
    const published = publish(poor);
    expect(shownPoor(published)).toEqual(shown);
    expect(published.total[1]).toBe(total);
  });

  test('persons and rates of a hidden class go with it; the number of residents stays', () => {
    expect(publish([3, 20, 9]).rows[0]).toEqual([500, FEW, FEW, FEW]);
  });

  test('what is hidden in the table above is not told as a total below', () => {
    const published = publish([20, 30], ['POOR']);
    expect(published.total).toEqual([500, HIDDEN_BESIDE, HIDDEN_BESIDE, HIDDEN_BESIDE]);
    expect(shownPoor(published)).toEqual([HIDDEN_BESIDE, 30]);
    expect(published.hidden.map((each) => [...each])).toEqual([['POOR'], []]);
  });

  test('no hidden count can be computed from what is shown', () => {
    fc.assert(
      fc.property(
        fc.array(fc.nat({ max: 12 }), { minLength: 1, maxLength: 12 }),
        fc.boolean(),
        (poor, above) => {
          const published = publish(poor, above ? ['POOR'] : []);
          const cells = shownPoor(published);
          const hidden = poor.filter((_count, at) => typeof cells[at] === 'string');
          for (const [at, count] of poor.entries()) {
            if (count > 0 && count < 5) expect(cells[at]).toBe(FEW);
            else if (typeof cells[at] !== 'string') expect(cells[at]).toBe(count);
          }
          // With the total told, a hidden count would have to be alone to be computed.
          if (typeof published.total[1] === 'number') expect(hidden.length).not.toBe(1);
        },
      ),
    );
  });
});
