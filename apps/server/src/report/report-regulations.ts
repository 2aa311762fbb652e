import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { NamedCode } from '@benvung/domain/report/report-form';
import { findStandard } from '@benvung/regulations/find-standard';
import { loadRegulations, type RegulationLibrary } from '@benvung/regulations/regulation-library';
import { repositoryFolder } from '../platform/server-folder.ts';

let library: RegulationLibrary | null = null;

function regulations(): RegulationLibrary {
  if (library !== null) return library;
  const home = join(repositoryFolder, 'packages/regulations');
  const folders = Object.keys(JSON.parse(readFileSync(join(home, 'hashes.json'), 'utf8')) as object);
  const files = folders.flatMap((folder) =>
    readdirSync(join(home, folder))
      .filter((file) => file.endsWith('.json'))
      .map((file) => `${folder}/${file}`),
  );
  const texts = ['hashes.json', ...files].map((file) => [file, readFileSync(join(home, file), 'utf8')]);
  library = loadRegulations(Object.fromEntries(texts));
  return library;
}

export interface StandardNames {
  readonly indicators: readonly NamedCode[];
  /** Deprivations that make a household poor; null where income alone may decide. */
  readonly povertyCutoffK: number | null;
}

/** The indicators of a standard in the order of the law, numbered `01` … as the counters name them. */
export function standardNames(standardId: string): StandardNames {
  const standard = findStandard(regulations(), standardId)?.standard;
  if (standard === undefined) return { indicators: [], povertyCutoffK: null };
  return {
    indicators: standard.indicators.map(({ label }, at) => ({
      code: String(at + 1).padStart(2, '0'),
      name: label.vi,
    })),
    povertyCutoffK: standard.method === 'line-and-deprivations' ? standard.povertyCutoffK : null,
  };
}

export const ethnicGroupName = (code: string): string | undefined =>
  regulations().ethnicGroups.find((group) => group.code === code)?.name;
