import type { ReviewProblemCode } from '@benvung/domain/review/problems';
import { ok, type Problem, type Result, refuse } from '@benvung/domain/shared/result';
import type { Db } from '../platform/database/database.ts';
import type { Acting } from './case/take-case-steps.ts';
import { putReviewRecords } from './put-review-records.ts';
import {
  deleteUndecided,
  findCandidate,
  listMatches,
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

/** The records a decision changed, as they were and as they were written. */
export interface JoinedRecords {
  readonly before: readonly StoredReviewRecord[];
  readonly after: readonly StoredReviewRecord[];
}

export interface MatchDecided {
  readonly match: StoredMatch;
  /** The household that is the same as last year's and no longer has a record of its own; null when different. */
  readonly duplicateHouseholdId: string | null;
  readonly joined: JoinedRecords;
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
  let joined: JoinedRecords = { before: [], after: [] };
  if (decision === 'same') {
    const done = await joinRecords(db, match, { today, at, actor: by, accountId: null });
    if (!done.ok) return done;
    joined = done.value;
    await deleteUndecided(db, await listRivals(db, match));
  }
  await writeDecision(db, matchId, { decision, by, at, undo: null });
  const decided = { ...match, decision, decidedBy: by };
  const duplicateHouseholdId = decision === 'same' ? match.listed.householdId : null;
  return ok({ match: decided, duplicateHouseholdId, joined });
}

/** Other proposals about one of the two: they say nothing any more. */
async function listRivals(db: Db, { id, year, communeId, listed, candidateHouseholdId }: StoredMatch) {
  return (await listMatches(db, year, communeId))
    .filter(
      (other) =>
        other.id !== id &&
        (other.listed.householdId === listed.householdId ||
          (candidateHouseholdId !== null && other.candidateHouseholdId === candidateHouseholdId)),
    )
    .map((other) => other.id);
}

async function joinRecords(
  db: Db,
  match: StoredMatch,
  acting: Acting,
): Promise<Result<JoinedRecords, Problem<ReviewProblemCode>>> {
  const records = await listRecordsOfCommunes(db, match.year, [match.communeId]);
  const arrived = records.filter((record) => record.householdId === match.listed.householdId);
  const candidate = await findCandidate(db, match.candidateHouseholdId);
  if (arrived.length === 0 || candidate === undefined) return refuse('review.match-outdated');
  // It may be on no list of this year, or on that of the commune it moved from.
  const ofCandidate = await listRecordsOfHousehold(db, candidate.originCommuneId, candidate.householdId);
  const known = arrived.flatMap(
    ({ standardId }) =>
      ofCandidate.find((each) => each.year === match.year && each.standardId === standardId) ?? [],
  );
  if (known.some(({ closing }) => closing !== null)) return refuse('review.match-outdated');
  const joined = arrived.map((record): StoredReviewRecord => {
    const own = known.find(({ standardId }) => standardId === record.standardId);
    const opening = own?.opening ?? record.opening;
    return {
      ...record,
      originCommuneId: candidate.originCommuneId,
      householdId: candidate.householdId,
      opening,
      arrivalReason: opening === null ? record.arrivalReason : null,
      goneReason: null,
      version: own?.version ?? 0,
    };
  });
  const put = await putReviewRecords(db, joined, { today: acting.today, remove: arrived, acting });
  if (!put.ok) return put;
  return ok({
    before: [...arrived, ...known],
    after: joined.map((record) => ({ ...record, version: record.version + 1 })),
  });
}
