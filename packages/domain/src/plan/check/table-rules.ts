import type { Table } from '../document/plan-document.ts';
import type { TextSpan } from '../document/source-place.ts';
import { type CheckContext, type ReadParagraph, spanIn } from './check-context.ts';
import type { Fault, Rule } from './rule.ts';
import {
  type NumberGrid,
  readGrid,
  valueAt,
  type WrongSum,
  wrongRates,
  wrongRows,
  wrongTotals,
} from './table-relations.ts';

const show = (value: number): string => {
  const [whole = '', decimals] = String(Math.round(value * 100) / 100).split('.');
  return `${whole.replace(/\B(?=(?:\d{3})+$)/gu, '.')}${decimals === undefined ? '' : `,${decimals}`}`;
};

const cellSpan = (table: Table, row: number, column: number): TextSpan | undefined =>
  table.rows[row]?.cells[column]?.span;
const rowName = (table: Table, row: number): string =>
  table.rows[row]?.cells.find((cell) => cell !== null && /\p{L}{2}/u.test(cell.text))?.text ?? `${row + 1}`;

function gridsOf({ document }: CheckContext): NumberGrid[] {
  return document.tables
    .filter(({ firstParagraph }) => document.paragraphs[firstParagraph]?.repeatOf == null)
    .map(readGrid)
    .filter(({ addable, rates }) => addable.length + rates.length > 0);
}

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
    for (const { row, column, is, formula } of wrongRows(grid)) {
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

const WHOLE_RATE =
  /tỷ lệ (?:hộ )?nghèo(?: đa chiều)?(?: chung)?(?: (?:toàn|trên địa bàn|của) (?:tỉnh|huyện|xã|thành phố|phường)[^.;,\d]{0,30})?\s*(?:năm \d{4}\s*)?(?:giảm|xuống)?\s*còn\s*(?:khoảng\s*)?(\d{1,2}(?:,\d{1,2})?)\s*%/iu;
const WHOLE_FALL = /giảm\s+(?:khoảng\s+|ít nhất\s+)?(\d{1,3}(?:\.\d{3})*)\s*hộ nghèo(?!\s*\/)/iu;

interface TotalCell {
  readonly span: TextSpan;
  readonly value: number;
  readonly text: string;
}

/** The cell of the last total row in the last column whose title all patterns fit. */
function totalCell(context: CheckContext, fits: readonly RegExp[]): TotalCell | undefined {
  for (const { table, values } of gridsOf(context)) {
    const row = table.rows.findIndex(({ role }) => role === 'total');
    const column = table.columns.findLastIndex(({ title }) => fits.every((pattern) => pattern.test(title)));
    const cell = table.rows[row]?.cells[column];
    const value = values[row]?.[column];
    if (cell != null && value !== null && value !== undefined)
      return { span: cell.span, value, text: cell.text };
  }
  return undefined;
}

const number = (written: string): number => Number(written.replaceAll('.', '').replace(',', '.'));

function proseFault(read: ReadParagraph, match: RegExpExecArray, cell: TotalCell): Fault {
  return {
    span: spanIn(read, { start: match.index, end: match.index + match[0].length }),
    related: [cell.span],
    expected: cell.text,
    message: {
      vi: `Lời văn ghi ${match[1]}, dòng tổng của bảng ghi ${cell.text}. Thống nhất một số.`,
      en: `The text says ${match[1]}, the total row of the table ${cell.text}. Settle on one number.`,
    },
  };
}

/** A target in the text against the total row of the annex. */
function proseFaults(context: CheckContext): Fault[] {
  const year = context.period?.from === context.period?.to ? String(context.period?.to ?? '') : '';
  const rate = totalCell(context, [
    /tỷ lệ/iu,
    /nghèo|tỷ lệ/iu,
    ...(year === '' ? [] : [new RegExp(year, 'u')]),
  ]);
  const fall = totalCell(context, [/giảm/iu, /hộ/iu, ...(year === '' ? [] : [new RegExp(year, 'u')])]);
  const faults: Fault[] = [];
  for (const read of context.paragraphs) {
    if (read.paragraph.kind === 'cell' || !/nghèo/u.test(read.text)) continue;
    const told = WHOLE_RATE.exec(read.text);
    if (told !== null && rate !== undefined && rate.value < 100 && number(told[1]!) !== rate.value)
      faults.push(proseFault(read, told, rate));
    const fallen = WHOLE_FALL.exec(read.text);
    if (
      fallen !== null &&
      fall !== undefined &&
      number(fallen[1]!) !== fall.value &&
      !/từ\s*$/u.test(read.text.slice(0, fallen.index))
    )
      faults.push(proseFault(read, fallen, fall));
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
