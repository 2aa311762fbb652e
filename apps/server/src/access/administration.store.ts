import { sql } from 'kysely';
import { rangeOf } from '../platform/database/area-scope.ts';
import type { Db } from '../platform/database/database.ts';

/** When acts of the system itself were last done. */
export async function findLastActs(db: Db, acts: readonly string[]): Promise<ReadonlyMap<string, string>> {
  const answer = await sql<{ act: string; at: string }>`select act, max(at) as at from audit_entry
    where act = any(${[...acts]}::text[]) group by act`.execute(db);
  return new Map(answer.rows.map(({ act, at }) => [act, at]));
}

/** Long work of the areas that failed since an instant. */
export async function countFailedJobs(db: Db, areas: readonly string[], since: string): Promise<number> {
  const ranges = areas.map(rangeOf);
  if (ranges.length === 0) return 0;
  const inside = sql.join(
    ranges.map(({ from, to }) => sql`(scope_path >= ${from} and scope_path < ${to})`),
    sql` or `,
  );
  const answer = await sql<{ count: number }>`select count(*) as count from job
    where state = 'failed' and updated_at >= ${since}::timestamptz and (${inside})`.execute(db);
  return Number(answer.rows[0]?.count ?? 0);
}

export interface AccountCounts {
  readonly active: number;
  readonly disabled: number;
  readonly locked: number;
}

/** Accounts that hold a role in one of the areas, where each unit stands or last stood. */
export async function countAccounts(
  db: Db,
  { areas, day, now }: { areas: readonly string[]; day: string; now: string },
): Promise<AccountCounts> {
  if (areas.length === 0) return { active: 0, disabled: 0, locked: 0 };
  const inside = sql.join(
    areas.map(rangeOf).map(({ from, to }) => sql`(v.path >= ${from} and v.path < ${to})`),
    sql` or `,
  );
  const answer = await sql<Record<string, number>>`
    select count(*) filter (where a.status = 'active') as active,
      count(*) filter (where a.status = 'disabled') as disabled,
      count(*) filter (where exists (
        select from sign_in_lock l where l.username = a.username and l.locked_until > ${now}::timestamptz)) as locked
    from account a
    where exists (
      select from account_role r
      join lateral (
        select path from territory_unit_version v
        where v.unit_id = r.unit_id and v.valid_from <= ${day}::date
        order by v.valid_from desc limit 1) v on true
      where r.account_id = a.id and (${inside}))`.execute(db);
  const row = answer.rows[0] ?? {};
  return {
    active: Number(row.active ?? 0),
    disabled: Number(row.disabled ?? 0),
    locked: Number(row.locked ?? 0),
  };
}
