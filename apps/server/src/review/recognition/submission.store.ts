import type { Signatory } from '@benvung/domain/document/document-frame';
import { sql } from 'kysely';
import { rangeOf } from '../../platform/database/area-scope.ts';
import type { Db } from '../../platform/database/database.ts';

export interface StoredSubmission {
  readonly originCommuneId: number;
  readonly id: string;
  readonly roundId: string;
  readonly year: number;
  readonly number: string | null;
  readonly submittedOn: string;
  readonly submittedBy: string;
  readonly dueOn: string;
  readonly provisional: boolean;
  readonly superior: string;
  /** The tables as they were sent. */
  readonly content: Readonly<Record<string, unknown>>;
  readonly contentHash: string;
  readonly state: 'submitted' | 'answered' | 'recalled';
  readonly opinion: string | null;
  readonly opinionNumber: string | null;
  readonly opinionBy: string | null;
  readonly opinionOn: string | null;
  /** Who signs the submission, and who signed the opinion on it. */
  readonly signatory: Signatory | null;
  readonly opinionSignatory: Signatory | null;
  readonly documentId: string | null;
  readonly opinionDocumentId: string | null;
  readonly version: number;
  readonly scopePath: string;
}

const COLUMNS = [
  ['origin_commune_id', 'originCommuneId'],
  ['id', 'id'],
  ['round_id', 'roundId'],
  ['year', 'year'],
  ['number', 'number'],
  ['submitted_on', 'submittedOn'],
  ['submitted_by', 'submittedBy'],
  ['due_on', 'dueOn'],
  ['provisional', 'provisional'],
  ['superior', 'superior'],
  ['content', 'content'],
  ['content_hash', 'contentHash'],
  ['state', 'state'],
  ['opinion', 'opinion'],
  ['opinion_number', 'opinionNumber'],
  ['opinion_by', 'opinionBy'],
  ['opinion_on', 'opinionOn'],
  ['signatory', 'signatory'],
  ['opinion_signatory', 'opinionSignatory'],
  ['document_id', 'documentId'],
  ['opinion_document_id', 'opinionDocumentId'],
  ['version', 'version'],
  ['scope_path', 'scopePath'],
] as const satisfies readonly (readonly [string, keyof StoredSubmission])[];

const SELECTED = sql.join(COLUMNS.map(([column, name]) => sql`s.${sql.ref(column)} as ${sql.ref(name)}`));

export async function putSubmission(db: Db, submission: StoredSubmission): Promise<void> {
  const row = Object.fromEntries(COLUMNS.map(([column, name]) => [column, submission[name]]));
  const columns = sql.join(COLUMNS.map(([column]) => sql.ref(column)));
  const changes = sql.join(
    COLUMNS.slice(2).map(([column]) => sql`${sql.ref(column)} = ${sql.ref(`excluded.${column}`)}`),
  );
  await sql`insert into review_submission (${columns})
    select ${columns} from jsonb_populate_record(null::review_submission, ${JSON.stringify(row)}::jsonb)
    on conflict on constraint review_submission_pk do update set ${changes}`.execute(db);
}

export async function findSubmission(db: Db, id: string): Promise<StoredSubmission | undefined> {
  const answer =
    await sql<StoredSubmission>`select ${SELECTED} from review_submission s where s.id = ${id}::uuid`.execute(
      db,
    );
  return answer.rows[0];
}

export async function lockSubmission(
  db: Db,
  { originCommuneId, id }: Pick<StoredSubmission, 'originCommuneId' | 'id'>,
): Promise<StoredSubmission | undefined> {
  const answer = await sql<StoredSubmission>`select ${SELECTED} from review_submission s
    where s.origin_commune_id = ${originCommuneId} and s.id = ${id}::uuid for update`.execute(db);
  return answer.rows[0];
}

/** Submissions under a path in a year, those that wait for an answer first, then by the day they are due. */
export async function listSubmissionsUnder(db: Db, year: number, path: string): Promise<StoredSubmission[]> {
  const { from, to } = rangeOf(path);
  const answer = await sql<StoredSubmission>`select ${SELECTED} from review_submission s
    where s.year = ${year} and s.scope_path >= ${from} and s.scope_path < ${to}
    order by (s.state <> 'submitted'), s.due_on, s.id limit 1000`.execute(db);
  return answer.rows;
}

export interface SubmittedCase {
  readonly caseId: string;
  readonly class: string;
  readonly answer: 'clear' | 'return' | null;
  readonly reason: string | null;
}

export async function putSubmittedCases(
  db: Db,
  { originCommuneId, id, scopePath }: StoredSubmission,
  cases: readonly SubmittedCase[],
): Promise<void> {
  const rows = cases.map((one) => ({
    origin_commune_id: originCommuneId,
    submission_id: id,
    case_id: one.caseId,
    class: one.class,
    answer: one.answer,
    reason: one.reason,
    scope_path: scopePath,
  }));
  await sql`insert into review_submission_case
    select * from jsonb_populate_recordset(null::review_submission_case, ${JSON.stringify(rows)}::jsonb)
    on conflict on constraint review_submission_case_pk do update set answer = excluded.answer, reason = excluded.reason`.execute(
    db,
  );
}

export async function listSubmittedCases(
  db: Db,
  { originCommuneId, id }: Pick<StoredSubmission, 'originCommuneId' | 'id'>,
): Promise<SubmittedCase[]> {
  const answer =
    await sql<SubmittedCase>`select case_id as "caseId", class, answer, reason from review_submission_case
    where origin_commune_id = ${originCommuneId} and submission_id = ${id}::uuid`.execute(db);
  return answer.rows;
}
