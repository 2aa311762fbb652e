import { ICalCalendar } from 'ical-generator';
import type { CalendarEntry } from './calendar-source.ts';

interface CalendarFile {
  readonly name: string;
  readonly entries: readonly CalendarEntry[];
  /** Scheme and host that entries lead to. */
  readonly origin: string;
  /** An instant, ISO 8601. */
  readonly madeAt: string;
}

/** How long a calendar program may keep what it read. */
const KEPT_SECONDS = 3600;

/**
 * Days as iCalendar (RFC 5545). No time zone is named: the library would then write days and stamps in the machine's own
 * zone, and a day of the calendar has none.
 */
export function calendarFile({ name, entries, origin, madeAt }: CalendarFile): string {
  const calendar = new ICalCalendar({
    name,
    prodId: { company: 'benvung', product: 'deadlines', language: 'VI' },
    ttl: KEPT_SECONDS,
  });
  for (const { key, day, title, detail, path } of entries)
    calendar.createEvent({
      id: `${key}@benvung`,
      start: new Date(`${day}T00:00:00Z`),
      allDay: true,
      stamp: new Date(madeAt),
      summary: title,
      description: detail,
      url: `${origin}${path}`,
    });
  return calendar.toString();
}
