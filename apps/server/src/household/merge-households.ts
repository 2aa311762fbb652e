import type { mergeHouseholds as Command } from '@benvung/contract/household-acts';
import { mergeHouseholds as decide } from '@benvung/domain/household/merge-households';
import { ok, refuse } from '@benvung/domain/shared/result';
import type { z } from 'zod';
import type { HouseholdAct } from './act-on-household.ts';
import {
  type Acted,
  type ActGround,
  type HeldHousehold,
  holdHouseholds,
  keepHousehold,
} from './household-ground.ts';

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
  const decided = decide(into.state, { from: from.state, fromVersion, relations }, time);
  if (!decided.ok) return decided;
  const personIds = from.state.members.map(({ personId }) => personId);
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
  return ok({
    id: told.id,
    version: kept.value.version,
    warnings: [],
    other: { id: told.fromId, version: ended.value.version },
    scopePath: into.stored.scopePath,
  });
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
          ...from.state.members.map((member) => ({ member, on: day, reason: 'mergedInto' })),
        ],
      };
