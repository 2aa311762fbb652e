import { searchKey, sortKey } from '@benvung/domain/shared/vietnamese-text';
import type { Succession } from '@benvung/domain/territory/admin-unit';
import type { PlacedUnit } from '@benvung/domain/territory/territory-history';
import { bareName } from '@benvung/domain/territory/unit-type';
import { sql } from 'kysely';
import { copyRow } from '../platform/database/copy-text.ts';
import type { Db, Session } from '../platform/database/database.ts';

const VERSION_COLUMNS = [
  'unit_id',
  'valid_from',
  'valid_to',
  'level',
  'code',
  'name',
  'type',
  'area_type',
  'parent_id',
  'path',
  'search_key',
  'sort_key',
  'source',
] as const;

/** Names are found and ordered without their type, except villages, whose type is part of the name. */
const versionValues = (unit: PlacedUnit) => {
  const bare = bareName(unit.name, unit.level);
  return [
    unit.id,
    unit.validFrom,
    unit.validTo,
    unit.level,
    unit.code,
    unit.name,
    unit.type,
    unit.areaType,
    unit.parentId,
    unit.path,
    searchKey(unit.name),
    sortKey(bare),
    unit.source,
  ];
};

/** Adds units with their versions in bulk. Ids that are already known are only given new versions. */
export async function copyUnits(
  session: Session,
  units: readonly PlacedUnit[],
  known: ReadonlySet<number>,
): Promise<void> {
  const levels = new Map(units.filter(({ id }) => !known.has(id)).map(({ id, level }) => [id, level]));
  await session.copyIn(
    { table: 'territory_unit', columns: ['id', 'level'] },
    [...levels].map((values) => copyRow(values)),
  );
  await session.copyIn(
    { table: 'territory_unit_version', columns: VERSION_COLUMNS },
    units.map((unit) => copyRow(versionValues(unit))),
  );
}

/** Adds villages. Not by `COPY`: PGlite allows that to its owner only, and this runs under the narrowed role. */
export async function insertVillages(db: Db, villages: readonly PlacedUnit[]): Promise<void> {
  const of = <Key extends keyof PlacedUnit>(key: Key) => villages.map((village) => village[key]);
  await sql`insert into territory_unit (id, level)
    select id, 'village' from unnest(${[...new Set(of('id'))]}::bigint[]) as village (id)
    on conflict (id) do nothing`.execute(db);
  await sql`insert into territory_unit_version (unit_id, valid_from, valid_to, level, name, type, area_type, parent_id,
      path, search_key, sort_key, source)
    select id, valid_from, valid_to, 'village', name, type, area_type, parent_id, path, search_key, sort_key, source
    from unnest(${of('id')}::bigint[], ${of('validFrom')}::date[], ${of('validTo')}::date[], ${of('name')}::text[],
      ${of('type')}::text[], ${of('areaType')}::text[], ${of('parentId')}::bigint[], ${of('path')}::text[],
      ${of('name').map(searchKey)}::text[], ${of('name').map(sortKey)}::text[], ${of('source')}::text[])
      as village (id, valid_from, valid_to, name, type, area_type, parent_id, path, search_key, sort_key, source)`.execute(
    db,
  );
}

const CHECKED_TABLES = ['territory_unit_version', 'territory_succession'];

/** Checks the references of a bulk load in one pass at its end: a check for every row takes half of the time. */
export async function checkingReferencesAtTheEnd(session: Session, work: () => Promise<void>): Promise<void> {
  const found = await session.query(
    `select conrelid::regclass::text as "table", conname as name, pg_get_constraintdef(oid) as definition
     from pg_constraint where contype = 'f' and conrelid = any($1::text[]::regclass[])`,
    [CHECKED_TABLES],
  );
  for (const { table, name } of found.rows)
    await session.query(`alter table ${table} drop constraint ${name}`);
  await work();
  for (const { table, name, definition } of found.rows)
    await session.query(`alter table ${table} add constraint ${name} ${definition}`);
}

export async function copySuccessions(session: Session, successions: readonly Succession[]): Promise<void> {
  await session.copyIn(
    {
      table: 'territory_succession',
      columns: ['day', 'from_unit_id', 'to_unit_id', 'kind', 'whole', 'source'],
    },
    successions.map((row) => copyRow([row.day, row.fromId, row.toId, row.kind, row.whole, row.source])),
  );
}

/** Ends what goes on after a day, to be followed by new versions from that day. */
export async function endVersions(db: Db, ids: readonly number[], day: string): Promise<void> {
  await sql`delete from territory_unit_version where unit_id = any(${[...ids]}::bigint[])
    and valid_from >= ${day}::date`.execute(db);
  await sql`update territory_unit_version set valid_to = ${day}::date where unit_id = any(${[...ids]}::bigint[])
    and (valid_to is null or valid_to > ${day}::date)`.execute(db);
}

export async function takeUnitIds(db: Db, count: number): Promise<number[]> {
  const answer = await sql<{ id: number }>`
    select nextval('territory_unit_id_seq') as id from generate_series(1, ${count}::int)`.execute(db);
  return answer.rows.map((row) => row.id);
}
