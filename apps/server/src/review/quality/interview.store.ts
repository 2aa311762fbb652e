import { sql } from 'kysely';
import type { Db } from '../../platform/database/database.ts';

/** How one household was asked in a year. */
export interface StoredInterview {
  readonly originCommuneId: number;
  readonly householdId: string;
  readonly year: number;
  readonly roundId: string;
  readonly enumeratorAccount: string | null;
  readonly enumerator: string | null;
  readonly startedAt: string | null;
  readonly endedAt: string | null;
  readonly latitude: number | null;
  readonly longitude: number | null;
  readonly fingerprint: string | null;
  readonly answers: number;
  readonly unknown: number;
  readonly recordedOn: string;
  readonly scopePath: string;
}

export async function putInterview(db: Db, one: StoredInterview): Promise<void> {
  await sql`insert into review_interview (origin_commune_id, household_id, year, round_id, enumerator_account,
      enumerator, started_at, ended_at, latitude, longitude, fingerprint, answers, unknown, recorded_on, scope_path)
    values (${one.originCommuneId}, ${one.householdId}::uuid, ${one.year}, ${one.roundId}::uuid,
      ${one.enumeratorAccount}::uuid, ${one.enumerator}, ${one.startedAt}, ${one.endedAt}, ${one.latitude},
      ${one.longitude}, ${one.fingerprint}, ${one.answers}, ${one.unknown}, ${one.recordedOn}::date, ${one.scopePath})
    on conflict on constraint review_interview_pk do update set round_id = excluded.round_id,
      enumerator_account = excluded.enumerator_account, enumerator = excluded.enumerator,
      started_at = excluded.started_at, ended_at = excluded.ended_at, latitude = excluded.latitude,
      longitude = excluded.longitude, fingerprint = excluded.fingerprint, answers = excluded.answers,
      unknown = excluded.unknown, recorded_on = excluded.recorded_on, scope_path = excluded.scope_path`.execute(
    db,
  );
}

export async function findInterview(
  db: Db,
  key: Pick<StoredInterview, 'originCommuneId' | 'householdId' | 'year'>,
): Promise<StoredInterview | undefined> {
  const answer = await sql<StoredInterview>`select origin_commune_id as "originCommuneId",
      household_id as "householdId", year, round_id as "roundId", enumerator_account as "enumeratorAccount",
      enumerator, started_at as "startedAt", ended_at as "endedAt", latitude, longitude, fingerprint, answers, unknown,
      recorded_on as "recordedOn", scope_path as "scopePath"
    from review_interview where origin_commune_id = ${key.originCommuneId}
      and household_id = ${key.householdId}::uuid and year = ${key.year}`.execute(db);
  return answer.rows[0];
}

export interface Surveyed {
  readonly originCommuneId: number;
  readonly householdId: string;
  readonly villageId: number;
  readonly scopePath: string;
  readonly persons: number;
}

/** Households of a round that have a result, village by village. */
export async function listSurveyed(
  db: Db,
  { id, standardId }: { readonly id: string; readonly standardId: string },
): Promise<Surveyed[]> {
  const answer = await sql<Surveyed>`select r.origin_commune_id as "originCommuneId",
      r.household_id as "householdId", h.village_id as "villageId", h.scope_path as "scopePath",
      coalesce(r.persons, 1) as persons
    from review_record r
    join household h on h.origin_commune_id = r.origin_commune_id and h.id = r.household_id
    where r.round_id = ${id}::uuid and r.standard_id = ${standardId} and r.final_class is not null
    order by h.village_id, r.household_id`.execute(db);
  return answer.rows;
}
