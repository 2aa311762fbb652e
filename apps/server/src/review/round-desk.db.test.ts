import { EMPTY_BASE } from '@benvung/domain/review/population-base';
import { sampleClosing, sampleOpening } from '@benvung/domain/review/review-record.sample';
import { beforeEach, expect, test } from 'vitest';
import type { DatabaseHandle } from '../platform/database/database.ts';
import { describeOnEachDatabase } from '../platform/testing/test-database.ts';
import { findUnitOn } from '../territory/territory.public.ts';
import { actingBySystem } from './case/take-case-steps.ts';
import { changePopulationBase } from './change-population-base.ts';
import { closeRound } from './close-round.ts';
import { openRoundsIn } from './open-rounds-in.ts';
import { listBaseLines } from './population-base.store.ts';
import { putReviewRecords } from './put-review-records.ts';
import { readDesk } from './read-desk.ts';
import { readLedger } from './read-ledger.ts';
import { readOpeningPlan } from './read-opening-plan.ts';
import {
  openTestRounds,
  setRoundStatus,
  testHouseholdId,
  testRecord,
  writeTestHousehold,
  writeTestTerritory,
} from './review.test-support.ts';
import type { ReviewRound } from './review-round.store.ts';
import { listRoundEvents } from './round-event.store.ts';
import { tellMissing } from './tell-missing.ts';

const today = '2024-10-15';
const said = { actor: 'lamdot', at: `${today}T02:00:00Z` };
const commune = { id: 7, path: '/1/46/461/7/' };

