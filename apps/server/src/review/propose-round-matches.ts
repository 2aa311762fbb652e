import { proposeMatches } from '@benvung/domain/review/match-households';
import type { Db } from '../platform/database/database.ts';
import { newId } from '../platform/ids.ts';
import {
  deleteUndecided,
  insertMatches,
  listHouseholdsToMatch,
  listMatches,
  refreshMatches,
  type StoredMatch,
} from './review-match.store.ts';
import { listRecordsOfCommunes, type StoredReviewRecord } from './review-record.store.ts';
import type { ReviewRound } from './review-round.store.ts';

/**
 * Meets the households that arrived in a round with those of its opening list nobody has found yet, and keeps the
 * proposals for a person to decide. Doing it again adds what is new and sees anew what is undecided, whoever proposed
 * it; decisions stand, and pairs said to be different are not proposed again. An undecided pair goes only when one of
 * its two households can no longer be matched.
 * @returns the proposals that wait for a decision.
 */
export async function proposeRoundMatches(
  db: Db,
  round: Pick<ReviewRound, 'year' | 'communeId' | 'standardId' | 'scopePath'>,
): Promise<readonly StoredMatch[]> {
  const { year, communeId } = round;
  const records = (await listRecordsOfCommunes(db, year, [communeId])).filter(
    (record) => record.communeId === communeId && record.standardId === round.standardId,
  );
  const arrived = new Set(idsOf(records.filter(hasArrived)));
  const reviewed = new Set(idsOf(records.filter(({ closing }) => closing !== null)));
  const kept = await listMatches(db, year, communeId);
  const isOutdated = ({ decision, listed, candidateHouseholdId }: StoredMatch): boolean =>
    decision === null &&
    (candidateHouseholdId === null || !arrived.has(listed.householdId) || reviewed.has(candidateHouseholdId));
  await deleteUndecided(
    db,
    kept.filter(isOutdated).map(({ id }) => id),
  );
  const standing = kept.filter((match) => !isOutdated(match));
  const byPair = new Map(standing.map((match) => [pairKey(match), match]));
  const listed = await listHouseholdsToMatch(db, [...arrived]);
  const missing = await listHouseholdsToMatch(db, idsOf(records.filter(isMissing)));
  const names = new Map(listed.map((household) => [household.key, household.headName]));
  const proposed = proposeMatches(
    listed,
    missing,
    (listedKey, candidateKey) => byPair.get(`${listedKey}|${candidateKey}`)?.decision === 'different',
  ).matches.flatMap(({ listedKey, candidateKey, certainty, evidence, commonMembers }): StoredMatch[] => {
    if (candidateKey === null) return [];
    const before = byPair.get(`${listedKey}|${candidateKey}`);
    return [
      {
        id: before?.id ?? newId(),
        year,
        communeId,
        listed: { householdId: listedKey, headName: names.get(listedKey) ?? '' },
        candidateHouseholdId: candidateKey,
        certainty,
        evidence: { found: evidence, commonMembers },
        decision: null,
        decidedBy: null,
        scopePath: round.scopePath,
      },
    ];
  });
  await refreshMatches(
    db,
    proposed.filter((match) => byPair.has(pairKey(match))),
  );
  await insertMatches(
    db,
    proposed.filter((match) => !byPair.has(pairKey(match))),
  );
  const renewed = new Set(proposed.map(pairKey));
  const waiting = standing.filter((match) => match.decision === null && !renewed.has(pairKey(match)));
  return [...proposed, ...waiting];
}

const pairKey = ({ listed, candidateHouseholdId }: StoredMatch): string =>
  `${listed.householdId}|${candidateHouseholdId}`;

const idsOf = (records: readonly StoredReviewRecord[]): string[] =>
  records.map((record) => record.householdId);

const hasArrived = ({ opening, closing }: StoredReviewRecord): boolean =>
  opening === null && closing !== null;

/** On the opening list, and neither reviewed nor gone for a reason that is known. */
const isMissing = ({ opening, closing, goneReason }: StoredReviewRecord): boolean =>
  opening !== null && closing === null && (goneReason === null || goneReason === 'notFound');
