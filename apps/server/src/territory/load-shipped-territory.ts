import { createHash } from 'node:crypto';
import { withPaths } from '@benvung/domain/territory/territory-history';
import type { ShippedState } from '@benvung/regulations/territory/shipped-territory';
import type { DatabaseHandle } from '../platform/database/database.ts';
import { newId } from '../platform/ids.ts';
import { readShippedStates, readShippedUnits } from './shipped-territory-files.ts';
import { addLoad, hasLoaded, readTerritoryStamp } from './territory.store.ts';
import { checkingReferencesAtTheEnd, copySuccessions, copyUnits } from './territory-write.store.ts';

export type ShippedLoad = 'loaded' | 'already-there' | 'kept-older';

/**
 * Puts the shipped lists into a new database; in one that has them it only looks at a hash, and in one made by an
 * older release it leaves the lists as they are: newer ones are loaded as files (`territory load`).
 */
export async function loadShippedTerritory(handle: DatabaseHandle, at: string): Promise<ShippedLoad> {
  const states = await readShippedStates();
  const contentHash = hashOf(states);
  if (await hasLoaded(handle.db, contentHash)) return 'already-there';
  if ((await readTerritoryStamp(handle.db)) !== '') return 'kept-older';
  const { units, successions } = await readShippedUnits(states);
  const placed = withPaths(units);
  await handle.withSession(async (session, db) => {
    await checkingReferencesAtTheEnd(session, async () => {
      await copyUnits(session, placed, new Set());
      await copySuccessions(session, successions);
    });
    await addLoad(db, { id: newId(), name: 'shipped', contentHash, at, by: 'system' });
  });
  return 'loaded';
}

function hashOf(states: readonly ShippedState[]): string {
  const hash = createHash('sha256');
  for (const state of states) hash.update(`${state.on} ${state.hash}\n`);
  return hash.digest('hex');
}
