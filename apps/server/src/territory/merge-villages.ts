import { ok, type Problem, type Result, refuse } from '@benvung/domain/shared/result';
import type { TerritoryProblemCode } from '@benvung/domain/territory/problems';
import { checkVillageMerger, checkVillageName } from '@benvung/domain/territory/village-acts';
import type { Db } from '../platform/database/database.ts';
import { regulations } from '../standard/standard.public.ts';
import { villageVersions } from './create-villages.ts';
import { moveFacts } from './follow-territory.ts';
import { listVillagesFrom } from './rename-village.ts';
import { findUnitOn, listUnitsOn, listVersions } from './territory.store.ts';
import { readHistory } from './territory-history.ts';
import { endVersions, insertVillages, takeUnitIds } from './territory-write.store.ts';
import { insertVillageMerger } from './village-mergers.store.ts';

interface MergeVillages {
  readonly villageIds: readonly number[];
  readonly name: string;
  /** The first day of the new village. */
  readonly day: string;
  readonly today: string;
  /** The decision of the commune's council. */
  readonly source: string;
}

export interface MergedVillages {
  readonly id: number;
  readonly name: string;
  readonly communeId: number;
  /** Of the new village today. */
  readonly path: string;
}

/**
 * Villages of one commune end and another begins, made of all of them, even when it bears the name of one: an id stands
 * for a piece of ground. Facts follow by `moveFactsInto`, after what bears a village's id was told of the new one.
 */
export async function mergeVillages(
  db: Db,
  { villageIds, name, day, today, source }: MergeVillages,
): Promise<Result<MergedVillages, Problem<TerritoryProblemCode>>> {
  const ids = [...new Set(villageIds)];
  const villages = await listUnitsOn(db, ids, day);
  if (villages.length < ids.length || villages.some(({ level }) => level !== 'village'))
    return refuse('territory.village-unknown', { day });
  const checked = checkVillageMerger(villages, { day, today });
  if (!checked.ok) return checked;
  const { communeId } = checked.value;
  const parent = await findUnitOn(db, communeId, day);
  if (parent?.level !== 'commune') return refuse('territory.merger-across-communes');
  const others = await listVillagesFrom(db, { communeId, day, except: ids });
  const named = checkVillageName({ name, day, parent, others }, regulations().villageTypes);
  if (!named.ok) return named;
  const [id] = await takeUnitIds(db, 1);
  const history = await readHistory(db);
  const village = { communeId, name: named.value, validFrom: day, source };
  const versions = villageVersions(history, village, id!);
  await insertVillages(db, versions);
  await endVersions(db, ids, day);
  await insertVillageMerger(db, { day, fromIds: ids, toId: id!, source });
  const now = versions.findLast((version) => version.validFrom <= today) ?? versions[0]!;
  return ok({ id: id!, name: named.value, communeId, path: now.path });
}

/** Everything kept of the merged villages lies in the new one's area. */
export async function moveFactsInto(
  db: Db,
  { villageIds, path }: { readonly villageIds: readonly number[]; readonly path: string },
): Promise<void> {
  const paths = new Set<string>();
  for (const id of villageIds) for (const version of await listVersions(db, id)) paths.add(version.path);
  await moveFacts(
    db,
    [...paths].map((from) => ({ from, to: path })),
  );
}
