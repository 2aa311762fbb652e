import { type RawBuilder, sql } from 'kysely';
import type { Db } from '../../platform/database/database.ts';

interface Forgettable {
  readonly originCommuneId: number;
  readonly id: string;
}

/** Closed before a day, with no review of that year or later, and not forgotten yet. */
const due = (before: string, not: string): RawBuilder<boolean> => sql<boolean>`h.ended_on < ${before}::date
  and h.head_name <> ${not}
  and not exists (select 1 from review_record r where r.origin_commune_id = h.origin_commune_id
    and r.household_id = h.id and r.year >= extract(year from ${before}::date))`;

export async function countForgettable(db: Db, before: string, not: string): Promise<number> {
  const answer = await sql<{ count: number }>`
    select count(*) as count from household h where ${due(before, not)}`.execute(db);
  return Number(answer.rows[0]?.count ?? 0);
}

export async function listForgettable(
  db: Db,
  before: string,
  { not, most }: { readonly not: string; readonly most: number },
): Promise<Forgettable[]> {
  const answer = await sql<Forgettable>`select h.origin_commune_id as "originCommuneId", h.id
    from household h where ${due(before, not)} order by h.origin_commune_id, h.id limit ${most}`.execute(db);
  return answer.rows;
}

interface Instead {
  readonly name: string;
  readonly searchKey: string;
  readonly sortKey: string;
  readonly at: string;
  readonly eventIds: readonly string[];
}

/** Persons who have moved on to another household are that household's, and stay. */
export async function forgetHouseholds(
  db: Db,
  households: readonly Forgettable[],
  { name, searchKey, sortKey, at, eventIds }: Instead,
): Promise<void> {
  if (households.length === 0) return;
  const keys = sql`unnest(${households.map((each) => each.originCommuneId)}::bigint[],
    ${households.map((each) => each.id)}::uuid[]) as k (origin_commune_id, id)`;
  await sql`update household h set head_name = ${name}, head_search_key = ${searchKey}, head_sort_key = ${sortKey},
      members_search_key = '', list_code = null, registration_number = null, phone = null, address = null, latitude = null, longitude = null,
      version = h.version + 1, updated_at = ${at}::timestamptz
    from ${keys} where h.origin_commune_id = k.origin_commune_id and h.id = k.id`.execute(db);
  await sql`update person p set full_name = ${name}, search_key = ${searchKey}, sort_key = ${sortKey},
      birth_date = null, ethnicity = null, identity_number = null, marital_status = null,
      education_finished = null, attending = null, vocational_certificate = null, labour_status = null,
      health_insurance = null, insurance_group = null, nutrition = null, disability_form = null,
      disability_degree = null, merit_group = null, monthly_allowance = null, untreated_illness = null,
      version = p.version + 1
    from ${keys} where p.origin_commune_id = k.origin_commune_id and p.household_id = k.id`.execute(db);
  await sql`delete from review_facts f using ${keys}
    where f.origin_commune_id = k.origin_commune_id and f.household_id = k.id`.execute(db);
  await sql`delete from household_duplicate d using ${keys}
    where (d.origin_commune_id = k.origin_commune_id and d.household_id = k.id) or d.other_id = k.id`.execute(
    db,
  );
  await sql`delete from household_merge m using ${keys}
    where (m.origin_commune_id = k.origin_commune_id and m.household_id = k.id) or m.from_id = k.id`.execute(
    db,
  );
  await sql`delete from review_answers a using ${keys}
    where a.origin_commune_id = k.origin_commune_id and a.household_id = k.id`.execute(db);
  await sql`delete from review_interview i using ${keys}
    where i.origin_commune_id = k.origin_commune_id and i.household_id = k.id`.execute(db);
  await sql`delete from review_finding f using ${keys} where f.household_id = k.id`.execute(db);
  await sql`delete from review_assignment a using ${keys} where a.household_id = k.id`.execute(db);
  await sql`delete from entry_draft d using ${keys} where d.household_id = k.id`.execute(db);
  await sql`delete from exchange_before b using ${keys} where b.household_id = k.id`.execute(db);
  await sql`delete from exchange_difference d using ${keys} where d.household_id = k.id`.execute(db);
  await sql`update review_match m set listed = m.listed || jsonb_build_object('headName', ${name}::text)
    where m.listed->>'householdId' = any(${households.map((each) => each.id)}::text[])`.execute(db);
  await sql`insert into household_event
      (origin_commune_id, household_id, id, on_day, at, kind, actor, detail, scope_path)
    select h.origin_commune_id, h.id, k.event_id, (${at}::timestamptz at time zone 'Asia/Ho_Chi_Minh')::date,
      ${at}::timestamptz, 'forgotten', 'retention', '{}'::jsonb, h.scope_path
    from unnest(${households.map((each) => each.originCommuneId)}::bigint[],
      ${households.map((each) => each.id)}::uuid[], ${[...eventIds]}::uuid[]) as k (origin_commune_id, id, event_id)
    join household h on h.origin_commune_id = k.origin_commune_id and h.id = k.id`.execute(db);
}
