import { sql } from 'kysely';
import { afterAll, describe, expect, test } from 'vitest';
import { EXIT } from '../cli/command.ts';
import { describeOnEachDatabase, openTestPglite } from '../testing/test-database.ts';
import { checkRowSecurity } from './check-row-security.ts';
import type { DatabaseHandle } from './database.ts';

const refusal = (handle: DatabaseHandle) =>
  checkRowSecurity(handle).then(
    () => null,
    (error) => error,
  );

describeOnEachDatabase('a database is refused', (open) => {
  test('when a table with a scope has no row-level security, and is accepted when it has', async () => {
    const handle = await open();
    await checkRowSecurity(handle);
    await sql`alter table review_counter disable row level security`.execute(handle.db);
    const failure = await refusal(handle);
    expect(failure.exitCode).toBe(EXIT.environment);
    expect(failure.message).toContain('review_counter');
  });

  test('when the application owns a table, because owners bypass its policies', async () => {
    const handle = await open();
    await sql`grant create on schema public to benvung_app`.execute(handle.db);
    await sql`alter table review_counter owner to benvung_app`.execute(handle.db);
    expect((await refusal(handle)).exitCode).toBe(EXIT.environment);
  });
});

// Roles belong to a whole PostgreSQL server, which other tests share; the embedded database is ours alone.
describe('a database is refused when the role bypasses row-level security', () => {
  const opened: DatabaseHandle[] = [];
  afterAll(async () => {
    for (const handle of opened) await handle.close();
  });
  for (const power of ['bypassrls', 'superuser'])
    test(`by ${power}`, async () => {
      const handle = await openTestPglite();
      opened.push(handle);
      await sql.raw(`alter role benvung_app ${power}`).execute(handle.db);
      expect((await refusal(handle)).message).toContain('benvung_app');
    });
});
