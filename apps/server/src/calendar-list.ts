import { dutyCalendar } from './plan/duty/duty-calendar.ts';
import type { CalendarSource } from './platform/calendar/calendar-source.ts';
import { deadlineCalendar } from './review/review.public.ts';

/** What everybody's calendar is made of; a feature adds one line here. */
export const calendarSources: readonly CalendarSource[] = [deadlineCalendar, dutyCalendar];
