import { DUTY_KINDS } from '@benvung/domain/review/case/duty';
import { z } from 'zod';
import { day, page, unitRef } from './shared.ts';

const count = z.number().int();

/** What one unit has to do by a day. No names of people: whoever may see the unit may see it. */
const dutyLine = z.object({
  kind: z.enum(DUTY_KINDS),
  day,
  /** Counted over a year without a table of working days ("tạm tính"). */
  provisional: z.boolean(),
  /** The law does not say what kind of days these are. */
  uncertain: z.boolean(),
  workingDaysLate: count,
  /** Cases, or grievances. */
  count,
  year: count,
  communeId: count,
  /** A village of a commune, a commune of a larger unit; null: not known. */
  unit: unitRef.nullable(),
});
export type DutyLine = z.infer<typeof dutyLine>;

/** GET /api/review-deadlines?unit=&page= : what is due and late, by day, the earliest first. */
export const dutyList = z.object({
  unit: unitRef,
  today: day,
  /** Of all pages: lines whose day is past. */
  late: count,
  duties: z.array(dutyLine),
  page,
});
export type DutyList = z.infer<typeof dutyList>;
