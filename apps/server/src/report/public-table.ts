import type { OfficialTable } from '@benvung/contract/report';
import type { ReportProblemCode } from '@benvung/domain/report/problems';
import { suppressSmallCells } from '@benvung/domain/report/small-cells';
import { ok, type Problem, type Result, refuse } from '@benvung/domain/shared/result';
import type { HouseholdClass } from '@benvung/domain/standard/household-class';
import type { Db } from '../platform/database/database.ts';
import { findUnitOn, listLineage } from '../territory/territory.public.ts';
import { computeTable } from './compute-table.ts';
import { findReportForm } from './report-forms.ts';

/** The one form that adds nothing up across its columns, so that hiding a class hides it wholly. */
const PUBLIC_FORM = 1;
const LEVELS = ['nation', 'province', 'district'];
/** While one of these marks stands, the figures are not the official result. */
const NOT_OFFICIAL = ['not-begun', 'provisional', 'unverified-scorecard', 'undetermined'];

export interface PublicTableWanted {
  /** A code on the table's day, or `id:` and a unit's id. */
  readonly unit: string;
  readonly year: number;
  readonly now: string;
  readonly today: string;
}

/** Table 1 as anyone may see it: official, down to communes, and without small counts (regulations 8.2). */
export async function computePublicTable(
  db: Db,
  wanted: PublicTableWanted,
): Promise<Result<OfficialTable, Problem<ReportProblemCode>>> {
  const table = await computeForm(db, wanted);
  if (!table.ok) return table;
  const { unit, unverified, year } = table.value;
  if (!LEVELS.includes(unit.level)) return refuse('report.not-public', { unit: unit.name });
  if (unverified.some((mark) => NOT_OFFICIAL.includes(mark)))
    return refuse('report.not-official-yet', { unit: unit.name, year });
  const hiddenAbove = await hiddenInTableAbove(db, wanted, unit.id);
  return ok(withoutSmallCells(table.value, hiddenAbove).table);
}

const computeForm = (db: Db, wanted: PublicTableWanted) =>
  computeTable(db, {
    ...wanted,
    number: PUBLIC_FORM,
    map: null,
    standardId: null,
    levels: 1,
    checks: false,
    areas: null,
  });

/** Down the line from the nation: what each table hides of the next unit. */
async function hiddenInTableAbove(
  db: Db,
  wanted: PublicTableWanted,
  unitId: number,
): Promise<ReadonlySet<HouseholdClass>> {
  const day = `${wanted.year}-12-31`;
  const unit = await findUnitOn(db, unitId, day);
  const line = unit === undefined ? [] : await listLineage(db, unit, day);
  let hidden: ReadonlySet<HouseholdClass> = new Set();
  for (const [at, above] of line.slice(0, -1).entries()) {
    const table = await computeForm(db, { ...wanted, unit: `id:${above.id}` });
    if (!table.ok) return hidden;
    hidden = withoutSmallCells(table.value, hidden).hiddenOf(line[at + 1]!.id);
  }
  return hidden;
}

function withoutSmallCells(table: OfficialTable, hiddenAbove: ReadonlySet<HouseholdClass>) {
  const form = findReportForm(PUBLIC_FORM)!;
  const { rows, total, hidden } = suppressSmallCells({
    form,
    rows: table.rows.map(({ values }) => values),
    total: table.total,
    hiddenAbove,
  });
  return {
    table: {
      ...table,
      columns: table.columns.map((column) => ({ ...column, opens: false })),
      rows: table.rows.map((row, at) => ({ ...row, values: [...(rows[at] ?? [])] })),
      total: [...total],
      checks: [],
    },
    hiddenOf: (unitId: number): ReadonlySet<HouseholdClass> =>
      hidden[table.rows.findIndex(({ unit }) => unit?.id === unitId)] ?? new Set(),
  };
}
