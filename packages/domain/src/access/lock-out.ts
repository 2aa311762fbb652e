/** Failures in a row that are allowed before an account name is locked. */
export const FAILURES_ALLOWED = 5;
const FIRST_LOCK_MINUTES = 15;
const LONGEST_LOCK_MINUTES = 24 * 60;

/** Minutes a name stays locked after so many failures in a row: 15 at the fifth, doubling up to a day; 0 before. */
export function lockMinutesAfter(failures: number): number {
  if (failures < FAILURES_ALLOWED) return 0;
  const doublings = Math.min(failures - FAILURES_ALLOWED, 10);
  return Math.min(FIRST_LOCK_MINUTES * 2 ** doublings, LONGEST_LOCK_MINUTES);
}
