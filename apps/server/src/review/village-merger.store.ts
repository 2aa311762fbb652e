import { sql } from 'kysely';
import type { Db } from '../platform/database/database.ts';
import type { PopulationBaseLine } from './population-base.store.ts';
import { noteChangesIn } from './review-change.store.ts';
import { recordOfRow, type StoredReviewRecord } from './review-record.store.ts';

export interface MergedPlaces {
  readonly villageIds: readonly number[];
  /** The communes they lay in since the day. */
  readonly communeIds: readonly number[];
  readonly day: string;
}

/** The first year whose round, no longer open, counts after the merger and found households in these villages. */
export async function findClosedYearOf(
  db: Db,
  { villageIds, communeIds, day }: MergedPlaces,
): Promise<number | undefined> {
  const answer = await sql<{ year: number }>`select o.year from review_round o
    where o.commune_id = any(${[...communeIds]}::bigint[]) and o.status <> 'OPEN' and o.reference_day >= ${day}::date
      and exists (select 1 from review_counter c where c.year = o.year and c.commune_id = o.commune_id
        and c.village_id = any(${[...villageIds]}::bigint[]))
    order by o.year limit 1`.execute(db);
  return answer.rows[0]?.year;
}

/** Records of open rounds that count after the merger and name one of the villages. */
export async function listOpenRecordsOf(
  db: Db,
  { villageIds, communeIds, day }: MergedPlaces,
): Promise<StoredReviewRecord[]> {
  const [ids, communes] = [[...villageIds], [...communeIds]];
  const answer = await sql<{ record: Record<string, unknown> }>`select to_jsonb(r) as record
    from review_record r join review_round o on o.id = r.round_id
    where o.status = 'OPEN' and o.reference_day >= ${day}::date
      and (r.commune_id = any(${communes}::bigint[]) or r.opening_commune_id = any(${communes}::bigint[]))
      and (r.village_id = any(${ids}::bigint[]) or r.opening_village_id = any(${ids}::bigint[]))`.execute(db);
  return answer.rows.map(({ record }) => recordOfRow(record));
}

/** Population lines of the villages in years whose round is open and counts after the merger. */
export async function takeOpenBasesOf(
  db: Db,
  { villageIds, communeIds, day }: MergedPlaces,
): Promise<Omit<PopulationBaseLine, 'scopePath'>[]> {
  const answer = await sql<Omit<PopulationBaseLine, 'scopePath'>>`delete from population_base p
    where p.commune_id = any(${[...communeIds]}::bigint[]) and p.village_id = any(${[...villageIds]}::bigint[])
      and exists (select 1 from review_round o where o.year = p.year and o.commune_id = p.commune_id
        and o.status = 'OPEN' and o.reference_day >= ${day}::date)
    returning p.year, p.commune_id as "communeId", p.village_id as "villageId", p.households, p.persons,
      p.minority_households as "minorityHouseholds", p.minority_persons as "minorityPersons",
      p.local_minority_households as "localMinorityHouseholds", p.local_minority_persons as "localMinorityPersons",
      p.source, p.on_day as "onDay", p.demonstration`.execute(db);
  for (const { year, communeId } of answer.rows) await noteChangesIn(db, year, [communeId]);
  return answer.rows;
}
