import { writtenNumber } from '../../shared/phrase.ts';
import type { Table } from '../document/plan-document.ts';
import type { TextSpan } from '../document/source-place.ts';
import type { CheckContext } from './check-context.ts';
import type { Fault, Rule } from './rule.ts';
import { proseFaults } from './table-prose.ts';
import { wrongProducts, wrongRates } from './table-rates.ts';
import {
  gridsOf,
  type NumberGrid,
  valueAt,
  type WrongSum,
  wrongRows,
  wrongTotals,
} from './table-relations.ts';

const show = (value: number): string => writtenNumber(Math.round(value * 100) / 100);

const cellSpan = (table: Table, row: number, column: number): TextSpan | undefined =>
  table.rows[row]?.cells[column]?.span;
const rowName = (table: Table, row: number): string =>
  table.rows[row]?.cells.find((cell) => cell !== null && /\p{L}{2}/u.test(cell.text))?.text ?? `${row + 1}`;

function totalFault(grid: NumberGrid, { row, column, is, parts }: WrongSum, sure: boolean): Fault[] {
  const { table } = grid;
  const span = cellSpan(table, row, column);
  if (span === undefined) return [];
  const written = show(valueAt(grid, row, column) ?? 0);
  const title = table.columns[column]?.title ?? '';
  return [
    {
      ...(sure ? { expected: show(is) } : { severity: 'info' as const }),
      span,
      related: parts.slice(0, 12).flatMap(([r, c]) => cellSpan(table, r, c) ?? []),
      message: {
        vi: `Cột “${title}”, dòng “${rowName(table, row)}” ghi ${written}, các dòng cộng được ${show(is)}. Tổng hoặc một dòng ghi sai.`,
        en: `Column "${title}", row "${rowName(table, row)}" says ${written}; the rows add up to ${show(is)}. The total or a row is wrong.`,
      },
    },
  ];
}

function columnFaults(context: CheckContext): Fault[] {
  return gridsOf(context).flatMap((grid) => {
    const { sure, unsure } = wrongTotals(grid);
    return [
      ...sure.flatMap((wrong) => totalFault(grid, wrong, true)),
      ...unsure.flatMap((wrong) => totalFault(grid, wrong, false)),
    ];
  });
}

function rowFaults(context: CheckContext): Fault[] {
  const faults: Fault[] = [];
  for (const grid of gridsOf(context)) {
    for (const { row, column, is, formula } of [...wrongRows(grid), ...wrongProducts(grid)]) {
      const span = cellSpan(grid.table, row, column);
      if (span === undefined) continue;
      const written = show(valueAt(grid, row, column) ?? 0);
      faults.push({
        span,
        expected: show(is),
        message: {
          vi: `Dòng “${rowName(grid.table, row)}”: “${grid.table.columns[column]?.title ?? ''}” ghi ${written}, nhưng ${formula} là ${show(is)} như các dòng khác của bảng. Một ô của dòng này ghi sai.`,
          en: `Row "${rowName(grid.table, row)}": "${grid.table.columns[column]?.title ?? ''}" says ${written}, yet ${formula} is ${show(is)}, as the other rows have it. A cell of this row is wrong.`,
        },
      });
    }
    for (const { row, column, is, count, base } of wrongRates(grid)) {
      const span = cellSpan(grid.table, row, column);
      if (span === undefined) continue;
      faults.push({
        span,
        expected: show(is),
        message: {
          vi: `Dòng “${rowName(grid.table, row)}”: tỷ lệ ghi ${grid.table.rows[row]?.cells[column]?.text}, nhưng ${show(valueAt(grid, row, count) ?? 0)} trên ${show(valueAt(grid, row, base) ?? 0)} là ${show(is)}%.`,
          en: `Row "${rowName(grid.table, row)}": the rate is ${grid.table.rows[row]?.cells[column]?.text}, yet ${show(valueAt(grid, row, count) ?? 0)} of ${show(valueAt(grid, row, base) ?? 0)} is ${show(is)}%.`,
        },
      });
    }
  }
  return faults;
}

export const tableRules: readonly Rule[] = [
  {
    id: 'table.column',
    severity: 'error',
    title: { vi: 'Dòng tổng của bảng khác các dòng cộng lại', en: 'A total row differs from its rows' },
    find: columnFaults,
  },
  {
    id: 'table.row',
    severity: 'error',
    title: { vi: 'Một dòng của bảng tính sai', en: 'A row of a table is miscalculated' },
    find: rowFaults,
  },
  {
    id: 'table.prose',
    severity: 'warning',
    title: { vi: 'Lời văn khác bảng', en: 'The text differs from the table' },
    find: proseFaults,
  },
];
