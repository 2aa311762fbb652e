import { type HouseholdToMatch, makeCandidateIndex } from '@benvung/domain/review/match-households';
import type { Db } from '../platform/database/database.ts';
import { type KnownHousehold, listKnownHouseholds } from './exchange.store.ts';

/** The households the registry knows in an area, ready to be met. */
export interface KnownHouseholds {
  readonly byId: ReadonlyMap<string, KnownHousehold>;
  /** Those that share any text by which a household can be found. */
  find(household: HouseholdToMatch): Set<KnownHousehold>;
}

const AT_ONCE = 500;

export async function readKnown(db: Db, path: string): Promise<KnownHouseholds> {
  const byId = new Map<string, KnownHousehold>();
  const index = makeCandidateIndex<KnownHousehold>();
  let after: string | null = null;
  do {
    const some: KnownHousehold[] = await listKnownHouseholds(db, { path, after, limit: AT_ONCE });
    for (const household of some) {
      byId.set(household.key, household);
      index.add(household);
    }
    after = some.length < AT_ONCE ? null : (some.at(-1)?.key ?? null);
  } while (after !== null);
  return { byId, find: index.find };
}
