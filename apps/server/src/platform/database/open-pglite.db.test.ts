import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { describeOnEachDatabase } from '../testing/test-database.ts';
import type { DatabaseHandle } from './database.ts';
import { tidy } from './keep-tidy.ts';
import { openPglite } from './open-pglite.ts';

describeOnEachDatabase('both databases answer alike', (open) => {
  let handle: DatabaseHandle;
  beforeAll(async () => {
    handle = await open();
  });

  test('for every type a parameter or a column may have', async () => {
    const { db } = handle;
    const json = { họ: ['Nguyễn', null, 1.5, { sâu: true }] };
    const answer = await sql<Record<string, unknown>>`select
      ${1}::int as whole, ${2 ** 40}::bigint as large, ${true}::boolean as yes, ${'Ế\t\\'}::text as words,
      ${JSON.stringify(json)}::jsonb as json, ${['a,b', 'c"d', '']}::text[] as list, ${[1, 2]}::int[] as numbers,
      ${[true, false]}::boolean[] as flags, ${'2024-10-15'}::date as day, ${null}::text as nothing,
      ${'2024-10-15T10:00:00+07:00'}::timestamptz as moment, ${'12.50'}::numeric as exact, ${0.1}::double precision as float,
      ${'0192a5a0-0000-7000-8000-000000000000'}::uuid as id`.execute(db);
    expect(answer.rows[0]).toEqual({
      whole: 1,
      large: 2 ** 40,
      yes: true,
      words: 'Ế\t\\',
      json,
      list: ['a,b', 'c"d', ''],
      numbers: [1, 2],
      flags: [true, false],
      day: '2024-10-15',
      nothing: null,
      moment: '2024-10-15T03:00:00.000Z',
      exact: '12.50',
      float: 0.1,
      id: '0192a5a0-0000-7000-8000-000000000000',
    });
  });

  test('with the code and constraint of a refused row, and go on afterwards', async () => {
    const { db } = handle;
    const write = () => sql`insert into setting (name, value) values ('twice', '1')`.execute(db);
    await write();
    await expect(write()).rejects.toMatchObject({
      code: '23505',
      constraint: 'setting_pk',
      table: 'setting',
    });
    expect((await sql`select 1 as one`.execute(db)).rows).toEqual([{ one: 1 }]);
  });

  test('when a session fails: nothing of it stays, the next one works', async () => {
    const { db, withSession } = handle;
    const cut = withSession(async (session) => {
      await session.copyIn({ table: 'setting', columns: ['name', 'value'] }, ['cut\t1\n']);
      throw new Error('cut');
    });
    await expect(cut).rejects.toThrow('cut');
    expect((await sql`select name from setting where name = 'cut'`.execute(db)).rows).toEqual([]);
  });

  test('to counted writes and to many askers at once', async () => {
    const { db } = handle;
    const writes = Array.from({ length: 20 }, (_, number) =>
      db
        .transaction()
        .execute((trx) =>
          sql`insert into setting (name, value) values (${`n${number}`}, ${JSON.stringify(number)}::jsonb)`.execute(
            trx,
          ),
        ),
    );
    await Promise.all(writes);
    const removed = await sql`delete from setting where name like 'n%'`.execute(db);
    expect(removed.numAffectedRows).toBe(20n);
  });
});

describe('an embedded database in a folder', () => {
  const root = mkdtempSync(join(tmpdir(), 'benvung-pglite-'));
  afterAll(() => rmSync(root, { recursive: true, force: true }));

  test('keeps what was written, through vacuum and checkpoint, and is tidied only where rows died', async () => {
    const folder = join(root, 'database');
    const first = await openPglite({ folder });
    await sql`create table noted (number int)`.execute(first.db);
    await sql`insert into noted select generate_series(1, 5000)`.execute(first.db);
    await sql`delete from noted where number > 10`.execute(first.db);
    const names = await tidy(first);
    expect(names).toEqual(['noted']);
    expect(await tidy(first)).toEqual([]);
    await first.close();
    const second = await openPglite({ folder });
    const kept = await sql<{ count: number }>`select count(*) from noted`.execute(second.db);
    expect(kept.rows).toEqual([{ count: 10 }]);
    await second.close();
  });
});
