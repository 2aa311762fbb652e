import { addDays, addMonths, type Day } from './day.ts';
import { weekdayOf } from './working-days.ts';

/** `YYYY-MM`. */
export type Month = string;

export const monthOfDay = (day: Day): Month => day.slice(0, 7);

export const addToMonth = (month: Month, count: number): Month => monthOfDay(addMonths(`${month}-01`, count));

/** The weeks a month's page shows, Monday first: whole weeks, with the days of the months beside it. */
export function weeksOfMonth(month: Month): Day[][] {
  const first = `${month}-01`;
  const weeks: Day[][] = [];
  for (
    let monday = addDays(first, -weekdayOf(first));
    monday < first || monthOfDay(monday) === month;
    monday = addDays(monday, 7)
  )
    weeks.push(Array.from({ length: 7 }, (_, at) => addDays(monday, at)));
  return weeks;
}
