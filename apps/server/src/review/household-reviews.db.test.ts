import { classifyMovement } from '@benvung/domain/review/movement';
import { ARRIVAL_REASONS, GONE_REASONS, type ReviewRecord } from '@benvung/domain/review/review-record';
import { sampleClosing, sampleOpening } from '@benvung/domain/review/review-record.sample';
import { HOUSEHOLD_CLASSES } from '@benvung/domain/standard/household-class';
import fc from 'fast-check';
import { sql } from 'kysely';
import { beforeAll, describe, expect, test } from 'vitest';
import type { DatabaseHandle } from '../platform/database/database.ts';
import { describeOnEachDatabase } from '../platform/testing/test-database.ts';
import { FILTERED_MOVEMENTS, listReviewsOfHouseholds, reviewedLike } from './household-reviews.store.ts';
import { putReviewRecords } from './put-review-records.ts';
import {
  openTestRounds,
  testHouseholdId,
  testRecord,
  writeTestHousehold,
  writeTestTerritory,
} from './review.test-support.ts';

const RECORDS = 400;
const NOTHING = {
  standardId: null,
  year: null,
  class: null,
  movement: null,
  stage: null,
  unverified: false,
  localStandardIds: [],
};

/** Records of every shape, the same ones each time. */
const shapes = fc.sample(
  fc.record({
    shape: fc.constantFrom('known' as const, 'arrived' as const, 'gone' as const, 'pending' as const),
    was: fc.constantFrom(...HOUSEHOLD_CLASSES),
    is: fc.constantFrom(...HOUSEHOLD_CLASSES),
    personsWere: fc.integer({ min: 1, max: 4 }),
    personsAre: fc.integer({ min: 1, max: 4 }),
    from: fc.constantFrom(
      { communeId: 7, villageId: 71 },
      { communeId: 7, villageId: 72 },
      { communeId: 8, villageId: 81 },
    ),
    gone: fc.constantFrom(...GONE_REASONS),
    arrival: fc.constantFrom(...ARRIVAL_REASONS, null),
    oncePoor: fc.boolean(),
    onceNearPoor: fc.boolean(),
  }),
  { numRuns: RECORDS, seed: 7 },
);

describeOnEachDatabase('households found by their review', (open) => {
  let database: DatabaseHandle;
  const records: ReviewRecord[] = [];

  beforeAll(async () => {
    database = await open();
    await writeTestTerritory(database.db);
    const round = (await openTestRounds(database.db, 2024)).get(7)!;
    const stored = shapes.map((each, at) => {
      const { shape } = each;
      const id = testHouseholdId(at + 1);
      return testRecord(round, {
        householdId: id,
        stage: shape === 'pending' ? 'listed' : 'scored',
        opening:
          shape === 'arrived'
            ? null
            : sampleOpening({ class: each.was, persons: each.personsWere, ...each.from }),
        closing:
          shape === 'known' || shape === 'arrived'
            ? sampleClosing({
                class: each.is,
                persons: each.personsAre,
                oncePoor: each.oncePoor,
                onceNearPoor: each.onceNearPoor,
              })
            : null,
        goneReason: shape === 'gone' ? each.gone : null,
        arrivalReason: shape === 'arrived' ? each.arrival : null,
      });
    });
    for (const { householdId } of stored) await writeTestHousehold(database.db, householdId, 71);
    const put = await putReviewRecords(database.db, stored, { today: '2024-10-01' });
    if (!put.ok) throw new Error(put.problem.code);
    records.push(...stored);
  });

  const found = async (filter: Partial<Parameters<typeof reviewedLike>[0]>) => {
    const answer = await sql<{ id: string }>`select h.id from household h
      where ${reviewedLike({ ...NOTHING, ...filter })!} order by h.id`.execute(database.db);
    return answer.rows.map(({ id }) => id);
  };

  test.each(FILTERED_MOVEMENTS)('%s are those the ledger books so', async (movement) => {
    const booked = records
      .filter((record) => classifyMovement(record).some(({ kind }) => kind === movement))
      .map(({ householdId }) => householdId);
    expect(booked.length).toBeGreaterThan(0);
    expect(await found({ year: 2024, movement })).toEqual(booked.sort());
  });

  describe('without a year', () => {
    test('by class: the latest result counts, a review not finished does not hide it', async () => {
      const [round] = [(await openTestRounds(database.db, 2025)).get(7)!];
      const again = records.filter(({ closing }) => closing?.class === 'POOR').slice(0, 3);
      const next = again.map(({ householdId }, at) =>
        testRecord(round, {
          householdId,
          stage: at === 0 ? 'listed' : 'scored',
          opening: sampleOpening(),
          closing: at === 0 ? null : sampleClosing({ class: at === 1 ? 'NOT_POOR' : 'POOR' }),
        }),
      );
      const put = await putReviewRecords(database.db, next, { today: '2025-10-01' });
      expect(put.ok).toBe(true);
      const poor = await found({ class: 'POOR' });
      expect(again.map(({ householdId }) => poor.includes(householdId))).toEqual([true, false, true]);
      expect(await found({ class: 'NOT_POOR' })).toContain(again[1]?.householdId);
      expect(await found({ stage: 'listed' })).toContain(again[0]?.householdId);
    });

    test('a second class under a local standard does not count', async () => {
      const poor = await found({ class: 'POOR' });
      expect(await found({ class: 'POOR', localStandardIds: ['VN-2022'] })).toEqual([]);
      const reviews = await listReviewsOfHouseholds(database.db, [{ originCommuneId: 7, id: poor[0]! }]);
      expect(reviews.get(poor[0]!)?.at(-1)?.round).toMatchObject({ status: 'OPEN', standardId: 'VN-2022' });
    });
  });
});
