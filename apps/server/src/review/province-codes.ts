import type { Db } from '../platform/database/database.ts';
import { listUnitsOn } from '../territory/territory.public.ts';

/** The code of the province each path leads through, on the day the paths are of. */
export async function provinceCodesOf(
  db: Db,
  paths: readonly string[],
  day: string,
): Promise<(path: string) => string | null> {
  const provinceId = (path: string) => Number(path.split('/')[2] ?? 0);
  const ids = [...new Set(paths.map(provinceId))].filter((id) => id > 0);
  const codes = new Map((await listUnitsOn(db, ids, day)).map(({ id, code }) => [id, code]));
  return (path) => codes.get(provinceId(path)) ?? null;
}
