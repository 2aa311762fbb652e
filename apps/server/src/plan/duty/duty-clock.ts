import type { DutyClock, DutyTimes } from '@benvung/domain/plan/duty/duty-standing';
import { dutyTimesSchema } from '@benvung/regulations/duty-times.schema';
import type { Db } from '../../platform/database/database.ts';
import { listLoadedLaw, readWorkingCalendar } from '../../review/review.public.ts';
import { regulations } from '../../standard/standard.public.ts';

/** The numbers of reminders: those the installation loaded, otherwise the shipped ones. */
async function readDutyTimes(db: Db): Promise<DutyTimes> {
  const loaded = (await listLoadedLaw(db, 'duty-times')).at(-1);
  return loaded === undefined ? regulations().dutyTimes : dutyTimesSchema.parse(loaded.content);
}

export const readDutyClock = async (db: Db): Promise<DutyClock> => ({
  calendar: await readWorkingCalendar(db),
  times: await readDutyTimes(db),
});
