import { proposeMatches } from '@benvung/domain/review/match-households';
import type { Db } from '../platform/database/database.ts';
import { newId } from '../platform/ids.ts';
import {
  listHouseholdsToMatch,
  listMatches,
  replaceUndecided,
  type StoredMatch,
} from './review-match.store.ts';
import { listRecordsOfCommunes, type StoredReviewRecord } from './review-record.store.ts';
import type { ReviewRound } from './review-round.store.ts';

/**
 * Meets the households that arrived in a round with those of its opening list nobody has found yet, and keeps the
 * proposals for a person to decide. Doing it again renews what is undecided and leaves decisions alone.
 */
export async function proposeRoundMatches(
  db: Db,
  round: Pick<ReviewRound, 'year' | 'communeId' | 'standardId' | 'scopePath'>,
): Promise<readonly StoredMatch[]> {
  const { year, communeId } = round;
  const records = (await listRecordsOfCommunes(db, year, [communeId])).filter(
    (record) => record.communeId === communeId && record.standardId === round.standardId,
  );
  const decided = (await listMatches(db, year, communeId)).filter((match) => match.decision !== null);
  const settled = new Set(decided.map((match) => match.listed.householdId));
  const listed = await listHouseholdsToMatch(
    db,
    idsOf(records.filter((record) => hasArrived(record, settled))),
  );
  const missing = await listHouseholdsToMatch(db, idsOf(records.filter(isMissing)));
  const names = new Map(listed.map((household) => [household.key, household.headName]));
  const matches = proposeMatches(listed, missing).matches.map(
    ({ listedKey, candidateKey, certainty, evidence, commonMembers }): StoredMatch => ({
      id: newId(),
      year,
      communeId,
      listed: { householdId: listedKey, headName: names.get(listedKey) ?? '' },
      candidateHouseholdId: candidateKey,
      certainty,
      evidence: { found: evidence, commonMembers },
      decision: null,
      decidedBy: null,
      scopePath: round.scopePath,
    }),
  );
  await replaceUndecided(db, round, matches);
  return matches;
}

const idsOf = (records: readonly StoredReviewRecord[]): string[] =>
  records.map((record) => record.householdId);

const hasArrived = ({ opening, closing, householdId }: StoredReviewRecord, settled: ReadonlySet<string>) =>
  opening === null && closing !== null && !settled.has(householdId);

/** On the opening list, and neither reviewed nor gone for a reason that is known. */
const isMissing = ({ opening, closing, goneReason }: StoredReviewRecord): boolean =>
  opening !== null && closing === null && (goneReason === null || goneReason === 'notFound');
