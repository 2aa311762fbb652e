import { ok, type Problem, type Result, refuse } from '@benvung/domain/shared/result';
import { deleteDemonstrationAccounts } from '../access/access.public.ts';
import { writeAudit } from '../platform/audit/audit.store.ts';
import type { DatabaseHandle, Db } from '../platform/database/database.ts';
import { rebuildCounters } from '../review/review.public.ts';
import { findDemonstrationMark, unmarkDemonstration } from './demonstration.store.ts';
import { removeDocuments } from './document-removal.store.ts';
import type { DemonstrationProblemCode } from './load-demonstration.ts';
import { LAST_VILLAGE_ID, villageIdOf } from './plan-province.ts';
import {
  type Removed,
  removeDuties,
  removeHouseholds,
  removeOnlineRequests,
  removePlans,
  removeProcedures,
  removeRounds,
  removeTargets,
  removeVillages,
  removeWorkOfAccounts,
} from './removal.store.ts';

/**
 * Takes everything of the demonstration out again, its accounts and its own day included, in one transaction.
 * What is not the demonstration's stays, and so does the log, which says what was removed.
 */
export async function removeDemonstration(
  handle: DatabaseHandle,
  { at, actor, today }: { at: string; actor: string; today: string },
): Promise<Result<Removed, Problem<DemonstrationProblemCode>>> {
  if ((await findDemonstrationMark(handle.db)) === undefined) return refuse('demonstration.not-loaded');
  return handle.withSession(async (_session, db) => {
    await removeDocuments(db);
    await removeDuties(db);
    await removeWorkOfAccounts(db);
    await removeTargets(db);
    await removePlans(db);
    // Before the villages: an account of one village would keep it.
    await deleteDemonstrationAccounts(db);
    const removed = await removeRows(db, today);
    await unmarkDemonstration(db);
    const by = { accountId: null, actor, at };
    await writeAudit(db, by, [{ act: 'demonstration.remove', scopePath: '/1/', detail: { ...removed } }]);
    return ok(removed);
  });
}

async function removeRows(db: Db, today: string): Promise<Removed> {
  await removeOnlineRequests(db);
  await removeProcedures(db);
  const people = await removeHouseholds(db);
  const { rounds, inUse } = await removeRounds(db);
  for (const { year, communeId } of inUse)
    await rebuildCounters(db, { year, communeIds: [communeId], today });
  const villages = await removeVillages(db, villageIdOf('00000', 0), LAST_VILLAGE_ID);
  return { ...people, rounds, villages };
}
