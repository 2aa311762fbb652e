import { DUTY_KINDS, type DutyKind } from '@benvung/domain/review/case/duty';
import type { Text } from '@benvung/domain/shared/text';
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

/** What a duty is called, on the screen and in a calendar. */
export const dutyTexts = {
  postingEnds: { vi: 'Hết niêm yết', en: 'Posting ends' },
  reverify: { vi: 'Phúc tra hộ có phản ánh', en: 'Re-verify disputed households' },
  opinion: { vi: 'Cấp trên cho ý kiến', en: 'Opinion of the superior' },
  adHocDecision: { vi: 'Quyết định giấy đề nghị trong năm', en: 'Decide requests of the year' },
  toSurvey: { vi: 'Thu thập, chấm điểm', en: 'Survey and score' },
  toMeet: { vi: 'Họp thôn (hộ đã chấm điểm)', en: 'Village meeting (scored households)' },
  toPost: { vi: 'Niêm yết (đã họp, đã phúc tra)', en: 'Post (agreed or re-verified)' },
  toSubmit: { vi: 'Trình (đã hết niêm yết)', en: 'Submit (posting is over)' },
  toRecognise: { vi: 'Công nhận (đã có ý kiến cấp trên)', en: 'Recognise (opinion was given)' },
  grievance: { vi: 'Trả lời phản ánh', en: 'Answer grievances' },
} as const satisfies Record<DutyKind, Text>;

/** GET /api/review-deadlines?unit=&page=&day= : what is due and late, by day, the earliest first; or of one day. */
export const dutyList = z.object({
  unit: unitRef,
  today: day,
  /** Of all pages: lines whose day is past. */
  late: count,
  duties: z.array(dutyLine),
  page,
});
export type DutyList = z.infer<typeof dutyList>;

const calendarDay = z.object({
  day,
  working: z.boolean(),
  provisional: z.boolean(),
  /** The holiday; of a day off that is worked for, or the Saturday that is worked, the other day. */
  note: z.string().nullable(),
  /** How much of a kind is due: `lines` of the list, and cases or grievances in them. */
  duties: z.array(z.object({ kind: z.enum(DUTY_KINDS), lines: count, count })),
});
export type CalendarDay = z.infer<typeof calendarDay>;

/** GET /api/review-calendar?unit=&month=YYYY-MM : the whole weeks of a month, Monday first. */
export const deadlineMonth = z.object({
  unit: unitRef,
  today: day,
  month: z.string(),
  days: z.array(calendarDay),
  /** Days before the month on which something late is still due. */
  lateBefore: count,
});
export type DeadlineMonth = z.infer<typeof deadlineMonth>;
