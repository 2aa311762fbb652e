import { type NumberGrid, valueAt, type WrongRow } from './table-relations.ts';

const FACTORS = {
  count: /số lượng|khối lượng|số người|số lớp|số hộ|số ngày/iu,
  price: /đơn giá|định mức|mức (?:chi|hỗ trợ)/iu,
  product: /thành tiền|tổng (?:tiền|kinh phí)|kinh phí/iu,
};

/** "Số lượng × đơn giá = thành tiền", where most rows keep it. */
export function wrongProducts(grid: NumberGrid): WrongRow[] {
  const at = (pattern: RegExp) => grid.table.columns.findIndex(({ title }) => pattern.test(title));
  const [count, price, product] = [at(FACTORS.count), at(FACTORS.price), at(FACTORS.product)];
  if (count < 0 || price < 0 || product < 0 || new Set([count, price, product]).size < 3) return [];
  const wrong: WrongRow[] = [];
  let holds = 0;
  for (const row of grid.table.rows.keys()) {
    const [n, each, all] = [
      valueAt(grid, row, count),
      valueAt(grid, row, price),
      valueAt(grid, row, product),
    ];
    if (n === null || each === null || all === null || n === 0 || each === 0) continue;
    const is = n * each;
    if (Math.abs(is - all) <= Math.abs(is) * 0.0005) holds++;
    else wrong.push({ row, column: product, is, formula: productOf(grid, count, price) });
  }
  return holds >= 2 && wrong.length * 2 <= holds ? wrong : [];
}

const productOf = ({ table }: NumberGrid, a: number, b: number): string =>
  `“${table.columns[a]?.title ?? ''}” × “${table.columns[b]?.title ?? ''}”`;

export interface WrongRate {
  readonly row: number;
  readonly column: number;
  readonly is: number;
  readonly count: number;
  readonly base: number;
}

/** Rows whose rate is not count over base, in a table where the other rows' rates are. */
export function wrongRates(grid: NumberGrid): WrongRate[] {
  for (const rate of grid.rates) {
    for (const count of grid.addable) {
      for (const base of grid.addable) {
        if (base === count) continue;
        const wrong: WrongRate[] = [];
        let holds = 0;
        for (const row of grid.table.rows.keys()) {
          const [r, c, b] = [valueAt(grid, row, rate), valueAt(grid, row, count), valueAt(grid, row, base)];
          if (r === null || c === null || b === null || b === 0 || c > b) continue;
          const is = (c / b) * 100;
          if (Math.abs(is - r) <= 0.5 * 10 ** -(grid.places[row]?.[rate] ?? 0) + 0.006) holds++;
          else wrong.push({ row, column: rate, is, count, base });
        }
        if (holds >= 3 && wrong.length > 0 && wrong.length * 3 <= holds) return wrong;
      }
    }
  }
  return [];
}
