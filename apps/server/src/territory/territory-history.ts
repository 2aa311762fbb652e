import { openHistory, type TerritoryHistory } from '@benvung/domain/territory/territory-history';
import type { Db } from '../platform/database/database.ts';
import { readAllSuccessions, readAllUnits, readTerritoryStamp } from './territory.store.ts';

const LARGEST_CACHE = 4;
const known = new Map<string, TerritoryHistory>();

/**
 * All maps above the villages. Reference data that changes a few times in a decade: it is kept in memory under
 * the stamp of what was loaded, and read again when that changes.
 */
export async function readHistory(db: Db): Promise<TerritoryHistory> {
  const stamp = await readTerritoryStamp(db);
  const before = known.get(stamp);
  if (before !== undefined) return before;
  const history = openHistory(await readAllUnits(db), await readAllSuccessions(db));
  if (known.size >= LARGEST_CACHE) known.clear();
  if (stamp !== '') known.set(stamp, history);
  return history;
}
