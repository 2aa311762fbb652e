import type { TargetState } from '@benvung/domain/plan/target/negotiate-target';
import type { TargetComparison, TargetLine } from '@benvung/domain/plan/target/target';
import type { AdminLevel } from '@benvung/domain/territory/admin-unit';
import { sql } from 'kysely';
import type { Db } from '../../platform/database/database.ts';

/** What a unit is to reach in a year, as it is kept. */
export interface StoredTarget {
  readonly unitId: number;
  readonly year: number;
  readonly indicator: string;
  readonly level: AdminLevel;
  readonly state: TargetState;
  readonly line: TargetLine;
  readonly locked: boolean;
  readonly selfSet: boolean;
  readonly asked: { readonly count: number | null; readonly reason: string } | null;
  readonly version: number;
  readonly demonstration: boolean;
  readonly scopePath: string;
}

type Row = Readonly<Record<string, string | number | boolean | null>>;
const numberOf = (value: Row[string] | undefined): number | null =>
  value === null || value === undefined ? null : Number(value);

const targetOf = (row: Row): StoredTarget => ({
  unitId: Number(row.unit_id),
  year: Number(row.year),
  indicator: String(row.indicator),
  level: row.level as AdminLevel,
  state: row.state as TargetState,
  line: {
    comparison: row.comparison as TargetComparison,
    opening: {
      count: numberOf(row.opening_count),
      base: numberOf(row.opening_base),
      rate: numberOf(row.opening_rate),
    },
    planned: {
      count: numberOf(row.planned_count),
      base: numberOf(row.planned_base),
      rate: numberOf(row.planned_rate),
    },
  },
  locked: row.locked === true,
  selfSet: row.self_set === true,
  asked:
    row.asked_reason === null ? null : { count: numberOf(row.asked_count), reason: String(row.asked_reason) },
  version: Number(row.version),
  demonstration: row.demonstration === true,
  scopePath: String(row.scope_path),
});

/** Targets of units of a year, and of units that have ended whose place is now one of the paths. */
export async function listTargets(
  db: Db,
  { year, unitIds, paths }: { year: number; unitIds: readonly number[]; paths: readonly string[] },
): Promise<StoredTarget[]> {
  const answer = await sql<Row>`select * from plan_target
    where year = ${year} and (unit_id = any(${[...unitIds]}::bigint[]) or scope_path = any(${[...paths]}::text[]))
    order by unit_id, indicator`.execute(db);
  return answer.rows.map(targetOf);
}

/** Targets of units by id, held until the transaction ends, always in the same order. */
export async function lockTargets(
  db: Db,
  { year, unitIds, indicators }: { year: number; unitIds: readonly number[]; indicators: readonly string[] },
): Promise<StoredTarget[]> {
  const answer = await sql<Row>`select * from plan_target
    where year = ${year} and unit_id = any(${[...unitIds]}::bigint[])
      and indicator = any(${[...indicators]}::text[])
    order by unit_id, indicator for update`.execute(db);
  return answer.rows.map(targetOf);
}

export async function listTargetYears(db: Db): Promise<number[]> {
  const answer = await sql<{ year: number }>`select distinct year from plan_target order by 1 desc`.execute(
    db,
  );
  return answer.rows.map(({ year }) => Number(year));
}

const COLUMNS = sql`unit_id, year, indicator, level, state, comparison, opening_count, opening_base, opening_rate,
  planned_count, planned_base, planned_rate, locked, self_set, asked_count, asked_reason, version, demonstration, scope_path`;

/** Writes targets over what was there under the same key. */
export async function putTargets(db: Db, targets: readonly StoredTarget[]): Promise<void> {
  if (targets.length === 0) return;
  const rows = targets.map(({ line: { comparison, opening, planned }, ...target }) => ({
    unit_id: target.unitId,
    year: target.year,
    indicator: target.indicator,
    level: target.level,
    state: target.state,
    comparison,
    opening_count: opening.count,
    opening_base: opening.base,
    opening_rate: opening.rate,
    planned_count: planned.count,
    planned_base: planned.base,
    planned_rate: planned.rate,
    locked: target.locked,
    self_set: target.selfSet,
    asked_count: target.asked?.count ?? null,
    asked_reason: target.asked?.reason ?? null,
    version: target.version,
    demonstration: target.demonstration,
    scope_path: target.scopePath,
  }));
  await sql`insert into plan_target (${COLUMNS})
    select ${COLUMNS} from jsonb_populate_recordset(null::plan_target, ${JSON.stringify(rows)}::jsonb)
    on conflict on constraint plan_target_pk do update set
      state = excluded.state, comparison = excluded.comparison,
      opening_count = excluded.opening_count, opening_base = excluded.opening_base,
      opening_rate = excluded.opening_rate, planned_count = excluded.planned_count,
      planned_base = excluded.planned_base, planned_rate = excluded.planned_rate, locked = excluded.locked,
      self_set = excluded.self_set, asked_count = excluded.asked_count, asked_reason = excluded.asked_reason,
      version = excluded.version, scope_path = excluded.scope_path`.execute(db);
}
