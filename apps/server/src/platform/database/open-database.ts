import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { type Clock, clockOf } from '../clock.ts';
import { migrationsFolder, repositoryFolder } from '../server-folder.ts';
import type { DatabaseHandle } from './database.ts';
import { migrate } from './migrate.ts';
import { openPglite } from './open-pglite.ts';
import { openPostgresql } from './open-postgresql.ts';

export interface Environment {
  readonly [name: string]: string | undefined;
}

/** Where the embedded database and the server's socket live. */
export const dataFolderOf = (environment: Environment): string =>
  environment.BENVUNG_DATA || join(repositoryFolder, '.benvung');

/** Opens the database the environment names and brings its schema forward. */
export async function openReadyDatabase(
  environment: Environment,
): Promise<{ database: DatabaseHandle; clock: Clock }> {
  const database = await openNamed(environment);
  try {
    await migrate(database, migrationsFolder);
    return { database, clock: await clockOf(database.db) };
  } catch (error) {
    await database.close();
    throw error;
  }
}

async function openNamed(environment: Environment): Promise<DatabaseHandle> {
  if (environment.DATABASE_URL) return openPostgresql(environment.DATABASE_URL);
  const folder = dataFolderOf(environment);
  mkdirSync(folder, { recursive: true });
  return openPglite({ folder: join(folder, 'database') });
}
