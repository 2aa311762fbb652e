import { sql } from 'kysely';
import type { Db } from '../../platform/database/database.ts';

export interface FilePiece {
  readonly batchId: string;
  readonly part: number;
  readonly bytes: Buffer;
  readonly scopePath: string;
  readonly at: string;
}

/** Kept twice, it is the same piece: a file that is sent again after a stop. */
export async function putFilePiece(
  db: Db,
  { batchId, part, bytes, scopePath, at }: FilePiece,
): Promise<void> {
  await sql`insert into exchange_file (batch_id, part, bytes, scope_path, kept_at)
    values (${batchId}::uuid, ${part}, decode(${bytes.toString('base64')}, 'base64'), ${scopePath}, ${at}::timestamptz)
    on conflict on constraint exchange_file_pk do update set bytes = excluded.bytes, kept_at = excluded.kept_at`.execute(
    db,
  );
}

/** The file's bytes, piece by piece; nothing when its time was over. */
export async function* readBatchFile(db: Db, batchId: string): AsyncGenerator<Buffer> {
  const size = await sql<{ bytes: number }>`select file_bytes as bytes from exchange_batch
    where id = ${batchId}::uuid`.execute(db);
  let left = size.rows[0]?.bytes ?? 0;
  for (let part = 0; left > 0; part += 1) {
    const answer = await sql<{ bytes: string }>`select encode(bytes, 'base64') as bytes from exchange_file
      where batch_id = ${batchId}::uuid and part = ${part}`.execute(db);
    const found = answer.rows[0];
    if (found === undefined) return;
    const bytes = Buffer.from(found.bytes, 'base64');
    left -= bytes.length;
    yield bytes;
  }
}

export async function hasBatchFile(db: Db, batchId: string): Promise<boolean> {
  const answer = await sql<{ there: boolean }>`select exists (
    select from exchange_file where batch_id = ${batchId}::uuid) as there`.execute(db);
  return answer.rows[0]?.there === true;
}

export async function deleteOldFiles(db: Db, before: string): Promise<void> {
  await sql`delete from exchange_file where batch_id in (
    select id from exchange_batch where updated_at < ${before}::timestamptz)`.execute(db);
}

/** Pieces that no batch came to name: of one file, or of all that were kept before a moment. */
export async function deleteUnnamedFiles(
  db: Db,
  which: { readonly batchId: string } | { readonly before: string },
): Promise<void> {
  const chosen =
    'batchId' in which
      ? sql`f.batch_id = ${which.batchId}::uuid`
      : sql`f.kept_at < ${which.before}::timestamptz`;
  await sql`delete from exchange_file f where ${chosen}
    and not exists (select from exchange_batch b where b.id = f.batch_id)`.execute(db);
}
