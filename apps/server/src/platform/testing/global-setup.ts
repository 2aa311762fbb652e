import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'esbuild';
import { migrate } from '../database/migrate.ts';
import { openPglite } from '../database/open-pglite.ts';
import { openPostgresql } from '../database/open-postgresql.ts';
import { migrationsFolder, serverFolder } from '../server-folder.ts';
import { onServer, withDatabase } from './database-address.ts';
import { startThrowAwayCluster } from './throw-away-cluster.ts';

const folder = join(serverFolder, 'dist', 'test');

/**
 * Once before all tests: the PGlite worker is bundled, a migrated PGlite is dumped, and on PostgreSQL (the
 * one of `BENVUNG_TEST_DATABASE_URL`, else a throw-away cluster) a migrated template database is made.
 */
export default async function setup(): Promise<(() => Promise<void>) | undefined> {
  const asked = process.argv.slice(2).filter((word) => word.includes('/'));
  if (asked.length > 0 && asked.every((pattern) => pattern.startsWith('packages/'))) return undefined;
  mkdirSync(folder, { recursive: true });
  process.env.BENVUNG_PGLITE_WORKER = await bundleWorker();
  process.env.BENVUNG_TEST_SNAPSHOT = await dumpMigratedPglite();
  return preparePostgresql();
}

function putInPlace(file: string, content: Uint8Array): void {
  const draft = `${file}.${process.pid}`;
  writeFileSync(draft, content);
  renameSync(draft, file);
}

const hashOf = (...parts: (string | Uint8Array)[]): string => {
  const hash = createHash('sha256');
  for (const part of parts) hash.update(part);
  return hash.digest('hex').slice(0, 16);
};

async function bundleWorker(): Promise<string> {
  const { outputFiles } = await build({
    entryPoints: [join(serverFolder, 'src/platform/database/pglite/pglite-worker.ts')],
    bundle: true,
    write: false,
    platform: 'node',
    format: 'esm',
    target: 'node20',
    packages: 'external',
  });
  const { contents } = outputFiles[0]!;
  const file = join(folder, `pglite-worker-${hashOf(contents)}.js`);
  if (!existsSync(file)) putInPlace(file, contents);
  return file;
}

const migrationTexts = (): string[] =>
  readdirSync(migrationsFolder)
    .sort()
    .map((name) => `${name}\n${readFileSync(join(migrationsFolder, name), 'utf8')}`);

async function dumpMigratedPglite(): Promise<string> {
  const engine = readFileSync(join(serverFolder, 'package.json'), 'utf8');
  const file = join(folder, `migrated-${hashOf(engine, ...migrationTexts())}.tar`);
  if (existsSync(file)) return file;
  for (const name of readdirSync(folder))
    if (/^migrated-.*\.tar$/.test(name)) rmSync(join(folder, name), { force: true });
  const handle = await openPglite();
  await migrate(handle, migrationsFolder);
  putInPlace(file, await handle.dump());
  await handle.close();
  return file;
}

async function preparePostgresql(): Promise<() => Promise<void>> {
  const given = process.env.BENVUNG_TEST_DATABASE_URL;
  const cluster = given ? undefined : await startThrowAwayCluster();
  const address = given || cluster?.address;
  if (address === undefined) {
    if (process.env.CI) throw new Error('In CI the database tests must run on PostgreSQL too: install it.');
    process.stderr.write('PostgreSQL is not at hand: its database tests are skipped.\n');
    return async () => undefined;
  }
  const template = `benvung_template_${process.pid}`;
  await onServer(address, `create database ${template}`);
  const handle = await openPostgresql(withDatabase(address, template), 1);
  await migrate(handle, migrationsFolder);
  await handle.close();
  process.env.BENVUNG_TEST_DATABASE_URL = address;
  process.env.BENVUNG_TEST_TEMPLATE = template;
  return async () => {
    if (cluster !== undefined) await cluster.stop();
    else await onServer(address, `drop database if exists ${template}`);
    if (given === undefined) delete process.env.BENVUNG_TEST_DATABASE_URL;
  };
}
