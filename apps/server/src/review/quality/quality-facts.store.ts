import type { SurveyedHousehold } from '@benvung/domain/review/quality/quality-check';
import type { HouseholdClass } from '@benvung/domain/standard/household-class';
import { sql } from 'kysely';
import type { Db } from '../../platform/database/database.ts';

type Round = { readonly id: string; readonly standardId: string };

interface FactRow extends Omit<SurveyedHousehold, 'assigned' | 'agreed' | 'place' | 'house'> {
  readonly scopePath: string;
  readonly latitude: number | null;
  readonly longitude: number | null;
  readonly houseLatitude: number | null;
  readonly houseLongitude: number | null;
}

/** Every household of a round that has a result, with what the checks look at: one reading for a commune. */
export async function listQualityFacts(db: Db, { id, standardId }: Round): Promise<FactRow[]> {
  const answer = await sql<FactRow>`
    select r.household_id as "householdId", h.village_id as "villageId", h.scope_path as "scopePath",
      coalesce(i.enumerator_account::text, i.enumerator) as enumerator, i.started_at as "startedAt",
      i.ended_at as "endedAt", i.latitude, i.longitude, h.latitude as "houseLatitude",
      h.longitude as "houseLongitude", i.fingerprint, i.answers, i.unknown,
      a.findings + jsonb_array_length(a.differences) as conflicts, r.persons, r.opening_persons as "personsBefore",
      r.income_score as "incomeScore", p.income_score as "incomeScoreBefore",
      r.deprivation_score as "deprivationScore", r.final_class as class, r.computed_class as computed
    from review_record r
    join household h on h.origin_commune_id = r.origin_commune_id and h.id = r.household_id
    left join review_interview i on i.origin_commune_id = r.origin_commune_id and i.household_id = r.household_id
      and i.year = r.year and i.round_id = r.round_id
    left join review_answers a on a.origin_commune_id = r.origin_commune_id and a.household_id = r.household_id
      and a.year = r.year and a.answers is not null
    left join review_record p on p.origin_commune_id = r.origin_commune_id and p.household_id = r.household_id
      and p.year = r.year - 1 and p.standard_id = r.standard_id
    where r.round_id = ${id}::uuid and r.standard_id = ${standardId} and r.final_class is not null
    order by h.village_id, r.household_id`.execute(db);
  return answer.rows;
}

/** What closed meetings of a round agreed on, the last one of each household. */
export async function listAgreedClasses(db: Db, roundId: string): Promise<Map<string, HouseholdClass>> {
  const answer = await sql<{ householdId: string; class: HouseholdClass }>`
    select c.household_id as "householdId", v.class
    from review_meeting m
    join review_meeting_vote v on v.origin_commune_id = m.origin_commune_id and v.meeting_id = m.id
    join review_case c on c.origin_commune_id = v.origin_commune_id and c.id = v.case_id
    where m.round_id = ${roundId}::uuid and m.state = 'closed' and v.outcome = 'agreed' and v.class is not null
    order by m.held_on, m.id`.execute(db);
  return new Map(answer.rows.map((row) => [row.householdId, row.class]));
}
