import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { parseRational, rational } from '@benvung/domain/shared/rational';
import { equalWeights } from '@benvung/domain/standard/alkire-foster';
import { describe, expect, test } from 'vitest';
import { measureTable } from './measure-table.ts';

const k = (text: string) => parseRational(text) ?? rational(0);
const columns = { indicators: ['a', 'b'], weight: undefined, by: undefined };
const method = { weights: equalWeights(2), povertyCutoffK: k('1/2') };

describe('a table of 0 and 1', () => {
  test('gives H, A, M0 and the share of each indicator', () => {
    expect(measureTable('a,b\n1,1\n1,0\n0,0\n0,0\n', columns, method)).toEqual({
      n: 4,
      dropped: 0,
      k: 0.5,
      H: 0.5,
      A: 0.75,
      M0: 0.375,
      indicators: {
        a: { uncensored: 0.5, censored: 0.5, contribution: 2 / 3 },
        b: { uncensored: 0.25, censored: 0.25, contribution: 1 / 3 },
      },
      by: {},
    });
  });

  test('drops and counts the rows with a blank in a column that is used, and only those', () => {
    const measures = measureTable('a,b,c\n1,,1\nNA,1,1\n1,1,\n', columns, method);
    expect(measures).toMatchObject({ n: 1, dropped: 2, H: 1 });
  });

  test('weighs rows by a column of sample weights', () => {
    const weighted = { ...columns, weight: 'w' };
    expect(measureTable('a,b,w\n1,1,0.5\n0,0,1.5\n', weighted, method)).toMatchObject({
      n: 2,
      H: 0.25,
      A: 1,
      M0: 0.25,
    });
  });

  test('splits by the values of a column, in their order', () => {
    const split = { ...columns, by: 'xã' };
    const { by } = measureTable('"xã",a,b\nB,1,1\n"A, 1",0,0\nB,0,0\n', split, method);
    expect(Object.keys(by)).toEqual(['A, 1', 'B']);
    expect(by.B).toMatchObject({ n: 2, H: 0.5, M0: 0.5, contribution: 1 });
    expect(by['A, 1']).toMatchObject({ n: 1, H: 0, A: null, M0: 0, contribution: 0 });
  });

  test('reads a byte order mark, semicolons, dots in names and 1.0', () => {
    const dotted = { indicators: ['v.1', 'v.2'], weight: undefined, by: undefined };
    expect(measureTable('\uFEFFv.1;v.2\r\n1.0;0.0\r\n', dotted, method)).toMatchObject({
      n: 1,
      H: 1,
      A: 0.5,
    });
  });

  test.each([
    ['a,b\n1,2\n', 'Dòng 2, cột “b”: “2” không phải 0 hoặc 1.'],
    ['a,b\n1,1\nx,0\n', 'Dòng 3, cột “a”'],
    ['a,b\n1,yes\n', 'row 2, column "b"'],
  ])('refuses %j by row and column', (csv, message) => {
    expect(() => measureTable(csv, columns, method)).toThrow(message);
  });

  test('refuses a weight below 0, a column that is not there, and a table with no row left', () => {
    expect(() => measureTable('a,b,w\n1,1,-2\n', { ...columns, weight: 'w' }, method)).toThrow('không âm');
    expect(() => measureTable('a,c\n1,1\n', columns, method)).toThrow('không có cột “b”');
    expect(() => measureTable('a,b\n1,\n', columns, method)).toThrow('bỏ 1 dòng');
  });
});

const folder = fileURLToPath(new URL('../../../../../shared/data/alkire-foster/', import.meta.url));

describe.skipIf(!existsSync(folder))('the published example of the R package MPI', () => {
  interface Expected {
    n: number;
    H: number;
    A: number;
    M0: number;
    censored_count: Record<string, number>;
    uncensored_count: Record<string, number>;
    contribution: Record<string, number>;
  }
  const read = (name: string) => readFileSync(folder + name, 'utf8');
  const groups: Record<string, Expected> = existsSync(folder)
    ? JSON.parse(read('cranMPI_expected.json')).groups
    : {};
  const indicators = Object.keys(groups.all?.contribution ?? {});
  const measured = () =>
    measureTable(
      read('cranMPI_example.csv'),
      { indicators, weight: undefined, by: 'Region' },
      {
        weights: equalWeights(11),
        povertyCutoffK: k('3/11'),
      },
    );

  test.each(Object.entries(groups))('agrees for %s', (name, expected) => {
    const measures = measured();
    const part = name === 'all' ? measures : measures.by[name];
    expect(part).toMatchObject({ n: expected.n });
    expect(part?.H).toBeCloseTo(expected.H, 12);
    expect(part?.A).toBeCloseTo(expected.A, 12);
    expect(part?.M0).toBeCloseTo(expected.M0, 12);
    for (const indicator of indicators) {
      const figures = part?.indicators[indicator];
      expect((figures?.censored ?? 9) * expected.n).toBeCloseTo(expected.censored_count[indicator] ?? 9, 9);
      expect((figures?.uncensored ?? 9) * expected.n).toBeCloseTo(
        expected.uncensored_count[indicator] ?? 9,
        9,
      );
      expect(figures?.contribution).toBeCloseTo(expected.contribution[indicator] ?? 9, 12);
    }
  });
});
