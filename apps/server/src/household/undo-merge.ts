import { undoMerge as decide } from '@benvung/domain/household/undo-merge';
import { ok, refuse } from '@benvung/domain/shared/result';
import { putReviewRecords } from '../review/review.public.ts';
import type { HouseholdAct } from './act-on-household.ts';
import { findDuplicate, putDuplicates } from './duplicate.store.ts';
import { renewDuplicates } from './find-duplicates.ts';
import {
  type Acted,
  type ActGround,
  actingIn,
  type HeldHousehold,
  holdHouseholds,
  writeHousehold,
} from './household-ground.ts';
import { findMerge, markUndone, type StoredMerge } from './household-merge.store.ts';
import { keyOfReview, openReviewsOf } from './merge-households.ts';

interface Told {
  readonly id: string;
  readonly mergeId: string;
  readonly version: number;
}

/** Both households back, their reviews too, while nothing was built on the merge; all that happened stays told. */
export async function undoMerge(ground: ActGround, { id, mergeId, version }: Told): Acted<HouseholdAct> {
  const { db, at, today } = ground;
  const merge = await findMerge(db, id, mergeId);
  if (merge === undefined) return refuse('shared.not-found');
  const held = await holdHouseholds(db, [id, merge.fromId]);
  if (!held.ok) return held;
  const into = held.value.get(id)!;
  const from = held.value.get(merge.fromId)!;
  if (into.state.version !== version) return refuse('household.version-conflict');
  const decided = decide(
    { ...merge, undone: merge.undoneAt !== null },
    { into: into.state, from: from.state },
  );
  if (!decided.ok) return decided;
  const reviews = await restoreReviews(ground, merge, [into, from]);
  if (!reviews.ok) return reviews;
  const detail = { onDay: today };
  await writeHousehold(ground, {
    before: into,
    after: { ...decided.value.into, departed: withCopies(merge, decided.value.into.departed, into, from) },
    events: [{ ...detail, kind: 'mergeUndone', detail: { fromHouseholdId: merge.fromId } }],
  });
  await writeHousehold(ground, {
    before: from,
    after: decided.value.ended,
    events: [{ ...detail, kind: 'reopened', detail: { intoHouseholdId: id } }],
    coming: into.stored.originCommuneId === from.stored.originCommuneId ? into.people : new Map(),
  });
  await markUndone(db, merge, at);
  const pair = await findDuplicate(db, id, merge.fromId);
  if (pair?.state === 'merged')
    await putDuplicates(db, [{ ...pair, state: 'proposed', version: pair.version + 1 }]);
  await renewDuplicates(db, [id, merge.fromId], at);
  return ok({
    id,
    version: into.state.version + 1,
    warnings: [],
    other: { id: merge.fromId, version: from.state.version + 1 },
    scopePath: into.stored.scopePath,
  });
}

/** Under another storage key people were written anew; those lines stay as people who left at once. */
function withCopies(
  merge: StoredMerge,
  departed: HeldHousehold['state']['departed'],
  into: HeldHousehold,
  from: HeldHousehold,
): HeldHousehold['state']['departed'] {
  if (into.stored.originCommuneId === from.stored.originCommuneId) return departed;
  const known = new Set([
    ...merge.before.into.members.map(({ personId }) => personId),
    ...departed.map(({ member }) => member.personId),
  ]);
  const copies = into.state.members.filter(({ personId }) => !known.has(personId));
  return [...departed, ...copies.map((member) => ({ member, on: merge.onDay, reason: 'mergeUndone' }))];
}

async function restoreReviews(
  ground: ActGround,
  merge: StoredMerge,
  households: readonly HeldHousehold[],
): Acted<null> {
  const now = new Map(
    (await openReviewsOf(ground, households)).map((record) => [keyOfReview(record), record]),
  );
  const restored = [];
  for (const before of merge.before.reviews) {
    const record = now.get(keyOfReview(before));
    // another version: the review went on since, or its round is closed
    if (record === undefined || record.version !== before.version + 1)
      return refuse('household.merge-built-on');
    restored.push({ ...before, version: record.version });
  }
  const put = await putReviewRecords(ground.db, restored, { today: ground.today, acting: actingIn(ground) });
  return put.ok ? ok(null) : put;
}
