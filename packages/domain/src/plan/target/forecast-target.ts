import { type Day, daysBetween } from '../../shared/day.ts';
import { rateOf } from './rate.ts';

/** How a unit stands on a day. `unknown`: nothing to judge by. */
export type TargetProgressState = 'reached' | 'onTrack' | 'behind' | 'notBegun' | 'unknown';

export interface TargetProgress {
  /** Households fewer so far, or the count reached so far. */
  readonly done: number | null;
  /** Of a share to be reached: what it is now, in hundredths of a percent. */
  readonly doneRate: number | null;
  /** Share of what is asked, in hundredths of a percent. */
  readonly share: number | null;
  /** What it will be at the end if the rest goes as what is known. */
  readonly expected: number | null;
  readonly state: TargetProgressState;
  /** How the expectation came about. */
  readonly method: 'review' | 'pace' | null;
}

export interface ReviewStanding {
  readonly opening: number;
  /** Of the opening, not yet reviewed this year: they keep last year's class. */
  readonly pending: number;
  /** In the stock now, those pending included. */
  readonly current: number;
}

const UNKNOWN: TargetProgress = {
  done: null,
  doneRate: null,
  share: null,
  expected: null,
  state: 'unknown',
  method: null,
};

/** Too few reviewed to speak for the others. */
const LEAST_REVIEWED = 0.1;

/**
 * A stock by the review's counters: those not yet reviewed are expected to leave as those already reviewed did; with less
 * than a tenth reviewed nothing is expected.
 */
export function progressOfStock(
  assigned: number | null,
  { opening, pending, current }: ReviewStanding,
): TargetProgress {
  const done = opening - current;
  const reviewed = opening - pending;
  if (reviewed === 0 && opening > 0) return progressNotBegun(assigned);
  const begun = opening === 0 || reviewed >= opening * LEAST_REVIEWED;
  const expected = !begun ? null : opening === 0 ? done : Math.round((done * opening) / reviewed);
  return {
    done,
    doneRate: null,
    share: shareOf(done, assigned),
    expected,
    state: judge({ assigned, done, expected }),
    method: expected === null ? null : 'review',
  };
}

/** Nobody was reviewed yet, or the year lies ahead. */
export const progressNotBegun = (assigned: number | null): TargetProgress => ({
  ...UNKNOWN,
  done: 0,
  share: shareOf(0, assigned),
  state: 'notBegun',
});

/** A figure entered by hand: the rest of the year goes as the part that has passed. */
export function progressByPace(
  assigned: number | null,
  { done, from, on, until }: { done: number | null; from: Day; on: Day; until: Day },
): TargetProgress {
  if (done === null) return UNKNOWN;
  const passed = Math.min(Math.max(daysBetween(from, on), 1), daysBetween(from, until));
  const expected = Math.round((done * daysBetween(from, until)) / passed);
  return {
    done,
    doneRate: null,
    share: shareOf(done, assigned),
    expected,
    state: judge({ assigned, done, expected }),
    method: 'pace',
  };
}

/** A share that stands as it is (with clean water): what is measured now is expected at the end, by rate where it has a base. */
export function progressOfCoverage(
  planned: { readonly count: number | null; readonly rate: number | null },
  { count, base }: { readonly count: number | null; readonly base: number | null },
): TargetProgress {
  if (count === null) return UNKNOWN;
  const rate = rateOf(count, base);
  const byRate = rate !== null && planned.rate !== null;
  const [assigned, done] = byRate ? [planned.rate, rate] : [planned.count, count];
  return {
    done: count,
    doneRate: rate,
    share: shareOf(done, assigned),
    expected: count,
    state: judge({ assigned, done, expected: done }),
    method: 'review',
  };
}

function judge({
  assigned,
  done,
  expected,
}: {
  assigned: number | null;
  done: number;
  expected: number | null;
}): TargetProgressState {
  if (assigned === null) return 'unknown';
  if (done >= assigned) return 'reached';
  if (expected === null) return 'unknown';
  return expected >= assigned ? 'onTrack' : 'behind';
}

const shareOf = (done: number, assigned: number | null): number | null =>
  assigned === null || assigned <= 0 ? null : Math.round((done * 10_000) / assigned);
