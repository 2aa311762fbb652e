import { sql } from 'kysely';
import type { Db } from '../platform/database/database.ts';

export interface ChangedCommune {
  readonly year: number;
  readonly communeId: number;
  /** Path of the commune. */
  readonly scopePath: string;
}

/**
 * Notes that figures of communes' years changed: counters, population base or round. Whoever writes one of these
 * tables calls it in the same transaction; what is kept of the old figures is then no longer taken for true.
 */
export async function noteChanges(db: Db, changed: readonly ChangedCommune[]): Promise<void> {
  const rows = [...new Map(changed.map((each) => [`${each.year} ${each.communeId}`, each])).values()].sort(
    (a, b) => a.year - b.year || a.communeId - b.communeId,
  );
  if (rows.length === 0) return;
  const lines = rows.map(({ year, communeId, scopePath }) => ({
    year,
    commune_id: communeId,
    changes: 1,
    scope_path: scopePath,
  }));
  await sql`select note_review_changes(${JSON.stringify(lines)}::jsonb)`.execute(db);
}

/** The same for communes that have had rounds, bases or counters in the year. */
export async function noteChangesIn(db: Db, year: number, communeIds: readonly number[]): Promise<void> {
  await sql`update review_change set changes = changes + 1
    where year = ${year} and commune_id = any(${[...communeIds]}::bigint[])`.execute(db);
}

/** The same for every commune and year. */
export async function noteChangesEverywhere(db: Db): Promise<void> {
  await sql`update review_change set changes = changes + 1`.execute(db);
}

/**
 * Takes away the notes of communes' years that hold nothing any more, with all kept sums: a note begun anew could
 * come to a stamp that was kept before.
 */
export async function forgetUnusedChanges(db: Db): Promise<void> {
  await sql`delete from report_subtotal`.execute(db);
  await sql`delete from review_change k
    where not exists (select 1 from review_round r where r.year = k.year and r.commune_id = k.commune_id)
      and not exists (select 1 from population_base b where b.year = k.year and b.commune_id = k.commune_id)
      and not exists (select 1 from review_counter c where c.year = k.year and c.commune_id = k.commune_id)`.execute(
    db,
  );
}
