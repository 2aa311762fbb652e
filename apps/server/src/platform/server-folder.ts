import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

function findUpwards(name: string): string {
  let folder = dirname(fileURLToPath(import.meta.url));
  for (;;) {
    const file = join(folder, 'package.json');
    if (existsSync(file) && JSON.parse(readFileSync(file, 'utf8')).name === name) return folder;
    const parent = dirname(folder);
    if (parent === folder) throw new Error(`No package ${name} above ${import.meta.url}`);
    folder = parent;
  }
}

/** `apps/server`, the same from the sources and from the bundle. */
export const serverFolder = findUpwards('@benvung/server');
export const repositoryFolder = dirname(dirname(serverFolder));
export const migrationsFolder = join(serverFolder, 'migrations');
export const webFolder = join(repositoryFolder, 'apps', 'web', 'dist');
export const version: string = JSON.parse(readFileSync(join(serverFolder, 'package.json'), 'utf8')).version;
