import type { ReviewProblemCode } from '@benvung/domain/review/problems';
import type { RoundKind } from '@benvung/domain/review/review-round';
import { ok, type Problem, type Result, refuse } from '@benvung/domain/shared/result';
import type { HouseholdClass } from '@benvung/domain/standard/household-class';
import type { VillageMergers } from '@benvung/domain/territory/village-mergers';
import type { Db } from '../platform/database/database.ts';
import { newId } from '../platform/ids.ts';
import { isLocalStandard } from '../standard/standard.public.ts';
import { readVillageMergers } from '../territory/territory.public.ts';
import { mergeAdHoc } from './case/merge-ad-hoc.ts';
import { type Acting, actingBySystem } from './case/take-case-steps.ts';
import { putReviewRecords } from './put-review-records.ts';
import { listListedUnder } from './review-history.store.ts';
import type { StoredReviewRecord } from './review-record.store.ts';
import { insertRounds, listRoundsOfCommunes, type ReviewRound } from './review-round.store.ts';

export interface RoundsToOpen {
  readonly year: number;
  readonly kind: RoundKind;
  /** Communes with their paths. */
  readonly communes: readonly {
    readonly communeId: number;
    readonly scopePath: string;
    /** Its path is by now that of a larger unit: only households last listed in the commune itself are carried over. */
    readonly ended?: boolean;
    /** The id its round will bear, when something was written under it already. */
    readonly roundId?: string;
  }[];
  readonly standardId: string;
  readonly standardHash: string;
  readonly localStandard: { readonly id: string; readonly hash: string } | null;
  /** The day codes, area types and ages are read on. */
  readonly referenceDay: string;
  readonly today: string;
  readonly source: string;
  /** Who decides the results, as the opening says. */
  readonly decidedBy?: string;
  readonly demonstration: boolean;
  /** The version of the procedure its cases follow; none where the results come from elsewhere. */
  readonly procedure?: { readonly id: string; readonly hash: string };
  /** Who opens it, for the history of its cases. */
  readonly acting?: Acting;
  /** Puts everyone listed (or undetermined) at the end of last year on the new list (regulations 2.2, step 1). */
  readonly carryOver: boolean;
}

/** The rounds as they are on the day they open. */
export const roundsOf = (wanted: Omit<RoundsToOpen, 'carryOver'>): ReviewRound[] =>
  wanted.communes.map(
    ({ communeId, scopePath, roundId }): ReviewRound => ({
      id: roundId ?? newId(),
      year: wanted.year,
      kind: wanted.kind,
      communeId,
      status: 'OPEN',
      standardId: wanted.standardId,
      standardHash: wanted.standardHash,
      localStandardId: wanted.localStandard?.id ?? null,
      localStandardHash: wanted.localStandard?.hash ?? null,
      referenceDay: wanted.referenceDay,
      openedOn: wanted.today,
      closedOn: null,
      lockedOn: null,
      source: wanted.source,
      decidedBy: wanted.decidedBy ?? null,
      demonstration: wanted.demonstration,
      version: 1,
      procedureId: wanted.procedure?.id ?? null,
      procedureHash: wanted.procedure?.hash ?? null,
      scopePath,
    }),
  );

/** Opens one round a commune; refuses when one of them is open already. */
export async function openRounds(
  db: Db,
  wanted: RoundsToOpen,
): Promise<Result<readonly ReviewRound[], Problem<ReviewProblemCode>>> {
  const { year, kind, communes } = wanted;
  const ids = communes.map((commune) => commune.communeId);
  const already = await listRoundsOfCommunes(db, year, ids, kind);
  if (already.length > 0) return refuse('review.round-already-open', { year, communes: already.length });
  const rounds = roundsOf(wanted);
  await insertRounds(db, rounds);
  const ended = new Set(communes.filter((commune) => commune.ended).map(({ communeId }) => communeId));
  if (wanted.carryOver)
    for (const round of rounds) {
      const put = await listHouseholds(db, round, { wanted, ended: ended.has(round.communeId) });
      if (!put.ok) return put;
    }
  return ok(rounds);
}

/** The list of a round: who was listed at the end of last year, and who was recognised ad hoc since. */
async function listHouseholds(
  db: Db,
  round: ReviewRound,
  { wanted, ended }: { readonly wanted: RoundsToOpen; readonly ended: boolean },
): Promise<Result<unknown, Problem<ReviewProblemCode>>> {
  const { today } = wanted;
  const acting = wanted.acting ?? actingBySystem(today);
  const adHoc = await mergeAdHoc(db, round, acting);
  if (!adHoc.ok) return adHoc;
  const listed = (await listListedUnder(db, round.year - 1, round.scopePath)).filter(
    ({ communeId, householdId }) =>
      (!ended || communeId === round.communeId) && !adHoc.value.households.has(householdId),
  );
  const mergers = await readVillageMergers(db, round.referenceDay);
  const carried = carriedOverAll(listed, round).map((record) => inMergedVillage(record, mergers));
  return putReviewRecords(db, [...carried, ...adHoc.value.records], { today, acting });
}

/** Villages merged since last year open as the one they became. */
export const inMergedVillage = (record: StoredReviewRecord, mergers: VillageMergers): StoredReviewRecord => ({
  ...record,
  opening: record.opening && { ...record.opening, villageId: mergers.into(record.opening.villageId) },
});

/**
 * The results of one household or many as openings of a round: of each who was listed, or undetermined, under a standard
 * this round has, under all of them.
 */
export function carriedOverAll(
  last: readonly StoredReviewRecord[],
  round: ReviewRound,
): StoredReviewRecord[] {
  const carried = last.flatMap((record) =>
    record.closing === null ? [] : (carriedOver(record, round) ?? []),
  );
  const listed = new Set(
    carried.flatMap(({ householdId, opening }) =>
      opening !== null && STILL_LISTED.includes(opening.class) ? [householdId] : [],
    ),
  );
  return carried.filter(({ householdId }) => listed.has(householdId));
}

const STILL_LISTED: readonly HouseholdClass[] = ['POOR', 'NEAR_POOR', 'UNDETERMINED'];

/**
 * Last year's closing as this year's opening; what was not known of its village stays unknown. The nation's class of last
 * year opens the nation's of this year, the local one the local; undefined where this round has no local standard.
 */
function carriedOver(last: StoredReviewRecord, round: ReviewRound): StoredReviewRecord | undefined {
  const { closing } = last;
  if (closing === null) throw new Error('Only a household with a class is carried over.');
  const standardId = isLocalStandard(last.standardId) ? round.localStandardId : round.standardId;
  if (standardId === null) return undefined;
  return {
    ...last,
    year: round.year,
    standardId,
    roundId: round.id,
    communeId: round.communeId,
    stage: 'listed',
    verified: true,
    opening: {
      class: closing.class,
      persons: closing.persons,
      communeId: round.communeId,
      villageId: closing.villageId,
    },
    closing: null,
    goneReason: null,
    arrivalReason: null,
    computedClass: null,
    overrideReason: null,
    incomeScore: null,
    deprivationScore: null,
    evidence: null,
    scorecardId: null,
    decisionNumber: null,
    decisionDay: null,
    batchId: null,
    version: 0,
  };
}
