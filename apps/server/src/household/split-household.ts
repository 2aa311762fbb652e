import type { splitHousehold as Command } from '@benvung/contract/household-acts';
import { splitHousehold as decide } from '@benvung/domain/household/split-household';
import { ok, refuse } from '@benvung/domain/shared/result';
import type { z } from 'zod';
import type { HouseholdAct } from './act-on-household.ts';
import { beginHousehold, fieldsOf } from './begin-household.ts';
import { findHousehold } from './household.store.ts';
import { type Acted, type ActGround, findVillage, holdHousehold, keepHousehold } from './household-ground.ts';

type Told = z.output<typeof Command> & { readonly id: string };

/** Members leave to be a household of their own, kept under the same key as the one they come from. */
export async function splitHousehold(ground: ActGround, told: Told): Acted<HouseholdAct> {
  const held = await holdHousehold(ground.db, told.id);
  if (!held.ok) return held;
  const { stored, state, people } = held.value;
  const village = await findVillage(ground, told.villageId ?? stored.villageId);
  if (!village.ok) return village;
  if ((await findHousehold(ground.db, told.newId)) !== undefined) return refuse('household.version-conflict');
  const time = { day: told.day, today: ground.today, version: told.version };
  const leaving = new Map(Object.entries(told.leaving));
  const split = { newId: told.newId, villageId: village.value.id, fields: fieldsOf(told.fields), leaving };
  const decided = decide(state, split, time);
  if (!decided.ok) return decided;
  const personIds = [...leaving.keys()];
  await beginHousehold(ground, {
    state: decided.value.begins,
    originCommuneId: stored.originCommuneId,
    village: village.value,
    demonstration: stored.demonstration,
    coming: people,
    event: { kind: 'split', onDay: told.day, detail: { fromHouseholdId: told.id, personIds } },
  });
  const kept = await keepHousehold(ground, {
    before: held.value,
    after: decided.value.stays,
    time,
    events: [{ kind: 'splitOff', onDay: told.day, detail: { intoHouseholdId: told.newId, personIds } }],
  });
  if (!kept.ok) return kept;
  return ok({
    id: told.id,
    version: kept.value.version,
    warnings: [],
    other: { id: told.newId, version: 1 },
    scopePath: stored.scopePath,
  });
}