describeOnEachDatabase('the round desk', (open) => {
  let handle: DatabaseHandle;
  let round: ReviewRound;

  /** One stays poor, one is pending, one is newly poor on a card nobody verified. */
  beforeEach(async () => {
    handle = await open();
    await writeTestTerritory(handle.db);
    for (const number of [1, 2, 3]) await writeTestHousehold(handle.db, testHouseholdId(number), 71);
    round = (await openTestRounds(handle.db, 2024)).get(7)!;
    const records = [
      testRecord(round, { householdId: testHouseholdId(1) }),
      testRecord(round, {
        householdId: testHouseholdId(2),
        stage: 'listed',
        opening: sampleOpening({ villageId: 72 }),
        closing: null,
      }),
      testRecord(round, {
        householdId: testHouseholdId(3),
        opening: null,
        arrivalReason: 'newEntry',
        verified: false,
        closing: sampleClosing({ persons: 2 }),
      }),
    ];
    expect(await putReviewRecords(handle.db, records, { today })).toMatchObject({ ok: true });
  });

  const unitOf = async (id: number) => (await findUnitOn(handle.db, id, today))!;
  const desk = async (id: number) => readDesk(handle.db, { unit: await unitOf(id), year: 2024, today });
  const changeBase = (lines: Parameters<typeof changePopulationBase>[1]['lines'], year = 2024) =>
    changePopulationBase(handle.db, {
      commune,
      year,
      source: 'Công an xã',
      onDay: today,
      demonstration: false,
      today,
      said,
      lines,
    });

  test('puts every household in exactly one column, and tells what keeps the round from closing', async () => {
    const { rows, villages } = await desk(7);
    expect(rows[0]?.counts).toEqual({
      pending: 1,
      gone: 0,
      surveyed: 0,
      scored: 2,
      recognised: 0,
      undetermined: 0,
      unverified: 1,
    });
    expect(villages.map(({ unit, counts }) => [unit?.name, counts.pending, counts.scored])).toEqual([
      ['Thôn Hai', 1, 0],
      ['Thôn Một', 0, 2],
    ]);
    expect(rows[0]?.blockers).toEqual([
      { kind: 'pending', count: 1 },
      { kind: 'base', count: 1 },
      { kind: 'unverified', count: 1 },
    ]);
    expect((await desk(46)).rows.map(({ unit, blockers }) => [unit.name, blockers.length])).toEqual([
      ['Phường Chín', 1],
      ['Xã Bảy', 3],
      ['Xã Tám', 1],
    ]);
    expect((await desk(1)).areas).toMatchObject([{ communes: 3, notBegun: 0, open: 3 }]);
  });

  test('a household that is gone needs its reason; the reason is taken back as it was given', async () => {
    const tell = (reason: 'died' | null, version: number) =>
      tellMissing(handle.db, {
        round,
        told: [{ householdId: testHouseholdId(2), version, reason }],
        acting: actingBySystem(today),
      });
    expect(await tell('died', 1)).toMatchObject({ ok: true });
    expect((await desk(7)).rows[0]).toMatchObject({ counts: { pending: 0, gone: 1 } });
    expect(await tell(null, 1)).toMatchObject({ problem: { code: 'review.version-conflict' } });
    expect(await tell(null, 2)).toMatchObject({ ok: true });
    expect((await desk(7)).rows[0]).toMatchObject({ counts: { pending: 1, gone: 0 } });
    const reviewed = [{ householdId: testHouseholdId(1), version: 1, reason: 'died' as const }];
    expect(
      await tellMissing(handle.db, { round, told: reviewed, acting: actingBySystem(today) }),
    ).toMatchObject({
      problem: { code: 'review.household-not-missing' },
    });
  });

  test('the population base is changed with versions and kept with its history; blank is not known', async () => {
    const figures = { ...EMPTY_BASE, households: 120, persons: 480 };
    const first = [
      { villageId: 0, version: 0, figures },
      { villageId: 71, version: 0, figures: { ...EMPTY_BASE, households: 70 } },
    ];
    expect(await changeBase(first)).toEqual({ ok: true, value: { changed: 2 } });
    expect(await changeBase(first)).toMatchObject({ problem: { code: 'review.base-conflict' } });
    expect(await changeBase([{ villageId: 71, version: 1, figures: EMPTY_BASE }])).toMatchObject({
      ok: true,
    });
    expect(
      (await listBaseLines(handle.db, 2024, 7)).map((line) => [line.villageId, line.households]),
    ).toEqual([[0, 120]]);
    expect((await listRoundEvents(handle.db, { year: 2024, communeId: 7 })).map(({ kind }) => kind)).toEqual([
      'baseChanged',
      'baseChanged',
    ]);
    expect(await changeBase([{ villageId: 81, version: 0, figures }])).toMatchObject({
      problem: { code: 'review.village-not-of-commune' },
    });
    const tooMany = { ...figures, minorityHouseholds: 121 };
    expect(await changeBase([{ villageId: 0, version: 1, figures: tooMany }])).toMatchObject({
      problem: { code: 'review.base-part-exceeds', detail: { part: 121, whole: 120 } },
    });
    await setRoundStatus(handle, 2024, 'LOCKED');
    expect(await changeBase([{ villageId: 0, version: 1, figures: EMPTY_BASE }])).toMatchObject({
      problem: { code: 'review.year-locked' },
    });
  });

  test('a round closes when nothing stands in its way any more, and its history says who did it', async () => {
    const close = () => closeRound(handle.db, { roundId: round.id, today, said });
    expect(await close()).toMatchObject({ problem: { code: 'review.records-pending' } });
    const told = [{ householdId: testHouseholdId(2), version: 1, reason: 'movedAway' as const }];
    await tellMissing(handle.db, { round, told, acting: actingBySystem(today) });
    expect(await close()).toMatchObject({ problem: { code: 'review.base-missing' } });
    await changeBase([{ villageId: 0, version: 0, figures: { ...EMPTY_BASE, households: 120 } }]);
    expect(await close()).toMatchObject({ problem: { code: 'review.results-unverified' } });
    const verified = testRecord(round, {
      householdId: testHouseholdId(3),
      opening: null,
      arrivalReason: 'newEntry',
      closing: sampleClosing({ persons: 2 }),
      version: 1,
    });
    await putReviewRecords(handle.db, [verified], { today });
    expect(await close()).toMatchObject({ value: { status: 'CLOSED' } });
    const [last] = await listRoundEvents(handle.db, { year: 2024, communeId: 7 });
    expect(last).toMatchObject({ kind: 'closed', actor: 'lamdot' });
  });

  test('the ledger tells opening, movements and closing of each village, and their sum', async () => {
    const ledger = await readLedger(handle.db, { unit: await unitOf(7), year: 2024, today });
    const poor = (entries: (typeof ledger)['total']) => {
      const { opening, columns, pending, closing, difference } = entries[0]!;
      return [opening, columns[5], pending, closing, difference];
    };
    expect(ledger.lines.map(({ unit, entries }) => [unit?.name, ...poor(entries)])).toEqual([
      ['Thôn Hai', 1, 0, 1, 0, 0],
      ['Thôn Một', 1, 1, 0, 2, 0],
    ]);
    expect(poor(ledger.total)).toEqual([2, 1, 1, 2, 0]);
  });

  test('the next year opens where this one is closed; the plan says where not, and whom it carries over', async () => {
    const plan = async () =>
      readOpeningPlan(handle.db, {
        unit: await unitOf(46),
        year: 2025,
        referenceDay: '2025-12-14',
        today,
        language: 'vi',
      });
    const openNext = (communeIds: number[]) =>
      openRoundsIn(handle.db, {
        communeIds,
        year: 2025,
        referenceDay: '2025-12-14',
        source: 'KH 12/KH-UBND',
        decidedBy: 'Chủ tịch UBND xã',
        areas: ['/1/46/461/'],
        today,
        demonstration: false,
        said,
      });
    expect((await plan()).communes.map(({ obstacle }) => obstacle)).toEqual(Array(3).fill('lastYearOpen'));
    expect(await openNext([7])).toMatchObject({ problem: { code: 'review.commune-cannot-open' } });
    await setRoundStatus(handle, 2024, 'CLOSED');
    const seven = (await plan()).communes.find(({ unit }) => unit.id === 7);
    expect(seven).toMatchObject({ obstacle: null, carryOver: { poor: 2, nearPoor: 0, undetermined: 0 } });
    expect(await openNext([7, 9])).toMatchObject({ problem: { code: 'review.unit-not-found' } });
    expect(await openNext([7, 8])).toMatchObject({
      ok: true,
      value: [{ decidedBy: 'Chủ tịch UBND xã' }, {}],
    });
    expect((await plan()).communes.map(({ obstacle }) => obstacle)).toEqual([
      null,
      'alreadyOpened',
      'alreadyOpened',
    ]);
  });
});
