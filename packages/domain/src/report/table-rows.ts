import { type CellValue, fillRow, type UnitFigures } from './fill-row.ts';
import type { CountLine, ReportForm } from './report-form.ts';

/** A printed row of a table before it is filled; `unit` is whatever names it. */
export interface RowToPrint<Unit> {
  readonly unit: Unit | null;
  /** `group`: a bold parent whose children follow; `notAssignable`, `villageUnknown`: what is on no row above. */
  readonly kind: RowKind;
  /** Of a row without a unit: the unit it lies in. */
  readonly within?: Unit;
  readonly figures: UnitFigures;
  /** Periodic rounds in each status, where they are known. */
  readonly rounds?: ReadonlyMap<string, number>;
}

export type RowKind = 'unit' | 'group' | 'notAssignable' | 'villageUnknown';

export interface PrintedRow<Unit> {
  readonly unit: Unit | null;
  readonly line: CountLine | null;
  readonly kind: RowKind;
  readonly within?: Unit;
  readonly values: CellValue[];
}

/** One printed row a unit, or one for households and one for persons where the form has two lines. */
export function printRows<Unit>(form: ReportForm, rows: readonly RowToPrint<Unit>[]): PrintedRow<Unit>[] {
  return rows.flatMap(({ unit, kind, within, figures }): PrintedRow<Unit>[] => {
    const row = { unit, kind, ...(within === undefined ? {} : { within }) };
    if (form.lines.length === 0) return [{ ...row, line: null, values: fillRow(form, figures) }];
    return form.lines.map((line) => ({ ...row, line, values: fillRow(form, figures, line) }));
  });
}
