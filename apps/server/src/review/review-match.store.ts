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

export async function listMatches(db: Db, year: number, communeId: number): Promise<StoredMatch[]> {
  const answer = await sql<StoredMatch>`select ${SELECTED} from review_match
    where year = ${year} and commune_id = ${communeId} order by certainty, id`.execute(db);
  return answer.rows;
}

const ofState = (state: 'undecided' | 'decided') =>
  state === 'undecided' ? sql`decision is null` : sql`decision is not null`;

/** One page of the matches that have a candidate: undecided ones the most certain first, decided ones newest first. */
export async function listMatchPage(
  db: Db,
  { year, communeId, state }: { year: number; communeId: number; state: 'undecided' | 'decided' },
  { offset, limit }: { offset: number; limit: number },
): Promise<(StoredMatch & { readonly hasUndo: boolean })[]> {
  const answer = await sql<StoredMatch & { readonly hasUndo: boolean }>`
    select ${SELECTED}, undo is not null as "hasUndo" from review_match
    where year = ${year} and commune_id = ${communeId} and certainty <> 'none' and ${ofState(state)}
    order by decided_at desc nulls last, certainty, id limit ${limit} offset ${offset}`.execute(db);
  return answer.rows;
}

export async function countMatches(
  db: Db,
  year: number,
  communeId: number,
): Promise<{ undecided: number; certain: number; same: number; different: number }> {
  const answer = await sql<Record<string, number>>`
    select count(*) filter (where decision is null) as undecided,
      count(*) filter (where decision is null and certainty = 'certain') as certain,
      count(*) filter (where decision = 'same') as same,
      count(*) filter (where decision = 'different') as different
    from review_match where year = ${year} and commune_id = ${communeId} and certainty <> 'none'`.execute(db);
  const row = answer.rows[0] ?? {};
  return {
    undecided: Number(row.undecided ?? 0),
    certain: Number(row.certain ?? 0),
    same: Number(row.same ?? 0),
    different: Number(row.different ?? 0),
  };
}

export async function findMatch(db: Db, id: string): Promise<StoredMatch | undefined> {
  const answer = await sql<StoredMatch>`select ${SELECTED} from review_match where id = ${id}::uuid`.execute(
    db,
  );
  return answer.rows[0];
}

export async function lockMatch(db: Db, id: string): Promise<StoredMatch | undefined> {
  const answer =
    await sql<StoredMatch>`select ${SELECTED} from review_match where id = ${id}::uuid for update`.execute(
      db,
    );
  return answer.rows[0];
}

/** Takes away undecided proposals that can no longer be decided. */
export async function deleteUndecided(db: Db, ids: readonly string[]): Promise<void> {
  if (ids.length === 0) return;
  await sql`delete from review_match where id = any(${[...ids]}::uuid[]) and decision is null`.execute(db);
}

/** The evidence of undecided proposals as it is seen now. */
export async function refreshMatches(db: Db, matches: readonly StoredMatch[]): Promise<void> {
  for (const { id, certainty, evidence } of matches)
    await sql`update review_match set certainty = ${certainty}, evidence = ${JSON.stringify(evidence)}::jsonb
      where id = ${id}::uuid and decision is null`.execute(db);
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
): Promise<{ originCommuneId: number; householdId: string; scopePath: string } | undefined> {
  const answer = await sql<{ originCommuneId: number; householdId: string; scopePath: string }>`
    select origin_commune_id as "originCommuneId", id as "householdId", scope_path as "scopePath" from household
    where id = ${householdId}::uuid`.execute(db);
  return answer.rows[0];
}

export async function writeDecision(
  db: Db,
  id: string,
  { decision, by, at, undo }: { decision: MatchDecision; by: string; at: string; undo: unknown },
): Promise<void> {
  await sql`update review_match set decision = ${decision}, decided_by = ${by}, decided_at = ${at}::timestamptz,
    undo = ${JSON.stringify(undo)}::jsonb where id = ${id}::uuid`.execute(db);
}

/** What stood before a decision; null when it can no longer be brought back. */
export async function findUndo(db: Db, id: string): Promise<unknown> {
  const answer = await sql<{ undo: unknown }>`select undo from review_match where id = ${id}::uuid`.execute(
    db,
  );
  return answer.rows[0]?.undo ?? null;
}

export async function clearDecision(db: Db, id: string): Promise<void> {
  await sql`update review_match set decision = null, decided_by = null, decided_at = null, undo = null
    where id = ${id}::uuid`.execute(db);
}

/** A round that was closed keeps no copies of what stood before its matches. */
export async function forgetUndo(
  db: Db,
  { year, communeId }: { year: number; communeId: number },
): Promise<void> {
  await sql`update review_match set undo = null where year = ${year} and commune_id = ${communeId}
    and undo is not null`.execute(db);
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
