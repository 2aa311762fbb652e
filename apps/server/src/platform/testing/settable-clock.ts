import type { Clock } from '../clock.ts';

/** A clock that stands still until a test moves it. */
export interface SettableClock extends Clock {
  moveBy(milliseconds: number): void;
  setToday(day: string): void;
}

export function settableClock(instant: string, day: string): SettableClock {
  let now = Date.parse(instant);
  let today = day;
  return {
    now: () => new Date(now).toISOString(),
    today: () => today,
    fixed: true,
    refresh: async () => undefined,
    moveBy: (milliseconds) => {
      now += milliseconds;
    },
    setToday: (next) => {
      today = next;
    },
  };
}
