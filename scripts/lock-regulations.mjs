// Adds the hash of each new folder of packages/regulations to hashes.json. A published folder is never
// edited: a folder whose content differs from its locked hash is refused; a new rule is a new folder.
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const home = fileURLToPath(new URL('../packages/regulations/', import.meta.url));
const KINDS = [
  'document-grounds',
  'duty-times',
  'ethnic-group',
  'grievance-procedure',
  'legal-act',
  'local-minority',
  'person-class',
  'place-designation',
  'plan-lexicon',
  'poverty-standard',
  'programme-tree',
  'questionnaire',
  'report-form',
  'report-period',
  'retention',
  'review-procedure',
  'scorecard',
  'target-indicator',
  'village-type',
  'working-calendar',
];

const folderNames = (path) =>
  readdirSync(path, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name)
    .sort();

/** Every `<kind>/<name>/<version>` of the package. */
export function listFolders() {
  return KINDS.flatMap((kind) =>
    folderNames(join(home, kind)).flatMap((name) =>
      folderNames(join(home, kind, name)).map((version) => `${kind}/${name}/${version}`),
    ),
  );
}

/** SHA-256 over the names and contents of a folder's files, line ends as `\n`. */
export function hashFolder(folder) {
  const hash = createHash('sha256');
  for (const file of readdirSync(join(home, folder)).sort()) {
    const content = readFileSync(join(home, folder, file), 'utf8').replaceAll('\r\n', '\n');
    hash.update(`${file}\0${content}\0`);
  }
  return hash.digest('hex');
}

export const readLock = () => JSON.parse(readFileSync(join(home, 'hashes.json'), 'utf8'));

function lock() {
  const hashes = readLock();
  const changed = Object.keys(hashes).filter((folder) => hashFolder(folder) !== hashes[folder]);
  if (changed.length > 0) {
    console.error(
      `Locked folders were changed: ${changed.join(', ')}. Undo that and add a new version folder.`,
    );
    process.exit(1);
  }
  const added = listFolders().filter((folder) => !(folder in hashes));
  for (const folder of added) hashes[folder] = hashFolder(folder);
  const sorted = Object.fromEntries(Object.entries(hashes).sort(([a], [b]) => (a < b ? -1 : 1)));
  writeFileSync(join(home, 'hashes.json'), `${JSON.stringify(sorted, null, 2)}\n`);
  console.log(added.length === 0 ? 'Nothing new to lock.' : `Locked: ${added.join(', ')}`);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) lock();
