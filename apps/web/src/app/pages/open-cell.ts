/** The open cell as the address carries it: `unit.column` or `unit.column.line`. */
export interface OpenCell {
  readonly unit: number;
  readonly column: string;
  readonly line: string | null;
}

export const writeOpenCell = ({ unit, column, line }: OpenCell): string =>
  [unit, column, ...(line === null ? [] : [line])].join('.');

export function readOpenCell(text: string | undefined): OpenCell | null {
  const [unit, column, line] = (text ?? '').split('.');
  if (unit === undefined || column === undefined || column === '' || !/^\d+$/.test(unit)) return null;
  return { unit: Number(unit), column, line: line ?? null };
}
