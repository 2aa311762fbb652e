import { presentHome } from '@benvung/domain/household/household-state';
import { moveHousehold as decide } from '@benvung/domain/household/move-household';
import { ok } from '@benvung/domain/shared/result';
import type { HouseholdAct } from './act-on-household.ts';
import { type Acted, type ActGround, findVillage, holdHousehold, keepHousehold } from './household-ground.ts';

interface Move {
  readonly id: string;
  readonly version: number;
  readonly day: string;
  readonly villageId: number;
}

/** The household and all that is kept of it go with it to the new village's area; where it was first stays its key. */
export async function moveHousehold(
  ground: ActGround,
  { id, version, day, villageId }: Move,
): Acted<HouseholdAct> {
  const held = await holdHousehold(ground.db, id);
  if (!held.ok) return held;
  const village = await findVillage(ground, villageId);
  if (!village.ok) return village;
  const time = { day, today: ground.today, version };
  const decided = decide(held.value.state, { villageId }, time);
  if (!decided.ok) return decided;
  const fromVillageId = presentHome(held.value.state)?.villageId ?? null;
  const kept = await keepHousehold(ground, {
    before: held.value,
    after: decided.value,
    time,
    village: village.value,
    events: [{ kind: 'moved', onDay: day, detail: { fromVillageId, toVillageId: villageId } }],
  });
  if (!kept.ok) return kept;
  return ok({ id, version: kept.value.version, warnings: [], other: null, scopePath: village.value.path });
}
