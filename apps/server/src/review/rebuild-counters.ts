import { addToCounters, type Counters, withoutZeros } from '@benvung/domain/review/counters';
import type { Db } from '../platform/database/database.ts';
import { keepCounters } from './put-review-records.ts';
import { deleteCounters } from './review-counter.store.ts';
import { listRecordsOfCommunes } from './review-record.store.ts';

/** Makes the kept counters of communes in a year anew from their records. */
export async function rebuildCounters(
  db: Db,
  { year, communeIds, today }: { year: number; communeIds: readonly number[]; today: string },
): Promise<void> {
  const counters: Counters = new Map();
  for (const record of await listRecordsOfCommunes(db, year, communeIds)) addToCounters(counters, record, 1);
  for (const [key, line] of counters) if (!communeIds.includes(line.communeId)) counters.delete(key);
  await deleteCounters(db, year, communeIds);
  await keepCounters(db, withoutZeros(counters), today);
}
