import type { MatchPair, MatchPairs } from '@benvung/contract/review-desk';
import type { HouseholdToMatch } from '@benvung/domain/review/match-households';
import { searchKey } from '@benvung/domain/shared/vietnamese-text';
import type { Db } from '../platform/database/database.ts';
import { listLastKnownUnits } from '../territory/territory.public.ts';
import { countMissing } from './missing-households.store.ts';
import { countMatches, listHouseholdsToMatch, listMatchPage } from './review-match.store.ts';
import { listRecordsOfCommunes, type StoredReviewRecord } from './review-record.store.ts';
import type { ReviewRound } from './review-round.store.ts';

export interface PairsWanted {
  readonly round: ReviewRound;
  readonly state: 'undecided' | 'decided';
  readonly page: number;
  readonly pageSize: number;
  readonly today: string;
}

/** Pairs of a round side by side, the most certain first; what is sensitive stays out, evidence is told in words. */
export async function listMatchPairs(
  db: Db,
  { round, state, page, pageSize, today }: PairsWanted,
): Promise<MatchPairs> {
  const { year, communeId } = round;
  const matches = await listMatchPage(
    db,
    { year, communeId, state },
    { offset: (page - 1) * pageSize, limit: pageSize },
  );
  const counts = await countMatches(db, year, communeId);
  const ids = matches.flatMap((match) => [match.listed.householdId, match.candidateHouseholdId ?? '']);
  const households = new Map(
    (await listHouseholdsToMatch(db, ids.filter(Boolean))).map((one) => [one.key, one]),
  );
  const villages = await listLastKnownUnits(
    db,
    [...households.values()].flatMap(({ villageId }) => villageId ?? []),
    today,
  );
  const records = matches.length === 0 ? [] : await listRecordsOfCommunes(db, year, [communeId]);
  const recordOf = new Map(
    records
      .filter(({ standardId }) => standardId === round.standardId)
      .map((record) => [record.householdId, record]),
  );
  const view = (id: string, name: string, other: HouseholdToMatch | undefined): MatchPair['listed'] => {
    const household = households.get(id);
    return {
      id,
      head: household?.headName ?? name,
      village: villages.get(household?.villageId ?? 0)?.name ?? '',
      ...stateOf(recordOf.get(id)),
      members: (household?.members ?? []).map((member) => ({
        name: member.name,
        birthYear: member.birthYear,
        common: other?.members.some((each) => isAlike(each, member)) ?? false,
      })),
    };
  };
  const missing = await countMissing(db, round);
  const total = state === 'undecided' ? counts.undecided : counts.same + counts.different;
  return {
    pairs: matches.map((match) => ({
      id: match.id,
      certainty: match.certainty,
      evidence: [...match.evidence.found],
      decision: match.decision,
      decidedBy: match.decidedBy,
      undoable: match.decision === 'different' || match.hasUndo,
      listed: view(
        match.listed.householdId,
        match.listed.headName,
        households.get(match.candidateHouseholdId ?? ''),
      ),
      candidate: view(match.candidateHouseholdId ?? '', '', households.get(match.listed.householdId)),
    })),
    counts,
    arrived: missing.arrived,
    missing: missing.pending,
    page: { page, pageSize, total },
  };
}

const stateOf = (record: StoredReviewRecord | undefined) => {
  const state = record?.closing ?? record?.opening;
  return { class: state?.class ?? null, persons: state?.persons ?? null };
};

type Person = Pick<HouseholdToMatch['members'][number], 'name' | 'birthYear'>;

const isAlike = (one: Person, other: Person): boolean =>
  searchKey(one.name) === searchKey(other.name) &&
  (one.birthYear === null || other.birthYear === null || one.birthYear === other.birthYear);
