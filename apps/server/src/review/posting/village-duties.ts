import { addWorkingDays } from '@benvung/domain/shared/working-days';
import type { Db } from '../../platform/database/database.ts';
import type { UnitOnDay } from '../../territory/territory.public.ts';
import { countGrievancesDue } from '../grievance/grievance.store.ts';
import { readWorkingCalendar } from '../law/review-law.ts';
import { countPostingsWithoutPhoto } from './posting.store.ts';

/** A grievance is told of on the working day before it is due. */
const WORKING_DAYS_AHEAD = 1;

/** What the notice boards and grievances of a commune wait for today; nothing of larger units. */
export async function readVillageDuties(
  db: Db,
  { unit, today }: { readonly unit: Pick<UnitOnDay, 'path' | 'level'>; readonly today: string },
) {
  if (unit.level !== 'commune') return { withoutPhoto: 0, grievances: { count: 0, earliest: null } };
  const until = addWorkingDays(await readWorkingCalendar(db), today, WORKING_DAYS_AHEAD).day;
  return {
    withoutPhoto: await countPostingsWithoutPhoto(db, unit.path, today),
    grievances: await countGrievancesDue(db, unit.path, until),
  };
}
