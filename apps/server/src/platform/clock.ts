import { sql } from 'kysely';
import type { Db } from './database/database.ts';

/** The only reader of the machine's time. A demonstration database carries a day of its own. */
export interface Clock {
  /** The instant, ISO 8601 in UTC. */
  now(): string;
  /** The day the system works on, `YYYY-MM-DD` in Việt Nam. */
  today(): string;
  /** True when `today` is the database's own day and not the machine's. */
  readonly fixed: boolean;
  /** Reads the database's own day again, after a demonstration was loaded or removed. */
  refresh(db: Db): Promise<void>;
}

/** Milliseconds since 1970; for ids, time limits and durations, never for a legal day. */
export const machineMilliseconds = (): number => Date.now();

const dayFormat = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Ho_Chi_Minh' });

export function machineClock(fixedDay: string | null = null): Clock {
  let ownDay = fixedDay;
  return {
    now: () => new Date(machineMilliseconds()).toISOString(),
    today: () => ownDay ?? dayFormat.format(machineMilliseconds()),
    get fixed() {
      return ownDay !== null;
    },
    refresh: async (db) => {
      ownDay = await readOwnDay(db);
    },
  };
}

/** The clock of an open database: its own today (`setting` "today") when it has one. */
export async function clockOf(db: Db): Promise<Clock> {
  return machineClock(await readOwnDay(db));
}

async function readOwnDay(db: Db): Promise<string | null> {
  const found = await sql<{ value: unknown }>`select value from setting where name = 'today'`.execute(db);
  const day = found.rows[0]?.value;
  return typeof day === 'string' ? day : null;
}

const timeOfDay = new Intl.DateTimeFormat('en-GB', {
  timeZone: 'Asia/Ho_Chi_Minh',
  hour: '2-digit',
  minute: '2-digit',
  hourCycle: 'h23',
});

/** `YYYY-MM-DD` in Việt Nam of an instant. */
export const dayInVietnam = (instant: string): string => dayFormat.format(new Date(instant));

/** `HH:MM` in Việt Nam of an instant. */
export const timeInVietnam = (instant: string): string => timeOfDay.format(new Date(instant));
