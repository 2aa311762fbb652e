import type { CellCorrection } from '@benvung/domain/exchange/correct-cells';
import type { ColumnKey } from '@benvung/domain/exchange/exchange-columns';
import type { ExchangeIssue } from '@benvung/domain/exchange/exchange-issue';
import type { Problem } from '@benvung/domain/shared/result';
import { sql } from 'kysely';
import type { Db } from '../../platform/database/database.ts';
import type { FoundEncoding } from '../detect-encoding.ts';
import type { ImportReport } from '../import-report.ts';
import type { MatchDecision } from '../match-known.ts';

export type BatchState =
  | 'waiting'
  | 'checking'
  | 'refused'
  | 'checked'
  | 'publishing'
  | 'published'
  | 'undone'
  | 'discarded';

/** By folded header: a column, the place of an indicator, or nothing. */
export type PairedColumns = Readonly<Record<string, ColumnKey | number | null>>;

export interface BatchOptions {
  readonly opening: boolean;
  readonly encoding: FoundEncoding['encoding'] | null;
  readonly sheets: readonly string[] | null;
  readonly columns: PairedColumns;
  readonly corrections: readonly CellCorrection[];
  /** Absent in batches of before. */
  readonly matches?: readonly MatchDecision[];
}

export interface InspectedSheet {
  readonly name: string;
  readonly fingerprint: string;
  readonly headers: readonly {
    readonly header: string;
    readonly column: number;
    readonly meaning: ColumnKey | number | null;
  }[];
}

export interface Inspection {
  readonly sheets: readonly InspectedSheet[];
  readonly sheetNames: readonly string[];
  readonly encoding: FoundEncoding | null;
  /** How many corrections and decisions this reading knew. */
  readonly corrections: number;
}

export type BatchReport = Omit<ImportReport, 'issues'>;

export interface StoredBatch {
  readonly id: string;
  readonly kind: 'list' | 'comparison';
  readonly accountId: string | null;
  readonly actor: string;
  readonly unitId: number;
  readonly unitName: string;
  readonly year: number;
  readonly scopePath: string;
  readonly fileName: string;
  readonly fileBytes: number;
  readonly state: BatchState;
  readonly options: BatchOptions;
  readonly inspection: Inspection | null;
  readonly report: BatchReport | null;
  readonly problem: Problem<never> | null;
  readonly jobId: string | null;
  readonly createdAt: string;
  readonly publishedAt: string | null;
  readonly endedBy: string | null;
  readonly endedAt: string | null;
  readonly version: number;
}

const SELECTED = sql`id, kind, account_id as "accountId", actor, unit_id as "unitId", unit_name as "unitName", year,
  scope_path as "scopePath", file_name as "fileName", file_bytes as "fileBytes", state, options, inspection, report,
  problem, job_id as "jobId", created_at as "createdAt", published_at as "publishedAt", ended_by as "endedBy",
  ended_at as "endedAt", version`;

export interface BatchToAdd
  extends Pick<
    StoredBatch,
    | 'id'
    | 'kind'
    | 'accountId'
    | 'actor'
    | 'unitId'
    | 'unitName'
    | 'year'
    | 'scopePath'
    | 'fileName'
    | 'options'
  > {
  readonly size: number;
  readonly fileHash: string;
  readonly at: string;
}

export async function insertBatch(db: Db, batch: BatchToAdd): Promise<void> {
  await sql`insert into exchange_batch (id, kind, account_id, actor, unit_id, unit_name, year, scope_path, file_name,
      file_bytes, file_hash, state, options, created_at, updated_at, version)
    values (${batch.id}::uuid, ${batch.kind}, ${batch.accountId}::uuid, ${batch.actor}, ${batch.unitId}, ${batch.unitName},
      ${batch.year}, ${batch.scopePath}, ${batch.fileName}, ${batch.size}, ${batch.fileHash}, 'waiting',
      ${JSON.stringify(batch.options)}::jsonb, ${batch.at}::timestamptz, ${batch.at}::timestamptz, 1)`.execute(
    db,
  );
}

export async function findBatch(db: Db, id: string): Promise<StoredBatch | undefined> {
  const answer =
    await sql<StoredBatch>`select ${SELECTED} from exchange_batch where id = ${id}::uuid`.execute(db);
  return answer.rows[0];
}

export async function lockBatch(db: Db, id: string): Promise<StoredBatch | undefined> {
  const answer = await sql<StoredBatch>`select ${SELECTED} from exchange_batch
    where id = ${id}::uuid for update`.execute(db);
  return answer.rows[0];
}

export async function listBatches(
  db: Db,
  kind: StoredBatch['kind'],
  { page, pageSize }: { page: number; pageSize: number },
): Promise<{ batches: StoredBatch[]; total: number }> {
  const answer = await sql<StoredBatch>`select ${SELECTED} from exchange_batch where kind = ${kind}
    order by created_at desc, id desc limit ${pageSize} offset ${(page - 1) * pageSize}`.execute(db);
  const count = await sql<{ count: number }>`select count(*) as count from exchange_batch
    where kind = ${kind}`.execute(db);
  return { batches: answer.rows, total: Number(count.rows[0]?.count ?? 0) };
}

