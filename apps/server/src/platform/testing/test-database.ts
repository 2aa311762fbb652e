import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { afterAll, describe } from 'vitest';
import type { DatabaseHandle } from '../database/database.ts';
import { openPglite } from '../database/open-pglite.ts';
import { openPostgresql } from '../database/open-postgresql.ts';
import { onServer, withDatabase } from './database-address.ts';

type OpenDatabase = () => Promise<DatabaseHandle>;

/**
 * Runs the same tests on PGlite and on PostgreSQL; where no PostgreSQL can run they are skipped visibly.
 * `open` gives a freshly migrated database, closed (and dropped) at the end of the suite.
 */
export function describeOnEachDatabase(title: string, suite: (open: OpenDatabase) => void): void {
  describe(`${title} (PGlite)`, () => suite(closedAtTheEnd(openTestPglite)));
  const address = process.env.BENVUNG_TEST_DATABASE_URL;
  describe.skipIf(!address)(`${title} (PostgreSQL)`, () => suite(closedAtTheEnd(openTestPostgresql)));
}

function closedAtTheEnd(open: OpenDatabase): OpenDatabase {
  const opened: DatabaseHandle[] = [];
  afterAll(async () => {
    for (const handle of opened) await handle.close();
  });
  return async () => {
    const handle = await open();
    opened.push(handle);
    return handle;
  };
}

/** What the types of Node leave out. */
const engines = globalThis as unknown as {
  readonly WebAssembly: { compile(bytes: Uint8Array): Promise<object> };
  pgliteEngine?: Promise<object>;
};
/** While somebody holds the compiled engine, V8 takes it for every PGlite; else each one compiles nine megabytes anew. */
engines.pgliteEngine ??= readFile(
  createRequire(import.meta.url).resolve('@electric-sql/pglite/pglite.wasm'),
).then((bytes) => engines.WebAssembly.compile(bytes));

/** A migrated PGlite in memory, from the snapshot the global setup made. */
export const openTestPglite: OpenDatabase = () =>
  openPglite({ snapshot: process.env.BENVUNG_TEST_SNAPSHOT! });

let made = 0;

/** A new database; migrated unless `template` says "template0". Returns its address and how to drop it. */
export async function createTestPostgresql(
  template = process.env.BENVUNG_TEST_TEMPLATE!,
): Promise<{ address: string; drop(): Promise<void> }> {
  const server = process.env.BENVUNG_TEST_DATABASE_URL!;
  made += 1;
  const name = `benvung_test_${process.pid}_${made}`;
  await onServer(server, `create database ${name} template ${template}`);
  return {
    address: withDatabase(server, name),
    drop: () => onServer(server, `drop database if exists ${name} with (force)`),
  };
}

export const openTestPostgresql: OpenDatabase = async () => {
  const { address, drop } = await createTestPostgresql();
  const handle = await openPostgresql(address, 4);
  return {
    ...handle,
    close: async () => {
      await handle.close();
      await drop();
    },
  };
};
