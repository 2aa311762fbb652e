import { groupBy } from '@benvung/domain/shared/group-by';
import { ok } from '@benvung/domain/shared/result';
import { putReviewFacts, renewMembers } from '../household/household.public.ts';
import type { Db } from '../platform/database/database.ts';
import { carriedInto, type StoredReviewRecord, writeOverReviewRecords } from '../review/review.public.ts';
import { listRecordsAround } from './exchange.store.ts';
import type { Outcome, Publication } from './publication.ts';
import type { StagedUpdate } from './staged.ts';

/** Households of the list that the registry knows: this year's record over the listed one, members renewed. */
export async function updateKnown(
  db: Db,
  publication: Publication,
  updates: readonly StagedUpdate[],
): Promise<Outcome<null>> {
  const { ground, options, copied } = publication;
  const records = await recordsOf(db, publication, updates);
  const put = await writeOverReviewRecords(db, records, {
    into: copied,
    rounds: [...ground.rounds.values()],
    today: ground.today,
  });
  if (!put.ok) return put;
  const listed = updates.filter(({ household }) => household.membersListed);
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
    { day: ground.referenceDay, at: options.at },
  );
  return ok(null);
}

/** The records as they are to be; where a round opens, what is carried over and not told anew is among them. */
async function recordsOf(
  db: Db,
  { ground, openings, roundIds }: Publication,
  updates: readonly StagedUpdate[],
): Promise<StoredReviewRecord[]> {
  const ids = updates.map(({ householdId }) => householdId);
  const around = await listRecordsAround(db, ids, ground.year);
  const carried = [
    ...groupBy(
      around.filter(({ year }) => year < ground.year),
      ({ householdId }) => householdId,
    ).values(),
  ].flatMap((last) => carriedInto(openings, last));
  const stored = new Map([...carried, ...around].map((record) => [keyOf(record), record]));
  const told = updates.flatMap(({ records }) => records).flatMap((record) => toldOver(record));
  const keys = new Set(told.map(keyOf));
  return [...told, ...carried.filter((record) => !keys.has(keyOf(record)))];

  function toldOver(record: StagedUpdate['records'][number]): StoredReviewRecord[] {
    const roundId = roundIds.get(record.communeId);
    if (roundId === undefined) throw new Error(`No round for commune ${record.communeId}.`);
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
    return [{ ...record, opening, arrivalReason, roundId, version: now?.version ?? 0 }];
  }
}

const keyOf = (key: { householdId: string; year: number; standardId: string }): string =>
  `${key.householdId}|${key.year}|${key.standardId}`;
