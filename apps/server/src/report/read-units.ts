import { NATION_PATH } from '../platform/audit/audit-entry.ts';
import type { Db } from '../platform/database/database.ts';
import { hasVillageMergers } from '../territory/territory.public.ts';
import { dayOfFacts, sameMap } from './find-table-year.ts';
import { readRestatedUnits } from './read-restated-units.ts';
import { readTableUnits, type TableUnits, type UnitsWanted } from './read-table-units.ts';

/** As it was when the wanted day has the map of the day things happened on; restated otherwise. */
export async function readUnits(db: Db, wanted: UnitsWanted, referenceDay: string): Promise<TableUnits> {
  const happenedOn = await dayOfFacts(db, { year: wanted.year, referenceDay });
  return (await sameMap(db, happenedOn, wanted.day)) && !(await villagesChanged(db, wanted, happenedOn))
    ? readTableUnits(db, wanted)
    : readRestatedUnits(db, wanted, happenedOn);
}

/** Whether a reader of these areas sees everything; null: the command line. */
export const seesNation = (areas: readonly string[] | null): boolean =>
  areas === null || areas.includes(NATION_PATH);

/** A commune's rows are its villages: those merged since have their figures in the new one's row. */
const villagesChanged = async (db: Db, { unit, day }: UnitsWanted, happenedOn: string): Promise<boolean> =>
  unit.level === 'commune' &&
  happenedOn < day &&
  hasVillageMergers(db, { communeId: unit.id, after: happenedOn, until: day });
