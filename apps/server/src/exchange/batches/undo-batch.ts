import type { ProblemCode } from '@benvung/contract/problem-texts';
import { ok, type Problem, type Result } from '@benvung/domain/shared/result';
import { sql } from 'kysely';
import { writeAudit } from '../../platform/audit/audit.store.ts';
import type { AuditActor } from '../../platform/audit/audit-entry.ts';
import { type Db, MOST_PARTS } from '../../platform/database/database.ts';
import { Refusal } from '../../platform/http/problem-reply.ts';
import type { JobKind, JobRun } from '../../platform/jobs/job.ts';
import {
  type CopiedRecords,
  nothingCopied,
  putReviewRecords,
  settleCopied,
  takeBackReviewRecords,
} from '../../review/review.public.ts';
import { listUnitsOn } from '../../territory/territory.public.ts';
import { changeBatch, lockBatch, type StoredBatch } from './batch.store.ts';
import {
  type BaseBefore,
  countDecidedMatches,
  countOthersInRounds,
  countRecordsOf,
  deleteEmptyVillages,
  deleteHouseholds,
  deleteMatchesOf,
  deleteRounds,
  findChangedHouseholds,
  findChangedRecords,
  findClosedRound,
  listCarriedOver,
  listHouseholdsBefore,
  listMadeHouseholds,
  listRecordsOf,
  restoreBase,
  restoreHouseholds,
} from './before.store.ts';

export const UNDO_JOB = 'exchange.undo';
const takingBack = { vi: 'Đã rút hộ', en: 'Households taken back' };

/** What a batch made besides households, as it was kept when it was published. */
interface Made {
  readonly rounds: readonly { readonly id: string; readonly communeId: number }[];
  readonly villages: readonly number[];
  readonly base: readonly BaseBefore[];
  /** How many results it wrote. */
  readonly records: number;
}

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
  const ids = await listMadeHouseholds(database.db, batchId);
  const taken = nothingCopied();
  const name = `undo-${batchId}`;
  const step = Math.max(100, Math.ceil(ids.length / (MOST_PARTS - 50)));
  const finish = (db: Db) => finishUndo(db, { job, by, batch, made, taken });
  const { parts } = database;
  try {
    if (parts === undefined || ids.length <= step)
      await database.withSession(async (_session, db) => {
        for (let from = 0; from < ids.length; from += step)
          await takeBackHouseholds(db, batch, ids.slice(from, from + step), taken);
        await finish(db);
      });
    else {
      for (let from = 0; from < ids.length; from += step) {
        await parts.write(
          name,
          (_session, db) => takeBackHouseholds(db, batch, ids.slice(from, from + step), taken),
          { holds: true },
        );
        await job.progress({ done: from, total: ids.length, step: takingBack });
      }
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

async function takeBackHouseholds(
  db: Db,
  batch: StoredBatch,
  ids: readonly string[],
  taken: CopiedRecords,
): Promise<void> {
  await takeBackReviewRecords(db, await listRecordsOf(db, ids, batch.year), taken);
  await deleteHouseholds(db, ids);
}

interface Finishing {
  readonly job: Undoing;
  readonly by: AuditActor;
  readonly batch: StoredBatch;
  readonly made: Made;
  readonly taken: CopiedRecords;
}

async function finishUndo(db: Db, { job, by, batch, made, taken }: Finishing): Promise<void> {
  const { clock } = job;
  const today = clock.today();
  const roundIds = made.rounds.map(({ id }) => id);
  await deleteMatchesOf(db, batch);
  await restoreKnown(db, batch, today);
  const carried = await listCarriedOver(db, batch.id, roundIds);
  insist(await putReviewRecords(db, [], { today, remove: carried }));
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

const AT_ONCE = 500;

/** Households the batch wrote over: their records, members and facts as they were. */
async function restoreKnown(db: Db, batch: StoredBatch, today: string): Promise<void> {
  const known = await listHouseholdsBefore(db, batch.id);
  for (let from = 0; from < known.length; from += AT_ONCE) {
    const some = known.slice(from, from + AT_ONCE);
    const ids = some.map(({ householdId }) => householdId);
    const now = await listRecordsOf(db, ids, batch.year);
    const before = new Map(
      some.flatMap(({ records }) =>
        records.map((record) => [`${record.householdId}|${record.standardId}`, record]),
      ),
    );
    const back = now.flatMap((record) => {
      const was = before.get(`${record.householdId}|${record.standardId}`);
      return was === undefined ? [] : [{ ...was, version: record.version }];
    });
    const remove = now.filter((record) => !before.has(`${record.householdId}|${record.standardId}`));
    insist(await putReviewRecords(db, back, { today, remove }));
    await restoreHouseholds(db, batch, ids);
  }
}

function insist(outcome: Result<unknown, Problem<ProblemCode>>): void {
  if (!outcome.ok) throw new Refusal(outcome.problem);
}
