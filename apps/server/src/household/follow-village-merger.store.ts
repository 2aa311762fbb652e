import { sql } from 'kysely';
import type { Db } from '../platform/database/database.ts';

interface VillageMerger {
  readonly villageIds: readonly number[];
  readonly intoId: number;
  readonly day: string;
}

/**
 * Households of merged villages live in the new one from its first day; where they lived before stays in their
 * history. @returns how many live there now.
 */
export async function followVillageMerger(
  db: Db,
  { villageIds, intoId, day }: VillageMerger,
): Promise<number> {
  const ids = [...villageIds];
  const lived = sql`village_id = any(${ids}::bigint[]) and valid_from < ${day}::date
    and (valid_to is null or valid_to > ${day}::date)`;
  await sql`insert into household_residence
      (origin_commune_id, household_id, valid_from, valid_to, village_id, reason, scope_path)
    select origin_commune_id, household_id, ${day}::date, valid_to, ${intoId}::bigint, 'villageMerged', scope_path
    from household_residence where ${lived}`.execute(db);
  await sql`update household_residence set valid_to = ${day}::date where ${lived}`.execute(db);
  await sql`update household_residence set village_id = ${intoId}
    where village_id = any(${ids}::bigint[]) and valid_from >= ${day}::date`.execute(db);
  const moved = await sql`update household set village_id = ${intoId}
    where village_id = any(${ids}::bigint[])`.execute(db);
  return Number(moved.numAffectedRows ?? 0n);
}
