import { sql } from 'kysely';
import type { Db } from '../platform/database/database.ts';

export type CopyRole = 'record' | 'signed';

export interface StoredCopy {
  readonly role: CopyRole;
  readonly ownerId: string;
  readonly hash: string;
  readonly name: string;
  readonly mediaType: string;
  readonly size: number;
  readonly madeAt: string;
  readonly madeBy: string;
}

export type CopyToPut = StoredCopy & { readonly documentId: string; readonly scopePath: string };

export const putCopy = (
  db: Db,
  documentId: string,
  copy: StoredCopy & { readonly scopePath: string },
): Promise<void> => putCopies(db, [{ ...copy, documentId }]);

export async function putCopies(db: Db, copies: readonly CopyToPut[]): Promise<void> {
  await sql`
    insert into document_copy (document_id, role, owner_id, hash, name, media_type, size, made_at, made_by, scope_path)
    select "documentId", role, "ownerId", hash, name, "mediaType", size, "madeAt", "madeBy", "scopePath"
    from jsonb_to_recordset(${JSON.stringify(copies)}::jsonb) as r ("documentId" uuid, role text, "ownerId" uuid, hash text,
      name text, "mediaType" text, size integer, "madeAt" timestamptz, "madeBy" text, "scopePath" text)
    on conflict (document_id, role) do update set owner_id = excluded.owner_id, hash = excluded.hash, name = excluded.name,
      media_type = excluded.media_type, size = excluded.size, made_at = excluded.made_at, made_by = excluded.made_by`.execute(
    db,
  );
}

/** How many of these documents have a copy of the role. */
export async function countCopies(db: Db, ids: readonly string[], role: CopyRole): Promise<number> {
  const answer = await sql<{ count: number }>`select count(*)::integer as count from document_copy
    where document_id = any(${[...ids]}::uuid[]) and role = ${role}`.execute(db);
  return answer.rows[0]?.count ?? 0;
}

export async function listCopies(db: Db, documentId: string): Promise<StoredCopy[]> {
  const answer = await sql<StoredCopy>`
    select role, owner_id as "ownerId", hash, name, media_type as "mediaType", size, made_at as "madeAt", made_by as "madeBy"
    from document_copy where document_id = ${documentId}::uuid order by role`.execute(db);
  return answer.rows;
}

export interface StoredEvent {
  readonly act: string;
  readonly at: string;
  readonly actor: string;
  readonly note: string | null;
}

export type EventToAdd = StoredEvent & { readonly documentId: string; readonly scopePath: string };

/** At most one event of a document at a time. */
export async function addEvents(db: Db, events: readonly EventToAdd[]): Promise<void> {
  await sql`
    insert into document_event (document_id, number, act, at, actor, note, scope_path)
    select r."documentId", coalesce((select max(e.number) from document_event e where e.document_id = r."documentId"), 0) + 1,
      r.act, r.at, r.actor, r.note, r."scopePath"
    from jsonb_to_recordset(${JSON.stringify(events)}::jsonb) as r ("documentId" uuid, act text, at timestamptz,
      actor text, note text, "scopePath" text)`.execute(db);
}

export async function listEvents(db: Db, documentId: string): Promise<StoredEvent[]> {
  const answer = await sql<StoredEvent>`
    select act, at, actor, note from document_event where document_id = ${documentId}::uuid order by number`.execute(
    db,
  );
  return answer.rows;
}
