import {
  copyFileSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { CommandFailure, EXIT } from '../cli/command.ts';
import { checkRowSecurity } from '../database/check-row-security.ts';
import type { DatabaseHandle } from '../database/database.ts';
import { migrate } from '../database/migrate.ts';
import { openPglite } from '../database/open-pglite.ts';
import { migrationsFolder } from '../server-folder.ts';
import { openTestPglite, openTestPostgresql } from '../testing/test-database.ts';

import { listTables } from './catalogue.store.ts';
import { restoreBackup } from './restore-backup.ts';
import { writeBackup } from './write-backup.ts';

const folder = mkdtempSync(join(tmpdir(), 'benvung-backup-'));
const quiet = { onTable: () => undefined };
const opened: DatabaseHandle[] = [];
const open = async (how: () => Promise<DatabaseHandle>) => {
  const handle = await how();
  opened.push(handle);
  return handle;
};

afterAll(async () => {
  for (const handle of opened) await handle.close();
  rmSync(folder, { recursive: true, force: true });
});

/** Awkward values: quotes, tabs, line ends, backslashes, combining letters, nulls, arrays, json, floats. */
async function fill({ db }: DatabaseHandle): Promise<void> {
  await sql`insert into territory_unit (id, level) values (1, 'nation'), (46, 'province') on conflict do nothing`.execute(
    db,
  );
  await sql`select nextval('territory_unit_id_seq'), nextval('territory_unit_id_seq')`.execute(db);
  const name = 'Hộ "A"\tB\\n\nC \u1ec7 e\u0302\u0323 \\. 𠀀';
  for (let number = 0; number < 300; number += 1)
    await sql`insert into household (origin_commune_id, id, version, village_id, scope_path, head_name, head_search_key,
        head_sort_key, persons, flag_overrides, demonstration, created_at, updated_at, latitude, phone)
      values (7, gen_random_uuid(), ${number}, 9, '/1/46/7/9/', ${name}, 'a', 'b', 3, ${JSON.stringify({ ghi: name })},
        false, '2024-10-15T03:00:00.123456Z', now(), 0.1 + ${number}::double precision, null)`.execute(db);
  await sql`insert into setting (name, value) values ('today', '"2024-10-15"')
    on conflict (name) do update set value = excluded.value`.execute(db);
}

/** Every table as ordered text, and the sequences. */
async function contents(handle: DatabaseHandle): Promise<Record<string, unknown>> {
  return handle.withSession(async (session) => {
    const found: Record<string, unknown> = {};
    for (const { name } of await listTables(session)) {
      const { rows } = await session.query(`select row_to_json(t)::text as row from "${name}" t order by 1`);
      if (rows.length > 0) found[name] = rows.map(({ row }) => row);
    }
    found.sequence = (await session.query('select last_value, is_called from territory_unit_id_seq')).rows;
    return found;
  });
}

const available = process.env.BENVUNG_TEST_DATABASE_URL !== undefined;
const ways: [string, () => Promise<DatabaseHandle>, () => Promise<DatabaseHandle>, boolean][] = [
  ['PGlite to PGlite', openTestPglite, openTestPglite, true],
  ['PostgreSQL to PostgreSQL', openTestPostgresql, openTestPostgresql, available],
  ['PGlite to PostgreSQL', openTestPglite, openTestPostgresql, available],
  ['PostgreSQL to PGlite', openTestPostgresql, openTestPglite, available],
];

for (const [way, openSource, openTarget, can] of ways)
  test.skipIf(!can)(`a backup restores to the same rows and sequences, ${way}`, async () => {
    const file = join(folder, `${way}.bvb`);
    const [source, target] = [await open(openSource), await open(openTarget)];
    await fill(source);
    const written = await writeBackup(source, file, { madeAt: '2024-10-15T00:00:00Z', ...quiet });
    const restored = await restoreBackup(target, file, { replace: false, ...quiet });
    expect(await contents(target)).toEqual(await contents(source));
    expect(restored.rows).toBe(written.rows);
    expect(statSync(file).mode & 0o777).toBe(0o600);
  });

describe('a backup file', () => {
  let target: DatabaseHandle;
  let before: Record<string, unknown>;
  const file = join(folder, 'whole.bvb');
  beforeAll(async () => {
    const source = await open(openTestPglite);
    await fill(source);
    await writeBackup(source, file, { madeAt: '2024-10-15T00:00:00Z', ...quiet });
    target = await open(openTestPglite);
    await sql`insert into setting (name, value) values ('kept', '1')`.execute(target.db);
    before = await contents(target);
  });

  const damages: [string, (bytes: Buffer) => Buffer][] = [
    ['that is cut short', (bytes) => bytes.subarray(0, bytes.length - 40)],
    ['with one byte changed', (bytes) => flip(bytes, Math.floor(bytes.length / 2))],
    ['with bytes after its end', (bytes) => Buffer.concat([bytes, Buffer.from('more')])],
    ['that is empty', () => Buffer.alloc(0)],
    ['that is something else', () => Buffer.from('MST,họ tên\n1,An\n')],
  ];
  for (const [what, damage] of damages)
    test(`${what} is refused and changes nothing`, async () => {
      const bad = join(folder, 'bad.bvb');
      writeFileSync(bad, damage(readFileSync(file)));
      const failure = await restoreBackup(target, bad, { replace: true, ...quiet }).catch((error) => error);
      expect(failure).toBeInstanceOf(CommandFailure);
      expect(failure.exitCode).toBe(EXIT.refused);
      expect(failure.message).not.toContain('\n');
      expect(await contents(target)).toEqual(before);
    });

  test('is refused where someone has worked, unless everything is to be replaced', async () => {
    const worked = await open(openTestPglite);
    await fill(worked);
    const refused = await restoreBackup(worked, file, { replace: false, ...quiet }).catch((error) => error);
    expect(refused.exitCode).toBe(EXIT.refused);
    expect(refused.message).toContain('--replace');
    await restoreBackup(worked, file, { replace: true, ...quiet });
    expect((await sql`select from household`.execute(worked.db)).rows).toHaveLength(300);
  });
});

describe('a backup of another version', () => {
  test('with a schema unknown here is refused', async () => {
    const source = await open(openTestPglite);
    await sql`insert into schema_migration (name, hash) values ('9999-later.sql', 'x')`.execute(source.db);
    const file = join(folder, 'later.bvb');
    await writeBackup(source, file, { madeAt: '2024-10-15T00:00:00Z', ...quiet });
    const target = await open(openTestPglite);
    const failure = await restoreBackup(target, file, { replace: true, ...quiet }).catch((error) => error);
    expect(failure.exitCode).toBe(EXIT.refused);
  });

  test('with an older schema is brought forward', async () => {
    const older = mkdtempSync(join(folder, 'migrations-'));
    const names = readdirSync(migrationsFolder).filter((name) => name < '0005');
    for (const name of names) copyFileSync(join(migrationsFolder, name), join(older, name));
    const source = await open(openPglite);
    await migrate(source, older);
    await fill(source);
    const file = join(folder, 'older.bvb');
    await writeBackup(source, file, { madeAt: '2023-10-15T00:00:00Z', ...quiet });
    const target = await open(openTestPglite);
    await restoreBackup(target, file, { replace: true, ...quiet });
    const before = rowsOf((await contents(source)).household);
    const columns = Object.keys(before[0] ?? {});
    const after = rowsOf((await contents(target)).household).map((row) =>
      Object.fromEntries(columns.map((column) => [column, row[column]])),
    );
    expect(after).toEqual(before);
    expect(await migrate(target, migrationsFolder)).toEqual([]);
    await checkRowSecurity(target);
  });
});

/** Rows kept as ordered text; a newer schema may have given them more columns. */
const rowsOf = (kept: unknown): Record<string, unknown>[] =>
  (kept as string[]).map((row) => JSON.parse(row) as Record<string, unknown>);

function flip(bytes: Buffer, at: number): Buffer {
  const changed = Buffer.from(bytes);
  changed[at] = changed[at]! ^ 0xff;
  return changed;
}
