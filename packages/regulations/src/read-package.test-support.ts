import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { loadRegulations, type RegulationTexts } from './regulation-library.ts';

const home = fileURLToPath(new URL('../', import.meta.url));

/** The package's own JSON texts, as the server gives them to the loader. */
export function readPackage(): RegulationTexts {
  const kinds = [
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
    'report-period',
    'retention',
    'review-procedure',
    'scorecard',
    'target-indicator',
    'village-type',
    'working-calendar',
  ];
  const files = kinds
    .flatMap((kind) => readdirSync(`${home}${kind}`, { recursive: true }).map((file) => `${kind}/${file}`))
    .filter((file) => file.endsWith('.json'));
  return Object.fromEntries(
    [...files, 'hashes.json'].map((file) => [file.replaceAll('\\', '/'), readFileSync(home + file, 'utf8')]),
  );
}

export const packageLibrary = loadRegulations(readPackage());
