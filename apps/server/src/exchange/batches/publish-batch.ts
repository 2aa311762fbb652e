import { ok } from '@benvung/domain/shared/result';
import type { JobKind, JobOutcome, JobRun } from '../../platform/jobs/job.ts';
import { importList } from '../import-list.ts';
import { changeBatch, findBatch, listPairings, replaceIssues, type StoredBatch } from './batch.store.ts';
import { withBatchFile } from './batch-file.ts';
import { listOf, reading } from './check-batch.ts';
import { journalOf } from './publish-journal.ts';

export const PUBLISH_JOB = 'exchange.publish';
const writing = { vi: 'Đã ghi phần', en: 'Parts written' };

/** Writes a batch: its file is read and checked once more, and all of it becomes visible at once, or nothing. */
export const publishBatchJob: JobKind = {
  name: PUBLISH_JOB,
  run: async (job) => {
    const batch = await findBatch(job.database.db, String(job.payload.batchId));
    // Published already: the server stopped between the last write and the end of the job.
    if (batch === undefined || batch.state !== 'publishing') return ok(null);
    return publish(job, batch);
  },
  abandon: async ({ database, clock, payload }) => {
    const batch = await findBatch(database.db, String(payload.batchId));
    if (batch?.state === 'publishing')
      await changeBatch(database.db, batch.id, { state: 'checked' }, clock.now());
  },
};

async function publish(job: JobRun, batch: StoredBatch): Promise<JobOutcome> {
  const { database, clock } = job;
  const pairings = await listPairings(database.db, batch.unitId);
  return withBatchFile(database.db, batch.id, async (path): Promise<JobOutcome> => {
    const written = await importList(
      {
        database,
        clock,
        progress: (done, total) => job.progress({ done, total, step: reading }),
        writing: (done, total) => job.progress({ done, total, step: writing }),
      },
      { ...listOf(job, batch, { path, pairings }), dryRun: false, journal: journalOf(batch) },
    );
    if (!written.ok) return written;
    const { issues, ...report } = written.value;
    if (report.written) return ok({ households: report.households });
    // Something changed since the last check: another list was written, a round was closed.
    await replaceIssues(database.db, batch, issues);
    await changeBatch(database.db, batch.id, { state: 'checked', report }, clock.now());
    return { ok: false, problem: { code: 'exchange.has-errors', detail: { errors: report.errors } } };
  });
}
