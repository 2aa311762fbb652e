import type {
  AdminLevel,
  AdminUnit,
  AreaType,
  Succession,
  SuccessionKind,
  UnitType,
} from '@benvung/domain/territory/admin-unit';
import { type RawBuilder, sql } from 'kysely';
import { rangeOf } from '../platform/database/area-scope.ts';
import type { Db } from '../platform/database/database.ts';

/** A line of `territory_unit_version`, as the rest of the server knows a unit on a day. */
export interface UnitOnDay {
  readonly id: number;
  readonly level: AdminLevel;
  readonly code: string | null;
  readonly name: string;
  readonly type: UnitType;
  readonly areaType: AreaType | null;
  readonly parentId: number | null;
  readonly path: string;
  readonly validFrom: string;
  readonly validTo: string | null;
  readonly source: string;
}

const COLUMNS = sql`v.unit_id as id, v.level, v.code, v.name, v.type, v.area_type as "areaType",
  v.parent_id as "parentId", v.path, v.valid_from as "validFrom", v.valid_to as "validTo", v.source`;
const inForce = (day: string): RawBuilder<unknown> =>
  sql`v.valid_from <= ${day}::date and (v.valid_to is null or v.valid_to > ${day}::date)`;
const BY_NAME = sql`order by v.sort_key, v.code nulls last, v.unit_id`;

async function select(db: Db, rest: RawBuilder<unknown>): Promise<UnitOnDay[]> {
  return (await sql<UnitOnDay>`select ${COLUMNS} from territory_unit_version v ${rest}`.execute(db)).rows;
}

export async function findUnitOn(db: Db, id: number, day: string): Promise<UnitOnDay | undefined> {
  return (await select(db, sql`where v.unit_id = ${id} and ${inForce(day)}`))[0];
}

export async function listUnitsOn(db: Db, ids: readonly number[], day: string): Promise<UnitOnDay[]> {
  return select(db, sql`where v.unit_id = any(${[...ids]}::bigint[]) and ${inForce(day)} ${BY_NAME}`);
}

/** A code means nothing without a day; without a level the length tells it (2, 3, 5 digits). */
export async function findUnitByCodeOn(
  db: Db,
  { code, level, day }: { code: string; level?: AdminLevel | undefined; day: string },
): Promise<UnitOnDay | undefined> {
  const ofLevel = level === undefined ? sql`` : sql`and v.level = ${level}`;
  return (await select(db, sql`where v.code = ${code} ${ofLevel} and ${inForce(day)} limit 1`))[0];
}

export async function listChildrenOn(db: Db, parentId: number, day: string): Promise<UnitOnDay[]> {
  return select(db, sql`where v.parent_id = ${parentId} and ${inForce(day)} ${BY_NAME}`);
}

/** Units of a level under a path, in Vietnamese order; the unit itself included when it is of that level. */
export async function listUnitsUnder(
  db: Db,
  { path, level, day }: { path: string; level: AdminLevel; day: string },
): Promise<UnitOnDay[]> {
  const { from, to } = rangeOf(path);
  return select(
    db,
    sql`where v.path >= ${from} and v.path < ${to} and v.level = ${level} and ${inForce(day)} ${BY_NAME}`,
  );
}

export interface UnitSearch {
  readonly day: string;
  /** A folded name (`searchKey`); empty for any. */
  readonly key?: string;
  readonly level?: AdminLevel | undefined;
  readonly parentId?: number | undefined;
  /** Areas to look in; everywhere when absent. */
  readonly paths?: readonly string[];
  readonly limit: number;
}

export interface FoundUnit extends UnitOnDay {
  readonly hasChildren: boolean;
  readonly parentName: string | null;
}

/** Units whose name holds the key at the beginning of a word, names that begin with it first. */
export async function searchUnitsOn(db: Db, search: UnitSearch): Promise<FoundUnit[]> {
  const { day, key = '', level, parentId, paths, limit } = search;
  const conditions = [inForce(day)];
  if (key !== '') conditions.push(sql`(' ' || v.search_key || ' ') like ${`% ${key}%`}`);
  if (level !== undefined) conditions.push(sql`v.level = ${level}`);
  if (parentId !== undefined) conditions.push(sql`v.parent_id = ${parentId}`);
  if (paths !== undefined) conditions.push(inAnyOf(paths));
  const answer = await sql<FoundUnit>`
    select ${COLUMNS}, (select p.name from territory_unit_version p where p.unit_id = v.parent_id
      and p.valid_from <= ${day}::date and (p.valid_to is null or p.valid_to > ${day}::date)) as "parentName",
      exists (select 1 from territory_unit_version c where c.parent_id = v.unit_id
      and c.valid_from <= ${day}::date and (c.valid_to is null or c.valid_to > ${day}::date)) as "hasChildren"
    from territory_unit_version v where ${sql.join(conditions, sql` and `)}
    order by (v.search_key not like ${`${key}%`}), length(v.path) - length(replace(v.path, '/', '')), v.sort_key,
      v.code nulls last, v.unit_id
    limit ${limit}`.execute(db);
  return answer.rows;
}

