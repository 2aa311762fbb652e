import { sql } from 'kysely';
import type { Db } from '../platform/database/database.ts';
import type { PathMove } from './follow-territory.ts';

/** Every table of facts; the log keeps the area an act concerned when it was done. */
export async function listScopedTables(db: Db): Promise<string[]> {
  const answer = await sql<{ name: string }>`
    select c.table_name as name from information_schema.columns c
    join information_schema.tables t on t.table_schema = c.table_schema and t.table_name = c.table_name
    where c.table_schema = current_schema() and c.column_name = 'scope_path' and t.table_type = 'BASE TABLE'
      and c.table_name not like 'audit%' order by c.table_name`.execute(db);
  return answer.rows.map((row) => row.name);
}

export async function listFactPaths(db: Db, table: string): Promise<string[]> {
  const answer = await sql<{ path: string }>`
    select scope_path as path from ${sql.table(table)} group by scope_path`.execute(db);
  return answer.rows.map((row) => row.path);
}

export interface UnitLine {
  readonly id: number;
  /** Path on the day, null when the unit is not in force. */
  readonly current: string | null;
  /** A day on which its last version is in force. */
  readonly lastFrom: string;
}

export async function listUnitLines(
  db: Db,
  ids: readonly number[],
  day: string,
): Promise<Map<number, UnitLine>> {
  const answer = await sql<UnitLine>`
    select unit_id as id, max(valid_from) filter (where valid_from <= ${day}::date) as "lastFrom",
      max(path) filter (where valid_from <= ${day}::date and (valid_to is null or valid_to > ${day}::date)) as current
    from territory_unit_version where unit_id = any(${[...ids]}::bigint[]) group by unit_id`.execute(db);
  return new Map(answer.rows.filter((row) => row.lastFrom !== null).map((row) => [row.id, row]));
}

export async function movePaths(db: Db, table: string, moves: readonly PathMove[]): Promise<number> {
  const answer = await sql`
    update ${sql.table(table)} as fact set scope_path = move.new_path
    from unnest(${moves.map(({ from }) => from)}::text[], ${moves.map(({ to }) => to)}::text[]) as move (old_path, new_path)
    where fact.scope_path = move.old_path`.execute(db);
  return Number(answer.numAffectedRows ?? 0n);
}

/** The map in force on a day and the lists known, without reading them. */
export async function readMapStamp(db: Db, today: string): Promise<string> {
  const answer = await sql<{ day: string | null; loads: number }>`
    select (select max(valid_from) from territory_unit_version where level <> 'village' and valid_from <= ${today}::date)
      as day, (select count(*) from territory_load) as loads`.execute(db);
  return `${answer.rows[0]?.day ?? ''} ${answer.rows[0]?.loads ?? 0}`;
}

const FOLLOWED = 'territory-followed';

export async function readFollowedDay(db: Db): Promise<string | undefined> {
  const answer = await sql<{ value: string }>`select value from setting where name = ${FOLLOWED}`.execute(db);
  return answer.rows[0]?.value;
}

export async function writeFollowedDay(db: Db, stamp: string): Promise<void> {
  await sql`insert into setting (name, value) values (${FOLLOWED}, ${JSON.stringify(stamp)}::jsonb)
    on conflict (name) do update set value = excluded.value`.execute(db);
}
