import type { OfficialTable } from '@benvung/contract/report';
import { describe, expect, test } from 'vitest';
import { tableOne } from '../table.sample.ts';
import { lacksOf, movementOf, rankUnits, sumOf } from './overview-figures.ts';

const column = (key: string, kind: 'count' | 'rate' = 'count') => ({ key, label: key, kind });
const table = (columns: OfficialTable['columns'], total: OfficialTable['total']): OfficialTable => ({
  ...tableOne,
  columns,
  total,
});

describe('the figures of the overview are those of the official tables', () => {
  const keys = ['c1', 'c2', 'c3', 'c4', 'c5', 'c6', 'c7', 'c8', 'c9'];
  const moved = table(
    keys.map((key) => column(key)),
    [100, 20, 10, 5, 4, 3, 2, 1, 75],
  );

  test('the steps lead from the opening to the closing', () => {
    const steps = movementOf(moved) ?? [];
    expect(steps.map(({ from, to }) => [from, to])).toEqual([
      [0, 100],
      [100, 80],
      [80, 70],
      [70, 65],
      [65, 69],
      [69, 72],
      [72, 74],
      [74, 75],
      [0, 75],
    ]);
    expect([sumOf(steps, 'out'), sumOf(steps, 'in')]).toEqual([35, 10]);
  });

  test('without figures there is nothing to draw', () => {
    expect(movementOf(table([column('c1'), column('c9')], [null, null]))).toBeNull();
  });

  test('lacks keep the order of the law and leave other columns out', () => {
    const lacks = lacksOf(
      table(
        [column('total'), column('c1', 'rate'), column('c2', 'rate'), column('undetermined')],
        [9, 40, 55.5, 1],
      ),
    );
    expect(lacks.map(({ column: key, value }) => [key, value])).toEqual([
      ['c1', 40],
      ['c2', 55.5],
    ]);
  });

  test('units are ranked by rate; rows without a unit are not', () => {
    expect(rankUnits(tableOne).map(({ name, rate }) => [name, rate])).toEqual([
      ['Huyện A Lưới', 24.4],
      ['Thành phố Huế', 0.65],
    ]);
  });
});
