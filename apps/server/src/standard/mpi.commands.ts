import { readFile } from 'node:fs/promises';
import {
  compare,
  ONE,
  parseRational,
  type Rational,
  sum,
  toText,
  ZERO,
} from '@benvung/domain/shared/rational';
import { type CountingMethod, equalWeights, sumsToOne } from '@benvung/domain/standard/alkire-foster';
import Papa from 'papaparse';
import {
  type CliArguments,
  type CliCommand,
  type CliContext,
  EXIT,
  environmentFailure,
  usageFailure,
} from '../platform/cli/command.ts';
import { measureTable, type TableMeasures } from './measure-table.ts';

export const mpiCommand: CliCommand = {
  name: 'mpi',
  summary: 'Tính H, A, M0 của một bảng 0/1 (H, A, M0 of a 0/1 table)',
  usage: 'FILE.csv --indicators a,b --k 1/3 [--weights 1/2,1/2] [--weight COLUMN] [--by COLUMN] [--json]',
  description:
    'Trọng số và k là phân số hoặc số thập phân, tính chính xác; tổng trọng số phải bằng 1; không ghi thì bằng nhau. ' +
    'Hộ nghèo khi tổng trọng số thiếu hụt ≥ k. Dòng có ô trống (hoặc NA) bị bỏ và được đếm.\n' +
    'Weights and k are fractions or decimals, computed exactly; weights sum to 1 and are equal when left out. ' +
    'Poor when the weighted deprivations reach k. Rows with a blank (or NA) are dropped and counted.',
  needsDatabase: false,
  words: [1, 1],
  options: {
    indicators: { value: 'COLUMNS', required: true, summary: 'Các cột chỉ số, cách nhau dấu phẩy (columns)' },
    k: { value: 'K', required: true, summary: 'Ngưỡng nghèo, ví dụ 1/3 (poverty cut-off)' },
    weights: { value: 'WEIGHTS', summary: 'Trọng số từng chỉ số, ví dụ 1/6,1/6 (weights)' },
    weight: { value: 'COLUMN', summary: 'Cột trọng số mẫu (sample weight)' },
    by: { value: 'COLUMN', summary: 'Cột nhóm để phân tách (subgroups)' },
  },
  run: runMpi,
};

async function runMpi(context: CliContext, args: CliArguments) {
  const file = context.path(args.words[0] as string);
  const indicators = listOf(args.text('indicators') ?? '');
  const twice = indicators.find((name, at) => indicators.indexOf(name) !== at);
  if (twice !== undefined)
    throw usageFailure(`Cột “${twice}” ghi hai lần trong --indicators.`, `"${twice}" is listed twice.`);
  const method = {
    weights: readWeights(args.text('weights'), indicators.length),
    povertyCutoffK: readK(args),
  };
  const columns = { indicators, weight: args.text('weight'), by: args.text('by') };
  const measures = measureTable(await readText(file), columns, method satisfies CountingMethod);
  if (context.json) context.printJson(measures);
  else for (const line of describe(measures)) context.out(line);
  return EXIT.ok;
}

/** A list in the shape of one CSV row, so that a column name with a comma can be quoted. */
const listOf = (text: string): string[] =>
  (Papa.parse<string[]>(text, { delimiter: ',' }).data[0] ?? []).map((name) => name.trim());

function readWeights(text: string | undefined, count: number): Rational[] {
  if (text === undefined) return equalWeights(count);
  const weights = text.split(',').map((part) => {
    const weight = parseRational(part);
    if (weight === undefined || compare(weight, ZERO) < 0)
      throw usageFailure(
        `Trọng số “${part.trim()}” không phải số không âm.`,
        `"${part.trim()}" is not a weight.`,
      );
    return weight;
  });
  if (weights.length !== count)
    throw usageFailure(
      `Có ${count} chỉ số nhưng ${weights.length} trọng số.`,
      `There are ${count} indicators and ${weights.length} weights.`,
    );
  if (!sumsToOne(weights))
    throw usageFailure(
      `Tổng trọng số phải bằng 1, đang là ${toText(sum(weights))}. Ghi phân số cho chính xác, ví dụ 1/6.`,
      `The weights must sum to 1, they sum to ${toText(sum(weights))}; write fractions such as 1/6.`,
    );
  return weights;
}

function readK(args: CliArguments): Rational {
  const text = args.text('k') ?? '';
  const k = parseRational(text);
  if (k === undefined || compare(k, ZERO) <= 0 || compare(k, ONE) > 0)
    throw usageFailure(`--k “${text}” phải lớn hơn 0 và không quá 1.`, '--k must be above 0 and at most 1.');
  return k;
}

async function readText(file: string): Promise<string> {
  try {
    return await readFile(file, 'utf8');
  } catch {
    throw environmentFailure(`Không đọc được tệp ${file}.`, `The file ${file} cannot be read.`);
  }
}

function describe(measures: TableMeasures): string[] {
  const share = (value: number | null) => (value === null ? '–' : value.toFixed(4));
  const head = (figures: { n: number; H: number; A: number | null; M0: number }) =>
    `n ${figures.n}  H ${share(figures.H)}  A ${share(figures.A)}  M0 ${share(figures.M0)}`;
  return [
    `${head(measures)}  k ${measures.k}  bỏ (dropped) ${measures.dropped}`,
    ...Object.entries(measures.indicators).map(
      ([name, { uncensored, censored, contribution }]) =>
        `  ${name}: ${share(uncensored)} | ${share(censored)} | ${share(contribution)}`,
    ),
    ...Object.entries(measures.by).map(([value, figures]) => `${value}: ${head(figures)}`),
  ];
}
