/** How many failures an address, and all addresses together, may have within a time. */
export interface TryLimits {
  readonly each: number;
  readonly together: number;
  readonly seconds: number;
  /** Addresses remembered at most; the oldest are forgotten. */
  readonly remembered?: number;
}

interface Tries {
  count: number;
  readonly since: number;
}

const MOST_REMEMBERED = 10_000;

/**
 * Counts what failed, or was done, per address and in total. A window begins with its first failure and ends by time, so a
 * person waits at most `seconds`. It holds at most `remembered` addresses, whatever is sent.
 */
export function tryLimit(limits: TryLimits, now: () => number) {
  const tries = new Map<string, Tries>();
  let all: Tries = { count: 0, since: 0 };
  const life = limits.seconds * 1000;
  const standing = (known: Tries | undefined): Tries | undefined =>
    known !== undefined && now() - known.since < life ? known : undefined;
  return {
    /** Seconds to wait; 0 when a further try may be made. */
    secondsToWait(address: string): number {
      const own = standing(tries.get(keyOfAddress(address)));
      const total = standing(all);
      const waits = [own?.count ?? 0, total?.count ?? 0].map((count, at) =>
        count >= (at === 0 ? limits.each : limits.together)
          ? life - (now() - (at === 0 ? own! : total!).since)
          : 0,
      );
      return Math.ceil(Math.max(...waits) / 1000);
    },
    note(address: string): void {
      const key = keyOfAddress(address);
      const own = standing(tries.get(key)) ?? { count: 0, since: now() };
      own.count += 1;
      tries.delete(key);
      tries.set(key, own);
      all = standing(all) ?? { count: 0, since: now() };
      all.count += 1;
      if (tries.size > (limits.remembered ?? MOST_REMEMBERED)) tries.delete(tries.keys().next().value!);
    },
    get size(): number {
      return tries.size;
    },
  };
}

export type TryLimit = ReturnType<typeof tryLimit>;

/** A home has a whole /64 of IPv6 addresses: they count as one. */
export function keyOfAddress(address: string): string {
  if (!address.includes(':') || /^::ffff:\d/u.test(address)) return address;
  const [head = ''] = address.split('%');
  const [before = '', after] = head.split('::');
  const left = before === '' ? [] : before.split(':');
  const right = after === undefined || after === '' ? [] : after.split(':');
  const full =
    after === undefined
      ? left
      : [...left, ...Array<string>(Math.max(0, 8 - left.length - right.length)).fill('0'), ...right];
  return full.slice(0, 4).join(':');
}
