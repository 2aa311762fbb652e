import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { loadRegulations, type RegulationLibrary } from '@benvung/regulations/regulation-library';
import { repositoryFolder } from '../platform/server-folder.ts';

let library: RegulationLibrary | undefined;

/** The law as shipped with this version, read once; from the sources and from the bundle alike. */
export function regulations(): RegulationLibrary {
  library ??= readRegulations(join(repositoryFolder, 'packages', 'regulations'));
  return library;
}

/** What the folder of a version, known by its hash, says of its sources; empty when this version ships none. */
export function readSourceText(hash: string): string {
  const home = join(repositoryFolder, 'packages', 'regulations');
  const hashes = JSON.parse(readFileSync(join(home, 'hashes.json'), 'utf8')) as Record<string, string>;
  const folder = Object.keys(hashes).find((each) => hashes[each] === hash);
  const file = folder === undefined ? '' : join(home, folder, 'source.md');
  return file !== '' && existsSync(file) ? readFileSync(file, 'utf8') : '';
}

function readRegulations(home: string): RegulationLibrary {
  const hashes = readFileSync(join(home, 'hashes.json'), 'utf8');
  const texts: Record<string, string> = { 'hashes.json': hashes };
  for (const folder of Object.keys(JSON.parse(hashes) as object))
    for (const file of readdirSync(join(home, folder)))
      if (file.endsWith('.json')) texts[`${folder}/${file}`] = readFileSync(join(home, folder, file), 'utf8');
  return loadRegulations(texts);
}
