import type { MemberFacts } from '@benvung/domain/household/household-facts';
import type { HouseholdState } from '@benvung/domain/household/household-state';
import { registerHousehold } from '@benvung/domain/household/register-household';
import { takeRoster as decide, type Roster } from '@benvung/domain/household/take-roster';
import { ok, refuse } from '@benvung/domain/shared/result';
import { beginHousehold, fieldsOf } from './begin-household.ts';
import { findHousehold, type StoredHousehold } from './household.store.ts';
import { type Acted, type ActGround, findVillage, holdHousehold, keepHousehold } from './household-ground.ts';
import { identityWarnings } from './identity-warnings.ts';

export interface RosterToTake extends Roster {
  readonly id: string;
  /** Of the household its author saw; 0: it is registered now. */
  readonly version: number;
  readonly villageId: number;
}

export interface HouseholdWithRoster {
  readonly stored: StoredHousehold;
  readonly state: HouseholdState;
  readonly warnings: readonly string[];
}

/** A household brought to what its questionnaire found: people come, go and are corrected, each in the history. */
export async function takeRoster(ground: ActGround, told: RosterToTake): Acted<HouseholdWithRoster> {
  if (told.version === 0) return beginFound(ground, told);
  const held = await holdHousehold(ground.db, told.id);
  if (!held.ok) return held;
  const time = { day: ground.today, today: ground.today, version: told.version };
  const decided = decide(held.value.state, told, time);
  if (!decided.ok) return decided;
  const { state, events } = decided.value;
  if (events.length === 0) return ok({ stored: held.value.stored, state, warnings: [] });
  const kept = await keepHousehold(ground, {
    before: held.value,
    after: state,
    time,
    events: events.map((event) => ({ ...event, detail: { ...event.detail }, onDay: time.day })),
  });
  if (!kept.ok) return kept;
  return withRoster(ground, told.id, state);
}

/** One nobody has registered before. */
async function beginFound(
  ground: ActGround,
  { id, villageId, members }: RosterToTake,
): Acted<HouseholdWithRoster> {
  const village = await findVillage(ground, villageId);
  if (!village.ok) return village;
  if ((await findHousehold(ground.db, id)) !== undefined) return refuse('household.version-conflict');
  const decided = registerHousehold(
    { id, villageId, fields: fieldsOf({}), members },
    { day: ground.today, today: ground.today },
  );
  if (!decided.ok) return decided;
  await beginHousehold(ground, {
    state: decided.value,
    originCommuneId: village.value.parentId ?? village.value.id,
    village: village.value,
    demonstration: ground.demonstration,
    coming: new Map(),
    event: { kind: 'registered', onDay: ground.today, detail: {} },
  });
  return withRoster(ground, id, decided.value);
}

async function withRoster(ground: ActGround, id: string, state: HouseholdState): Acted<HouseholdWithRoster> {
  const stored = await findHousehold(ground.db, id);
  if (stored === undefined) return refuse('shared.not-found');
  const changed: readonly MemberFacts[] = state.members;
  const warnings = await identityWarnings(ground, changed);
  return ok({ stored, state, warnings: warnings.map(({ text }) => text) });
}
