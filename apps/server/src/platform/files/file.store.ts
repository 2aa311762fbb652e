import { createHash } from 'node:crypto';
import { sql } from 'kysely';
import type { Db } from '../database/database.ts';

/** In the database, so that a file and the row that names it are kept, lost and backed up together. */
export interface FileToStore {
  /** What it belongs to. */
  readonly ownerId: string;
  readonly bytes: Uint8Array;
  readonly mediaType: string;
  readonly scopePath: string;
  /** ISO 8601. */
  readonly at: string;
}

const PART_BYTES = 262_144;

export const hashOf = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

/** Stores bytes under their SHA-256 and answers it; the same bytes of the same owner are stored once. */
export async function putFile(db: Db, file: FileToStore): Promise<string> {
  const hash = hashOf(file.bytes);
  const added = await sql`
    insert into stored_file (owner_id, hash, media_type, size, stored_at, scope_path)
    values (${file.ownerId}::uuid, ${hash}, ${file.mediaType}, ${file.bytes.length}, ${file.at}::timestamptz,
      ${file.scopePath}) on conflict (owner_id, hash) do nothing`.execute(db);
  if (Number(added.numAffectedRows ?? 0n) === 0) return hash;
  const bytes = Buffer.from(file.bytes.buffer, file.bytes.byteOffset, file.bytes.length);
  for (let from = 0; from === 0 || from < bytes.length; from += PART_BYTES)
    await sql`
      insert into stored_file_part (owner_id, hash, part, bytes, scope_path)
      values (${file.ownerId}::uuid, ${hash}, ${from / PART_BYTES},
        decode(${bytes.subarray(from, from + PART_BYTES).toString('base64')}, 'base64'), ${file.scopePath})`.execute(
      db,
    );
  return hash;
}

/** The bytes of a file; nothing when this owner has none of that hash. */
export async function readFile(
  db: Db,
  { ownerId, hash }: { ownerId: string; hash: string },
): Promise<Buffer | undefined> {
  const answer = await sql<{ bytes: string }>`
    select encode(bytes, 'base64') as bytes from stored_file_part
    where owner_id = ${ownerId}::uuid and hash = ${hash} order by part`.execute(db);
  if (answer.rows.length === 0) return undefined;
  return Buffer.concat(answer.rows.map(({ bytes }) => Buffer.from(bytes, 'base64')));
}
