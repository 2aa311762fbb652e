import type { Signatory } from '@benvung/domain/document/document-frame';
import { sql } from 'kysely';
import { rangeOf } from '../../platform/database/area-scope.ts';
import type { Db } from '../../platform/database/database.ts';

export const DECISION_LISTS = ['POOR', 'NEAR_POOR', 'POVERTY_EXIT', 'NEAR_POVERTY_EXIT', 'REFUSED'] as const;
export type DecisionList = (typeof DECISION_LISTS)[number];

export interface StoredDecision {
  readonly originCommuneId: number;
  readonly id: string;
  readonly roundId: string;
  readonly year: number;
  readonly number: string;
  readonly decidedOn: string;
  readonly signedBy: string;
  /** The signer's position and authority; null where they were not told. */
  readonly signatory: Signatory | null;
  readonly recordedBy: string;
  readonly counts: Readonly<Record<DecisionList, number>>;
  readonly contentHash: string;
  readonly documentId: string | null;
  readonly at: string;
  readonly scopePath: string;
}

export async function insertDecision(db: Db, decision: StoredDecision): Promise<void> {
  const row = {
    origin_commune_id: decision.originCommuneId,
    id: decision.id,
    round_id: decision.roundId,
    year: decision.year,
    number: decision.number,
    decided_on: decision.decidedOn,
    signed_by: decision.signedBy,
    signatory: decision.signatory,
    recorded_by: decision.recordedBy,
    counts: decision.counts,
    content_hash: decision.contentHash,
    document_id: decision.documentId,
    at: decision.at,
    scope_path: decision.scopePath,
  };
  await sql`insert into review_decision
    select * from jsonb_populate_record(null::review_decision, ${JSON.stringify(row)}::jsonb)`.execute(db);
}

const SELECTED = sql`d.origin_commune_id as "originCommuneId", d.id, d.round_id as "roundId", d.year, d.number,
  d.decided_on as "decidedOn", d.signed_by as "signedBy", d.signatory, d.recorded_by as "recordedBy", d.counts,
  d.content_hash as "contentHash", d.document_id as "documentId", to_json(d.at)#>>'{}' as at, d.scope_path as "scopePath"`;

export async function findDecision(db: Db, id: string): Promise<StoredDecision | undefined> {
  const answer =
    await sql<StoredDecision>`select ${SELECTED} from review_decision d where d.id = ${id}::uuid`.execute(db);
  return answer.rows[0];
}

/** Decisions under a path in a year, newest first. */
export async function listDecisionsUnder(db: Db, year: number, path: string): Promise<StoredDecision[]> {
  const { from, to } = rangeOf(path);
  const answer = await sql<StoredDecision>`select ${SELECTED} from review_decision d
    where d.year = ${year} and d.scope_path >= ${from} and d.scope_path < ${to}
    order by d.decided_on desc, d.id desc limit 1000`.execute(db);
  return answer.rows;
}

export interface DecisionLine {
  readonly caseId: string;
  readonly list: DecisionList;
  readonly position: number;
  readonly class: string;
  readonly reason: string | null;
  readonly scopePath: string;
}

export async function insertDecisionLines(
  db: Db,
  { originCommuneId, id }: StoredDecision,
  lines: readonly DecisionLine[],
): Promise<void> {
  if (lines.length === 0) return;
  const rows = lines.map((line) => ({
    origin_commune_id: originCommuneId,
    decision_id: id,
    case_id: line.caseId,
    list: line.list,
    position: line.position,
    class: line.class,
    reason: line.reason,
    scope_path: line.scopePath,
  }));
  await sql`insert into review_decision_line
    select * from jsonb_populate_recordset(null::review_decision_line, ${JSON.stringify(rows)}::jsonb)`.execute(
    db,
  );
}

/** The households of a decision's lists with what a list says of them. */
export interface ListedHousehold {
  readonly caseId: string;
  readonly list: DecisionList;
  readonly position: number;
  readonly class: string;
  readonly reason: string | null;
  readonly head: string;
  readonly villageId: number;
  readonly householdOrigin: number;
  readonly householdId: string;
  readonly scopePath: string;
}

export async function listDecisionHouseholds(
  db: Db,
  { originCommuneId, id }: Pick<StoredDecision, 'originCommuneId' | 'id'>,
): Promise<ListedHousehold[]> {
  const answer = await sql<ListedHousehold>`
    select l.case_id as "caseId", l.list, l.position, l.class, l.reason, c.head_name as head, c.village_id as "villageId",
      c.household_origin as "householdOrigin", c.household_id as "householdId", c.scope_path as "scopePath"
    from review_decision_line l
    join review_case c on c.origin_commune_id = l.origin_commune_id and c.id = l.case_id
    where l.origin_commune_id = ${originCommuneId} and l.decision_id = ${id}::uuid
    order by l.list, l.position`.execute(db);
  return answer.rows;
}
