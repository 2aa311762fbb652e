import { type HouseholdToMatch, makeCandidateIndex } from '@benvung/domain/review/match-households';
import type { Db } from '../platform/database/database.ts';
import { type KnownHousehold, listKnownHouseholds } from './exchange.store.ts';

/** The households the registry knows in an area, ready to be met. */
export interface KnownHouseholds {
  readonly byId: ReadonlyMap<string, KnownHousehold>;
  /** Whether there was any, also when they are forgotten. */
  readonly some: boolean;
  /** Those that share any text by which a household can be found. */
  find(household: HouseholdToMatch): Set<KnownHousehold>;
  /** All were met: what is written after that needs the memory. */
  forget(): void;
}

const AT_ONCE = 500;

export async function readKnown(db: Db, path: string): Promise<KnownHouseholds> {
  const byId = new Map<string, KnownHousehold>();
  let index = makeCandidateIndex<KnownHousehold>();
  let after: string | null = null;
  do {
    const some: KnownHousehold[] = await listKnownHouseholds(db, { path, after, limit: AT_ONCE });
    for (const household of some) {
      byId.set(household.key, household);
      index.add(household);
    }
    after = some.length < AT_ONCE ? null : (some.at(-1)?.key ?? null);
  } while (after !== null);
  return {
    byId,
    some: byId.size > 0,
    find: (household) => index.find(household),
    forget: () => {
      byId.clear();
      index = makeCandidateIndex<KnownHousehold>();
    },
  };
}
