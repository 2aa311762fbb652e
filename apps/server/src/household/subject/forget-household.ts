import { personSortKey, searchKey } from '@benvung/domain/shared/vietnamese-text';
import { newId } from '../../platform/ids.ts';
import type { RetentionSweeper } from '../../platform/retention-sweeper.ts';
import { countForgettable, forgetHouseholds, listForgettable } from './forget-household.store.ts';
import { forgetPapers } from './forget-papers.store.ts';
import { forgetSubjectRequests } from './subject-requests.store.ts';

/** What stands in the place of a name whose period is over. */
export const FORGOTTEN_NAME = 'Đã xóa theo thời hạn lưu';
const FORGOTTEN = {
  name: FORGOTTEN_NAME,
  searchKey: searchKey(FORGOTTEN_NAME),
  sortKey: personSortKey(FORGOTTEN_NAME),
};
const AT_ONCE = 200;

/**
 * Households whose file was closed and that no review of the period names: names, numbers, days of birth, health,
 * ethnicity, address, place, frozen answers and the household's own papers go; results, counters and the fact that it happened stay, so that
 * every table and the ledger still add up.
 */
export const endedHouseholdSweeper: RetentionSweeper<'endedHousehold'> = {
  kind: 'endedHousehold',
  label: 'hồ sơ hộ đã khép, xóa danh tính (closed households, made anonymous)',
  count: ({ db }, before) => countForgettable(db, before.slice(0, 10), FORGOTTEN_NAME),
  sweep: async (database, before, at) => {
    let taken = 0;
    for (;;) {
      const some = await database.db.transaction().execute(async (db) => {
        const due = await listForgettable(db, before.slice(0, 10), { not: FORGOTTEN_NAME, most: AT_ONCE });
        // Before the numbers go by which they are known.
        await forgetSubjectRequests(db, due, { name: FORGOTTEN_NAME, at });
        await forgetHouseholds(db, due, { ...FORGOTTEN, at, eventIds: due.map(() => newId()) });
        await forgetPapers(db, due, { name: FORGOTTEN_NAME, at });
        return due.length;
      });
      taken += some;
      if (some < AT_ONCE) return taken;
    }
  },
};
