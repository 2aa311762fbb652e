import { sql } from 'kysely';
import type { Db } from '../../platform/database/database.ts';

export type LawKind = 'working-calendar' | 'review-procedure';

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
