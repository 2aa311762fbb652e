import type { mergeHouseholds as Command } from '@benvung/contract/household-acts';
import { mergeHouseholds as decide } from '@benvung/domain/household/merge-households';
import { ok, refuse } from '@benvung/domain/shared/result';
import type { z } from 'zod';
import { newId } from '../platform/ids.ts';
import { listReviewsOfHouseholds, type StoredReviewRecord } from '../review/review.public.ts';
import type { HouseholdAct } from './act-on-household.ts';
import { findDuplicate, putDuplicates } from './duplicate.store.ts';
import {
  type Acted,
  type ActGround,
  type HeldHousehold,
  holdHouseholds,
  keepHousehold,
} from './household-ground.ts';
import { addMerge } from './household-merge.store.ts';

type Told = z.output<typeof Command> & { readonly id: string };

/** One household takes in another, which ends; each keeps its own history, told from both sides. */
export async function mergeHouseholds(ground: ActGround, told: Told): Acted<HouseholdAct> {
  if (told.id === told.fromId) return refuse('household.same-household');
  const held = await holdHouseholds(ground.db, [told.id, told.fromId]);
  if (!held.ok) return held;
  const into = held.value.get(told.id)!;
  const from = held.value.get(told.fromId)!;
  const { fromVersion, day } = told;
  const time = { day, today: ground.today, version: told.version };
  const relations = new Map(Object.entries(told.relations));
  const same = new Map(Object.entries(told.same));
  const decided = decide(into.state, { from: from.state, fromVersion, relations, same }, time);
  if (!decided.ok) return decided;
  const personIds = from.state.members.map(({ personId }) => personId).filter((id) => !same.has(id));
  const reviews = await openReviewsOf(ground, [into, from]);
  await markMerged(ground, [told.id, told.fromId]);
  const ended = await keepHousehold(ground, {
    before: from,
    after: withTraces(decided.value.ended, { from, into, day }),
    time: { ...time, version: fromVersion },
    events: [{ kind: 'ended', onDay: day, detail: { reason: 'mergedInto', intoHouseholdId: told.id } }],
  });
  if (!ended.ok) return ended;
  const kept = await keepHousehold(ground, {
    before: into,
    after: decided.value.into,
    time,
    coming: sameKey(from, into) ? from.people : new Map(),
    events: [{ kind: 'mergedIn', onDay: day, detail: { fromHouseholdId: told.fromId, personIds } }],
  });
  if (!kept.ok) return kept;
  const mergeId = newId();
  const after = new Map((await openReviewsOf(ground, [into, from])).map((each) => [keyOfReview(each), each]));
  await addMerge(ground.db, {
    originCommuneId: into.stored.originCommuneId,
    householdId: told.id,
    id: mergeId,
    fromOrigin: from.stored.originCommuneId,
    fromId: told.fromId,
    onDay: day,
    at: ground.at,
    actor: ground.actor,
    version: kept.value.version,
    fromVersion: ended.value.version,
    before: {
      into: into.state,
      from: from.state,
      reviews: reviews.filter((review) => after.get(keyOfReview(review))?.version !== review.version),
    },
    undoneAt: null,
    scopePath: into.stored.scopePath,
  });
  return ok({
    id: told.id,
    version: kept.value.version,
    warnings: [],
    other: { id: told.fromId, version: ended.value.version },
    mergeId,
    scopePath: into.stored.scopePath,
  });
}

/** The pair, where it was one of the suspected, is decided. */
async function markMerged(
  { db, at, actor }: ActGround,
  [one, other]: readonly [string, string],
): Promise<void> {
  const pair = await findDuplicate(db, one, other);
  if (pair === undefined) return;
  const { score: decidedScore, version } = pair;
  const decided = { decidedAt: at, decidedBy: actor, reason: null, decidedScore };
  await putDuplicates(db, [{ ...pair, ...decided, state: 'merged', version: version + 1 }]);
}

export const keyOfReview = ({ householdId, year, standardId }: StoredReviewRecord): string =>
  `${householdId} ${year} ${standardId}`;

export async function openReviewsOf(
  { db }: ActGround,
  households: readonly HeldHousehold[],
): Promise<StoredReviewRecord[]> {
  const reviews = await listReviewsOfHouseholds(
    db,
    households.map(({ stored }) => stored),
  );
  return [...reviews.values()]
    .flat()
    .flatMap(({ record, round }) => (round.status === 'OPEN' ? [record] : []));
}

const sameKey = (one: HeldHousehold, other: HeldHousehold): boolean =>
  one.stored.originCommuneId === other.stored.originCommuneId;

/** Under another storage key a person is written anew, and the old line stays where it was, as one that left. */
const withTraces = (
  ended: HeldHousehold['state'],
  { from, into, day }: { from: HeldHousehold; into: HeldHousehold; day: string },
): HeldHousehold['state'] =>
  sameKey(from, into)
    ? ended
    : {
        ...ended,
        departed: [
          ...ended.departed,
          ...from.state.members
            .filter(({ personId }) => ended.departed.every(({ member }) => member.personId !== personId))
            .map((member) => ({ member, on: day, reason: 'mergedInto' })),
        ],
      };
