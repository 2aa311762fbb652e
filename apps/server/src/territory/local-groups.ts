import {
  type LocalGroupEntry,
  type LocalGroups,
  localGroupsOf,
} from '@benvung/domain/territory/local-groups';
import type { TerritoryHistory } from '@benvung/domain/territory/territory-history';
import { ancestorsOf, findUnitByCode, unitAtLevel } from '@benvung/domain/territory/territory-map';
import type { Db } from '../platform/database/database.ts';
import { regulations } from '../standard/standard.public.ts';
import { listLoadedLocalGroups } from './local-group.store.ts';
import { readHistory } from './territory-history.ts';

/** Asks the catalogue of local groups ("dân tộc tại chỗ") about units on days. */
export interface LocalGroupCatalogue {
  /** Of a commune (or larger unit) that lies on a listed province's ground. */
  of(unitId: number, day: string): LocalGroups | undefined;
  /** The same, or that of any listed ground a larger unit holds a part of: what a table of it may count. */
  within(unitId: number, day: string): LocalGroups | undefined;
}

export async function readLocalGroups(db: Db): Promise<LocalGroupCatalogue> {
  const history = await readHistory(db);
  const catalogue = { loaded: await listLoadedLocalGroups(db), shipped: shippedEntries(history) };
  return {
    of: (unitId, day) => localGroupsOf(catalogue, day, isOnGround(history, unitId, day)),
    within: (unitId, day) =>
      localGroupsOf(catalogue, day, isOnGround(history, unitId, day)) ??
      localGroupsOf(catalogue, day, holdsGround(history, unitId, day)),
  };
}

function shippedEntries(history: TerritoryHistory): LocalGroupEntry[] {
  return regulations().localGroups.flatMap(({ province, from, to, groups, source }) => {
    const unit = findUnitByCode(history.mapOn(from), 'province', province);
    return unit === undefined
      ? []
      : groups.map((group) => ({
          provinceId: unit.id,
          group,
          validFrom: from,
          validTo: to,
          source: source.vi,
        }));
  });
}

/**
 * Whether a unit of a day lies wholly on the ground of the province an entry speaks of: in it still, or in what it was
 * when the entry begins. No commune was ever made of two provinces, so that is known after every merger.
 */
function isOnGround(history: TerritoryHistory, unitId: number, day: string) {
  return ({ provinceId, validFrom }: LocalGroupEntry): boolean => {
    if (liesIn(history, unitId, { provinceId, day })) return true;
    const placement = history.placeBetween(day, validFrom)(unitId);
    if (placement === undefined) return false;
    return unitAtLevel(history.mapOn(validFrom), placement.unitId, 'province')?.id === provinceId;
  };
}

/** Whether a unit of a day holds a part of the province's ground. */
function holdsGround(history: TerritoryHistory, unitId: number, day: string) {
  return ({ provinceId, validFrom }: LocalGroupEntry): boolean => {
    const parts = history.mapOn(day).units.has(provinceId)
      ? [provinceId]
      : history.candidatesBetween(validFrom, day)(provinceId);
    return parts.some((part) => part === unitId || liesIn(history, part, { provinceId: unitId, day }));
  };
}

const liesIn = (
  history: TerritoryHistory,
  unitId: number,
  { provinceId, day }: { readonly provinceId: number; readonly day: string },
): boolean =>
  unitId === provinceId || ancestorsOf(history.mapOn(day), unitId).some(({ id }) => id === provinceId);
