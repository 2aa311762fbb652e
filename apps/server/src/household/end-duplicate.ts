import { endDuplicate as decide } from '@benvung/domain/household/end-duplicate';
import { ok } from '@benvung/domain/shared/result';
import { newId } from '../platform/ids.ts';
import { type Acted, type ActGround, holdHouseholds, keepHousehold } from './household-ground.ts';
import { renewMembers } from './renew-members.ts';
import { findReviewFacts, putReviewFacts } from './review-facts.store.ts';
import { addEvents } from './save-household.store.ts';

export interface DuplicateToEnd {
  readonly id: string;
  /** The household it is the same as. */
  readonly knownId: string;
  /** The year whose review met it under its new name. */
  readonly year: number;
}

/**
 * Ends a household that a review wrote anew: the known one takes over that year's answers and the members as the
 * review found them; the file of the other stays to be read.
 */
export async function endDuplicate(
  ground: ActGround,
  { id, knownId, year }: DuplicateToEnd,
): Acted<{ endedOn: string }> {
  const { db, today: day, at } = ground;
  const held = await holdHouseholds(db, [id, knownId]);
  if (!held.ok) return held;
  const [duplicate, known] = [held.value.get(id)!, held.value.get(knownId)!];
  const decided = decide(duplicate.state, { knownId }, { day });
  if (!decided.ok) return decided;
  const endedOn = decided.value.ended?.on ?? day;
  const { originCommuneId, scopePath } = known.stored;
  const facts = await findReviewFacts(db, {
    originCommuneId: duplicate.stored.originCommuneId,
    householdId: id,
    year,
  });
  if (facts !== undefined)
    await putReviewFacts(db, [{ originCommuneId, householdId: knownId, year, scopePath, ...facts }]);
  const members = duplicate.state.members.map((member) => ({ ...member, personId: newId() }));
  if (members.length > 0)
    await renewMembers(db, [{ originCommuneId, householdId: knownId, members }], { day, at });
  const detail = { fromHouseholdId: id, duplicate: true };
  const event = { id: newId(), kind: 'mergedIn', onDay: endedOn, detail };
  await addEvents(db, { originCommuneId, id: knownId, scopePath }, { ...ground, events: [event] });
  const kept = await keepHousehold(ground, {
    before: duplicate,
    after: decided.value,
    time: { day: endedOn, today: day, version: duplicate.state.version },
    events: [{ kind: 'ended', onDay: endedOn, detail: { reason: 'mergedInto', intoHouseholdId: knownId } }],
  });
  return kept.ok ? ok({ endedOn }) : kept;
}
