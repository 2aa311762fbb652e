import type { OfficialTable } from '@benvung/contract/report';
import { sql } from 'kysely';
import { rangeOf } from '../platform/database/area-scope.ts';
import type { Db } from '../platform/database/database.ts';
import { findPovertyStandard, isLocalStandard } from '../standard/standard.public.ts';
import { findYearOfRounds } from './figures.store.ts';

/** The standards the rounds under a path classify under in a year, the nation's first. */
export async function standardsAtWork(
  db: Db,
  { year, path, standardId }: { year: number; path: string; standardId: string },
): Promise<NonNullable<OfficialTable['standards']>> {
  const { from, to } = rangeOf(path);
  const { rows } = await sql<{ id: string }>`select distinct local_standard_id as id from review_round
    where year = ${year} and scope_path >= ${from} and scope_path < ${to} and local_standard_id is not null
    order by 1`.execute(db);
  const national = isLocalStandard(standardId) ? (await findYearOfRounds(db, year))?.standardId : standardId;
  return [...(national === undefined ? [] : [national]), ...rows.map(({ id }) => id)].map((id) => ({
    id,
    title: findPovertyStandard(id)?.standard.title ?? { vi: id, en: id },
    local: isLocalStandard(id),
  }));
}
