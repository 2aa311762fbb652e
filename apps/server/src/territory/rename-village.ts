import { ok, type Problem, type Result, refuse } from '@benvung/domain/shared/result';
import type { TerritoryProblemCode } from '@benvung/domain/territory/problems';
import { checkVillageName, renameVersions } from '@benvung/domain/territory/village-acts';
import type { Db } from '../platform/database/database.ts';
import { regulations } from '../standard/standard.public.ts';
import { findUnitOn, listVersions, listVillagesOf, type UnitOnDay } from './territory.store.ts';
import { endVersions, insertVillages } from './territory-write.store.ts';

interface RenameVillage {
  readonly villageId: number;
  readonly name: string;
  readonly from: string;
  /** The decision of the commune's council. */
  readonly source: string;
}

/** The village bears another name from a day on; it is the same village, and what it was called before stays. */
export async function renameVillage(
  db: Db,
  { villageId, name, from, source }: RenameVillage,
): Promise<Result<{ name: string }, Problem<TerritoryProblemCode>>> {
  const versions = await listVersions(db, villageId);
  const then = versions.find((one) => one.validFrom <= from && (one.validTo === null || from < one.validTo));
  const parent = then?.level === 'village' ? await findUnitOn(db, then.parentId ?? 0, from) : undefined;
  if (then === undefined || parent === undefined) return refuse('territory.village-unknown', { day: from });
  const others = await listVillagesFrom(db, { communeId: parent.id, day: from, except: [villageId] });
  const checked = checkVillageName({ name, day: from, parent, others }, regulations().villageTypes);
  if (!checked.ok) return checked;
  const renamed = renameVersions(versions, { name: checked.value, from, source });
  await endVersions(db, [villageId], from);
  await insertVillages(db, renamed);
  return ok({ name: checked.value });
}

interface VillagesFrom {
  readonly communeId: number;
  readonly day: string;
  readonly except: readonly number[];
}

/** Villages of a commune on a day or later. */
export async function listVillagesFrom(
  db: Db,
  { communeId, day, except }: VillagesFrom,
): Promise<UnitOnDay[]> {
  return (await listVillagesOf(db, [communeId])).filter(
    ({ id, validTo }) => (validTo === null || validTo > day) && !except.includes(id),
  );
}
