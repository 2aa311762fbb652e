import type { ReviewProblemCode } from '@benvung/domain/review/problems';
import { ok, type Problem, type Result, refuse } from '@benvung/domain/shared/result';
import type { Db } from '../platform/database/database.ts';
import { putReviewRecords } from './put-review-records.ts';
import {
  findCandidate,
  lockMatch,
  type MatchDecision,
  type StoredMatch,
  writeDecision,
} from './review-match.store.ts';
import {
  listRecordsOfCommunes,
  listRecordsOfHousehold,
  type StoredReviewRecord,
} from './review-record.store.ts';

export interface DecisionToTake {
  readonly matchId: string;
  readonly decision: MatchDecision;
  readonly by: string;
  readonly at: string;
  readonly today: string;
}

export interface MatchDecided {
  readonly match: StoredMatch;
  /** The household that is the same as last year's and no longer has a record of its own; null when different. */
  readonly duplicateHouseholdId: string | null;
}

/**
 * A person's word on a proposed match. The same: this year's result becomes the result of last year's household,
 * so that it stays instead of leaving and arriving. Different: it stays new, and last year's is still to be found.
 */
export async function decideMatch(
  db: Db,
  { matchId, decision, by, at, today }: DecisionToTake,
): Promise<Result<MatchDecided, Problem<ReviewProblemCode | 'shared.not-found'>>> {
  const match = await lockMatch(db, matchId);
  if (match === undefined) return refuse('shared.not-found');
  if (match.decision !== null) return refuse('review.match-decided');
  if (decision === 'same') {
    const joined = await joinRecords(db, match, today);
    if (!joined.ok) return joined;
  }
  await writeDecision(db, matchId, { decision, by, at });
  const decided = { ...match, decision, decidedBy: by };
  return ok({ match: decided, duplicateHouseholdId: decision === 'same' ? match.listed.householdId : null });
}

async function joinRecords(
  db: Db,
  match: StoredMatch,
  today: string,
): Promise<Result<unknown, Problem<ReviewProblemCode | 'shared.not-found'>>> {
  const records = await listRecordsOfCommunes(db, match.year, [match.communeId]);
  const arrived = records.filter((record) => record.householdId === match.listed.householdId);
  const candidate = await findCandidate(db, match.candidateHouseholdId);
  if (arrived.length === 0 || candidate === undefined) return refuse('shared.not-found');
  // It may be on no list of this year, or on that of the commune it moved from.
  const known = (await listRecordsOfHousehold(db, candidate.originCommuneId, candidate.householdId)).filter(
    ({ year }) => year === match.year,
  );
  const joined = arrived.map((record): StoredReviewRecord => {
    const before = known.find(({ standardId }) => standardId === record.standardId);
    const opening = before?.opening ?? record.opening;
    return {
      ...record,
      ...candidate,
      opening,
      arrivalReason: opening === null ? record.arrivalReason : null,
      goneReason: null,
      version: before?.version ?? 0,
    };
  });
  return putReviewRecords(db, joined, { today, remove: arrived });
}
