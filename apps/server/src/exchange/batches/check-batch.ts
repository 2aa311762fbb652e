import { type ColumnChoices, headerFingerprint, type SourceRow } from '@benvung/domain/exchange/column-map';
import { makeCorrections } from '@benvung/domain/exchange/correct-cells';
import type { ColumnKey } from '@benvung/domain/exchange/exchange-columns';
import { ok } from '@benvung/domain/shared/result';
import { inAreaScope } from '../../platform/database/area-scope.ts';
import type { JobKind, JobOutcome, JobRun } from '../../platform/jobs/job.ts';
import { detectEncoding } from '../detect-encoding.ts';
import { type ImportParts, importList } from '../import-list.ts';
import type { ImportReport, ListToImport } from '../import-report.ts';
import {
  changeBatch,
  findBatch,
  type InspectedSheet,
  listPairings,
  type PairedColumns,
  replaceIssues,
  type StoredBatch,
} from './batch.store.ts';
import { deleteOldFiles, deleteUnnamedFiles } from './batch-file.store.ts';
import { withBatchFile } from './batch-file.ts';

export const CHECK_JOB = 'exchange.check';
const ISSUES_KEPT = 10_000;
/** So long a file is kept after the last thing that happened to its batch. */
const FILE_KEPT_DAYS = 30;
/** And so long one that no batch came to name: its server stopped while it was kept. */
const UNNAMED_KEPT_DAYS = 1;

export const reading = { vi: 'Đã đọc dòng', en: 'Rows read' };

/** Reads a batch's file and says what it holds and what is wrong with it; nothing is written of it. */
export const checkBatchJob: JobKind = {
  name: CHECK_JOB,
  run: async (job) => {
    const batch = await findBatch(job.database.db, String(job.payload.batchId));
    if (batch === undefined || (batch.state !== 'waiting' && batch.state !== 'checking')) return ok(null);
    await sweepOldFiles(job);
    await changeBatch(job.database.db, batch.id, { state: 'checking' }, job.clock.now());
    return check(job, batch);
  },
  abandon: abandonCheck,
};

/** The job that read a batch's file came to no end. */
export async function abandonCheck({ database, clock, payload }: Omit<JobRun, 'progress'>): Promise<void> {
  const batch = await findBatch(database.db, String(payload.batchId));
  if (batch?.state !== 'checking' && batch?.state !== 'waiting') return;
  const problem = { code: 'shared.job-fault', detail: {} } as const;
  await changeBatch(database.db, batch.id, { state: 'refused', problem }, clock.now());
}

async function sweepOldFiles({ database, clock }: JobRun): Promise<void> {
  const daysAgo = (days: number) => new Date(Date.parse(clock.now()) - days * 86_400_000).toISOString();
  await deleteOldFiles(database.db, daysAgo(FILE_KEPT_DAYS));
  await deleteUnnamedFiles(database.db, { before: daysAgo(UNNAMED_KEPT_DAYS) });
}

async function check(job: JobRun, batch: StoredBatch): Promise<JobOutcome> {
  const { database, clock } = job;
  const sheets: InspectedSheet[] = [];
  const pairings = await listPairings(database.db, batch.unitId);
  return withBatchFile(database.db, batch.id, async (path) => {
    const parts: ImportParts = {
      database,
      clock,
      progress: (done, total) => job.progress({ done, total, step: reading }),
      sheet: (name, header, map) => sheets.push(inspected(name, header, map)),
    };
    const checked = await importList(parts, { ...listOf(job, batch, { path, pairings }), dryRun: true });
    const old =
      !checked.ok || checked.value.issues.some(({ code }) => code === 'exchange.text-old-encoding')
        ? await detectEncoding(path)
        : null;
    const inspection = {
      sheets,
      sheetNames: sheetNamesOf(batch, sheets),
      encoding: old,
      corrections: batch.options.corrections.length + (batch.options.matches ?? []).length,
    };
    await inAreaScope(database, { paths: [batch.scopePath] }, async (db) => {
      await replaceIssues(db, batch, checked.ok ? checked.value.issues : []);
      await changeBatch(
        db,
        batch.id,
        checked.ok
          ? { state: 'checked', inspection, report: withoutIssues(checked.value), problem: null }
          : { state: 'refused', inspection, report: null, problem: checked.problem },
        clock.now(),
      );
    });
    return ok(checked.ok ? { errors: checked.value.errors } : { refused: checked.problem.code });
  });
}

const withoutIssues = ({ issues: _issues, ...report }: ImportReport) => report;

/** Sheets that were left out stay known, so that they can be chosen again. */
const sheetNamesOf = (batch: StoredBatch, sheets: readonly InspectedSheet[]): string[] => [
  ...new Set([...(batch.inspection?.sheetNames ?? []), ...sheets.map(({ name }) => name)]),
];

/** What a batch's file is read as. */
export function listOf(
  job: Pick<JobRun, 'areas' | 'accountId'>,
  batch: StoredBatch,
  { path, pairings }: { readonly path: string; readonly pairings: ReadonlyMap<string, PairedColumns> },
): Omit<ListToImport, 'dryRun'> {
  const { options } = batch;
  return {
    path,
    fileName: batch.fileName,
    batchId: batch.id,
    year: batch.year,
    unit: batch.unitId,
    openingOnly: options.opening,
    areas: job.areas,
    actor: { accountId: job.accountId, actor: batch.actor },
    mayClose: false,
    issuesKept: ISSUES_KEPT,
    reading: { encoding: options.encoding, sheets: options.sheets },
    corrections: makeCorrections(options.corrections),
    matches: options.matches,
    choices: (header) => choicesFor(header, options.columns, pairings),
  };
}

function choicesFor(
  header: SourceRow,
  chosen: PairedColumns,
  pairings: ReadonlyMap<string, PairedColumns>,
): ColumnChoices {
  const remembered = pairings.get(headerFingerprint(header));
  return new Map(Object.entries({ ...remembered, ...chosen }));
}

function inspected(
  name: string,
  header: SourceRow,
  map: { readonly columns: ReadonlyMap<ColumnKey, number>; readonly indicators: readonly number[] },
): InspectedSheet {
  const meanings = new Map<number, ColumnKey | number>();
  for (const [key, column] of map.columns) meanings.set(column, key);
  for (const [place, column] of map.indicators.entries()) if (column >= 0) meanings.set(column, place);
  return {
    name,
    fingerprint: headerFingerprint(header),
    headers: header.cells.flatMap((cell, column) =>
      cell.trim() === '' ? [] : [{ header: cell.trim(), column, meaning: meanings.get(column) ?? null }],
    ),
  };
}
