import type { GoneReason } from '@benvung/domain/review/review-record';
import type { HouseholdClass } from '@benvung/domain/standard/household-class';
import { sql } from 'kysely';
import type { Db } from '../platform/database/database.ts';
import type { ReviewRound } from './review-round.store.ts';

export interface MissingHousehold {
  readonly householdId: string;
  readonly head: string;
  readonly villageId: number;
  readonly class: HouseholdClass;
  readonly persons: number;
  readonly reason: GoneReason | null;
  readonly version: number;
}

export type MissingState = 'pending' | 'gone';

const ofState = (state: MissingState) =>
  state === 'pending'
    ? sql`r.final_class is null and r.gone_reason is null`
    : sql`r.final_class is null and r.gone_reason is not null`;

const ofRound = (round: Pick<ReviewRound, 'id' | 'year' | 'communeId' | 'standardId'>) =>
  sql`r.commune_id = ${round.communeId} and r.year = ${round.year} and r.standard_id = ${round.standardId}
    and r.round_id = ${round.id}::uuid and r.opening_class is not null`;

/** One page of last year's households that have no result this year, by village and head. */
export async function listMissing(
  db: Db,
  round: Pick<ReviewRound, 'id' | 'year' | 'communeId' | 'standardId'>,
  { state, offset, limit }: { state: MissingState; offset: number; limit: number },
): Promise<MissingHousehold[]> {
  const answer = await sql<MissingHousehold>`
    select r.household_id as "householdId", coalesce(h.head_name, '') as head,
      r.opening_village_id as "villageId", r.opening_class as class, r.opening_persons as persons,
      r.gone_reason as reason, r.version
    from review_record r
    left join household h on h.origin_commune_id = r.origin_commune_id and h.id = r.household_id
    where ${ofRound(round)} and ${ofState(state)}
    order by r.opening_village_id, h.head_sort_key, r.household_id limit ${limit} offset ${offset}`.execute(
    db,
  );
  return answer.rows;
}

export async function countMissing(
  db: Db,
  round: Pick<ReviewRound, 'id' | 'year' | 'communeId' | 'standardId'>,
): Promise<{ pending: number; gone: number; arrived: number }> {
  const answer = await sql<{ pending: number; gone: number; arrived: number }>`
    select count(*) filter (where ${ofRound(round)} and ${ofState('pending')}) as pending,
      count(*) filter (where ${ofRound(round)} and ${ofState('gone')}) as gone,
      count(*) filter (where r.opening_class is null and r.final_class is not null
        and r.standard_id = ${round.standardId} and r.round_id = ${round.id}::uuid) as arrived
    from review_record r where r.commune_id = ${round.communeId} and r.year = ${round.year}`.execute(db);
  const [row] = answer.rows;
  return {
    pending: Number(row?.pending ?? 0),
    gone: Number(row?.gone ?? 0),
    arrived: Number(row?.arrived ?? 0),
  };
}
