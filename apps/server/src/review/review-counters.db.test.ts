import { foldCounters, withoutZeros } from '@benvung/domain/review/counters';
import { sampleClosing, sampleOpening } from '@benvung/domain/review/review-record.sample';
import { HOUSEHOLD_CLASSES } from '@benvung/domain/standard/household-class';
import fc from 'fast-check';
import { beforeAll, expect, test } from 'vitest';
import type { DatabaseHandle } from '../platform/database/database.ts';
import { describeOnEachDatabase } from '../platform/testing/test-database.ts';
import { correctRecords } from './correct-records.ts';
import { putReviewRecords, putReviewRecordsInBulk } from './put-review-records.ts';
import {
  openTestRounds,
  setRoundStatus,
  testHouseholdId,
  testRecord,
  writeTestHousehold,
  writeTestTerritory,
} from './review.test-support.ts';
import { readCounters } from './review-counter.store.ts';
import { listRecordsOfCommunes, type StoredReviewRecord } from './review-record.store.ts';
import type { ReviewRound } from './review-round.store.ts';

const YEAR = 2024;
const HOUSEHOLDS = 12;
const COMMUNES = [7, 8, 9];
const VILLAGES: Record<number, number[]> = { 7: [0, 71, 72], 8: [81], 9: [91] };

interface Step {
  readonly household: number;
  readonly communeId: number;
  readonly shape: 'known' | 'arrived' | 'gone' | 'pending';
  readonly draw: number;
  readonly correction: boolean;
}
const step: fc.Arbitrary<Step> = fc.record({
  household: fc.integer({ min: 0, max: HOUSEHOLDS - 1 }),
  communeId: fc.constantFrom(...COMMUNES),
  shape: fc.constantFrom('known' as const, 'arrived' as const, 'gone' as const, 'pending' as const),
  draw: fc.integer({ min: 0, max: 2 ** 20 }),
  correction: fc.boolean(),
});

const pick = <Value>(values: readonly Value[], draw: number): Value => values[draw % values.length] as Value;

function recordOf(each: Step, round: ReviewRound, version: number): StoredReviewRecord {
  const { draw, shape, communeId } = each;
  const from = pick(COMMUNES, draw >> 3);
  const opening = sampleOpening({
    class: pick(HOUSEHOLD_CLASSES, draw),
    persons: 1 + (draw % 7),
    communeId: from,
    villageId: pick(VILLAGES[from]!, draw >> 5),
  });
  const closing = sampleClosing({
    class: pick(HOUSEHOLD_CLASSES, draw >> 4),
    persons: 1 + ((draw >> 2) % 7),
    villageId: pick(VILLAGES[communeId]!, draw >> 7),
    deprivations: (draw & 0xfff).toString(2).padStart(12, '0'),
    headEthnicity: pick(['01', '02', '53', null], draw >> 6),
    flags: { ...sampleClosing().flags, minority: draw % 2 === 0, merit: draw % 3 === 0 },
    causes: draw % 2 === 0 ? ['landLack', 'illness'] : [],
    children: draw % 4,
    childrenDeprivedOfHealth: draw % 2,
    oncePoor: draw % 5 === 0,
  });
  return testRecord(round, {
    householdId: testHouseholdId(each.household),
    stage: shape === 'pending' ? 'listed' : 'scored',
    verified: draw % 7 !== 0,
    opening: shape === 'arrived' ? null : opening,
    closing: shape === 'gone' || shape === 'pending' ? null : closing,
    goneReason: shape === 'gone' ? 'died' : null,
    arrivalReason: shape === 'arrived' ? pick(['newEntry', 'movedIn', null], draw) : null,
    version,
  });
}

describeOnEachDatabase('counters kept in the database', (open) => {
  let handle: DatabaseHandle;
  let rounds: ReadonlyMap<number, ReviewRound>;
  beforeAll(async () => {
    handle = await open();
    await writeTestTerritory(handle.db);
    for (let at = 0; at < HOUSEHOLDS; at++) await writeTestHousehold(handle.db, testHouseholdId(at), 71);
    rounds = await openTestRounds(handle.db, YEAR);
  });

  const expectCountersToBeTheFold = async () => {
    const records = await listRecordsOfCommunes(handle.db, YEAR, COMMUNES);
    const kept = withoutZeros(await readCounters(handle.db, YEAR, COMMUNES));
    expect(kept).toEqual(withoutZeros(foldCounters(records)));
    return records;
  };

  test('equal the fold of the records after any puts, changes and corrections', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 12 }), async (steps) => {
        for (const each of steps) await put(each);
        await expectCountersToBeTheFold();
      }),
      { numRuns: 15 },
    );
  });

  async function put(each: Step): Promise<void> {
    const round = rounds.get(each.communeId)!;
    const before = (await listRecordsOfCommunes(handle.db, YEAR, COMMUNES)).find(
      (record) => record.householdId === testHouseholdId(each.household),
    );
    const record = recordOf(each, round, before?.version ?? 0);
    const today = `${YEAR}-10-01`;
    if (each.correction) {
      await setRoundStatus(handle, YEAR, 'LOCKED');
      const corrected = await handle.db.transaction().execute((db) =>
        correctRecords(db as never, {
          records: [record],
          reason: 'sai tên',
          author: 'A',
          today,
          at: `${today}T00:00:00Z`,
        }),
      );
      expect(corrected.ok).toBe(true);
      await setRoundStatus(handle, YEAR, 'OPEN');
    } else {
      const done = await handle.db
        .transaction()
        .execute((db) => putReviewRecords(db as never, [record], { today }));
      expect(done).toMatchObject({ ok: true });
    }
  }

  test('equal the fold after a bulk of new records', async () => {
    const before = (await expectCountersToBeTheFold()).length;
    for (let at = 100; at < 140; at++) await writeTestHousehold(handle.db, testHouseholdId(at), 71);
    const records = Array.from({ length: 40 }, (_, at) => {
      const each: Step = {
        household: 100 + at,
        communeId: pick(COMMUNES, at),
        shape: pick(['known', 'arrived', 'gone'], at),
        draw: at * 7919,
        correction: false,
      };
      return recordOf(each, rounds.get(each.communeId)!, 0);
    });
    const put = await handle.withSession((session, db) =>
      putReviewRecordsInBulk({ session, db }, records, { today: `${YEAR}-10-01` }),
    );
    expect(put).toEqual({ ok: true, value: { written: 40 } });
    expect((await expectCountersToBeTheFold()).length).toBe(before + 40);
  });

  test('a record read before someone else changed it is refused', async () => {
    const [record] = await listRecordsOfCommunes(handle.db, YEAR, COMMUNES);
    const late = { ...record!, version: record!.version - 1 };
    expect(await putReviewRecords(handle.db, [late], { today: `${YEAR}-10-01` })).toMatchObject({
      problem: { code: 'review.version-conflict' },
    });
  });

  test('a locked year takes no record without a correction', async () => {
    await setRoundStatus(handle, YEAR, 'LOCKED');
    const [record] = await listRecordsOfCommunes(handle.db, YEAR, COMMUNES);
    expect(await putReviewRecords(handle.db, [record!], { today: `${YEAR}-10-01` })).toMatchObject({
      problem: { code: 'review.year-locked' },
    });
    await setRoundStatus(handle, YEAR, 'OPEN');
  });
});
