import { sql } from 'kysely';
import type { Db } from '../../platform/database/database.ts';

export type LawKind = 'working-calendar' | 'review-procedure' | 'duty-times' | 'programme-tree';

export interface LoadedLaw {
  readonly kind: LawKind;
  readonly name: string;
  readonly content: unknown;
  readonly contentHash: string;
  readonly loadedAt: string;
  readonly loadedBy: string;
}

export async function listLoadedLaw(db: Db, kind: LawKind): Promise<LoadedLaw[]> {
  const answer = await sql<LoadedLaw>`select kind, name, content, content_hash as "contentHash",
      to_json(loaded_at)#>>'{}' as "loadedAt", loaded_by as "loadedBy"
    from loaded_law where kind = ${kind} order by name`.execute(db);
  return answer.rows;
}

export async function putLoadedLaw(db: Db, law: LoadedLaw): Promise<void> {
  await sql`insert into loaded_law (kind, name, content, content_hash, loaded_at, loaded_by)
    values (${law.kind}, ${law.name}, ${JSON.stringify(law.content)}::jsonb, ${law.contentHash},
      ${law.loadedAt}::timestamptz, ${law.loadedBy})
    on conflict on constraint loaded_law_pk do update set content = excluded.content,
      content_hash = excluded.content_hash, loaded_at = excluded.loaded_at, loaded_by = excluded.loaded_by`.execute(
    db,
  );
}
