import type { DatabaseHandle } from '../platform/database/database.ts';
import { reserveUnitIds } from './exchange.store.ts';

const IDS_AHEAD = 6000;

/** Ids for new villages are fetched between chunks; a dry run makes up its own, for counting only. */
export function makeVillageIds(database: DatabaseHandle, dryRun: boolean) {
  let ids: number[] = [];
  let madeUp = 0;
  return {
    next: (): number => {
      const id = ids.pop();
      if (id !== undefined) return id;
      madeUp -= 1;
      if (!dryRun) throw new Error('A chunk of rows named more new villages than were reserved.');
      return madeUp;
    },
    refill: async (): Promise<void> => {
      if (dryRun || ids.length >= IDS_AHEAD / 2) return;
      ids = [...(await reserveUnitIds(database.db, IDS_AHEAD)).reverse(), ...ids];
    },
  };
}
