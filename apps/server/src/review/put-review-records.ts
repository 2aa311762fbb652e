import { checkRecord } from '@benvung/domain/review/check-record';
import { addToCounters, type Counters, diffCounters, withoutZeros } from '@benvung/domain/review/counters';
import type { ReviewProblemCode } from '@benvung/domain/review/problems';
import { decideRoundAct, type RoundAct, type RoundCircumstances } from '@benvung/domain/review/review-round';
import { ok, type Problem, type Result, refuse } from '@benvung/domain/shared/result';
import { type CopyValue, copyArray, copyRow } from '../platform/database/copy-text.ts';
import type { Db, Session } from '../platform/database/database.ts';
import { listPlacedPaths } from '../territory/territory.public.ts';
import { followRecordsInCases, type Survey } from './case/follow-records-in-cases.ts';
import type { Acting } from './case/take-case-steps.ts';
import { addCounterChanges, findUnitPaths } from './review-counter.store.ts';
import {
  deleteRecords,
  lockRecords,
  RECORD_COLUMNS,
  recordKeyText,
  rowOfRecord,
  type StoredReviewRecord,
  upsertRecords,
} from './review-record.store.ts';
import { holdRounds, type ReviewRound } from './review-round.store.ts';

export interface PutOptions {
  /** The working day, which unit paths are read on. */
  readonly today: string;
  /** `putRecord` into an open round; `correct` after the lock, with `reason` and `author`. */
  readonly act?: Extract<RoundAct, 'putRecord' | 'correct'>;
  readonly circumstances?: RoundCircumstances;
  /** The records are what a survey found, by those people: the cases of their households go through its steps. */
  readonly survey?: Survey;
  /** Who writes, for the history of the cases. */
  readonly acting?: Acting;
  /** Records that are taken away because another of `records` says the same household. */
  readonly remove?: readonly StoredReviewRecord[];
}

/**
 * The one way review records are written: over what is stored under their keys, with the counters moved by
 * the difference in the same transaction, at a cost that does not grow with what else is stored. A record's
 * `version` is the one it was read with (0 when new); another stored version is a conflict.
 */
export async function putReviewRecords(
  db: Db,
  records: readonly StoredReviewRecord[],
  options: PutOptions,
): Promise<Result<{ written: number }, Problem<ReviewProblemCode>>> {
  for (const record of records) {
    const checked = checkRecord(record);
    if (!checked.ok) return checked;
  }
  const { remove = [] } = options;
  const touched = [...records, ...remove];
  const allowed = await checkRounds(
    db,
    touched.map((record) => record.roundId),
    options,
  );
  if (!allowed.ok) return allowed;
  const written = await writeOver(db, records, { ...options, rounds: allowed.value });
  if (!written.ok) return written;
  await keepCounters(db, diffCounters(written.value, records), options.today);
  return ok({ written: records.length });
}

/** @returns what was stored of them before. */
async function writeOver(
  db: Db,
  records: readonly StoredReviewRecord[],
  { rounds, remove = [], ...options }: PutOptions & { readonly rounds: readonly ReviewRound[] },
): Promise<Result<StoredReviewRecord[], Problem<ReviewProblemCode>>> {
  const touched = [...records, ...remove];
  const before = await lockRecords(db, touched);
  const versionOf = new Map(before.map((record) => [recordKeyText(record), record.version]));
  const stale = touched.find((record) => (versionOf.get(recordKeyText(record)) ?? 0) !== record.version);
  if (stale !== undefined) return refuse('review.version-conflict', { householdId: stale.householdId });
  const followed = await followRecordsInCases(db, { rounds, before, records, options });
  if (!followed.ok) return followed;
  await deleteRecords(db, remove);
  await upsertRecords(
    db,
    records.map((record) => ({ ...record, version: record.version + 1 })),
  );
  return ok(before);
}

async function checkRounds(
  db: Db,
  roundIds: readonly string[],
  { act = 'putRecord', circumstances = {} }: PutOptions,
): Promise<Result<readonly ReviewRound[], Problem<ReviewProblemCode>>> {
  const wanted = [...new Set(roundIds)];
  const rounds = await holdRounds(db, wanted);
  if (rounds.length < wanted.length) return refuse('review.round-not-begun');
  for (const { status } of rounds) {
    const decided = decideRoundAct(status, act, circumstances);
    if (!decided.ok) return decided;
  }
  return ok(rounds);
}

/** Adds changes to the kept counters under the paths units bear on a day. */
export async function keepCounters(db: Db, changes: Counters, today: string): Promise<void> {
  const lines = [...changes.values()];
  if (lines.length === 0) return;
  const units = new Set(lines.flatMap((line) => [line.communeId, line.villageId]));
  const found = await findUnitPaths(db, [...units], today);
  const ended = [...found].flatMap(([id, unit]) => (unit.ended ? [id] : []));
  // what a commune counted goes with it when it becomes another one while its round runs
  const placed = await listPlacedPaths(db, ended, today);
  const pathOf = (id: number) => placed.get(id) ?? found.get(id)?.path;
  await addCounterChanges(db, changes, (communeId, villageId) => {
    const path = pathOf(villageId === 0 ? communeId : villageId) ?? pathOf(communeId);
    if (path === undefined) throw new Error(`Unit ${communeId} is not in the territory.`);
    return path;
  });
}

