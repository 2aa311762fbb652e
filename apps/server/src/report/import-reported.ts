import type { ReportProblemCode } from '@benvung/domain/report/problems';
import { checkReported, type ReportedTable } from '@benvung/domain/report/reported-table';
import { ok, type Problem, type Result, refuse } from '@benvung/domain/shared/result';
import type { Db } from '../platform/database/database.ts';
import { newId } from '../platform/ids.ts';
import { readReportedCells, reportedRows } from './read-reported-file.ts';
import { findReportForm } from './report-forms.ts';
import { insertReportedTable, listReportedTables, type StoredReportedTable } from './reported-table.store.ts';

export interface ReportedFile {
  readonly number: number;
  readonly year: number;
  readonly name: string;
  readonly bytes: Buffer;
  /** The unit it is of, when it is one of ours. */
  readonly unit: { readonly id: number; readonly name: string; readonly path: string } | null;
  readonly source: string;
  readonly loadedBy: string;
  readonly at: string;
}

/**
 * Takes a published table as it is: nothing is corrected or refused for being wrong; what it breaks of the
 * identities, together with the other published tables of the same area, is kept beside it. It is never mixed
 * with what was counted here.
 */
export async function importReported(
  db: Db,
  file: ReportedFile,
): Promise<Result<StoredReportedTable, Problem<ReportProblemCode>>> {
  const form = findReportForm(file.number);
  if (form === undefined || form.number > 3) return refuse('report.no-such-table', { number: file.number });
  const read = reportedRows(await readReportedCells(file.bytes, file.name), form, file.year);
  if ('reason' in read) return refuse('report.reported-file-unreadable', { reason: read.reason });
  const scopePath = file.unit?.path ?? '/1/';
  const others = (year: number) => listOthers(db, year, scopePath);
  const own: ReportedTable = { number: form.number, rows: read.rows };
  const checks = checkReported({
    thisYear: [...(await others(file.year)), own],
    lastYear: await others(file.year - 1),
    povertyCutoffK: null,
  });
  const table: StoredReportedTable = {
    id: newId(),
    year: file.year,
    number: form.number,
    unitId: file.unit?.id ?? null,
    unitName: file.unit?.name ?? file.name,
    rows: read.rows,
    checks,
    source: file.source,
    loadedAt: file.at,
    loadedBy: file.loadedBy,
    scopePath,
  };
  await insertReportedTable(db, table);
  return ok(table);
}

/** Earlier imports of the same area, the older first, so that a newer line of a unit counts. */
async function listOthers(db: Db, year: number, scopePath: string): Promise<ReportedTable[]> {
  const stored = await listReportedTables(db, { year });
  return stored
    .filter((table) => table.scopePath === scopePath)
    .reverse()
    .map(({ number, rows }) => ({ number, rows }));
}
