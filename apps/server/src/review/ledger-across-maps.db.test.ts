import { sampleClosing } from '@benvung/domain/review/review-record.sample';
import { sql } from 'kysely';
import { beforeEach, expect, test } from 'vitest';
import type { DatabaseHandle } from '../platform/database/database.ts';
import { describeOnEachDatabase } from '../platform/testing/test-database.ts';
import { findUnitOn } from '../territory/territory.public.ts';
import { openRounds } from './open-round.ts';
import { putReviewRecords } from './put-review-records.ts';
import { readLedger } from './read-ledger.ts';
import {
  openTestRounds,
  testHouseholdId,
  testRecord,
  writeTestHousehold,
  writeTestMerge,
  writeTestTerritory,
} from './review.test-support.ts';
import { verifyLedger } from './verify-ledger.ts';

const today = '2025-10-01';
/** Commune, village and its commune's path from 1/7/2025 of the poor of 2024. */
const POOR = [
  [7, 71, '/1/46/10/71/'],
  [8, 81, '/1/46/10/81/'],
  [9, 91, '/1/46/11/91/'],
] as const;

describeOnEachDatabase('the ledger of 2025 over the map of 1/7/2025', (open) => {
  let handle: DatabaseHandle;
  beforeEach(async () => {
    handle = await open();
    await writeTestTerritory(handle.db);
  });

  /** The poor of 2024 in the given old communes, on the new map, and the rounds of 2025 opened from them. */
  const openNewYear = async (communes: readonly number[]) => {
    const { db } = handle;
    const rounds = await openTestRounds(db, 2024);
    for (const [at, [communeId, villageId, scopePath]] of POOR.entries()) {
      if (!communes.includes(communeId)) continue;
      const householdId = testHouseholdId(at + 1);
      await writeTestHousehold(db, householdId, villageId);
      const closing = sampleClosing({ villageId, persons: 3 });
      const record = testRecord(rounds.get(communeId)!, { householdId, opening: null, closing });
      expect(await putReviewRecords(db, [record], { today: '2024-12-01' })).toMatchObject({ ok: true });
      await sql`update review_record set scope_path = ${scopePath} where household_id = ${householdId}`.execute(
        db,
      );
    }
    await writeTestMerge(db);
    const opened = await openRounds(db, {
      year: 2025,
      kind: 'PERIODIC',
      communes: [10, 11].map((communeId) => ({ communeId, scopePath: `/1/46/${communeId}/` })),
      standardId: 'VN-2022',
      standardHash: 'x',
      localStandard: null,
      referenceDay: '2025-12-31',
      today,
      source: 'thử',
      demonstration: false,
      carryOver: true,
    });
    expect(opened).toMatchObject({ ok: true });
  };
  const verify = () => verifyLedger(handle.db, { path: '/1/', year: 2025 });

  test('a commune of whole communes opens with what they closed with', async () => {
    await openNewYear([8, 9]);
    expect(await verify()).toMatchObject({ problems: [], notCompared: { firstYear: 0, split: [] } });
  });

  test('a household lost at the merge is named, in the commune and in its village', async () => {
    await openNewYear([8, 9]);
    await sql`update review_counter set poor_households = 3
      where year = 2024 and commune_id = 9 and measure = 'closing'`.execute(handle.db);
    const { problems } = await verify();
    expect(
      problems.map(({ kind, communeId, villageId, detail }) => [kind, communeId, villageId, detail]),
    ).toEqual([
      ['opening', 11, 0, expect.stringContaining('đầu kỳ 1 ≠ cuối kỳ năm trước 3')],
      ['opening', 11, 91, expect.stringContaining('đầu kỳ 1 ≠ cuối kỳ năm trước 3')],
    ]);
  });

  test('only communes with a part of a split one are not compared, and listed; their villages still are', async () => {
    await openNewYear([7, 8, 9]);
    expect(await verify()).toMatchObject({
      problems: [],
      notCompared: {
        firstYear: 0,
        split: [
          { year: 2025, communeId: 10, partsOf: [7] },
          { year: 2025, communeId: 11, partsOf: [7] },
        ],
      },
    });
    await sql`update review_counter set poor_persons = 9
      where year = 2024 and village_id = 71 and measure = 'closing'`.execute(handle.db);
    const { problems } = await verify();
    expect(problems.map(({ kind, communeId, villageId }) => [kind, communeId, villageId])).toEqual([
      ['opening', 10, 71],
    ]);
  });

  test('a commune without results the year before has nothing to be compared with', async () => {
    await openNewYear([8]);
    expect(await verify()).toMatchObject({ problems: [], notCompared: { firstYear: 1, split: [] } });
  });

  test('under another standard than last year’s the opening is re-based beside the former closing', async () => {
    await openNewYear([8, 9]);
    await sql`update review_round set standard_id = 'VN-2016' where year = 2024`.execute(handle.db);
    await sql`update review_counter set standard_id = 'VN-2016' where year = 2024`.execute(handle.db);
    const province = (await findUnitOn(handle.db, 46, today))!;
    const { formerStandard, lines, total } = await readLedger(handle.db, {
      unit: province,
      year: 2025,
      today,
    });
    expect(formerStandard).toBe('VN-2016');
    const poor = (entries: typeof total) =>
      entries.filter((entry) => entry.class === 'POOR').map(({ formerClosing }) => formerClosing);
    expect(lines.map(({ entries }) => poor(entries))).toEqual([
      [1, 3],
      [1, 3],
    ]);
    expect(poor(total)).toEqual([2, 6]);
  });
});
