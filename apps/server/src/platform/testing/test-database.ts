import { fileURLToPath } from 'node:url';
import { afterAll, describe } from 'vitest';
import type { DatabaseHandle } from '../database/database.ts';
import { migrate } from '../database/migrate.ts';
import { openPglite } from '../database/open-pglite.ts';
import { openPostgresql } from '../database/open-postgresql.ts';

const migrations = fileURLToPath(new URL('../../../migrations', import.meta.url));

/**
 * Runs the same tests on PGlite and, when `BENVUNG_TEST_DATABASE_URL` is set, on PostgreSQL; a suite that
 * cannot run is skipped visibly. `open` gives a freshly migrated database, closed at the end of the suite.
 */
export function describeOnEachDatabase(
  title: string,
  suite: (open: () => Promise<DatabaseHandle>) => void,
): void {
  describe(`${title} (PGlite)`, () => {
    const opened: DatabaseHandle[] = [];
    afterAll(async () => {
      for (const handle of opened) await handle.close();
    });
    suite(async () => {
      const handle = await openPglite();
      opened.push(handle);
      await migrate(handle, migrations);
      return handle;
    });
  });

  const address = process.env.BENVUNG_TEST_DATABASE_URL;
  describe.skipIf(!address)(`${title} (PostgreSQL)`, () => {
    const dropped: (() => Promise<void>)[] = [];
    afterAll(async () => {
      for (const drop of dropped) await drop();
    });
    suite(async () => {
      const name = `benvung_test_${process.pid}_${Math.random().toString(36).slice(2, 10)}`;
      const server = await openPostgresql(address!, 1);
      await server.db.executeQuery({
        sql: `create database ${name}`,
        parameters: [],
        query: {} as never,
        queryId: {} as never,
      });
      const handle = await openPostgresql(withDatabase(address!, name), 4);
      await migrate(handle, migrations);
      dropped.push(async () => {
        await handle.close();
        await server.db.executeQuery({
          sql: `drop database ${name}`,
          parameters: [],
          query: {} as never,
          queryId: {} as never,
        });
        await server.close();
      });
      return handle;
    });
  });
}

function withDatabase(address: string, name: string): string {
  const url = new URL(address);
  url.pathname = `/${name}`;
  return url.href;
}
