import type { LocalGroupEntry } from '@benvung/domain/territory/local-groups';
import { sql } from 'kysely';
import type { Db } from '../platform/database/database.ts';

/** The lists provinces have loaded; a few dozen lines. */
export async function listLoadedLocalGroups(db: Db): Promise<LocalGroupEntry[]> {
  const answer = await sql<LocalGroupEntry>`select province_id as "provinceId", group_code as "group",
    valid_from as "validFrom", valid_to as "validTo", source from local_minority_group
    order by province_id, group_code, valid_from`.execute(db);
  return answer.rows;
}

export async function addLocalGroups(
  db: Db,
  entries: readonly LocalGroupEntry[],
  { at, actor }: { readonly at: string; readonly actor: string },
): Promise<void> {
  const of = <Key extends keyof LocalGroupEntry>(key: Key) => entries.map((one) => one[key]);
  await sql`insert into local_minority_group (province_id, group_code, valid_from, valid_to, source, loaded_at, loaded_by)
    select province_id, group_code, valid_from, valid_to, source, ${at}::timestamptz, ${actor}
    from unnest(${of('provinceId')}::bigint[], ${of('group')}::text[], ${of('validFrom')}::date[],
      ${of('validTo')}::date[], ${of('source')}::text[]) as given (province_id, group_code, valid_from, valid_to, source)`.execute(
    db,
  );
}

export async function endLocalGroups(db: Db, entries: readonly LocalGroupEntry[]): Promise<void> {
  const of = <Key extends keyof LocalGroupEntry>(key: Key) => entries.map((one) => one[key]);
  await sql`update local_minority_group as known set valid_to = given.valid_to, end_source = given.source
    from unnest(${of('provinceId')}::bigint[], ${of('group')}::text[], ${of('validFrom')}::date[],
      ${of('validTo')}::date[], ${of('source')}::text[]) as given (province_id, group_code, valid_from, valid_to, source)
    where known.province_id = given.province_id and known.group_code = given.group_code
      and known.valid_from = given.valid_from`.execute(db);
}