export interface BatchChange {
  readonly state?: BatchState;
  readonly options?: BatchOptions;
  readonly inspection?: Inspection | null;
  readonly report?: BatchReport | null;
  readonly problem?: unknown;
  readonly jobId?: string | null;
  readonly before?: unknown;
  readonly publishedAt?: string;
  readonly ended?: { readonly by: string; readonly at: string };
}

const json = (value: unknown) => sql`${value === null ? null : JSON.stringify(value)}::jsonb`;

export async function changeBatch(db: Db, id: string, change: BatchChange, at: string): Promise<void> {
  const sets = [sql`updated_at = ${at}::timestamptz`, sql`version = version + 1`];
  if (change.state !== undefined) sets.push(sql`state = ${change.state}`);
  if (change.options !== undefined) sets.push(sql`options = ${json(change.options)}`);
  if (change.inspection !== undefined) sets.push(sql`inspection = ${json(change.inspection)}`);
  if (change.report !== undefined) sets.push(sql`report = ${json(change.report)}`);
  if (change.problem !== undefined) sets.push(sql`problem = ${json(change.problem)}`);
  if (change.jobId !== undefined) sets.push(sql`job_id = ${change.jobId}::uuid`);
  if (change.before !== undefined) sets.push(sql`before = ${json(change.before)}`);
  if (change.publishedAt !== undefined) sets.push(sql`published_at = ${change.publishedAt}::timestamptz`);
  if (change.ended !== undefined)
    sets.push(sql`ended_by = ${change.ended.by}`, sql`ended_at = ${change.ended.at}::timestamptz`);
  await sql`update exchange_batch set ${sql.join(sets)} where id = ${id}::uuid`.execute(db);
}

const ISSUES_A_STATEMENT = 1_000;

/** The messages of the last check in place of those before. */
export async function replaceIssues(
  db: Db,
  batch: Pick<StoredBatch, 'id' | 'scopePath'>,
  issues: readonly ExchangeIssue[],
): Promise<void> {
  await sql`delete from exchange_issue where batch_id = ${batch.id}::uuid`.execute(db);
  const rows = issues.map((issue, number) => ({
    batch_id: batch.id,
    number,
    severity: issue.severity,
    at: issue.at,
    code: issue.code,
    column_label: issue.detail.column ?? null,
    value: issue.detail.value ?? null,
    detail: issue.detail,
    scope_path: batch.scopePath,
  }));
  for (let from = 0; from < rows.length; from += ISSUES_A_STATEMENT)
    await sql`insert into exchange_issue select * from jsonb_populate_recordset(null::exchange_issue,
      ${JSON.stringify(rows.slice(from, from + ISSUES_A_STATEMENT))}::jsonb)`.execute(db);
}

export interface StoredIssue extends ExchangeIssue {
  readonly number: number;
  /** How many cells of the column hold the same and are told the same. */
  readonly equal: number;
}

export async function listIssues(
  db: Db,
  batchId: string,
  { from, count }: { from: number; count: number },
): Promise<{ issues: StoredIssue[]; total: number }> {
  const answer = await sql<StoredIssue & { total: number }>`
    select number, severity, at, code, detail, equal, total from (
      select i.*, count(*) over (partition by code, column_label, value) as equal, count(*) over () as total
      from exchange_issue i where batch_id = ${batchId}::uuid) counted
    order by number limit ${count} offset ${from}`.execute(db);
  return {
    issues: answer.rows.map(({ total: _total, ...issue }) => ({ ...issue, equal: Number(issue.equal) })),
    total: Number(answer.rows[0]?.total ?? 0),
  };
}

/** Every message of a batch, for a file that carries them. */
export async function listAllIssues(db: Db, batchId: string): Promise<ExchangeIssue[]> {
  const answer = await sql<ExchangeIssue>`select severity, at, code, detail from exchange_issue
    where batch_id = ${batchId}::uuid order by number`.execute(db);
  return answer.rows;
}

export async function listPairings(db: Db, unitId: number): Promise<Map<string, PairedColumns>> {
  const answer = await sql<{ fingerprint: string; columns: PairedColumns }>`
    select fingerprint, columns from exchange_pairing where unit_id = ${unitId}`.execute(db);
  return new Map(answer.rows.map(({ fingerprint, columns }) => [fingerprint, columns]));
}

export async function putPairing(
  db: Db,
  pairing: {
    readonly unitId: number;
    readonly scopePath: string;
    readonly fingerprint: string;
    readonly columns: PairedColumns;
    readonly at: string;
  },
): Promise<void> {
  await sql`insert into exchange_pairing (unit_id, fingerprint, columns, updated_at, scope_path)
    values (${pairing.unitId}, ${pairing.fingerprint}, ${JSON.stringify(pairing.columns)}::jsonb,
      ${pairing.at}::timestamptz, ${pairing.scopePath})
    on conflict on constraint exchange_pairing_pk do update set columns = excluded.columns,
      updated_at = excluded.updated_at, scope_path = excluded.scope_path`.execute(db);
}
