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

/** An instant so many milliseconds from another; both ISO 8601 in UTC. */
export const instantAfter = (instant: string, milliseconds: number): string =>
  new Date(Date.parse(instant) + milliseconds).toISOString();

export const expiryOf = (createdAt: string): string => instantAfter(createdAt, LONGEST_MILLISECONDS);

/** Sessions last seen at or before this instant have ended. */
export const idleSince = (now: string): string => instantAfter(now, -IDLE_MILLISECONDS);

export const isAlive = (session: Life, now: string): boolean =>
  now < session.expires_at && session.last_seen_at > idleSince(now);

export const isDueToBeSeen = (session: Life, now: string): boolean =>
  session.last_seen_at <= instantAfter(now, -SEEN_MILLISECONDS);
