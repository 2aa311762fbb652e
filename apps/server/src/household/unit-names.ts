import type { UnitRef } from '@benvung/contract/shared';
import type { Db } from '../platform/database/database.ts';
import { listLastKnownUnits, type UnitOnDay } from '../territory/territory.public.ts';

export interface UnitNames {
  /** The unit as it stands, or as it last stood. */
  of(id: number): UnitRef;
  /** The units of a path, from the nation down. */
  lineage(path: string): UnitRef[];
  /** The commune a household's path lies in; of a village not assigned after a change, its last commune. */
  communeOf(place: { readonly scopePath: string; readonly villageId: number }): UnitRef;
}

const idsOf = (path: string): number[] => path.split('/').filter(Boolean).map(Number);

/** Names for everything the given paths and units refer to, read at once. */
export async function readUnitNames(
  db: Db,
  wanted: { readonly paths: readonly string[]; readonly ids: readonly number[] },
  day: string,
): Promise<UnitNames> {
  const ids = [...wanted.paths.flatMap(idsOf), ...wanted.ids];
  const units = await listLastKnownUnits(db, ids, day);
  const parents = [...units.values()].flatMap(({ parentId }) =>
    parentId === null || units.has(parentId) ? [] : [parentId],
  );
  const above =
    parents.length === 0 ? new Map<number, UnitOnDay>() : await listLastKnownUnits(db, parents, day);
  const find = (id: number) => units.get(id) ?? above.get(id);
  const of = (id: number): UnitRef => refOf(find(id)) ?? { id, code: null, level: 'village', name: '?' };
  return {
    of,
    lineage: (path) => idsOf(path).flatMap((id) => refOf(find(id)) ?? []),
    communeOf: ({ scopePath, villageId }) => {
      const inPath = idsOf(scopePath).find((id) => find(id)?.level === 'commune');
      return of(inPath ?? find(villageId)?.parentId ?? villageId);
    },
  };
}

const refOf = (unit: UnitOnDay | undefined): UnitRef | undefined =>
  unit && { id: unit.id, code: unit.code, level: unit.level, name: unit.name };
