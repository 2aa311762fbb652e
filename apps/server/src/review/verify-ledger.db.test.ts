import { sampleClosing, sampleOpening } from '@benvung/domain/review/review-record.sample';
import { sql } from 'kysely';
import { beforeEach, expect, test } from 'vitest';
import type { DatabaseHandle } from '../platform/database/database.ts';
import { describeOnEachDatabase } from '../platform/testing/test-database.ts';
import { closeRound } from './close-round.ts';
import { correctRecords } from './correct-records.ts';
import { lockYear } from './lock-year.ts';
import { putReviewRecords } from './put-review-records.ts';
import { rebuildCountersUnder } from './rebuild-counters.ts';
import {
  openTestRounds,
  testHouseholdId,
  testRecord,
  writeTestBases,
  writeTestHousehold,
  writeTestTerritory,
} from './review.test-support.ts';
import { listRecordsOfCommunes } from './review-record.store.ts';
import { verifyLedger } from './verify-ledger.ts';

describeOnEachDatabase('the movement ledger of two years', (open) => {
  let handle: DatabaseHandle;
  const today = '2024-10-01';
  beforeEach(async () => {
    handle = await open();
    await writeTestTerritory(handle.db);
    for (const number of [1, 2]) await writeTestHousehold(handle.db, testHouseholdId(number), 71);
    const rounds = await openTestRounds(handle.db, 2023);
    const round = rounds.get(7)!;
    const records = [1, 2].map((number) =>
      testRecord(round, {
        householdId: testHouseholdId(number),
        opening: null,
        closing: sampleClosing({ persons: 3 }),
      }),
    );
    expect(await putReviewRecords(handle.db, records, { today })).toMatchObject({ ok: true });
    await writeTestBases(handle.db, 2023);
    for (const each of rounds.values())
      expect(await closeRound(handle.db, { roundId: each.id, today })).toMatchObject({ ok: true });
    expect(await lockYear(handle.db, { year: 2023, path: '/1/46/', today })).toMatchObject({
      value: { locked: 3 },
    });
    await openTestRounds(handle.db, 2024, true);
  });
  const verify = () => verifyLedger(handle.db, { path: '/1/46/', year: null });

  test('the list of the new round is last year’s poor and near-poor; everything balances', async () => {
    const records = await listRecordsOfCommunes(handle.db, 2024, [7]);
    expect(records.map(({ stage, opening }) => [stage, opening?.class, opening?.persons])).toEqual([
      ['listed', 'POOR', 3],
      ['listed', 'POOR', 3],
    ]);
    expect(await verify()).toMatchObject({ years: [2023, 2024], communes: 3, problems: [] });
  });

  test('the round does not close while a listed household has no result', async () => {
    const [record] = await listRecordsOfCommunes(handle.db, 2024, [7]);
    expect(await closeRound(handle.db, { roundId: record!.roundId, today })).toMatchObject({
      problem: { code: 'review.records-pending', detail: { count: 2 } },
    });
  });

  const correct = async () => {
    const [record] = await listRecordsOfCommunes(handle.db, 2023, [7]);
    return correctRecords(handle.db, {
      records: [{ ...record!, closing: sampleClosing({ persons: 4 }) }],
      reason: 'Đếm thiếu một nhân khẩu',
      author: 'Lý Thị Mẩy',
      today,
      at: `${today}T00:00:00Z`,
    });
  };

  test('a correction of a locked year is followed by an open next year', async () => {
    expect(await correct()).toMatchObject({ ok: true, value: { openingFollowed: true } });
    expect((await verify()).problems).toEqual([]);
    const kept = await sql<{
      actor: string;
      reason: string;
    }>`select actor, reason from review_correction`.execute(handle.db);
    expect(kept.rows).toEqual([{ actor: 'Lý Thị Mẩy', reason: 'Đếm thiếu một nhân khẩu' }]);
  });

  test('an opening that a correction left behind is named, line by line', async () => {
    await sql`update review_round set status = 'CLOSED' where year = 2024`.execute(handle.db);
    expect(await correct()).toMatchObject({ value: { openingFollowed: false } });
    const { problems } = await verify();
    expect(problems.map(({ kind, year, villageId }) => [kind, year, villageId])).toEqual(
      expect.arrayContaining([
        ['opening', 2024, 0],
        ['opening', 2024, 71],
      ]),
    );
    expect(problems[0]?.detail).toContain('đầu kỳ 6 ≠ cuối kỳ năm trước 7');
  });

  test('a counter that was tampered with is named and can be rebuilt', async () => {
    await sql`update review_counter set poor_households = 9
      where year = 2023 and village_id = 71 and measure = 'closing'`.execute(handle.db);
    expect((await verify()).problems.map(({ kind }) => kind)).toContain('counter');
    expect(await rebuildCountersUnder(handle, { path: '/1/', year: null, today })).toEqual({
      communes: 6,
      replaced: 1,
    });
    expect((await verify()).problems).toEqual([]);
  });

  test('a household that moves to another commune is booked out there and in here', async () => {
    const [record] = await listRecordsOfCommunes(handle.db, 2024, [7]);
    const moved = {
      ...record!,
      communeId: 8,
      roundId: (await listRounds(8))!,
      stage: 'scored' as const,
      opening: sampleOpening({ persons: 3 }),
      closing: sampleClosing({ persons: 3, villageId: 81 }),
    };
    expect(await putReviewRecords(handle.db, [moved], { today })).toMatchObject({ ok: true });
    expect((await verify()).problems).toEqual([]);
    const movements = await sql`select commune_id, measure, poor_households from review_counter
      where year = 2024 and village_id = 0 and measure like 'movement.%' order by 1, 2`.execute(handle.db);
    expect(movements.rows).toEqual([
      { commune_id: 7, measure: 'movement.4', poor_households: 1 },
      { commune_id: 8, measure: 'movement.8', poor_households: 1 },
    ]);
  });
  const listRounds = async (communeId: number) =>
    (
      await sql<{
        id: string;
      }>`select id from review_round where year = 2024 and commune_id = ${communeId}`.execute(handle.db)
    ).rows[0]?.id;
});
