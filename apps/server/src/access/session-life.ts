const HOUR = 3_600_000;

/** A session ends after this long without a request, and in any case after the longest life. */
export const IDLE_MILLISECONDS = 12 * HOUR;
export const LONGEST_MILLISECONDS = 7 * 24 * HOUR;
/** How often "last seen" is written, so that not every read becomes a write. */
const SEEN_MILLISECONDS = 60_000;

interface Life {
  readonly last_seen_at: string;
  readonly expires_at: string;
}

export const expiryOf = (createdAt: string): string =>
  new Date(Date.parse(createdAt) + LONGEST_MILLISECONDS).toISOString();

export const isAlive = (session: Life, now: string): boolean =>
  now < session.expires_at && Date.parse(now) - Date.parse(session.last_seen_at) < IDLE_MILLISECONDS;

export const isDueToBeSeen = (session: Life, now: string): boolean =>
  Date.parse(now) - Date.parse(session.last_seen_at) >= SEEN_MILLISECONDS;
