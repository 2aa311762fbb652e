import type { ReviewProblemCode } from '@benvung/domain/review/problems';
import { ok, type Problem, type Result } from '@benvung/domain/shared/result';
import type { Db } from '../platform/database/database.ts';
import { newId } from '../platform/ids.ts';
import { isLocalStandard } from '../standard/standard.public.ts';
import { readVillageMergers } from '../territory/territory.public.ts';
import { carriedOverAll, inMergedVillage } from './open-round.ts';
import { putReviewRecords } from './put-review-records.ts';
import { insertCorrection } from './review-correction.store.ts';
import { listRecordsOfHousehold, lockRecords, type StoredReviewRecord } from './review-record.store.ts';
import { listRoundsOfCommunes, type ReviewRound } from './review-round.store.ts';

export interface CorrectionToMake {
  /** The records of one household and year as they should be, with the versions they were read with. */
  readonly records: readonly StoredReviewRecord[];
  /** Records that are taken away by it. */
  readonly remove?: readonly StoredReviewRecord[];
  readonly reason: string;
  readonly author: string;
  readonly today: string;
  readonly at: string;
}

/**
 * Corrects a household's results after their year was locked (đính chính): what changed under which standard, why and who
 * is kept. When next year's round is still open, the household's openings there follow; otherwise the ledger shows the
 * gap.
 * @returns the corrections in the order of the records.
 */
export async function correctRecords(
  db: Db,
  { records, remove = [], reason, author, today, at }: CorrectionToMake,
): Promise<
  Result<{ correctionIds: readonly string[]; openingFollowed: boolean }, Problem<ReviewProblemCode>>
> {
  const before = await lockRecords(db, records);
  const put = await putReviewRecords(db, records, {
    today,
    act: 'correct',
    circumstances: { reason, author },
    remove,
  });
  if (!put.ok) return put;
  const correctionIds: string[] = [];
  for (const after of records) {
    const id = newId();
    const was = before.find(({ standardId }) => standardId === after.standardId) ?? null;
    await insertCorrection(db, { id, before: was, after, reason, author, at });
    correctionIds.push(id);
  }
  return ok({ correctionIds, openingFollowed: await followInNextYear(db, records, today) });
}

async function followInNextYear(
  db: Db,
  corrected: readonly StoredReviewRecord[],
  today: string,
): Promise<boolean> {
  const [first] = corrected;
  if (first === undefined || corrected.every(({ closing }) => closing === null)) return false;
  const all = await listRecordsOfHousehold(db, first.originCommuneId, first.householdId);
  const next = all.filter(({ year }) => year === first.year + 1);
  const communeId = next[0]?.communeId ?? first.communeId;
  const round = (await listRoundsOfCommunes(db, first.year + 1, [communeId]))[0];
  if (round?.status !== 'OPEN' || next.some(({ roundId }) => roundId !== round.id)) return false;
  const ofYear = all.filter(({ year }) => year === first.year);
  const openings = next.length === 0 ? carriedOverAll(ofYear, round) : followed(corrected, next, round);
  if (openings.length === 0) return false;
  const mergers = await readVillageMergers(db, round.referenceDay);
  const placed = openings.map((record) => inMergedVillage(record, mergers));
  return (await putReviewRecords(db, placed, { today })).ok;
}

/** Next year's records with the corrected closings as their openings; one that was not there is carried over. */
const followed = (
  corrected: readonly StoredReviewRecord[],
  next: readonly StoredReviewRecord[],
  round: ReviewRound,
): StoredReviewRecord[] =>
  corrected.flatMap((record) => {
    const { closing } = record;
    if (closing === null) return [];
    const local = isLocalStandard(record.standardId);
    const there = next.find(({ standardId }) => isLocalStandard(standardId) === local);
    if (there === undefined) return carriedOverAll([record], round);
    const opening = {
      class: closing.class,
      persons: closing.persons,
      communeId: there.opening?.communeId ?? record.communeId,
      villageId: closing.villageId,
    };
    return [{ ...there, opening, arrivalReason: null }];
  });
