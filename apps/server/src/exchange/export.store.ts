import { sql } from 'kysely';
import type { ReviewFacts } from '../household/household.public.ts';
import { rangeOf } from '../platform/database/area-scope.ts';
import type { Db } from '../platform/database/database.ts';
import { type PopulationBaseLine, recordOfRow, type StoredReviewRecord } from '../review/review.public.ts';

export interface HouseholdToExport {
  readonly record: StoredReviewRecord;
  readonly listCode: string | null;
  readonly registrationNumber: string | null;
  readonly phone: string | null;
  readonly address: string | null;
  readonly headName: string;
  readonly frozen: Pick<ReviewFacts, 'facts' | 'evidence' | 'note'> | null;
}

/** The records of one commune's round under one standard, village by village, with what they rest on. */
export async function listHouseholdsToExport(
  db: Db,
  { communeId, year, standardId }: { communeId: number; year: number; standardId: string },
): Promise<HouseholdToExport[]> {
  const answer = await sql<Record<string, unknown>>`
    select r.*, h.list_code, h.registration_number, h.phone, h.address, h.head_name, f.facts as frozen
    from review_record r
    join household h on h.origin_commune_id = r.origin_commune_id and h.id = r.household_id
    left join review_facts f on f.origin_commune_id = r.origin_commune_id and f.household_id = r.household_id
      and f.year = r.year
    where r.commune_id = ${communeId} and r.year = ${year} and r.standard_id = ${standardId}
    order by h.head_sort_key, h.list_code, h.id`.execute(db);
  return answer.rows.map((row) => ({
    record: recordOfRow(row),
    listCode: row.list_code as string | null,
    registrationNumber: row.registration_number as string | null,
    phone: row.phone as string | null,
    address: row.address as string | null,
    headName: row.head_name as string,
    frozen: row.frozen as HouseholdToExport['frozen'],
  }));
}

/** The bare records of one commune's round under one standard. */
export async function listRecordsUnder(
  db: Db,
  { communeId, year, standardId }: { communeId: number; year: number; standardId: string },
): Promise<StoredReviewRecord[]> {
  const answer = await sql<Record<string, unknown>>`
    select * from review_record
    where commune_id = ${communeId} and year = ${year} and standard_id = ${standardId}`.execute(db);
  return answer.rows.map(recordOfRow);
}

export async function listPopulationBase(
  db: Db,
  { communeId, year }: { communeId: number; year: number },
): Promise<PopulationBaseLine[]> {
  const answer = await sql<PopulationBaseLine>`
    select year, commune_id as "communeId", village_id as "villageId", households, persons,
      minority_households as "minorityHouseholds", minority_persons as "minorityPersons",
      local_minority_households as "localMinorityHouseholds", local_minority_persons as "localMinorityPersons",
      source, on_day as "onDay", demonstration, scope_path as "scopePath"
    from population_base where commune_id = ${communeId} and year = ${year} order by village_id`.execute(db);
  return answer.rows;
}

/** Communes under a path whose population base of a year is known though their round has not begun. */
export async function listCommunesWithBaseOnly(
  db: Db,
  { path, year }: { path: string; year: number },
): Promise<number[]> {
  const { from, to } = rangeOf(path);
  const answer = await sql<{ id: number }>`
    select distinct b.commune_id as id from population_base b
    where b.year = ${year} and b.scope_path >= ${from} and b.scope_path < ${to}
      and not exists (select 1 from review_round r where r.year = b.year and r.commune_id = b.commune_id)
    order by 1`.execute(db);
  return answer.rows.map((row) => row.id);
}
