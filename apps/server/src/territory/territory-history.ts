import { openHistory, type TerritoryHistory } from '@benvung/domain/territory/territory-history';
import type { Db } from '../platform/database/database.ts';
import { readAllSuccessions, readAllUnits, readTerritoryStamp } from './territory.store.ts';

const LARGEST_CACHE = 4;
const known = new Map<string, Promise<TerritoryHistory>>();

/**
 * All maps above the villages. Reference data that changes a few times in a decade: it is kept in memory under
 * the stamp of what was loaded, and read again when that changes. Who asks while another reads it waits for that
 * reading: after a start everybody asks at once.
 */
export async function readHistory(db: Db): Promise<TerritoryHistory> {
  const stamp = await readTerritoryStamp(db);
  const before = known.get(stamp);
  // A reading that failed with its own transaction says nothing of ours.
  if (before !== undefined) return before.catch(() => readAll(db));
  const reading = readAll(db);
  if (stamp === '') return reading;
  if (known.size >= LARGEST_CACHE) known.clear();
  known.set(stamp, reading);
  reading.catch(() => known.delete(stamp));
  return reading;
}

const readAll = async (db: Db): Promise<TerritoryHistory> =>
  openHistory(await readAllUnits(db), await readAllSuccessions(db));
