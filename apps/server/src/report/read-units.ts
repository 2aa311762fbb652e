import { NATION_PATH } from '../platform/audit/audit-entry.ts';
import type { Db } from '../platform/database/database.ts';
import { sameMap } from './find-table-year.ts';
import { readRestatedUnits } from './read-restated-units.ts';
import { readTableUnits, type TableUnits, type UnitsWanted } from './read-table-units.ts';

/** As it was when the wanted day has the map of the day things happened on; restated otherwise. */
export async function readUnits(db: Db, wanted: UnitsWanted, happenedOn: string): Promise<TableUnits> {
  return (await sameMap(db, happenedOn, wanted.day))
    ? readTableUnits(db, wanted)
    : readRestatedUnits(db, wanted, happenedOn);
}

/** Whether a reader of these areas sees everything; null: the command line. */
export const seesNation = (areas: readonly string[] | null): boolean =>
  areas === null || areas.includes(NATION_PATH);
