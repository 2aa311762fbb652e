import type { ProgrammeTree } from '@benvung/domain/programme/programme-tree';
import { compareDays } from '@benvung/domain/shared/day';
import { programmeTreeSchema } from '@benvung/regulations/programme-tree.schema';
import type { Db } from '../platform/database/database.ts';
import { listLoadedLaw } from '../review/review.public.ts';
import { regulations } from '../standard/standard.public.ts';

/** Every programme, oldest first; a loaded tree stands before the shipped one of its id. */
export async function readProgrammes(db: Db): Promise<readonly ProgrammeTree[]> {
  const loaded = (await listLoadedLaw(db, 'programme-tree')).map(({ content }) =>
    programmeTreeSchema.parse(content),
  );
  const own = new Set(loaded.map(({ id }) => id));
  return [...regulations().programmeTrees.filter(({ id }) => !own.has(id)), ...loaded].sort((a, b) =>
    compareDays(a.from, b.from),
  );
}
