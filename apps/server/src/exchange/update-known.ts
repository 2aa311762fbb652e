import type { ProblemCode } from '@benvung/contract/problem-texts';
import { ok, type Problem, type Result } from '@benvung/domain/shared/result';
import { putReviewFacts, renewMembers } from '../household/household.public.ts';
import type { Db } from '../platform/database/database.ts';
import { putReviewRecords, type ReviewRound, type StoredReviewRecord } from '../review/review.public.ts';
import { listRecordsAround } from './exchange.store.ts';
import type { ImportGround } from './prepare-import.ts';
import type { Staged, StagedUpdate } from './staged.ts';

const AT_ONCE = 500;

interface UpdateOptions {
  readonly rounds: ReadonlyMap<number, ReviewRound>;
  readonly at: string;
}

/** Households of the list that the registry knows: this year's record over the listed one, members renewed. */
export async function updateKnown(
  db: Db,
  ground: ImportGround,
  { updates }: Staged,
  { rounds, at }: UpdateOptions,
): Promise<Result<null, Problem<ProblemCode>>> {
  for (let from = 0; from < updates.length; from += AT_ONCE) {
    const some = updates.slice(from, from + AT_ONCE);
    const records = await recordsOf(db, ground, some, rounds);
    const put = await putReviewRecords(db, records, { today: ground.today });
    if (!put.ok) return put;
    const listed = some.filter(({ household }) => household.membersListed);
    await putReviewFacts(
      db,
      listed.map(({ facts }) => facts),
    );
    await renewMembers(
      db,
      listed.map(({ originCommuneId, householdId, household }) => ({
        originCommuneId,
        householdId,
        members: household.members,
      })),
      { day: ground.referenceDay, at },
    );
  }
  return ok(null);
}

async function recordsOf(
  db: Db,
  ground: ImportGround,
  updates: readonly StagedUpdate[],
  rounds: ReadonlyMap<number, ReviewRound>,
): Promise<StoredReviewRecord[]> {
  const ids = updates.map(({ householdId }) => householdId);
  const stored = new Map(
    (await listRecordsAround(db, ids, ground.year)).map((record) => [keyOf(record), record]),
  );
  const all = updates.flatMap(({ records }) => records);
  return all.flatMap((record) => {
    const round = rounds.get(record.communeId);
    if (round === undefined) throw new Error(`No round for commune ${record.communeId}.`);
    const now = stored.get(keyOf(record));
    const last = stored.get(keyOf({ ...record, year: ground.year - 1 }))?.closing ?? null;
    const opening =
      record.opening ??
      now?.opening ??
      (last === null
        ? null
        : {
            class: last.class,
            persons: last.persons,
            communeId: record.communeId,
            villageId: last.villageId,
          });
    if (opening === null && record.closing === null) return [];
    const arrived = opening === null && record.closing !== null;
    const arrivalReason = arrived
      ? (record.arrivalReason ?? now?.arrivalReason ?? (record.closing?.oncePoor ? 'relapse' : 'newEntry'))
      : null;
    return [{ ...record, opening, arrivalReason, roundId: round.id, version: now?.version ?? 0 }];
  });
}

const keyOf = (key: { householdId: string; year: number; standardId: string }): string =>
  `${key.householdId}|${key.year}|${key.standardId}`;
