import type { Session } from '../database/database.ts';
import type { BackupHeader } from './backup-format.ts';

/** Never backed up: the migrations travel in the header, and a restored person signs in again. */
const LEFT_OUT = ['schema_migration', 'session'];

/** What a database holds before anyone has worked with it. */
const LISTS = [
  'territory_unit',
  'territory_unit_version',
  'territory_succession',
  'territory_designation',
  'territory_load',
  'setting',
  'audit_lane',
  'scorecard',
];

/** The tables to back up with their columns, so ordered that no row comes before one it refers to. */
export async function listTables(session: Session): Promise<BackupHeader['tables']> {
  const { rows } = await session.query(
    `select c.relname::text as name, json_agg(a.attname::text order by a.attnum) as columns
       from pg_class c join pg_namespace n on n.oid = c.relnamespace
       join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and a.attgenerated = ''
      where n.nspname = 'public' and c.relkind in ('r', 'p') and not c.relispartition
        and not c.relname = any($1::text[])
      group by 1 order by 1`,
    [LEFT_OUT],
  );
  const references = await session.query(
    `select conrelid::regclass::text as child, confrelid::regclass::text as parent
       from pg_constraint where contype = 'f' and conrelid <> confrelid`,
  );
  const parents = new Map<string, string[]>();
  for (const { child, parent } of references.rows as { child: string; parent: string }[])
    parents.set(child, [...(parents.get(child) ?? []), parent]);
  const ordered: BackupHeader['tables'][number][] = [];
  const placed = new Set<string>();
  const place = (name: string, path: readonly string[]) => {
    if (placed.has(name)) return;
    if (path.includes(name)) throw new Error(`Foreign keys form a circle: ${[...path, name].join(' → ')}`);
    for (const parent of parents.get(name) ?? []) place(parent, [...path, name]);
    placed.add(name);
    const table = rows.find((row) => row.name === name);
    if (table !== undefined) ordered.push({ name, columns: table.columns as string[] });
  };
  for (const { name } of rows) place(name as string, []);
  return ordered;
}

export async function listSequences(session: Session): Promise<BackupHeader['sequences']> {
  const names = await session.query(
    "select sequencename::text as name from pg_sequences where schemaname = 'public' order by 1",
  );
  const sequences: BackupHeader['sequences'][number][] = [];
  for (const { name } of names.rows as { name: string }[]) {
    const { rows } = await session.query(
      `select last_value::text as last, is_called as called from "${name}"`,
    );
    sequences.push({ name, last: rows[0]?.last as string, called: rows[0]?.called as boolean });
  }
  return sequences;
}

export async function listMigrations(session: Session): Promise<BackupHeader['migrations']> {
  const { rows } = await session.query('select name, hash from schema_migration order by name');
  return rows as { name: string; hash: string }[];
}

/** The first table in which someone's work stands, if any: such a database is not restored over. */
export async function findWork(session: Session): Promise<string | undefined> {
  for (const { name } of await listTables(session)) {
    if (LISTS.includes(name)) continue;
    const { rows } = await session.query(`select exists (select from "${name}") as there`);
    if (rows[0]?.there === true) return name;
  }
  return undefined;
}

const BLOCKS_AT_ONCE = 1024;

/**
 * Selects that together give a table's rows once. The embedded database answers a COPY in one piece of
 * memory, so it is asked for some blocks of the table at a time.
 */
export async function sliceTable(
  session: Session,
  { name, columns }: BackupHeader['tables'][number],
  inSlices: boolean,
): Promise<string[]> {
  const all = `select ${columns.map((column) => `"${column}"`).join(', ')} from "${name}"`;
  if (!inSlices) return [all];
  const { rows } = await session.query(
    `select (pg_relation_size('"${name}"') / current_setting('block_size')::int)::int as blocks`,
  );
  const slices: string[] = [];
  for (let block = 0; block < (rows[0]?.blocks as number); block += BLOCKS_AT_ONCE)
    slices.push(`${all} where ctid >= '(${block},0)' and ctid < '(${block + BLOCKS_AT_ONCE},0)'`);
  return slices;
}

/** Functions that migrations made, as `drop function` names them; those of extensions are not ours. */
export async function listFunctions(session: Session): Promise<string[]> {
  const { rows } = await session.query(`select p.oid::regprocedure::text as name from pg_proc p
    where p.pronamespace = current_schema()::regnamespace
      and not exists (select 1 from pg_depend d where d.objid = p.oid and d.deptype = 'e')`);
  return rows.map(({ name }) => String(name));
}
