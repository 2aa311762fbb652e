import { afterEach, describe, expect, it, vi } from 'vitest';
import { settableClock } from './testing/settable-clock.ts';
import { type RunningDayWatch, watchDay } from './watch-day.ts';

describe('the watch of the day', () => {
  let watch: RunningDayWatch;
  afterEach(() => watch.close());
  const begin = (work: (day: string) => Promise<unknown>, faults: unknown[] = []) => {
    const clock = settableClock('2026-04-29T16:59:00.000Z', '2026-04-29');
    watch = watchDay({ clock, work, fault: (error) => faults.push(error), everyMs: 5 });
    return clock;
  };

  it('works once when a day is reached, by its own timer, and not on the day it began', async () => {
    const days: string[] = [];
    const clock = begin(async (day) => days.push(day));
    await watch.look();
    expect(days).toEqual([]);
    clock.setToday('2026-04-30');
    await vi.waitFor(() => expect(days).toEqual(['2026-04-30']));
    await watch.look();
    expect(days).toEqual(['2026-04-30']);
  });

  it('tries again what failed', async () => {
    const faults: unknown[] = [];
    let tries = 0;
    const clock = begin(async () => {
      tries += 1;
      if (tries === 1) throw new Error('lost');
    }, faults);
    clock.setToday('2026-04-30');
    await watch.look();
    await watch.look();
    expect([tries, faults.length]).toEqual([2, 1]);
  });

  it('does not overlap itself, and closing waits for what runs', async () => {
    let ended = 0;
    let release = () => {};
    const clock = begin(async () => {
      await new Promise<void>((resolve) => {
        release = resolve;
      });
      ended += 1;
    });
    clock.setToday('2026-04-30');
    const looks = [watch.look(), watch.look()];
    const closing = watch.close();
    release();
    await Promise.all([...looks, closing]);
    expect(ended).toBe(1);
    clock.setToday('2026-05-01');
    await watch.look();
    expect(ended).toBe(1);
  });
});
