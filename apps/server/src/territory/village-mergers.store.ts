import { type VillageMergers, villageMergers } from '@benvung/domain/territory/village-mergers';
import { sql } from 'kysely';
import type { Db } from '../platform/database/database.ts';

/** The mergers of villages up to a day. */
export async function readVillageMergers(db: Db, until: string): Promise<VillageMergers> {
  const answer = await sql<{ fromId: number; toId: number }>`
    select s.from_unit_id as "fromId", s.to_unit_id as "toId" from territory_succession s
    join territory_unit u on u.id = s.from_unit_id
    where u.level = 'village' and s.day <= ${until}::date`.execute(db);
  return villageMergers(answer.rows);
}

/** Whether villages of a commune were merged after one day, up to another. */
export async function hasVillageMergers(
  db: Db,
  { communeId, after, until }: { readonly communeId: number; readonly after: string; readonly until: string },
): Promise<boolean> {
  const answer = await sql`select 1 from territory_unit_version v
    join territory_succession s on s.to_unit_id = v.unit_id
    where v.parent_id = ${communeId} and v.level = 'village' and s.day > ${after}::date and s.day <= ${until}::date
    limit 1`.execute(db);
  return answer.rows.length > 0;
}

interface VillageMerger {
  readonly day: string;
  readonly fromIds: readonly number[];
  readonly toId: number;
  readonly source: string;
}

export async function insertVillageMerger(
  db: Db,
  { day, fromIds, toId, source }: VillageMerger,
): Promise<void> {
  await sql`insert into territory_succession (day, from_unit_id, to_unit_id, kind, whole, source)
    select ${day}::date, id, ${toId}::bigint, 'merge', true, ${source}
    from unnest(${[...fromIds]}::bigint[]) as village (id)`.execute(db);
}
