import type { UnitRef } from '@benvung/contract/shared';
import { isDesignatedOn } from '@benvung/domain/territory/place-designation';
import type { Db } from '../platform/database/database.ts';
import { listDesignationsOf, type StoredDesignation } from './designation.store.ts';
import { findUnitOn, listUnitsOn } from './territory.store.ts';

export interface DesignationOnDay extends StoredDesignation {
  /** The unit it was given to: the one asked about, or one it lies in on that day. */
  readonly unit: UnitRef;
}

/**
 * What decisions say of a place on a day: of the unit itself and of those it lies in then (a village is in a commune of
 * area III, a commune in a poor district). A unit that took over the ground of a designated one is not designated by
 * that: nothing is carried on to a successor.
 */
export async function designationsOn(db: Db, unitId: number, day: string): Promise<DesignationOnDay[]> {
  const unit = await findUnitOn(db, unitId, day);
  if (unit === undefined) return [];
  const ids = unit.path.split('/').filter(Boolean).map(Number);
  const units = new Map((await listUnitsOn(db, ids, day)).map((one) => [one.id, one]));
  return (await listDesignationsOf(db, ids))
    .filter((designation) => isDesignatedOn(designation, day))
    .flatMap((designation) => {
      const of = units.get(designation.unitId);
      return of === undefined
        ? []
        : [{ ...designation, unit: { id: of.id, code: of.code, level: of.level, name: of.name } }];
    })
    .sort((a, b) => ids.indexOf(b.unitId) - ids.indexOf(a.unitId));
}
