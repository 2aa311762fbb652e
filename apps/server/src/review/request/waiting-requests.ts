import { adHocBegins, dueOf } from '@benvung/domain/review/review-procedure';
import type { Db } from '../../platform/database/database.ts';
import { procedureOn, readWorkingCalendar } from '../law/review-law.ts';
import { countWaitingRequests } from './online-request.store.ts';

/** Requests nobody has taken in or refused, and the day by which the law wants the first decided: it counts from sending. */
export async function readWaitingRequests(
  db: Db,
  path: string,
  today: string,
): Promise<{ readonly count: number; readonly earliest: string | null }> {
  const { count, earliest } = await countWaitingRequests(db, path);
  if (earliest === null) return { count, earliest };
  const found = await procedureOn(db, today);
  if (!found.ok) return { count, earliest };
  const { procedure } = found.value;
  const from = adHocBegins(procedure, earliest);
  const due = dueOf(await readWorkingCalendar(db), procedure.limits.adHocDecision, { from, as: 'duty' });
  return { count, earliest: due.day };
}
