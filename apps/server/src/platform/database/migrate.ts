import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { DatabaseHandle } from './database.ts';

/**
 * Brings the schema forward: every `NNNN-*.sql` not yet applied runs in its own transaction, in order.
 * @returns the names applied now.
 * @throws when a migration that was applied before has changed since.
 */
export async function migrate(handle: DatabaseHandle, folder: string): Promise<string[]> {
  const files = (await readdir(folder)).filter((name) => /^\d{4}-.*\.sql$/.test(name)).sort();
  await handle.withSession((session) =>
    session.query(
      `create table if not exists schema_migration (
         name text collate "C" not null, hash text not null, applied_at timestamptz not null default now(),
         constraint schema_migration_pk primary key (name))`,
    ),
  );
  const applied = new Map(
    (
      await handle.withSession((session) => session.query('select name, hash from schema_migration'))
    ).rows.map((row) => [row.name as string, row.hash as string]),
  );
  const now: string[] = [];
  for (const name of files) {
    const text = await readFile(join(folder, name), 'utf8');
    const hash = createHash('sha256').update(text).digest('hex');
    const before = applied.get(name);
    if (before === hash) continue;
    if (before !== undefined)
      throw new Error(`Migration ${name} was applied with another text; migrations are forward only.`);
    await handle.withSession(async (session) => {
      for (const statement of statementsOf(text)) await session.query(statement);
      await session.query('insert into schema_migration (name, hash) values ($1, $2)', [name, hash]);
    });
    now.push(name);
  }
  return now;
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
