import { sql } from 'kysely';
import type { Db } from '../platform/database/database.ts';

/** What a document may be about, by the rounds of the demonstration. */
const ABOUT_A_ROUND = {
  case: 'review_case',
  meeting: 'review_meeting',
  posting: 'review_posting',
  grievance: 'review_grievance',
  submission: 'review_submission',
  decision: 'review_decision',
} as const;

/**
 * The papers of the demonstration with their files: those about its rounds, cases and households, and what its accounts
 * wrote. Numbers that no paper bears any more begin anew.
 */
export async function removeDocuments(db: Db): Promise<void> {
  const found = new Set<string>();
  const gather = async (where: ReturnType<typeof sql>) => {
    const { rows } = await sql<{ id: string }>`select id from document where ${where}`.execute(db);
    for (const { id } of rows) found.add(id);
  };
  const about = (kind: string, ids: ReturnType<typeof sql>) =>
    gather(
      sql`id in (select document_id from document_subject where kind = ${kind} and subject_id in (${ids}))`,
    );
  await gather(sql`created_by in (select username from account where demonstration)`);
  await about('round', sql`select id::text from review_round where demonstration`);
  await about('household', sql`select id::text from household where demonstration`);
  for (const [kind, table] of Object.entries(ABOUT_A_ROUND))
    await about(
      kind,
      sql`select id::text from ${sql.table(table)} where round_id in (select id from review_round where demonstration)`,
    );
  const ids = [...found];
  if (ids.length === 0) return;
  // One scan may belong to many papers: it stays while one of them does.
  const files = await sql<{ id: string }>`select distinct owner_id as id from document_copy c
    where document_id = any(${ids}::uuid[]) and not exists (select from document_copy other
      where other.owner_id = c.owner_id and other.document_id <> all(${ids}::uuid[]))`.execute(db);
  const owners = files.rows.map(({ id }) => id);
  for (const table of ['stored_file_part', 'stored_file'])
    await sql`delete from ${sql.table(table)} where owner_id = any(${owners}::uuid[])`.execute(db);
  for (const table of ['document_copy', 'document_subject', 'document_event', 'document_verification'])
    await sql`delete from ${sql.table(table)} where document_id = any(${ids}::uuid[])`.execute(db);
  await sql`delete from document where id = any(${ids}::uuid[])`.execute(db);
  await sql`delete from job where kind = 'document.store' and jsonb_exists_any(payload -> 'ids', ${ids}::text[])`.execute(
    db,
  );
  await sql`delete from document_signatory s where not exists (select from document d
    where d.unit_id = s.unit_id and d.series = s.series)`.execute(db);
  await sql`delete from document_series s where not exists (select from document d
    where d.unit_id = s.unit_id and d.series = s.series and d.type = s.type and d.year = s.year
      and d.number is not null)`.execute(db);
}
