import type { ViewFilters } from '@benvung/contract/saved-views';
import { sql } from 'kysely';
import type { Db } from '../platform/database/database.ts';

export interface SavedView {
  readonly id: string;
  readonly name: string;
  readonly filters: ViewFilters;
}

export async function listSavedViews(db: Db, accountId: string): Promise<SavedView[]> {
  const answer = await sql<SavedView>`select id, name, filters from saved_view
    where account_id = ${accountId}::uuid order by name_key, id`.execute(db);
  return answer.rows;
}

/** Keeps a view; under a name that is known it takes the place of the former one. */
export async function putSavedView(
  db: Db,
  accountId: string,
  { id, name, nameKey, filters, at }: SavedView & { readonly nameKey: string; readonly at: string },
): Promise<void> {
  await sql`insert into saved_view (account_id, id, name, name_key, filters, made_at)
    values (${accountId}::uuid, ${id}::uuid, ${name}, ${nameKey}, ${JSON.stringify(filters)}::jsonb, ${at}::timestamptz)
    on conflict on constraint saved_view_name_uq do update set name = excluded.name, filters = excluded.filters,
      made_at = excluded.made_at`.execute(db);
}

export async function deleteSavedView(db: Db, accountId: string, id: string): Promise<boolean> {
  const answer = await sql`delete from saved_view
    where account_id = ${accountId}::uuid and id = ${id}::uuid`.execute(db);
  return (answer.numAffectedRows ?? 0n) > 0n;
}
