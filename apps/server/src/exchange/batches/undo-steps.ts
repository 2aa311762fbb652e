import type { ProblemCode } from '@benvung/contract/problem-texts';
import type { Problem, Result } from '@benvung/domain/shared/result';
import type { Db } from '../../platform/database/database.ts';
import { Refusal } from '../../platform/http/problem-reply.ts';
import {
  type CopiedRecords,
  listRoundsOfCommunes,
  takeBackReviewRecords,
  writeOverReviewRecords,
} from '../../review/review.public.ts';
import type { StoredBatch } from './batch.store.ts';
import {
  type BaseBefore,
  deleteHouseholds,
  deleteMatchesOf,
  findChangedHouseholds,
  findChangedRecords,
  listCarriedHouseholds,
  listCarriedOver,
  listHouseholdsBefore,
  listKnownHouseholds,
  listMadeHouseholds,
  listRecordsOf,
  restoreHouseholds,
} from './before.store.ts';

/** What a batch made besides households, as it was kept when it was published. */
export interface Made {
  readonly rounds: readonly { readonly id: string; readonly communeId: number }[];
  readonly villages: readonly number[];
  readonly base: readonly BaseBefore[];
  /** How many results it wrote. */
  readonly records: number;
}

export interface UndoingBatch {
  readonly batch: StoredBatch;
  readonly made: Made;
  /** What is taken away and given back so far; settled at the end. */
  readonly taken: CopiedRecords;
  readonly today: string;
}

/** A part of an undo: some households, with everything of theirs. */
interface UndoStep {
  readonly done: number;
  readonly of: number;
  /** @throws Refusal */
  write(db: Db): Promise<void>;
}

const LEAST_A_STEP = 100;

/** Everything an undo takes away and gives back household by household, in at most so many steps. */
export async function undoSteps(db: Db, undoing: UndoingBatch, most: number): Promise<UndoStep[]> {
  const { batch, made } = undoing;
  const roundIds = made.rounds.map(({ id }) => id);
  const kinds = [
    { ids: await listMadeHouseholds(db, batch.id), write: takeBackHouseholds },
    { ids: await listKnownHouseholds(db, batch.id), write: giveBackHouseholds },
    { ids: await listCarriedHouseholds(db, batch.id, roundIds), write: takeBackCarried },
  ];
  const total = kinds.reduce((sum, { ids }) => sum + ids.length, 0);
  const size = Math.max(LEAST_A_STEP, Math.ceil(total / (most - kinds.length - 1)));
  const steps: UndoStep[] = [{ done: 0, of: total, write: (inDb) => deleteMatchesOf(inDb, batch) }];
  let done = 0;
  for (const { ids, write } of kinds)
    for (let from = 0; from < ids.length; from += size) {
      const some = ids.slice(from, from + size);
      done += some.length;
      steps.push({ done, of: total, write: (inDb) => write(inDb, undoing, some) });
    }
  return steps;
}

export function insist(outcome: Result<unknown, Problem<ProblemCode>>): void {
  if (!outcome.ok) throw new Refusal(outcome.problem);
}

/** Nobody changed them between the question whether the batch can be undone and this transaction. */
async function insistUnchanged(db: Db, batch: StoredBatch, ids: readonly string[]): Promise<void> {
  const households = await findChangedHouseholds(db, batch, ids);
  if (households.count > 0)
    throw new Refusal({
      code: 'exchange.used-households',
      detail: { ...households, head: households.head ?? '' },
    });
  const records = await findChangedRecords(db, batch, ids);
  if (records.count > 0)
    throw new Refusal({ code: 'exchange.used-records', detail: { ...records, head: records.head ?? '' } });
}

/** Households the batch made: they go, with everything of theirs. */
async function takeBackHouseholds(
  db: Db,
  { batch, taken }: UndoingBatch,
  ids: readonly string[],
): Promise<void> {
  await insistUnchanged(db, batch, ids);
  await takeBackReviewRecords(db, await listRecordsOf(db, ids, batch.year), taken);
  await deleteHouseholds(db, batch.id, ids);
}

/** Households the batch wrote over: their records, members and facts as they were. */
async function giveBackHouseholds(
  db: Db,
  { batch, taken, today }: UndoingBatch,
  ids: readonly string[],
): Promise<void> {
  await insistUnchanged(db, batch, ids);
  const known = await listHouseholdsBefore(db, batch.id, ids);
  const now = await listRecordsOf(db, ids, batch.year);
  const before = new Map(
    known.flatMap(({ records }) =>
      records.map((record) => [`${record.householdId}|${record.standardId}`, record]),
    ),
  );
  const was = (record: (typeof now)[number]) => before.get(`${record.householdId}|${record.standardId}`);
  const back = now.flatMap((record) => {
    const old = was(record);
    return old === undefined ? [] : [{ ...old, version: record.version }];
  });
  const rounds = await listRoundsOfCommunes(db, batch.year, [
    ...new Set([...back, ...now].map(({ communeId }) => communeId)),
  ]);
  const remove = now.filter((record) => was(record) === undefined);
  insist(await writeOverReviewRecords(db, back, { into: taken, rounds, remove, today }));
  await restoreHouseholds(db, batch, ids);
}

/** Last year's lines in rounds that the batch opened and that go with it; they count, but not as its results. */
async function takeBackCarried(
  db: Db,
  { batch, made, taken }: UndoingBatch,
  householdIds: readonly string[],
): Promise<void> {
  const roundIds = made.rounds.map(({ id }) => id);
  const carried = await listCarriedOver(db, batch.id, { roundIds, householdIds });
  await takeBackReviewRecords(db, carried, { ...taken, written: 0 });
}
