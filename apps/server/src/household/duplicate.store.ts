import type { DuplicateEvidence } from '@benvung/domain/household/duplicates';
import { sql } from 'kysely';
import { rangeOf } from '../platform/database/area-scope.ts';
import type { Db } from '../platform/database/database.ts';

export type DuplicateState = 'proposed' | 'dismissed' | 'merged';

/** A pair under its first household, the one of the smaller id. */
export interface StoredDuplicate {
  readonly originCommuneId: number;
  readonly householdId: string;
  readonly otherId: string;
  readonly otherOrigin: number;
  readonly scopePath: string;
  readonly kind: 'household' | 'person';
  readonly score: number;
  readonly evidence: readonly DuplicateEvidence[];
  readonly state: DuplicateState;
  readonly version: number;
  readonly foundAt: string;
  readonly decidedAt: string | null;
  readonly decidedBy: string | null;
  readonly reason: string | null;
  readonly decidedScore: number | null;
}

const COLUMNS = sql`d.origin_commune_id as "originCommuneId", d.household_id as "householdId", d.other_id as "otherId",
  d.other_origin as "otherOrigin", d.scope_path as "scopePath", d.kind, d.score, d.evidence, d.state, d.version,
  d.found_at as "foundAt", d.decided_at as "decidedAt", d.decided_by as "decidedBy", d.reason,
  d.decided_score as "decidedScore"`;

export async function findDuplicate(
  db: Db,
  one: string,
  other: string,
): Promise<StoredDuplicate | undefined> {
  const [first, second] = one < other ? [one, other] : [other, one];
  const answer = await sql<StoredDuplicate>`select ${COLUMNS} from household_duplicate d
    where d.other_id = ${second}::uuid and d.household_id = ${first}::uuid`.execute(db);
  return answer.rows[0];
}

export async function listDuplicates(
  db: Db,
  { path, state }: { readonly path: string; readonly state: DuplicateState },
  { offset, limit }: { readonly offset: number; readonly limit: number },
): Promise<StoredDuplicate[]> {
  const { from, to } = rangeOf(path);
  const answer = await sql<StoredDuplicate>`select ${COLUMNS} from household_duplicate d
    where d.scope_path >= ${from} and d.scope_path < ${to} and d.state = ${state}
    order by d.score desc, d.household_id, d.other_id limit ${limit} offset ${offset}`.execute(db);
  return answer.rows;
}

export async function countDuplicates(db: Db, path: string): Promise<Record<DuplicateState, number>> {
  const { from, to } = rangeOf(path);
  const answer = await sql<{ state: DuplicateState; count: number }>`
    select d.state, count(*) as count from household_duplicate d
    where d.scope_path >= ${from} and d.scope_path < ${to} group by d.state`.execute(db);
  const counts = { proposed: 0, dismissed: 0, merged: 0 };
  for (const { state, count } of answer.rows) counts[state] = Number(count);
  return counts;
}

/** The pairs already known among these, to be decided over. */
export async function listKnownPairs(db: Db, householdIds: readonly string[]): Promise<StoredDuplicate[]> {
  if (householdIds.length === 0) return [];
  const ids = [...householdIds];
  const answer = await sql<StoredDuplicate>`select ${COLUMNS} from household_duplicate d
    where d.household_id = any(${ids}::uuid[]) or d.other_id = any(${ids}::uuid[])`.execute(db);
  return answer.rows;
}

export async function putDuplicates(db: Db, pairs: readonly StoredDuplicate[]): Promise<void> {
  if (pairs.length === 0) return;
  const rows = pairs.map((pair) => ({
    origin_commune_id: pair.originCommuneId,
    household_id: pair.householdId,
    other_id: pair.otherId,
    other_origin: pair.otherOrigin,
    scope_path: pair.scopePath,
    kind: pair.kind,
    score: pair.score,
    evidence: pair.evidence,
    state: pair.state,
    version: pair.version,
    found_at: pair.foundAt,
    decided_at: pair.decidedAt,
    decided_by: pair.decidedBy,
    reason: pair.reason,
    decided_score: pair.decidedScore,
  }));
  await sql`insert into household_duplicate
    select * from jsonb_populate_recordset(null::household_duplicate, ${JSON.stringify(rows)}::jsonb)
    on conflict on constraint household_duplicate_pk do update set other_origin = excluded.other_origin,
      scope_path = excluded.scope_path, kind = excluded.kind, score = excluded.score, evidence = excluded.evidence,
      state = excluded.state, version = excluded.version, found_at = excluded.found_at,
      decided_at = excluded.decided_at, decided_by = excluded.decided_by, reason = excluded.reason,
      decided_score = excluded.decided_score`.execute(db);
}

/** Proposals that no longer hold; what a person decided stays. */
export async function dropProposals(db: Db, pairs: readonly StoredDuplicate[]): Promise<void> {
  if (pairs.length === 0) return;
  await sql`delete from household_duplicate d using unnest(
      ${pairs.map((pair) => pair.originCommuneId)}::bigint[], ${pairs.map((pair) => pair.householdId)}::uuid[],
      ${pairs.map((pair) => pair.otherId)}::uuid[]) as k (origin_commune_id, household_id, other_id)
    where d.origin_commune_id = k.origin_commune_id and d.household_id = k.household_id
      and d.other_id = k.other_id and d.state = 'proposed'`.execute(db);
}

/** Proposals of a unit that a whole search did not find again. */
export async function dropUnfound(db: Db, path: string, before: string): Promise<void> {
  const { from, to } = rangeOf(path);
  await sql`delete from household_duplicate d where d.scope_path >= ${from} and d.scope_path < ${to}
    and d.state = 'proposed' and d.found_at < ${before}::timestamptz`.execute(db);
}
