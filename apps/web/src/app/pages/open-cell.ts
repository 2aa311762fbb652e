/** The open cell as the address carries it: `unit.column` or `unit.column.line`. */
export interface OpenCell {
  readonly unit: number;
  readonly column: string;
  readonly line: string | null;
}

export const writeOpenCell = ({ unit, column, line }: OpenCell): string =>
  [unit, column, ...(line === null ? [] : [line])].join('.');

const LINE = /\.(households|persons)$/;

export function readOpenCell(text: string | undefined): OpenCell | null {
  const whole = text ?? '';
  const line = LINE.exec(whole)?.[1] ?? null;
  const rest = whole.replace(LINE, '');
  const at = rest.indexOf('.');
  const unit = rest.slice(0, Math.max(0, at));
  const column = rest.slice(at + 1);
  return at > 0 && /^\d+$/.test(unit) && column !== '' ? { unit: Number(unit), column, line } : null;
}
