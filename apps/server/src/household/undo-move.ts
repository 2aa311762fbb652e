import { undoMove as decide } from '@benvung/domain/household/move-household';
import { ok, refuse } from '@benvung/domain/shared/result';
import { findUnitOn } from '../territory/territory.public.ts';
import type { HouseholdAct } from './act-on-household.ts';
import { type Acted, type ActGround, findVillage, holdHousehold, keepHousehold } from './household-ground.ts';
import { deleteResidence } from './save-household.store.ts';

/** The move a household has just made within its commune is taken back; that it was made stays in its history. */
export async function undoMove(
  ground: ActGround,
  { id, version }: { readonly id: string; readonly version: number },
): Acted<HouseholdAct> {
  const held = await holdHousehold(ground.db, id);
  if (!held.ok) return held;
  const decided = decide(held.value.state, { today: ground.today, version });
  if (!decided.ok) return decided;
  const { state, dropped, back } = decided.value;
  const village = await findVillage(ground, back.villageId);
  if (!village.ok) return village;
  const left = await findUnitOn(ground.db, dropped.villageId, ground.today);
  if (left?.parentId !== village.value.parentId) return refuse('household.move-across-communes');
  const { originCommuneId } = held.value.stored;
  await deleteResidence(ground.db, { originCommuneId, id }, dropped);
  const detail = { fromVillageId: back.villageId, toVillageId: dropped.villageId };
  const kept = await keepHousehold(ground, {
    before: held.value,
    after: state,
    time: { day: dropped.from, today: ground.today, version },
    village: village.value,
    events: [{ kind: 'moveUndone', onDay: ground.today, detail }],
  });
  if (!kept.ok) return kept;
  return ok({ id, version: kept.value.version, warnings: [], other: null, scopePath: village.value.path });
}
