import { ok, type Problem, type Result, refuse } from '@benvung/domain/shared/result';
import { searchKey, toNfc } from '@benvung/domain/shared/vietnamese-text';
import type { TerritoryProblemCode } from '@benvung/domain/territory/problems';
import {
  followCommune,
  type PlacedUnit,
  type TerritoryHistory,
} from '@benvung/domain/territory/territory-history';
import { typeOfName } from '@benvung/domain/territory/unit-type';
import type { Db, Session } from '../platform/database/database.ts';
import { listVillagesOf } from './territory.store.ts';
import { readHistory } from './territory-history.ts';
import { insertVillages, takeUnitIds } from './territory-write.store.ts';

export interface NewVillage {
  readonly communeId: number;
  /** With its word: "Thôn 3", "Tổ dân phố 5", "Bản Hua Mức". */
  readonly name: string;
  readonly validFrom: string;
  /** The decision of the commune's council, or where the name was read. */
  readonly source: string;
  /** Taken from the sequence unless given; a demonstration gives its own. */
  readonly id?: number;
}
export interface CreatedVillage {
  readonly id: number;
  readonly communeId: number;
  readonly name: string;
  /** On the day it begins. */
  readonly path: string;
}

/**
 * Villages have no national code: a commune makes them, and no two of one commune bear one name (however it is
 * written). A village made for a day in the past follows its commune through every map since.
 */
export async function createVillages(
  { db }: { readonly db: Db; readonly session?: Session },
  villages: readonly NewVillage[],
): Promise<Result<CreatedVillage[], Problem<TerritoryProblemCode>>> {
  if (villages.length === 0) return ok([]);
  const history = await readHistory(db);
  const taken = new Set<string>();
  for (const village of await listVillagesOf(db, [...new Set(villages.map(({ communeId }) => communeId))]))
    taken.add(nameIn(village.parentId ?? 0, village.name));
  for (const village of villages) {
    const refusal = refuseVillage(history, village, taken);
    if (refusal !== undefined) return refusal;
    taken.add(nameIn(village.communeId, village.name));
  }
  const wanting = villages.filter(({ id }) => id === undefined).length;
  const ids = wanting === 0 ? [] : await takeUnitIds(db, wanting);
  const versions = villages.map((village) => villageVersions(history, village, village.id ?? ids.shift()!));
  await insertVillages(db, versions.flat());
  return ok(
    versions.map(([first]) => ({
      id: first!.id,
      communeId: first!.parentId!,
      name: first!.name,
      path: first!.path,
    })),
  );
}

const nameIn = (communeId: number, name: string): string => `${communeId} ${searchKey(name)}`;

function refuseVillage(history: TerritoryHistory, village: NewVillage, taken: ReadonlySet<string>) {
  const commune = history.mapOn(village.validFrom).units.get(village.communeId);
  if (searchKey(village.name) === '') return refuse('territory.name-missing');
  if (commune === undefined)
    return refuse('territory.unit-unknown', { unit: village.communeId, day: village.validFrom });
  if (commune.level !== 'commune')
    return refuse('territory.village-parent-not-commune', { unit: commune.name });
  if (taken.has(nameIn(village.communeId, village.name)))
    return refuse('territory.village-name-taken', { village: village.name, commune: commune.name });
  return undefined;
}

/** The village's versions from a day on, under its commune and whatever that became. */
export function villageVersions(
  history: TerritoryHistory,
  village: Pick<NewVillage, 'communeId' | 'name' | 'validFrom' | 'source'>,
  id: number,
): PlacedUnit[] {
  const name = toNfc(village.name).trim().replace(/\s+/gu, ' ');
  return followCommune(history, village.communeId, village.validFrom).map((period) => ({
    id,
    level: 'village',
    code: null,
    name,
    type: typeOfName(name, 'village') ?? (period.areaType === 'urban' ? 'to-dan-pho' : 'thon'),
    areaType: period.areaType,
    parentId: period.parentId,
    path: `${period.parentPath}${id}/`,
    validFrom: period.validFrom,
    validTo: period.validTo,
    source: village.source,
  }));
}