const TARGET = { table: 'review_record', columns: RECORD_COLUMNS };
const ROWS_A_COPY = 2_000;

/** What was copied so far: the counters it moves and the rounds it writes to. */
export interface CopiedRecords {
  readonly counters: Counters;
  readonly roundIds: Set<string>;
  /** Rounds whose records were only written over. */
  readonly overwrittenRoundIds: Set<string>;
  written: number;
}

export const nothingCopied = (): CopiedRecords => ({
  counters: new Map(),
  roundIds: new Set(),
  overwrittenRoundIds: new Set(),
  written: 0,
});

/**
 * Many new records by `COPY`: none may be stored under its key yet. `settleCopied` makes them count.
 * @returns the refusal of the first record that is refused; the caller then gives everything up.
 */
export async function copyReviewRecords(
  session: Session,
  records: AsyncIterable<StoredReviewRecord> | Iterable<StoredReviewRecord>,
  into: CopiedRecords,
): Promise<Result<null, Problem<ReviewProblemCode>>> {
  let rows: string[] = [];
  for await (const record of records) {
    const checked = checkRecord(record);
    if (!checked.ok) return checked;
    into.roundIds.add(record.roundId);
    rows.push(copyTextOf(record));
    addToCounters(into.counters, record, 1);
    into.written += 1;
    if (rows.length === ROWS_A_COPY) {
      await session.copyIn(TARGET, [rows.join('')]);
      rows = [];
    }
  }
  if (rows.length > 0) await session.copyIn(TARGET, [rows.join('')]);
  return ok(null);
}

/**
 * Some records over what is stored, in a part of a long work: as `putReviewRecords`, but what they come to is only
 * added to `into`, and `settleCopied` sees to the rounds and the counters.
 */
export async function writeOverReviewRecords(
  db: Db,
  records: readonly StoredReviewRecord[],
  { into, rounds, ...options }: PutOptions & WritingOver,
): Promise<Result<null, Problem<ReviewProblemCode>>> {
  for (const record of records) {
    const checked = checkRecord(record);
    if (!checked.ok) return checked;
  }
  const touched = new Set([...records, ...(options.remove ?? [])].map(({ roundId }) => roundId));
  const ofThese = rounds.filter(({ id }) => touched.has(id));
  const written = await writeOver(db, records, { ...options, rounds: ofThese });
  if (!written.ok) return written;
  for (const record of written.value) addToCounters(into.counters, record, -1);
  for (const record of records) addToCounters(into.counters, record, 1);
  for (const roundId of touched) into.overwrittenRoundIds.add(roundId);
  return ok(null);
}

interface WritingOver {
  readonly into: CopiedRecords;
  /** The rounds that exist already; of others nothing is followed. */
  readonly rounds: readonly ReviewRound[];
}

/** The other way round: takes records away, and what they come to with `settleCopied`. */
export async function takeBackReviewRecords(
  db: Db,
  records: readonly StoredReviewRecord[],
  into: CopiedRecords,
): Promise<void> {
  await deleteRecords(db, records);
  for (const record of records) {
    into.roundIds.add(record.roundId);
    addToCounters(into.counters, record, -1);
    into.written += 1;
  }
}

/** Holds the rounds that were written to, and adds what the copied records come to. */
export async function settleCopied(
  db: Db,
  { counters, roundIds, overwrittenRoundIds }: CopiedRecords,
  options: PutOptions,
): Promise<Result<null, Problem<ReviewProblemCode>>> {
  const overwritten = await checkRounds(db, [...overwrittenRoundIds], options);
  if (!overwritten.ok) return overwritten;
  const allowed = await checkRounds(db, [...roundIds], options);
  if (!allowed.ok) return allowed;
  if (allowed.value.some(({ procedureId }) => procedureId !== null))
    return refuse('review.round-in-procedure');
  await keepCounters(db, withoutZeros(counters), options.today);
  return ok(null);
}

/** Both at once, in the caller's transaction. */
export async function putReviewRecordsInBulk(
  { session, db }: { session: Session; db: Db },
  records: AsyncIterable<StoredReviewRecord> | Iterable<StoredReviewRecord>,
  options: PutOptions,
): Promise<Result<{ written: number }, Problem<ReviewProblemCode>>> {
  const copied = nothingCopied();
  const put = await copyReviewRecords(session, records, copied);
  if (!put.ok) return put;
  const settled = await settleCopied(db, copied, options);
  return settled.ok ? ok({ written: copied.written }) : settled;
}

function copyTextOf(record: StoredReviewRecord): string {
  const row = rowOfRecord({ ...record, version: 1 });
  return copyRow(
    RECORD_COLUMNS.map((column) => {
      const value = row[column];
      return (Array.isArray(value) ? copyArray(value) : value) as CopyValue;
    }),
  );
}
