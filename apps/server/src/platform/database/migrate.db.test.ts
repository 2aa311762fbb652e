import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'kysely';
import { afterAll, beforeEach, expect, test } from 'vitest';
import { createTestPostgresql, describeOnEachDatabase } from '../testing/test-database.ts';
import { migrate, statementsOf } from './migrate.ts';
import { openPostgresql } from './open-postgresql.ts';

const root = mkdtempSync(join(tmpdir(), 'benvung-migrate-'));
let folder = '';
const put = (name: string, text: string) => writeFileSync(join(folder, name), text);

beforeEach(() => {
  folder = mkdtempSync(join(root, 'm-'));
});
afterAll(() => rmSync(root, { recursive: true, force: true }));

test('statements end at a semicolon outside dollar quotes', () => {
  const text = "-- first;\ncreate table a (b int);\ndo $$\nbegin\n  perform 1;\nend\n$$;\nselect ';' as x;\n";
  expect(statementsOf(text)).toEqual([
    'create table a (b int);',
    'do $$\nbegin\n  perform 1;\nend\n$$;',
    "select ';' as x;",
  ]);
});

describeOnEachDatabase('migrations', (open) => {
  test('run once, in order; one that fails leaves nothing and the ones before it stay', async () => {
    const handle = await open();
    await sql`delete from schema_migration`.execute(handle.db);
    put('0001-a.sql', 'create table made_first (id int);\n');
    put('0002-b.sql', 'create table made_second (id int);\nselect 1 / 0;\n');
    await expect(migrate(handle, folder)).rejects.toThrow('division by zero');
    const made =
      await sql`select to_regclass('made_first')::text as a, to_regclass('made_second')::text as b`.execute(
        handle.db,
      );
    expect(made.rows).toEqual([{ a: 'made_first', b: null }]);
    put('0002-b.sql', 'create table made_second (id int);\n');
    expect(await migrate(handle, folder)).toEqual(['0002-b.sql']);
    expect(await migrate(handle, folder)).toEqual([]);
    put('0001-a.sql', 'create table made_otherwise (id int);\n');
    await expect(migrate(handle, folder)).rejects.toThrow('0001-a.sql');
  });

  test('of a newer version refuse this one', async () => {
    const handle = await open();
    await expect(migrate(handle, folder)).rejects.toThrow('newer version');
  });
});

test.skipIf(!process.env.BENVUNG_TEST_DATABASE_URL)(
  'several servers that start at once migrate once',
  async () => {
    put('0001-a.sql', 'create table only_once (id int);\nselect pg_sleep(0.2);\n');
    const { address, drop } = await createTestPostgresql('template0');
    const servers = await Promise.all([1, 2, 3].map(() => openPostgresql(address, 2)));
    const applied = await Promise.all(servers.map((server) => migrate(server, folder)));
    expect(applied.flat()).toEqual(['0001-a.sql']);
    for (const server of servers) await server.close();
    await drop();
  },
);
