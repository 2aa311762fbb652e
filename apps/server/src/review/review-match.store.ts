import type {
  HouseholdToMatch,
  MatchCertainty,
  MatchEvidence,
} from '@benvung/domain/review/match-households';
import { sql } from 'kysely';
import type { Db } from '../platform/database/database.ts';

/** `same`: it continues last year's household; `different`: it does not, and is new. */
export type MatchDecision = 'same' | 'different';

export interface StoredMatch {
  readonly id: string;
  readonly year: number;
  readonly communeId: number;
  /** This year's household, by its id. */
  readonly listed: { readonly householdId: string; readonly headName: string };
  readonly candidateHouseholdId: string | null;
  readonly certainty: MatchCertainty;
  readonly evidence: { readonly found: readonly MatchEvidence[]; readonly commonMembers: number };
  readonly decision: MatchDecision | null;
  readonly decidedBy: string | null;
  readonly scopePath: string;
}

const SELECTED = sql`id, year, commune_id as "communeId", listed, candidate_household_id as "candidateHouseholdId",
  certainty, evidence, decision, decided_by as "decidedBy", scope_path as "scopePath"`;

/** Matches that wait for a person; those without a candidate do not. */
export async function countUndecidedMatches(db: Db, year: number, communeId: number): Promise<number> {
  const answer = await sql<{ count: number }>`select count(*) as count from review_match
    where year = ${year} and commune_id = ${communeId} and decision is null and certainty <> 'none'`.execute(
    db,
  );
  return Number(answer.rows[0]?.count ?? 0);
}

export async function listMatches(db: Db, year: number, communeId: number): Promise<StoredMatch[]> {
  const answer = await sql<StoredMatch>`select ${SELECTED} from review_match
    where year = ${year} and commune_id = ${communeId} order by certainty, id`.execute(db);
  return answer.rows;
}

export async function lockMatch(db: Db, id: string): Promise<StoredMatch | undefined> {
  const answer =
    await sql<StoredMatch>`select ${SELECTED} from review_match where id = ${id}::uuid for update`.execute(
      db,
    );
  return answer.rows[0];
}

/** Puts new proposals in the place of those nobody has decided. */
export async function replaceUndecided(
  db: Db,
  { year, communeId }: { year: number; communeId: number },
  matches: readonly StoredMatch[],
): Promise<void> {
  await sql`delete from review_match where year = ${year} and commune_id = ${communeId} and decision is null`.execute(
    db,
  );
  await insertMatches(db, matches);
}

/** Adds proposals beside those that are there. */
export async function insertMatches(db: Db, matches: readonly StoredMatch[]): Promise<void> {
  if (matches.length === 0) return;
  const lines = matches.map((match) => ({
    id: match.id,
    year: match.year,
    commune_id: match.communeId,
    listed: match.listed,
    candidate_household_id: match.candidateHouseholdId,
    certainty: match.certainty,
    evidence: match.evidence,
    scope_path: match.scopePath,
  }));
  await sql`insert into review_match (id, year, commune_id, listed, candidate_household_id, certainty, evidence, scope_path)
    select id, year, commune_id, listed, candidate_household_id, certainty, evidence, scope_path
    from jsonb_populate_recordset(null::review_match, ${JSON.stringify(lines)}::jsonb)`.execute(db);
}

/** The key of a household a match proposes. */
export async function findCandidate(
  db: Db,
  householdId: string | null,
): Promise<{ originCommuneId: number; householdId: string } | undefined> {
  const answer = await sql<{ originCommuneId: number; householdId: string }>`
    select origin_commune_id as "originCommuneId", id as "householdId" from household
    where id = ${householdId}::uuid`.execute(db);
  return answer.rows[0];
}

export async function writeDecision(
  db: Db,
  id: string,
  { decision, by, at }: { decision: MatchDecision; by: string; at: string },
): Promise<void> {
  await sql`update review_match set decision = ${decision}, decided_by = ${by}, decided_at = ${at}::timestamptz
    where id = ${id}::uuid`.execute(db);
}

/** Heads and members of households as they stand, for comparing lists. */
export async function listHouseholdsToMatch(
  db: Db,
  householdIds: readonly string[],
): Promise<HouseholdToMatch[]> {
  const answer = await sql<HouseholdToMatch>`
    select h.id as key, h.head_name as "headName", head.identity_number as "headIdentityNumber",
      left(head.birth_date, 4)::integer as "headBirthYear", nullif(h.village_id, 0) as "villageId",
      coalesce((
        select jsonb_agg(jsonb_build_object('name', p.full_name, 'birthYear', left(p.birth_date, 4)::integer,
          'identityNumber', p.identity_number) order by p.id)
        from person p
        where p.origin_commune_id = h.origin_commune_id and p.household_id = h.id and p.left_on is null
      ), '[]'::jsonb) as members
    from household h
    left join person head on head.origin_commune_id = h.origin_commune_id and head.id = h.head_person_id
    where h.id = any(${householdIds}::uuid[]) order by h.id`.execute(db);
  return answer.rows;
}
