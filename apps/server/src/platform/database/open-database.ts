import { join } from 'node:path';
import { sql } from 'kysely';
import { type Clock, clockOf } from '../clock.ts';
import { migrationsFolder, repositoryFolder } from '../server-folder.ts';
import { checkRowSecurity, joinApplicationRole } from './check-row-security.ts';
import type { DatabaseHandle } from './database.ts';
import { type FillDatabase, openEmbedded } from './embedded-home.ts';
import { migrate, oneServerAtATime } from './migrate.ts';
import { openPostgresql } from './open-postgresql.ts';

export interface Environment {
  readonly [name: string]: string | undefined;
}

/** Where the embedded database and the server's socket live. */
export const dataFolderOf = (environment: Environment): string =>
  environment.BENVUNG_DATA || join(repositoryFolder, '.benvung');

export interface FirstLoad {
  /** The lists every database needs (territory); called whenever it holds none. */
  readonly loadLists: FillDatabase;
  /** What only a new embedded database gets, such as the demonstration. */
  readonly loadNew?: FillDatabase;
}

export interface ReadyDatabase {
  readonly database: DatabaseHandle;
  readonly clock: Clock;
  /** True when the embedded database was made just now. */
  readonly created: boolean;
}

/** Opens the database the environment names, brings its schema forward and checks its row-level security. */
export async function openReadyDatabase(environment: Environment, load: FirstLoad): Promise<ReadyDatabase> {
  const address = environment.DATABASE_URL;
  const { database, created } = address
    ? { database: await openPostgresql(address), created: false }
    : await openEmbedded(dataFolderOf(environment), async (handle) => {
        await makeReady(handle, load.loadLists);
        await load.loadNew?.(handle);
      });
  try {
    await makeReady(database, load.loadLists);
    return { database, clock: await clockOf(database.db), created };
  } catch (error) {
    await database.close();
    throw error;
  }
}

async function makeReady(handle: DatabaseHandle, loadLists: FillDatabase): Promise<void> {
  await migrate(handle, migrationsFolder);
  await joinApplicationRole(handle);
  await checkRowSecurity(handle);
  if (await holdsLists(handle)) return;
  await oneServerAtATime(handle, async () => {
    if (!(await holdsLists(handle))) await loadLists(handle);
  });
}

async function holdsLists(handle: DatabaseHandle): Promise<boolean> {
  const found = await sql<{ there: boolean }>`
    select exists (select from territory_unit) as there`.execute(handle.db);
  return found.rows[0]?.there === true;
}
