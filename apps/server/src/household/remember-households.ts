import { sql } from 'kysely';
import type { Db } from '../platform/database/database.ts';

type Row = Readonly<Record<string, unknown>>;

/** Households with their people and homes as they were stored, so that they can be brought back as they were. */
export interface RememberedHouseholds {
  readonly ids: readonly string[];
  /** The households' storage keys. */
  readonly keys: readonly number[];
  readonly tables: Readonly<Record<RememberedTable, readonly Row[]>>;
}

const TABLES = {
  household: { id: 'id', key: ['origin_commune_id', 'id'] },
  person: { id: 'household_id', key: ['origin_commune_id', 'id'] },
  household_residence: { id: 'household_id', key: ['origin_commune_id', 'household_id', 'valid_from'] },
  household_membership: {
    id: 'household_id',
    key: ['origin_commune_id', 'household_id', 'person_id', 'valid_from'],
  },
  review_facts: { id: 'household_id', key: ['origin_commune_id', 'household_id', 'year'] },
} as const;
type RememberedTable = keyof typeof TABLES;
const NAMES = Object.keys(TABLES) as readonly RememberedTable[];

export async function rememberHouseholds(db: Db, ids: readonly string[]): Promise<RememberedHouseholds> {
  const tables: Record<RememberedTable, Row[]> = {
    household: await rowsOf(db, 'household', ids),
    person: await rowsOf(db, 'person', ids),
    household_residence: await rowsOf(db, 'household_residence', ids),
    household_membership: await rowsOf(db, 'household_membership', ids),
    review_facts: await rowsOf(db, 'review_facts', ids),
  };
  return { ids, keys: tables.household.map((row) => Number(row.origin_commune_id)), tables };
}

async function rowsOf(db: Db, name: RememberedTable, ids: readonly string[]): Promise<Row[]> {
  const answer = await sql<{ row: Row }>`select to_jsonb(t) as row from ${sql.table(name)} t
    where ${sql.ref(`t.${TABLES[name].id}`)} = any(${[...ids]}::uuid[])`.execute(db);
  return answer.rows.map(({ row }) => row);
}

/** Changes when anything that is remembered changes. */
export async function stampHouseholds(db: Db, ids: readonly string[]): Promise<string> {
  const stamps: string[] = [];
  for (const name of NAMES) {
    const answer = await sql<{ stamp: string | null }>`
      select md5(string_agg(t::text, '|' order by t::text)) as stamp from ${sql.table(name)} t
      where ${sql.ref(`t.${TABLES[name].id}`)} = any(${[...ids]}::uuid[])`.execute(db);
    stamps.push(answer.rows[0]?.stamp ?? '');
  }
  return stamps.join(' ');
}

/** Puts everything back as it was remembered; versions go on, so that nobody writes over it unseen. */
export async function bringBackHouseholds(
  db: Db,
  { ids, keys, tables }: RememberedHouseholds,
  at: string,
): Promise<void> {
  const versions = await sql<{ id: string; version: number }>`select id, version from household
    where origin_commune_id = any(${[...keys]}::bigint[]) and id = any(${[...ids]}::uuid[])`.execute(db);
  const next = new Map(versions.rows.map(({ id, version }) => [id, version + 1]));
  const households = tables.household.map((row) => ({
    ...row,
    version: next.get(String(row.id)) ?? row.version,
    updated_at: at,
  }));
  for (const name of NAMES) {
    const rows = name === 'household' ? households : tables[name];
    if (name !== 'household') await removeOthers(db, name, { ids, rows });
    await putRows(db, name, rows);
  }
}

async function removeOthers(
  db: Db,
  name: RememberedTable,
  { ids, rows }: { ids: readonly string[]; rows: readonly Row[] },
): Promise<void> {
  const key = TABLES[name].key.slice(1);
  const kept = rows.map((row) => key.map((column) => String(row[column])).join('|'));
  const told = sql.join(
    key.map((column) => sql`${sql.ref(`t.${column}`)}::text`),
    sql` || '|' || `,
  );
  await sql`delete from ${sql.table(name)} t where ${sql.ref(`t.${TABLES[name].id}`)} = any(${[...ids]}::uuid[])
    and (${told}) <> all(${kept}::text[])`.execute(db);
}

async function putRows(db: Db, name: RememberedTable, rows: readonly Row[]): Promise<void> {
  const [first] = rows;
  if (first === undefined) return;
  const key: readonly string[] = TABLES[name].key;
  const columns = Object.keys(first);
  const changes = columns
    .filter((column) => !key.includes(column))
    .map((column) => sql`${sql.ref(column)} = ${sql.ref(`excluded.${column}`)}`);
  await sql`insert into ${sql.table(name)} (${sql.join(columns.map((column) => sql.ref(column)))})
    select ${sql.join(columns.map((column) => sql.ref(column)))}
    from jsonb_populate_recordset(null::${sql.table(name)}, ${JSON.stringify(rows)}::jsonb)
    on conflict on constraint ${sql.ref(`${name}_pk`)} do update set ${sql.join(changes)}`.execute(db);
}
