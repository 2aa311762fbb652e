import type { Db } from '../platform/database/database.ts';
import { listMapDays } from '../territory/territory.public.ts';
import { findFirstOpening, findYearOfRounds } from './figures.store.ts';

/** The standard and the day a year's tables are read under. */
export interface TableYear {
  readonly standardId: string;
  readonly referenceDay: string;
}

/** The standard in force is a matter of the rounds; a year without any is read as it ended, under this one. */
const STANDARD_WITHOUT_ROUNDS = 'VN-2022';

/** What most rounds of the year were opened with; the caller may name another standard (a local one). */
export async function findTableYear(
  db: Db,
  { year, standardId }: { year: number; standardId: string | null },
): Promise<TableYear> {
  const found = await findYearOfRounds(db, year);
  return {
    standardId: standardId ?? found?.standardId ?? STANDARD_WITHOUT_ROUNDS,
    referenceDay: found?.referenceDay ?? `${year}-12-31`,
  };
}

/** Whether the map did not change between two days. */
export async function sameMap(db: Db, a: string, b: string): Promise<boolean> {
  if (a === b) return true;
  const days = await listMapDays(db);
  const mapDay = (day: string) => days.findLast((each) => each <= day);
  return mapDay(a) === mapDay(b);
}

/**
 * The day whose map a year's results lie on: the reference day, or the day its rounds were opened where the map changed
 * in between. Results stay with the commune that reviewed them, also when it becomes another one before they are recognised.
 */
export async function dayOfFacts(
  db: Db,
  { year, referenceDay }: { year: number; referenceDay: string },
): Promise<string> {
  const changed = (await listMapDays(db)).some((day) => day > `${year}-01-01` && day <= referenceDay);
  const opened = changed ? await findFirstOpening(db, year) : undefined;
  return opened !== undefined && opened < referenceDay ? opened : referenceDay;
}
