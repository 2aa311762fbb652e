import { sql } from 'kysely';
import { afterAll, describe, expect, test } from 'vitest';
import { openTestPglite } from '../testing/test-database.ts';

describe('the one session of the embedded database', async () => {
  const handle = await openTestPglite();
  afterAll(() => handle.close());
  const ask = () => sql`select 1 as one`.execute(handle.db);

  test.each([
    ['withSession', () => handle.withSession(ask)],
    ['a transaction', () => handle.db.transaction().execute(ask)],
    [
      'a transaction of its own isolation',
      () => handle.db.transaction().setIsolationLevel('repeatable read').execute(ask),
    ],
    ['withSession, for another session', () => handle.withSession(() => handle.withSession(async () => 1))],
    ['withSession, after a while', () => handle.withSession(() => Promise.resolve().then(ask))],
  ])('is not waited for by who holds it: %s', async (_title, work) => {
    await expect(work()).rejects.toThrow('this call already holds it');
    expect((await ask()).rows).toEqual([{ one: 1 }]);
  });

  test('is waited for by everybody else, also by what a session began and left behind', async () => {
    let later: Promise<unknown> = Promise.resolve();
    let go: () => void = () => undefined;
    const told = new Promise<void>((resolve) => {
      go = resolve;
    });
    await handle.withSession(async () => {
      later = told.then(ask);
    });
    go();
    expect(await later).toMatchObject({ rows: [{ one: 1 }] });
    const both = [handle.withSession(async (session) => session.query('select 1 as one')), ask()];
    expect(await Promise.all(both)).toMatchObject([{ rows: [{ one: 1 }] }, { rows: [{ one: 1 }] }]);
  });
});
