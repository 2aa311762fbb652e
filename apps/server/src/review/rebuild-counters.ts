import { foldCounters, withoutZeros } from '@benvung/domain/review/counters';
import { compareCounters } from '@benvung/domain/review/movement-ledger';
import type { DatabaseHandle, Db } from '../platform/database/database.ts';
import { keepCounters } from './put-review-records.ts';
import { deleteCounters, readCounters } from './review-counter.store.ts';
import { listRecordsOfCommunes } from './review-record.store.ts';
import { listCommuneRounds, lockRoundsOfCommune } from './review-round.store.ts';

/**
 * Makes the kept counters of communes in a year anew from their records, in the caller's transaction.
 * @returns false when they were right and nothing was written.
 */
export async function rebuildCounters(
  db: Db,
  { year, communeIds, today }: { year: number; communeIds: readonly number[]; today: string },
): Promise<boolean> {
  const folded = foldCounters(await listRecordsOfCommunes(db, year, communeIds));
  for (const [key, line] of folded) if (!communeIds.includes(line.communeId)) folded.delete(key);
  if (compareCounters(await readCounters(db, year, communeIds), folded).length === 0) return false;
  await deleteCounters(db, year, communeIds);
  await keepCounters(db, withoutZeros(folded), today);
  return true;
}

/**
 * The same for everything under a path, a commune at a time: folded beside what is kept and put in its place in
 * one short transaction that holds off writers of that commune alone.
 */
export async function rebuildCountersUnder(
  handle: DatabaseHandle,
  { path, year, today }: { path: string; year: number | null; today: string },
): Promise<{ communes: number; replaced: number }> {
  const rounds = await listCommuneRounds(handle.db, path, year);
  let replaced = 0;
  for (const round of rounds) {
    const changed = await handle.withSession(async (_session, db) => {
      await lockRoundsOfCommune(db, round.year, round.communeId);
      return rebuildCounters(db, { year: round.year, communeIds: [round.communeId], today });
    });
    if (changed) replaced += 1;
  }
  return { communes: rounds.length, replaced };
}
