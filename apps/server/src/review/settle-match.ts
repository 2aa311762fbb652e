import type { ProblemCode } from '@benvung/contract/problem-texts';
import { ok, type Problem, type Result, refuse } from '@benvung/domain/shared/result';
import {
  type ActGround,
  addEvents,
  bringBackHouseholds,
  endDuplicate,
  type RememberedHouseholds,
  rememberHouseholds,
  stampHouseholds,
} from '../household/household.public.ts';
import { newId } from '../platform/ids.ts';
import { decideMatch, type JoinedRecords } from './decide-match.ts';
import { putReviewRecords } from './put-review-records.ts';
import {
  clearDecision,
  findCandidate,
  findUndo,
  lockMatch,
  type MatchDecision,
  type StoredMatch,
  writeDecision,
} from './review-match.store.ts';
import { lockRecords, recordKeyText } from './review-record.store.ts';
import { listRoundsOfCommunes } from './review-round.store.ts';

export interface MatchGround extends ActGround {
  /** Kept with the decision. */
  readonly username: string;
}

/** Kept with a decision as long as its round is open. */
interface Undo {
  readonly joined: JoinedRecords;
  readonly households: RememberedHouseholds;
  readonly stamp: string;
}

type Outcome = Promise<Result<StoredMatch, Problem<ProblemCode>>>;

/** A decision with all that follows from it: the household written anew ends in the known one. */
export async function settleMatch(
  ground: MatchGround,
  { matchId, decision }: { matchId: string; decision: MatchDecision },
): Outcome {
  const { db, today, at, username: by } = ground;
  const match = await lockMatch(db, matchId);
  const ids = [match?.listed.householdId ?? '', match?.candidateHouseholdId ?? ''].filter(Boolean);
  const households = decision === 'same' ? await rememberHouseholds(db, ids) : null;
  const decided = await decideMatch(db, { matchId, decision, by, at, today });
  if (!decided.ok) return decided;
  const { duplicateHouseholdId: id, joined } = decided.value;
  const knownId = decided.value.match.candidateHouseholdId;
  if (id === null || knownId === null || households === null) return ok(decided.value.match);
  const ended = await endDuplicate(ground, { id, knownId, year: decided.value.match.year });
  if (!ended.ok) return ended;
  const undo: Undo = { joined, households, stamp: await stampHouseholds(db, ids) };
  await writeDecision(db, matchId, { decision, by, at, undo });
  return ok(decided.value.match);
}

/**
 * Takes a decision back while the round is open: the pair waits again, and what "the same" had joined stands apart as
 * it did. Refused when either household or its result was changed since.
 */
export async function undoMatch(ground: MatchGround, matchId: string): Outcome {
  const { db, at } = ground;
  const match = await lockMatch(db, matchId);
  if (match === undefined) return refuse('shared.not-found');
  if (match.decision === null) return refuse('review.match-not-decided');
  const [round] = await listRoundsOfCommunes(db, match.year, [match.communeId]);
  if (round?.status !== 'OPEN')
    return refuse(round?.status === 'LOCKED' ? 'review.year-locked' : 'review.round-closed');
  if (match.decision === 'same') {
    const undo = (await findUndo(db, matchId)) as Undo | null;
    if (undo === null || undo.stamp !== (await stampHouseholds(db, undo.households.ids)))
      return refuse('review.match-built-on');
    const parted = await partRecords(ground, undo.joined);
    if (!parted.ok) return parted;
    await bringBackHouseholds(db, undo.households, at);
    await tellUndone(ground, match);
  }
  await clearDecision(db, matchId);
  return ok({ ...match, decision: null, decidedBy: null });
}

async function partRecords(
  { db, today, at, actor }: MatchGround,
  { before, after }: JoinedRecords,
): Promise<Result<unknown, Problem<ProblemCode>>> {
  const versions = new Map(after.map((record) => [recordKeyText(record), record.version]));
  const stored = await lockRecords(db, after);
  if (
    stored.length < after.length ||
    stored.some((each) => versions.get(recordKeyText(each)) !== each.version)
  )
    return refuse('review.match-built-on');
  const kept = new Set(before.map(recordKeyText));
  return putReviewRecords(
    db,
    before.map((record) => ({ ...record, version: versions.get(recordKeyText(record)) ?? 0 })),
    {
      today,
      remove: after.filter((record) => !kept.has(recordKeyText(record))),
      acting: { today, at, actor, accountId: null },
    },
  );
}

async function tellUndone({ db, at, actor, today }: MatchGround, match: StoredMatch): Promise<void> {
  const pair = [match.listed.householdId, match.candidateHouseholdId ?? ''] as const;
  for (const [id, other] of [pair, [pair[1], pair[0]] as const]) {
    const found = await findCandidate(db, id);
    if (found === undefined) continue;
    await addEvents(
      db,
      { originCommuneId: found.originCommuneId, id, scopePath: found.scopePath },
      {
        at,
        actor,
        events: [{ id: newId(), kind: 'matchUndone', onDay: today, detail: { fromHouseholdId: other } }],
      },
    );
  }
}
