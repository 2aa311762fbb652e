import { sql } from 'kysely';
import { rangeOf } from '../platform/database/area-scope.ts';
import type { Db } from '../platform/database/database.ts';
import type { StoredDocument } from './document.store.ts';

/** A scan that waits to be confirmed; its bytes are a file of the batch. */
export interface StoredScan {
  readonly batchId: string;
  readonly id: string;
  readonly fileName: string;
  readonly hash: string;
  readonly mediaType: string;
  readonly size: number;
  readonly broughtBy: string;
  readonly broughtAt: string;
  readonly scopePath: string;
}

export async function insertScan(db: Db, one: StoredScan): Promise<void> {
  await sql`insert into document_scan (batch_id, id, file_name, hash, media_type, size, brought_by, brought_at, scope_path)
    values (${one.batchId}::uuid, ${one.id}::uuid, ${one.fileName}, ${one.hash}, ${one.mediaType}, ${one.size},
      ${one.broughtBy}, ${one.broughtAt}::timestamptz, ${one.scopePath})`.execute(db);
}

/** The scans of a batch that this person brought, held until the transaction ends. */
export async function lockScans(db: Db, batchId: string, broughtBy: string): Promise<StoredScan[]> {
  const answer = await sql<StoredScan>`select batch_id as "batchId", id, file_name as "fileName", hash,
      media_type as "mediaType", size, brought_by as "broughtBy", brought_at as "broughtAt", scope_path as "scopePath"
    from document_scan where batch_id = ${batchId}::uuid and brought_by = ${broughtBy} order by id for update`.execute(
    db,
  );
  return answer.rows;
}

/** The rows of a batch go; of its files stay those that became a signed copy. */
export async function removeScans(db: Db, batchIds: readonly string[]): Promise<void> {
  const ids = sql`${[...batchIds]}::uuid[]`;
  await sql`delete from document_scan where batch_id = any(${ids})`.execute(db);
  for (const table of ['stored_file_part', 'stored_file'])
    await sql`delete from ${sql.table(table)} f where f.owner_id = any(${ids})
      and not exists (select 1 from document_copy c where c.owner_id = f.owner_id and c.hash = f.hash)`.execute(
      db,
    );
}

/** A scan is seen where its paper is seen. */
export async function moveScanFiles(
  db: Db,
  batchId: string,
  files: readonly { readonly hash: string; readonly scopePath: string }[],
): Promise<void> {
  for (const table of ['stored_file', 'stored_file_part'])
    await sql`update ${sql.table(table)} f set scope_path = r."scopePath"
      from jsonb_to_recordset(${JSON.stringify(files)}::jsonb) as r (hash text, "scopePath" text)
      where f.owner_id = ${batchId}::uuid and f.hash = r.hash`.execute(db);
}

/** Batches of an area that nobody confirmed in time. */
export async function listForgottenBatches(db: Db, path: string, before: string): Promise<string[]> {
  const { from, to } = rangeOf(path);
  const answer = await sql<{ id: string }>`select distinct batch_id as id from document_scan
    where scope_path >= ${from} and scope_path < ${to} and brought_at < ${before}::timestamptz`.execute(db);
  return answer.rows.map(({ id }) => id);
}

export interface PaperToScan {
  readonly id: string;
  readonly code: string;
  readonly number: number;
  readonly symbol: string;
  readonly year: number;
  readonly title: string;
  readonly day: string;
  readonly state: 'numbered' | 'signed';
}

/** Papers of an area that may take a signed copy and bear one of these codes, or this number. */
export async function listPapersToScan(
  db: Db,
  {
    path,
    codes,
    number,
  }: { readonly path: string; readonly codes: readonly string[]; readonly number: number | null },
): Promise<PaperToScan[]> {
  const { from, to } = rangeOf(path);
  const answer = await sql<PaperToScan>`select id, code, number, symbol, year, title, day, state from document
    where scope_path >= ${from} and scope_path < ${to} and state in ('numbered', 'signed') and number is not null
      and (code = any(${[...codes]}::text[]) or number = ${number})
    order by year desc, id limit 200`.execute(db);
  return answer.rows;
}

/** Papers in sight that bear one of these codes. */
export async function listPapersWithCodes(
  db: Db,
  codes: readonly string[],
): Promise<Pick<StoredDocument, 'id' | 'kind' | 'number' | 'symbol'>[]> {
  if (codes.length === 0) return [];
  const answer = await sql<Pick<StoredDocument, 'id' | 'kind' | 'number' | 'symbol'>>`
    select id, kind, number, symbol from document where code = any(${[...codes]}::text[]) and number is not null`.execute(
    db,
  );
  return answer.rows;
}
