import type { ProblemCode } from '@benvung/contract/problem-texts';
import { ok, type Problem, type Result } from '@benvung/domain/shared/result';
import { sql } from 'kysely';
import { writeAudit } from '../../platform/audit/audit.store.ts';
import type { AuditActor } from '../../platform/audit/audit-entry.ts';
import { type Db, MOST_PARTS } from '../../platform/database/database.ts';
import { givingWay } from '../../platform/give-way.ts';
import { Refusal } from '../../platform/http/problem-reply.ts';
import type { JobKind, JobRun } from '../../platform/jobs/job.ts';
import { nothingCopied, settleCopied } from '../../review/review.public.ts';
import { listUnitsOn } from '../../territory/territory.public.ts';
import { changeBatch, lockBatch, type StoredBatch } from './batch.store.ts';
import {
  countDecidedMatches,
  countOthersInRounds,
  countRecordsOf,
  deleteEmptyVillages,
  deleteRounds,
  findChangedHouseholds,
  findChangedRecords,
  findClosedRound,
  restoreBase,
} from './before.store.ts';
import { insist, type Made, type UndoingBatch, undoSteps } from './undo-steps.ts';

export const UNDO_JOB = 'exchange.undo';
const takingBack = { vi: 'Đã rút hộ', en: 'Households taken back' };

export async function findMade(db: Db, batchId: string): Promise<Made> {
  const answer = await sql<{ before: Made | null }>`select before from exchange_batch
    where id = ${batchId}::uuid`.execute(db);
  return answer.rows[0]?.before ?? { rounds: [], villages: [], base: [], records: 0 };
}

/** Why a batch cannot be undone any more: something was built on it. */
export async function refuseUndo(
  db: Db,
  batch: StoredBatch,
  today: string,
): Promise<Problem<ProblemCode> | null> {
  const households = await findChangedHouseholds(db, batch);
  if (households.count > 0)
    return {
      code: 'exchange.used-households',
      detail: { count: households.count, head: households.head ?? '' },
    };
  const records = await findChangedRecords(db, batch);
  const { rounds, records: wrote } = await findMade(db, batch.id);
  const lost = wrote - (await countRecordsOf(db, batch.id));
  const others = await countOthersInRounds(
    db,
    batch.id,
    rounds.map(({ id }) => id),
  );
  if (records.count + others + lost > 0)
    return {
      code: 'exchange.used-records',
      detail: { count: records.count + others + lost, head: records.head ?? '…' },
    };
  const matches = await countDecidedMatches(db, batch);
  if (matches > 0) return { code: 'exchange.used-matches', detail: { count: matches } };
  const closed = await findClosedRound(db, batch);
  if (closed === undefined) return null;
  const [commune] = await listUnitsOn(db, [closed.communeId], today);
  return { code: 'exchange.used-round', detail: { year: closed.year, commune: commune?.name ?? '' } };
}

/** Takes a published batch back, whole: what it made goes, what it wrote over is as it was. */
export const undoBatchJob: JobKind = {
  name: UNDO_JOB,
  run: async (job) => {
    const by = { accountId: job.accountId, actor: String(job.payload.actor ?? '') };
    const outcome = await undoBatch(job, String(job.payload.batchId), by);
    return outcome.ok ? ok(null) : outcome;
  },
};

type Undoing = Pick<JobRun, 'database' | 'clock' | 'progress'>;

/** @returns a refusal when something was built on the batch; nothing happens when it is not published. */
export async function undoBatch(
  job: Undoing,
  batchId: string,
  by: AuditActor,
): Promise<Result<null, Problem<ProblemCode>>> {
  const { database, clock } = job;
  const batch = await lockBatch(database.db, batchId);
  if (batch === undefined || batch.state !== 'published') return ok(null);
  const refusal = await refuseUndo(database.db, batch, clock.today());
  if (refusal !== null) return { ok: false, problem: refusal };
  const made = await findMade(database.db, batchId);
  const undoing: UndoingBatch = { batch, made, taken: nothingCopied(), today: clock.today() };
  const name = `undo-${batchId}`;
  const finish = (db: Db) => finishUndo(db, { ...undoing, job, by });
  const steps = await undoSteps(database.db, undoing, MOST_PARTS - ENOUGH_LEFT);
  const { parts } = database;
  try {
    if (parts === undefined || steps.length < SHORT)
      await database.withSession(async (_session, db) => {
        for (const { write } of steps) await write(db);
        await finish(db);
      });
    else {
      for (const { done, of, write } of steps)
        await givingWay(async () => {
          await parts.write(name, (_session, db) => write(db), { holds: true });
          await job.progress({ done, total: of, step: takingBack });
        });
      await parts.publish(name, (_session, db) => finish(db));
    }
  } catch (error) {
    await parts?.discard(name);
    if (error instanceof Refusal) return { ok: false, problem: error.problem };
    throw error;
  }
  await database.withSession((_session, db) => deleteEmptyVillages(db, made.villages));
  return ok(null);
}

/** Parts of other works may wait at the same time. */
const ENOUGH_LEFT = 50;
/** Steps that one transaction takes without anybody noticing. */
const SHORT = 3;

interface Finishing extends UndoingBatch {
  readonly job: Undoing;
  readonly by: AuditActor;
}

async function finishUndo(db: Db, { job, by, batch, made, taken, today }: Finishing): Promise<void> {
  const { clock } = job;
  insist(await settleCopied(db, taken, { today }));
  await deleteRounds(db, batch.year, made.rounds);
  await restoreBase(db, batch.year, made.base);
  const actor = by.actor || batch.actor;
  await changeBatch(db, batch.id, { state: 'undone', ended: { by: actor, at: clock.now() } }, clock.now());
  await writeAudit(db, { accountId: by.accountId, actor, at: clock.now() }, [
    {
      act: 'exchange.undo',
      subject: { kind: 'batch', id: batch.id },
      scopePath: batch.scopePath,
      detail: { file: batch.fileName, year: batch.year, households: taken.written },
    },
  ]);
}
