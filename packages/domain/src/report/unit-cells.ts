import { householdsIn, personsIn } from '../review/counters.ts';
import { fillRow, type UnitFigures } from './fill-row.ts';
import type { IdentityUnit } from './identities.ts';
import type { ReportForm } from './report-form.ts';

/** Figures of a unit at the end of the year before, on the same map; null when that year was not counted. */
export type LastYear = UnitFigures | null;

/** A unit's printed cells of tables 1, 2, 3, 4 and 6, as the identities name them. */
export function identityUnit(
  name: string,
  forms: readonly ReportForm[],
  { figures, last }: { figures: UnitFigures; last: LastYear },
): IdentityUnit {
  const cells = new Map<string, number | null>();
  for (const form of forms)
    for (const line of form.lines.length === 0 ? (['households'] as const) : form.lines) {
      const values = fillRow(form, figures, line);
      for (const [at, column] of form.columns.entries()) {
        const value = values[at];
        cells.set(`T${form.number}.${column.key}/${line}`, typeof value === 'number' ? value : null);
      }
    }
  if (last?.begun)
    for (const [table, listed] of [
      [2, 'POOR'],
      [3, 'NEAR_POOR'],
    ] as const) {
      const closing = last.measures.get('closing');
      cells.set(`last.T${table}.c9/households`, householdsIn(closing, listed));
      cells.set(`last.T${table}.c9/persons`, personsIn(closing, listed));
    }
  return { name, cell: (reference) => cells.get(reference) ?? null };
}

/** The tables the identities speak of. */
export const IDENTITY_TABLES: readonly number[] = [1, 2, 3, 4, 6];
