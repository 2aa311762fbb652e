import { unknownFacts } from '@benvung/domain/household/unknown-facts';
import { sharedClosing } from '@benvung/domain/review/shared-closing';
import { sql } from 'kysely';
import { beforeAll, expect, test } from 'vitest';
import type { DatabaseHandle } from '../platform/database/database.ts';
import { describeOnEachDatabase } from '../platform/testing/test-database.ts';
import { getStandard } from '../standard/standard.public.ts';
import { closeRound } from './close-round.ts';
import { makeCorrection } from './make-correction.ts';
import { followHouseholdInReviews, putReviewRecords, recordsUnderStandards } from './review.public.ts';
import {
  openTestRounds,
  pathOfTestUnit,
  setRoundStatus,
  testHouseholdId,
  writeTestHousehold,
  writeTestTerritory,
} from './review.test-support.ts';
import { listRecordsOfHousehold } from './review-record.store.ts';
import type { ReviewRound } from './review-round.store.ts';
import { verifyLedger } from './verify-ledger.ts';

const LOCAL = { id: 'DONG-NAI-2022', hash: getStandard('DONG-NAI-2022').hash };
const today = '2024-10-01';

/** Signed forms: points A and B, and the income where one was collected. */
const FORMS: Readonly<Record<number, readonly [a: number, b: number, income: number | null]>> = {
  1: [130, 20, null],
  2: [150, 30, 1_900_000],
  3: [120, 40, null],
};

describeOnEachDatabase('a round under two standards', (open) => {
  let handle: DatabaseHandle;
  let rounds: ReadonlyMap<number, ReviewRound>;

  const put = async (number: number, round: ReviewRound) => {
    const [incomeScore, deprivationScore, monthlyIncomePerPerson] = FORMS[number]!;
    const facts = {
      ...unknownFacts('rural', `${round.year}-10-01`),
      monthlyIncomePerPerson,
      farmHousehold: true,
    };
    const householdId = testHouseholdId(number);
    const records = recordsUnderStandards({
      round,
      originCommuneId: 7,
      householdId,
      scopePath: pathOfTestUnit(71),
      found: {
        facts,
        evidence: { kind: 'signedForm', incomeScore, deprivationScore, deprivations: null, form: null },
      },
      closing: sharedClosing({ facts, villageId: 71, day: facts.surveyDay }),
      stage: 'recognised',
      overrideReason: null,
      basis: { scorecardId: null, decisionNumber: '12/QĐ-UBND', decisionDay: null, batchId: null },
      known: await listRecordsOfHousehold(handle.db, 7, householdId),
    });
    expect(await putReviewRecords(handle.db, records, { today })).toMatchObject({ ok: true });
  };

  const classesOf = async (number: number, year: number) =>
    (await listRecordsOfHousehold(handle.db, 7, testHouseholdId(number)))
      .filter((record) => record.year === year)
      .sort((a, b) => (a.standardId < b.standardId ? 1 : -1))
      .map(({ standardId, opening, closing, goneReason }) => [
        standardId,
        opening?.class ?? null,
        closing?.class ?? goneReason,
      ]);
  const balance = async () => (await verifyLedger(handle.db, { path: '/1/46/', year: null })).problems;

  const correct = async (number: number, standardId: string, change: object) => {
    const all = await listRecordsOfHousehold(handle.db, 7, testHouseholdId(number));
    const record = all.find((each) => each.year === 2023 && each.standardId === standardId)!;
    return makeCorrection(handle.db, {
      roundId: record.roundId,
      householdId: record.householdId,
      standardId,
      version: record.version,
      change,
      reason: 'Nhập nhầm',
      author: 'lanh',
      today,
      at: `${today}T08:00:00Z`,
    });
  };

  beforeAll(async () => {
    handle = await open();
    await writeTestTerritory(handle.db);
    for (const number of [1, 2, 3]) await writeTestHousehold(handle.db, testHouseholdId(number), 71);
    const last = await openTestRounds(handle.db, 2023, false, LOCAL);
    for (const number of [1, 2, 3]) await put(number, last.get(7)!);
    await setRoundStatus(handle, 2023, 'LOCKED');
    rounds = await openTestRounds(handle.db, 2024, true, LOCAL);
  });

  test('each household has a class under both, and next year opens with both', async () => {
    expect(await classesOf(1, 2023)).toEqual([
      ['VN-2022', null, 'NEAR_POOR'],
      ['DONG-NAI-2022', null, 'POOR'],
    ]);
    expect(await classesOf(2, 2023)).toEqual([
      ['VN-2022', null, 'AVERAGE_LIVING_STANDARD'],
      ['DONG-NAI-2022', null, 'POOR'],
    ]);
    expect(await classesOf(2, 2024)).toEqual([
      ['VN-2022', 'AVERAGE_LIVING_STANDARD', null],
      ['DONG-NAI-2022', 'POOR', null],
    ]);
    expect(await balance()).toEqual([]);
  });

  test('a round waits for households, not for results', async () => {
    const closed = await closeRound(handle.db, { roundId: rounds.get(7)!.id, today });
    expect(closed).toMatchObject({ problem: { code: 'review.records-pending', detail: { count: 3 } } });
  });

  test('a correction of the household corrects both, of a class only its own, and never below the nation', async () => {
    expect(await correct(1, 'VN-2022', { persons: 5 })).toMatchObject({
      ok: true,
      value: { openingFollowed: true },
    });
    const openings = (await listRecordsOfHousehold(handle.db, 7, testHouseholdId(1)))
      .filter(({ year }) => year === 2024)
      .map(({ opening }) => opening?.persons);
    expect(openings).toEqual([5, 5]);
    expect(await correct(2, 'DONG-NAI-2022', { class: 'NOT_POOR' })).toMatchObject({
      problem: { code: 'review.local-class-below-national' },
    });
    expect(await correct(2, 'DONG-NAI-2022', { class: 'NEAR_POOR' })).toMatchObject({ ok: true });
    expect(await correct(2, 'VN-2022', { class: 'POOR' })).toMatchObject({ ok: true });
    expect(await classesOf(2, 2023)).toEqual([
      ['VN-2022', null, 'POOR'],
      ['DONG-NAI-2022', null, 'POOR'],
    ]);
    expect(await classesOf(2, 2024)).toEqual([
      ['VN-2022', 'POOR', null],
      ['DONG-NAI-2022', 'POOR', null],
    ]);
    expect(await balance()).toEqual([]);
  });

  test('a household that leaves for where no such standard is leaves it behind', async () => {
    await sql`update review_round set local_standard_id = null where year = 2024 and commune_id = 9`.execute(
      handle.db,
    );
    const move = {
      day: '2024-09-20',
      movedTo: { communeId: 9, villageId: 91 },
      personsAdded: 0,
      gone: null,
      flags: {},
    };
    await followHouseholdInReviews(
      handle.db,
      {
        originCommuneId: 7,
        householdId: testHouseholdId(3),
        change: move,
        scopePath: pathOfTestUnit(91),
        factsOf: async () => undefined,
      },
      { today, at: `${today}T05:00:00Z`, actor: 'Lê Thị Hoa', accountId: null },
    );
    expect(await classesOf(3, 2024)).toEqual([
      ['VN-2022', 'POOR', null],
      ['DONG-NAI-2022', 'POOR', 'movedAway'],
    ]);
    expect(await balance()).toEqual([]);
  });
});
