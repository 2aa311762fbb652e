import type { BatchIssueView, CellCorrectionView } from '@benvung/contract/exchange-batch';

const isCell = (at: string): boolean => /[A-Z]+\d+$/u.test(at);

/** Of one cell by its address; of all equal cells, or where only the row is known, by column and value. */
export function correctionOf(issue: BatchIssueView, to: string, everywhere: boolean): CellCorrectionView {
  const from = issue.value ?? '';
  const byColumn = issue.column !== null && (everywhere || !isCell(issue.at));
  return byColumn
    ? { at: null, column: issue.column, from, to }
    : { at: issue.at, column: issue.column, from, to };
}

/** What the cell was put right to; undefined: it was not. The last correction holds. */
export function fixFor(
  issue: BatchIssueView,
  corrections: readonly CellCorrectionView[],
): string | undefined {
  for (let index = corrections.length - 1; index >= 0; index -= 1) {
    const one = corrections[index];
    if (one === undefined) continue;
    if (one.at !== null ? one.at === issue.at : one.column === issue.column && one.from === issue.value)
      return one.to;
  }
  return undefined;
}

export const isMended = (issue: BatchIssueView, corrections: readonly CellCorrectionView[]): boolean =>
  fixFor(issue, corrections) !== undefined;
