import type { Language } from '@benvung/domain/shared/text';
import type { Db } from '../database/database.ts';
import type { Grant } from '../http/principal.ts';

/** One day in a person's calendar. It leaves the house: no name of a person or household in any part. */
export interface CalendarEntry {
  /** Stays the same as long as it is the same duty, so that a calendar changes its entry and makes no second one. */
  readonly key: string;
  readonly day: string;
  readonly title: string;
  readonly detail: string;
  /** Where it is done, from `/`. */
  readonly path: string;
}

export interface CalendarAsked {
  readonly accountId: string;
  readonly grants: readonly Grant[];
  /** Unit paths of the person; the transaction is narrowed to them. */
  readonly areas: readonly string[];
  readonly today: string;
  /** `HH:MM` in Việt Nam. */
  readonly time: string;
  readonly language: Language;
}

/** A feature's part of everybody's calendar; listed in `calendar-list.ts`. */
export type CalendarSource = (db: Db, asked: CalendarAsked) => Promise<CalendarEntry[]>;
