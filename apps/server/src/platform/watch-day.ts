import type { Clock } from './clock.ts';

interface DayWatch {
  readonly clock: Pick<Clock, 'today'>;
  /** What a new day brings; it may run twice for one day and must do no harm then. */
  work(day: string): Promise<unknown>;
  /** The work failed; it is tried again at the next look. */
  fault(error: unknown): void;
  readonly everyMs?: number;
}

export interface RunningDayWatch {
  /** Looks at the clock now; the timer does the same. Ends when the work it began, or found running, has ended. */
  look(): Promise<void>;
  /** No more looks; waits for work that is running. */
  close(): Promise<void>;
}

const EVERY_MS = 30_000;

/** Does a day's work when the clock reaches another day. The day it begins on counts as done. */
export function watchDay({ clock, work, fault, everyMs = EVERY_MS }: DayWatch): RunningDayWatch {
  let done = clock.today();
  let running: Promise<void> | null = null;
  let closed = false;
  const begin = async (day: string): Promise<void> => {
    try {
      await work(day);
      done = day;
    } catch (error) {
      fault(error);
    } finally {
      running = null;
    }
  };
  const look = (): Promise<void> => {
    const day = clock.today();
    if (running === null && !closed && day !== done) running = begin(day);
    return running ?? Promise.resolve();
  };
  const timer = setInterval(() => void look(), everyMs);
  timer.unref();
  return {
    look,
    close: async () => {
      closed = true;
      clearInterval(timer);
      await running;
    },
  };
}
