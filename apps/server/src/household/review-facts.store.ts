import type { HouseholdFacts } from '@benvung/domain/household/household-facts';
import type { ReviewEvidence } from '@benvung/domain/standard/review-evidence';
import { sql } from 'kysely';
import { copyRow } from '../platform/database/copy-text.ts';
import type { BulkCopy, Db, Session } from '../platform/database/database.ts';

/** What a class was computed from, frozen with the round: later changes of the household do not touch it. */
export interface ReviewFacts {
  readonly originCommuneId: number;
  readonly householdId: string;
  readonly year: number;
  readonly scopePath: string;
  readonly facts: HouseholdFacts;
  readonly evidence: ReviewEvidence;
  readonly note: string | null;
}

export const REVIEW_FACTS_TABLE = {
  table: 'review_facts',
  columns: ['origin_commune_id', 'household_id', 'year', 'scope_path', 'facts'],
} as const satisfies BulkCopy;
const CHUNK = 2000;

export const reviewFactsCopyText = (each: ReviewFacts): string =>
  copyRow([
    each.originCommuneId,
    each.householdId,
    each.year,
    each.scopePath,
    JSON.stringify({ facts: each.facts, evidence: each.evidence, note: each.note }),
  ]);

/** Many new lines by `COPY` in the caller's transaction; their households must be written already. */
export async function writeReviewFacts(
  session: Session,
  lines: AsyncIterable<ReviewFacts> | Iterable<ReviewFacts>,
): Promise<number> {
  let waiting: string[] = [];
  let written = 0;
  for await (const line of lines) {
    waiting.push(reviewFactsCopyText(line));
    written += 1;
    if (waiting.length === CHUNK) {
      await session.copyIn(REVIEW_FACTS_TABLE, waiting);
      waiting = [];
    }
  }
  if (waiting.length > 0) await session.copyIn(REVIEW_FACTS_TABLE, waiting);
  return written;
}

/** Writes over what is stored for the same household and year. */
export async function putReviewFacts(db: Db, lines: readonly ReviewFacts[]): Promise<void> {
  if (lines.length === 0) return;
  const rows = lines.map(({ facts, evidence, note, ...key }) => ({
    origin_commune_id: key.originCommuneId,
    household_id: key.householdId,
    year: key.year,
    scope_path: key.scopePath,
    facts: { facts, evidence, note },
  }));
  await sql`insert into review_facts
    select * from jsonb_populate_recordset(null::review_facts, ${JSON.stringify(rows)}::jsonb)
    on conflict on constraint review_facts_pk do update
      set scope_path = excluded.scope_path, facts = excluded.facts`.execute(db);
}

/** What later totals rest on takes the place of the paper of before; a household without stored facts keeps none. */
export async function renewEvidence(
  db: Db,
  lines: readonly Pick<ReviewFacts, 'originCommuneId' | 'householdId' | 'year' | 'evidence'>[],
): Promise<void> {
  if (lines.length === 0) return;
  await sql`update review_facts f set facts = f.facts || jsonb_build_object('evidence', k.evidence)
    from unnest(${lines.map(({ originCommuneId }) => originCommuneId)}::bigint[],
      ${lines.map(({ householdId }) => householdId)}::uuid[], ${lines.map(({ year }) => year)}::integer[],
      ${lines.map(({ evidence }) => JSON.stringify(evidence))}::jsonb[]) as k (origin_commune_id, household_id, year, evidence)
    where f.origin_commune_id = k.origin_commune_id and f.household_id = k.household_id and f.year = k.year`.execute(
    db,
  );
}

export async function findReviewFacts(
  db: Db,
  key: { originCommuneId: number; householdId: string; year: number },
): Promise<Pick<ReviewFacts, 'facts' | 'evidence' | 'note'> | undefined> {
  const answer = await sql<{ facts: Pick<ReviewFacts, 'facts' | 'evidence' | 'note'> }>`
    select facts from review_facts where origin_commune_id = ${key.originCommuneId}
      and household_id = ${key.householdId}::uuid and year = ${key.year}`.execute(db);
  return answer.rows[0]?.facts;
}
