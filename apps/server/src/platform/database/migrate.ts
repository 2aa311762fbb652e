import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { DatabaseHandle, Session } from './database.ts';

/** One number for all servers: while one of them migrates, the others wait. */
const ADVISORY_LOCK = 7_163_202_401;

const CREATE_LOG = `create table if not exists schema_migration (
  name text collate "C" not null, hash text not null, applied_at timestamptz not null default now(),
  constraint schema_migration_pk primary key (name))`;

export interface Migration {
  readonly name: string;
  readonly text: string;
  readonly hash: string;
}

/**
 * Brings the schema forward: every `NNNN-*.sql` not yet applied runs in its own transaction, in order.
 * @returns the names applied now.
 * @throws when a migration that was applied before has changed since, or is unknown to this version.
 */
export async function migrate(handle: DatabaseHandle, folder: string): Promise<string[]> {
  const migrations = await readMigrations(folder);
  const known = await handle.withSession(findApplied);
  refuseUnknown(known, migrations);
  const applied: string[] = [];
  for (const migration of migrations) {
    if (known.get(migration.name) === migration.hash) continue;
    const isNew = await handle.withSession((session) => apply(session, migration));
    if (isNew) applied.push(migration.name);
  }
  return applied;
}

/** Several servers may share PostgreSQL; the embedded database belongs to the holder of its folder's lock. */
export async function oneServerAtATime(handle: DatabaseHandle, work: () => Promise<void>): Promise<void> {
  if (handle.kind === 'pglite') return work();
  await handle.withSession(async (session) => {
    await session.query(`select pg_advisory_xact_lock(${ADVISORY_LOCK})`);
    await work();
  });
}

/** The migrations of a folder, in order. */
export async function readMigrations(folder: string): Promise<Migration[]> {
  const names = (await readdir(folder)).filter((name) => /^\d{4}-.*\.sql$/.test(name)).sort();
  return Promise.all(
    names.map(async (name) => {
      const text = await readFile(join(folder, name), 'utf8');
      return { name, text, hash: createHash('sha256').update(text).digest('hex') };
    }),
  );
}

async function findApplied(session: Session): Promise<Map<string, string>> {
  const table = await session.query("select to_regclass('schema_migration') is not null as there");
  if (table.rows[0]?.there !== true) return new Map();
  const { rows } = await session.query('select name, hash from schema_migration');
  return new Map(rows.map((row) => [row.name as string, row.hash as string]));
}

function refuseUnknown(applied: ReadonlyMap<string, string>, migrations: readonly Migration[]): void {
  const names = new Set(migrations.map(({ name }) => name));
  for (const name of applied.keys())
    if (!names.has(name))
      throw new Error(`The database was made by a newer version: it has migration ${name}.`);
}

async function apply(session: Session, { name, text, hash }: Migration): Promise<boolean> {
  await session.query(`select pg_advisory_xact_lock(${ADVISORY_LOCK})`);
  await session.query(CREATE_LOG);
  const before = (await findApplied(session)).get(name);
  if (before === hash) return false;
  if (before !== undefined)
    throw new Error(`Migration ${name} was applied with another text; migrations are forward only.`);
  await run(session, { name, text, hash });
  return true;
}

/** Applies migrations known to be missing, inside the caller's transaction. */
export async function applyMigrations(session: Session, migrations: readonly Migration[]): Promise<void> {
  for (const migration of migrations) {
    await session.query(CREATE_LOG);
    await run(session, migration);
  }
}

async function run(session: Session, { name, text, hash }: Migration): Promise<void> {
  for (const statement of statementsOf(text)) await session.query(statement);
  await session.query('insert into schema_migration (name, hash) values ($1, $2)', [name, hash]);
}

/** Splits at semicolons that end a line outside `$tag$` quotes; migrations are written for that. */
export function statementsOf(text: string): string[] {
  const statements: string[] = [];
  let current = '';
  let quote: string | null = null;
  for (const line of text.split('\n')) {
    if (quote === null && line.trimStart().startsWith('--')) continue;
    current += `${line}\n`;
    for (const [tag] of line.matchAll(/\$\w*\$/g)) {
      if (quote === null) quote = tag;
      else if (quote === tag) quote = null;
    }
    if (quote === null && line.trimEnd().endsWith(';')) {
      statements.push(current.trim());
      current = '';
    }
  }
  if (current.trim() !== '') statements.push(current.trim());
  return statements;
}
