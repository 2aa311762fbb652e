import { AsyncLocalStorage } from 'node:async_hooks';
import { machineMilliseconds } from '../clock.ts';

const background = new AsyncLocalStorage<true>();

/** Work nobody looks at while it goes on: on the one session of an embedded database people go before it. */
export const inBackground = <Value>(work: () => Promise<Value>): Promise<Value> => background.run(true, work);

/** A request asks more than once: whoever has just been served has the next turn as well. */
const BREATH_MS = 8;
/** However many people there are, work in the background gets a turn when it has waited for so long. */
const LONGEST_WAIT_MS = 250;

interface Waiting {
  readonly since: number;
  go(): void;
}

/** The order in which the one session is had: people one after the other, background work between them. */
export interface Turns {
  /** Waits for a turn. @returns ends it. */
  take(): Promise<() => void>;
}

export function newTurns(now: () => number = machineMilliseconds): Turns {
  const people: Waiting[] = [];
  const behind: Waiting[] = [];
  let taken = false;
  let peopleUntil = Number.NEGATIVE_INFINITY;
  let timer: NodeJS.Timeout | undefined;

  const next = (): void => {
    clearTimeout(timer);
    if (taken) return;
    const first = behind[0];
    const overdue = first !== undefined && now() - first.since >= LONGEST_WAIT_MS;
    const breath = peopleUntil + BREATH_MS - now();
    if (!overdue && people.length === 0 && first !== undefined && breath > 0) {
      timer = setTimeout(next, Math.ceil(breath));
      return;
    }
    const turn = overdue ? behind.shift() : (people.shift() ?? behind.shift());
    if (turn === undefined) return;
    taken = true;
    turn.go();
  };
  return {
    take: () => {
      const isBehind = background.getStore() === true;
      return new Promise((resolve) => {
        const end = () => {
          taken = false;
          if (!isBehind) peopleUntil = now();
          next();
        };
        (isBehind ? behind : people).push({ since: now(), go: () => resolve(once(end)) });
        next();
      });
    },
  };
}

function once(work: () => void): () => void {
  let done = false;
  return () => {
    if (done) return;
    done = true;
    work();
  };
}
