import type { ListedClass } from '../review/movement.ts';
import type { BaseField } from '../review/population-base.ts';

/** An official form as data: what its columns are, not how they are read or drawn. */
export interface ReportForm {
  readonly number: number;
  readonly title: { readonly vi: string; readonly en: string };
  /** A table of counts by unit, or a list of households (forms 14 and 15). */
  readonly kind: 'table' | 'list';
  /** The class a list is of; null for tables. */
  readonly listOf: ListedClass | null;
  /** Forms with a line of households and one of persons a unit; empty for one line. */
  readonly lines: readonly CountLine[];
  readonly columns: readonly ReportColumn[];
}

export type CountLine = 'households' | 'persons';

export interface ReportColumn {
  readonly key: string;
  /** As the form prints it: "4=3/1×100"; null for a column the form does not have. */
  readonly number: string | null;
  readonly label: string;
  /** Header cells above, outermost first. */
  readonly groups: readonly string[];
  readonly kind: 'count' | 'rate' | 'text';
  readonly value: ColumnValue;
  /** One column for each indicator of the standard or each ethnic group present; `{code}` and `{name}` are filled in. */
  readonly each: 'indicator' | 'ethnicity' | null;
}

/**
 * `counts` are terms `measure/CLASS/households`, `…/persons` or `…/line` (the line being printed) that are added;
 * `columns` are keys of the same row that are added, or with a leading `-` taken away (`-x*`: all that begin
 * with x); `rate` is a percentage of two columns or terms; `field` is a field of a list.
 */
export type ColumnValue =
  | { readonly base: BaseField }
  | { readonly counts: readonly string[] }
  | { readonly columns: readonly string[] }
  | { readonly rate: readonly [of: string, whole: string] }
  | { readonly field: string };

export interface NamedCode {
  readonly code: string;
  readonly name: string;
}

/** A form with its repeated columns written out for one standard and the ethnic groups at hand. */
export function writeOutForm(
  form: ReportForm,
  { indicators, ethnicities }: { indicators: readonly NamedCode[]; ethnicities: readonly NamedCode[] },
): ReportForm {
  const columns = form.columns.flatMap((column) => {
    if (column.each === null) return [column];
    return (column.each === 'indicator' ? indicators : ethnicities).map((item) => fillColumn(column, item));
  });
  return { ...form, columns };
}

function fillColumn(column: ReportColumn, { code, name }: NamedCode): ReportColumn {
  const fill = (text: string): string =>
    text
      .replaceAll('{code}', code)
      .replaceAll('{name}', name)
      .replaceAll('{number}', String(Number(code)));
  return {
    ...column,
    key: fill(column.key),
    number: column.number === null ? null : fill(column.number),
    label: fill(column.label),
    value: fillValue(column.value, fill),
    each: null,
  };
}

function fillValue(value: ColumnValue, fill: (text: string) => string): ColumnValue {
  if ('counts' in value) return { counts: value.counts.map(fill) };
  if ('columns' in value) return { columns: value.columns.map(fill) };
  if ('rate' in value) return { rate: [fill(value.rate[0]), fill(value.rate[1])] };
  return value;
}
