import { isRest, type RestRow } from '../../features/report/report.api.ts';

/** The open cell as the address carries it: `unit.column` or `unit.column.line`; `unit:rest` of a row without one. */
export interface OpenCell {
  readonly unit: number;
  /** What lies in the unit but on none of the rows below it; null: the unit's own row. */
  readonly rest: RestRow | null;
  readonly column: string;
  readonly line: string | null;
}

export const writeOpenCell = ({ unit, rest, column, line }: OpenCell): string =>
  [rest === null ? unit : `${unit}:${rest}`, column, ...(line === null ? [] : [line])].join('.');

const LINE = /\.(households|persons)$/;

export function readOpenCell(text: string | undefined): OpenCell | null {
  const whole = text ?? '';
  const line = LINE.exec(whole)?.[1] ?? null;
  const place = whole.replace(LINE, '');
  const at = place.indexOf('.');
  const [unit = '', rest = null] = place.slice(0, Math.max(0, at)).split(':');
  const column = place.slice(at + 1);
  const known = rest === null || isRest(rest);
  return known && /^\d+$/.test(unit) && column !== '' ? { unit: Number(unit), rest, column, line } : null;
}
