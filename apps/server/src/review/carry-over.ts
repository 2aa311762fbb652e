import type { VillageMergers } from '@benvung/domain/territory/village-mergers';
import type { Db } from '../platform/database/database.ts';
import { carriedOverAll, inMergedVillage } from './open-round.ts';
import { listListedUnder, type RecordPlace } from './review-history.store.ts';
import type { StoredReviewRecord } from './review-record.store.ts';
import type { ReviewRound } from './review-round.store.ts';

/** A round that is about to open with last year's list. */
export interface OpeningRound {
  readonly round: ReviewRound;
  /** Its path is by now that of a larger unit: only households last listed in the commune itself are carried over. */
  readonly ended: boolean;
  readonly mergers: VillageMergers;
}

/** What one household's results of last year open as, where it lives in a commune whose round is about to open. */
export function carriedInto(
  openings: readonly OpeningRound[],
  last: readonly StoredReviewRecord[],
): StoredReviewRecord[] {
  const closed = last.filter(({ closing }) => closing !== null);
  const opening = openings.find(
    ({ round, ended }) =>
      closed[0]?.scopePath.startsWith(round.scopePath) &&
      (!ended || closed.some(({ communeId }) => communeId === round.communeId)),
  );
  return opening === undefined ? [] : carried(opening, closed);
}

function carried(
  { round, ended, mergers }: OpeningRound,
  last: readonly StoredReviewRecord[],
): StoredReviewRecord[] {
  const own = last.filter(({ communeId }) => !ended || communeId === round.communeId);
  return carriedOverAll(own, round).map((record) => inMergedVillage(record, mergers));
}

/** A household's results stay together: it has one for each of its standards. */
const HOUSEHOLDS_MOST_STANDARDS = 8;

/** Some of last year's list as it opens in a round, and where the next part begins; null: nowhere. */
export async function carryOverSome(
  db: Db,
  opening: OpeningRound,
  { after, limit, except }: { after: RecordPlace | null; limit: number; except: ReadonlySet<string> },
): Promise<{ records: StoredReviewRecord[]; read: number; next: RecordPlace | null }> {
  const { round } = opening;
  const most = limit + HOUSEHOLDS_MOST_STANDARDS;
  const listed = await listListedUnder(db, round.year - 1, round.scopePath, { after, limit: most });
  const isLast = listed.length < most;
  // the last household of a full part may have more results: it comes first in the next one
  const cutAt = isLast ? undefined : listed.at(-1)?.householdId;
  const whole = cutAt === undefined ? listed : listed.filter(({ householdId }) => householdId !== cutAt);
  const records = carried(
    opening,
    whole.filter(({ householdId }) => !except.has(householdId)),
  );
  return { records, read: whole.length, next: isLast ? null : (whole.at(-1) ?? null) };
}