function inAnyOf(paths: readonly string[]): RawBuilder<unknown> {
  const ranges = paths.map(rangeOf).map(({ from, to }) => sql`(v.path >= ${from} and v.path < ${to})`);
  return ranges.length === 0 ? sql`false` : sql`(${sql.join(ranges, sql` or `)})`;
}

export async function listVersions(db: Db, id: number): Promise<UnitOnDay[]> {
  return select(db, sql`where v.unit_id = ${id} order by v.valid_from`);
}

export interface NamedSuccession {
  readonly day: string;
  readonly kind: SuccessionKind;
  readonly whole: boolean;
  readonly source: string;
  readonly id: number;
  readonly code: string | null;
  readonly level: AdminLevel;
  readonly name: string;
}

/** The units on the other side of every succession of a unit, as they stood nearest to that day. */
export async function listSuccessionsOf(
  db: Db,
  id: number,
): Promise<{ predecessors: NamedSuccession[]; successors: NamedSuccession[] }> {
  const read = async (own: RawBuilder<unknown>, other: RawBuilder<unknown>, sign: RawBuilder<unknown>) =>
    (
      await sql<NamedSuccession>`
        select distinct on (s.day, v.unit_id) s.day, s.kind, s.whole, s.source, v.unit_id as id, v.code, v.level, v.name
        from territory_succession s join territory_unit_version v on v.unit_id = ${other}
        where ${own} = ${id} order by s.day, v.unit_id, v.valid_from ${sign}`.execute(db)
    ).rows;
  return {
    predecessors: await read(sql`s.to_unit_id`, sql`s.from_unit_id`, sql`desc`),
    successors: await read(sql`s.from_unit_id`, sql`s.to_unit_id`, sql`asc`),
  };
}

/** Everything but villages: about 16,000 lines. */
export async function readAllUnits(db: Db): Promise<AdminUnit[]> {
  return select(db, sql`where v.level <> 'village' order by v.valid_from`);
}

export async function readAllSuccessions(db: Db): Promise<Succession[]> {
  const answer =
    await sql<Succession>`select day, from_unit_id as "fromId", to_unit_id as "toId", kind, whole, source
    from territory_succession`.execute(db);
  return answer.rows;
}

/** Changes whenever the units above the villages do. */
export async function readTerritoryStamp(db: Db): Promise<string> {
  const answer = await sql<{ stamp: string | null }>`
    select string_agg(content_hash, ' ' order by content_hash) as stamp from territory_load`.execute(db);
  return answer.rows[0]?.stamp ?? '';
}

export async function hasLoaded(db: Db, contentHash: string): Promise<boolean> {
  const answer = await sql`select 1 from territory_load where content_hash = ${contentHash}`.execute(db);
  return answer.rows.length > 0;
}

export interface TerritoryLoad {
  readonly id: string;
  readonly name: string;
  readonly contentHash: string;
  readonly at: string;
  readonly by: string;
}

export async function addLoad(db: Db, load: TerritoryLoad): Promise<void> {
  await sql`insert into territory_load (id, name, content_hash, loaded_at, loaded_by)
    values (${load.id}::uuid, ${load.name}, ${load.contentHash}, ${load.at}::timestamptz, ${load.by})`.execute(
    db,
  );
}

export async function countVillagesUnder(db: Db, path: string, day: string): Promise<number> {
  const { from, to } = rangeOf(path);
  const answer = await sql<{ count: number }>`select count(*) as count from territory_unit_version v
    where v.path >= ${from} and v.path < ${to} and v.level = 'village' and ${inForce(day)}`.execute(db);
  return Number(answer.rows[0]?.count ?? 0);
}

export async function listLoads(db: Db): Promise<Pick<TerritoryLoad, 'name' | 'at' | 'by'>[]> {
  const answer = await sql<{
    name: string;
    at: Date;
    by: string;
  }>`select name, loaded_at as at, loaded_by as by
    from territory_load order by loaded_at desc limit 200`.execute(db);
  return answer.rows.map(({ at, ...load }) => ({ ...load, at: new Date(at).toISOString() }));
}

/** Every village that ever lay in one of the communes. */
export async function listVillagesOf(db: Db, communeIds: readonly number[]): Promise<UnitOnDay[]> {
  return select(db, sql`where v.level = 'village' and v.parent_id = any(${[...communeIds]}::bigint[])`);
}

/** The lines of villages that have no end. */
export async function listOpenVillages(db: Db): Promise<UnitOnDay[]> {
  return select(db, sql`where v.level = 'village' and v.valid_to is null`);
}
