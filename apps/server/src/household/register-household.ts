import type { registerHousehold as Command, HouseholdActed } from '@benvung/contract/household-acts';
import { registerHousehold as decide } from '@benvung/domain/household/register-household';
import { ok, refuse } from '@benvung/domain/shared/result';
import type { z } from 'zod';
import { beginHousehold, fieldsOf } from './begin-household.ts';
import { duplicateWarnings } from './duplicate-warnings.ts';
import { findHousehold } from './household.store.ts';
import { type Acted, type ActGround, findVillage } from './household-ground.ts';
import { identityWarnings } from './identity-warnings.ts';
import { writtenMember } from './written-member.ts';

type Told = z.output<typeof Command>;

export interface Registered extends HouseholdActed {
  readonly scopePath: string;
}

export async function registerHousehold(ground: ActGround, told: Told): Acted<Registered> {
  const village = await findVillage(ground, told.villageId);
  if (!village.ok) return village;
  if ((await findHousehold(ground.db, told.id)) !== undefined) return refuse('household.version-conflict');
  const decided = decide(
    { ...told, fields: fieldsOf(told.fields), members: told.members.map(writtenMember) },
    { day: told.day, today: ground.today },
  );
  if (!decided.ok) return decided;
  const state = decided.value;
  const warnings = await identityWarnings(ground, state.members);
  await beginHousehold(ground, {
    state,
    originCommuneId: village.value.parentId ?? village.value.id,
    village: village.value,
    demonstration: ground.demonstration,
    coming: new Map(),
    event: { kind: 'registered', onDay: told.day, detail: {} },
  });
  const everyone = new Set(state.members.map(({ personId }) => personId));
  warnings.push(...(await duplicateWarnings(ground, told.id, everyone)));
  return ok({ id: told.id, version: 1, warnings, other: null, scopePath: village.value.path });
}
