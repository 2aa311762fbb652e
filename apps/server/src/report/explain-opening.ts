import { IDENTITIES, type IdentityCheck } from '@benvung/domain/report/identities';
import type { TableUnits } from './read-table-units.ts';
import { figuresOf, sheetOfRow, subtractSheet } from './unit-figures.ts';

export interface OpeningToExplain {
  readonly checks: readonly IdentityCheck[];
  readonly year: number;
  readonly last: TableUnits;
  /** Last year's counts of communes that have no round this year. */
  readonly readWaiting: () => Promise<TableUnits>;
  /** All checks, against another closing of last year. */
  readonly judge: (last: TableUnits) => readonly IdentityCheck[];
}

/**
 * The opening differs from last year's closing wherever a round has not begun. When that alone is the cause, the
 * check still fails, but says so instead of naming every unit.
 */
export async function explainOpening(wanted: OpeningToExplain): Promise<IdentityCheck[]> {
  const { checks, year, last, readWaiting, judge } = wanted;
  if (checks.every(({ id, ok }) => id !== '1' || ok)) return [...checks];
  const waiting = await readWaiting();
  const communes = [...waiting.total.rounds.values()].reduce((sum, count) => sum + count, 0);
  const holds = communes > 0 && judge(without(last, waiting)).some(({ id, ok }) => id === '1' && ok);
  if (!holds) return [...checks];
  const rule = IDENTITIES.find(({ id }) => id === '1')?.rule ?? '';
  const detail = `${rule}: ${communes} xã chưa mở đợt ${year} nên chưa có đầu kỳ`;
  return checks.map((check) => (check.id === '1' ? { ...check, detail } : check));
}

function without(last: TableUnits, waiting: TableUnits): TableUnits {
  const waitingOf = new Map(waiting.rows.map((row) => [row.unit?.id ?? 0, row.figures]));
  const total = sheetOfRow(figuresOf(last.total), last.total.rounds);
  subtractSheet(total, waiting.total);
  const rows = last.rows.map((row) => {
    const less = waitingOf.get(row.unit?.id ?? 0);
    if (less === undefined) return row;
    const sheet = sheetOfRow(row.figures);
    subtractSheet(sheet, sheetOfRow(less));
    return { ...row, figures: { ...row.figures, measures: sheet.measures } };
  });
  return { rows, total };
}
