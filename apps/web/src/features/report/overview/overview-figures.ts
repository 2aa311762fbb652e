import type { OfficialTable } from '@benvung/contract/report';

/** One figure of a chart, and where it opens: the table's cell it was read from. */
export interface Figure {
  readonly label: string;
  readonly value: number | null;
  readonly column: string;
}

const totalOf = (table: OfficialTable, key: string): number | null => {
  const value = table.total[table.columns.findIndex((column) => column.key === key)];
  return typeof value === 'number' ? value : null;
};

const INDICATOR = /^c\d+$/;

/** Shares of a class's households that lack each indicator, in the order of the law (tables 5 and 7). */
export const lacksOf = (table: OfficialTable): Figure[] =>
  table.columns
    .filter(({ key, kind }) => INDICATOR.test(key) && kind === 'rate')
    .map(({ key, label }) => ({ label, value: totalOf(table, key), column: key }));

/** A step of the movement: from where to where it stands, and whether it leads out or in. */
export interface Step extends Figure {
  readonly kind: 'stock' | 'out' | 'in';
  readonly from: number;
  readonly to: number;
}

const OUT = ['c2', 'c3', 'c4'];
const IN = ['c5', 'c6', 'c7', 'c8'];

/** Opening, what went out, what came in, closing (tables 2 and 3); null while the year has no figures. */
export function movementOf(table: OfficialTable): Step[] | null {
  const figure = (key: string): Figure => ({
    label: table.columns.find((column) => column.key === key)?.label ?? key,
    value: totalOf(table, key),
    column: key,
  });
  const opening = figure('c1');
  const closing = figure('c9');
  if (opening.value === null || closing.value === null) return null;
  let stands = opening.value;
  const steps: Step[] = [{ ...opening, kind: 'stock', from: 0, to: opening.value }];
  for (const key of [...OUT, ...IN]) {
    const step = figure(key);
    const out = OUT.includes(key);
    const next = stands + (out ? -1 : 1) * (step.value ?? 0);
    steps.push({ ...step, kind: out ? 'out' : 'in', from: stands, to: next });
    stands = next;
  }
  return [...steps, { ...closing, kind: 'stock', from: 0, to: closing.value }];
}

export const sumOf = (steps: readonly Step[], kind: Step['kind']): number =>
  steps.reduce((sum, step) => (step.kind === kind ? sum + (step.value ?? 0) : sum), 0);

export interface RankedUnit {
  readonly id: number;
  readonly name: string;
  readonly rate: number;
  readonly households: number;
}

/** Units with a rate, the highest first (table 1). */
export function rankUnits(table: OfficialTable): RankedUnit[] {
  const [rateAt, countAt] = ['c4', 'c3'].map((key) =>
    table.columns.findIndex((column) => column.key === key),
  ) as [number, number];
  return table.rows
    .flatMap(({ unit, values }) => {
      const [rate, households] = [values[rateAt], values[countAt]];
      if (unit === null || typeof rate !== 'number' || typeof households !== 'number') return [];
      return [{ id: unit.id, name: unit.name, rate, households }];
    })
    .sort((a, b) => b.rate - a.rate || b.households - a.households);
}
