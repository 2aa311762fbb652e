import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import type { DatabaseHandle } from './database.ts';
import { openPglite } from './open-pglite.ts';
import { settleParts } from './prepared-parts.ts';

const folder = mkdtempSync(join(tmpdir(), 'benvung-parts-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const run = (handle: DatabaseHandle, text: string) => handle.withSession((session) => session.query(text));
const numbers = async (handle: DatabaseHandle) =>
  (await run(handle, 'select n from sample order by n')).rows.map((row) => row.n);

test('what is written in parts comes to light together, and a stop in the middle leaves all of it or nothing', async () => {
  let handle = await openPglite({ folder, snapshot: process.env.BENVUNG_TEST_SNAPSHOT ?? '' });
  await run(handle, 'create table sample (n integer primary key)');
  const part = (name: string, n: number) =>
    handle.parts?.write(name, async (session) => {
      await session.query('insert into sample values ($1)', [n]);
    });

  await part('first', 1);
  await part('first', 2);
  expect(await numbers(handle)).toEqual([]);
  await handle.parts?.publish('first', async (session) => {
    await session.query('insert into sample values (3)');
  });
  expect(await numbers(handle)).toEqual([1, 2, 3]);

  await part('refused', 4);
  const refused = handle.parts?.publish('refused', async () => {
    throw new Error('no');
  });
  await expect(refused).rejects.toThrow('no');
  await handle.parts?.discard('refused');

  await handle.parts?.write(
    'over',
    (session) => session.query('update sample set n = 10 where n = 1').then(() => undefined),
    {
      holds: true,
    },
  );
  // the database would wait for ever: nobody else can end what it would wait for
  for (const sql of ['update sample set n = 11 where n = 1', 'select n from sample where n = 1 for update'])
    await expect(run(handle, sql)).rejects.toMatchObject({ code: '55P03' });
  expect(await numbers(handle)).toEqual([1, 2, 3]);
  await handle.parts?.discard('over');
  await run(handle, 'update sample set n = 1 where n = 1');

  await part('cut off', 5);
  await part('nearly', 6);
  await part('nearly', 7);
  // As a stop leaves it between the last commit and the parts coming to light.
  await run(handle, `insert into setting values ('publishing:nearly', 'true')`);
  await handle.close();

  handle = await openPglite({ folder });
  await settleParts(handle);
  expect(await numbers(handle)).toEqual([1, 2, 3, 6, 7]);
  expect((await run(handle, "select * from setting where name like 'publishing:%'")).rows).toEqual([]);
  expect((await run(handle, 'select gid from pg_prepared_xacts')).rows).toEqual([]);
  await handle.close();
});
