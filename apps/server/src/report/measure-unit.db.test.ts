import { sampleClosing } from '@benvung/domain/review/review-record.sample';
import { beforeAll, expect, test } from 'vitest';
import type { DatabaseHandle } from '../platform/database/database.ts';
import { describeOnEachDatabase } from '../platform/testing/test-database.ts';
import { putReviewRecords } from '../review/review.public.ts';
import {
  openTestRounds,
  testHouseholdId,
  testRecord,
  writeTestHousehold,
  writeTestTerritory,
} from '../review/review.test-support.ts';
import { type MeasuresWanted, measureUnit } from './measure-unit.ts';

const NONE = sampleClosing().flags;
/** Commune and village, deprivations, persons, and what the household is. */
const HOUSEHOLDS = [
  [7, 71, '111000000000', 5, { areaType: 'rural', flags: { ...NONE, minority: true } }],
  [7, 72, '1100-0000000', 1, { areaType: 'rural', class: 'NEAR_POOR' }],
  [8, 81, '11?000000000', 9, { areaType: 'rural', class: 'UNDETERMINED' }],
  [9, 91, '111111000000', 2, { areaType: 'urban', flags: { ...NONE, femaleHead: true } }],
  [9, 91, '000000000000', 2, { areaType: 'urban', class: 'NOT_POOR' }],
] as const;

describeOnEachDatabase('H, A and M0 of a unit', (open) => {
  let handle: DatabaseHandle;
  beforeAll(async () => {
    handle = await open();
    await writeTestTerritory(handle.db);
    const rounds = await openTestRounds(handle.db, 2023);
    for (const [at, [communeId, villageId, deprivations, persons, more]] of HOUSEHOLDS.entries()) {
      const householdId = testHouseholdId(at + 1);
      await writeTestHousehold(handle.db, householdId, villageId);
      const record = testRecord(rounds.get(communeId)!, {
        householdId,
        opening: null,
        closing: sampleClosing({ villageId, deprivations, persons, ...more }),
      });
      expect(await putReviewRecords(handle.db, [record], { today: '2023-12-01' })).toMatchObject({
        ok: true,
      });
    }
  });
  const measure = async (changes: Partial<MeasuresWanted> = {}) => {
    const measured = await measureUnit(handle.db, {
      unit: '46',
      year: 2023,
      by: null,
      count: 'households',
      standardId: null,
      areas: null,
      language: 'vi',
      ...changes,
    });
    if (!measured.ok) throw new Error(measured.problem.code);
    return measured.value;
  };

  test('count reviewed households, leave out the unknown, and keep the law’s classes beside them', async () => {
    expect(await measure()).toMatchObject({
      unit: { name: 'Tỉnh Thử' },
      standard: 'VN-2022',
      cutoff: 3,
      reviewed: 5,
      dropped: 1,
      official: { poor: 2, nearPoor: 1 },
      all: { households: 4, population: 4, H: 0.5, A: 0.375, M0: 0.1875 },
      groups: [],
    });
  });

  test('part by indicator: what each contributes makes up the whole', async () => {
    const { indicators } = await measure();
    expect(indicators).toHaveLength(12);
    expect(indicators[0]).toMatchObject({ uncensored: 0.75, censored: 0.5 });
    expect(indicators.reduce((sum, each) => sum + (each.contribution ?? 0), 0)).toBeCloseTo(1, 12);
  });

  const GROUPS = [
    ['areaType', { 'Nông thôn': 0.5, 'Thành thị': 0.5 }],
    ['district', { 'Huyện Đông': 0.5, 'Huyện Tây': 0.5 }],
    ['commune', { 'Xã Bảy': 0.5, 'Phường Chín': 0.5 }],
    ['village', { 'Thôn Một': 1, 'Thôn Hai': 0, 'Tổ dân phố Bốn': 0.5 }],
    ['ethnicity', { 'Hộ dân tộc thiểu số': 1, 'Hộ không phải dân tộc thiểu số': 1 / 3 }],
    ['headSex', { 'Chủ hộ là nữ': 1, 'Chủ hộ là nam hoặc chưa rõ': 1 / 3 }],
  ] as const;
  test.each(GROUPS)('part by %s: the groups make up the whole', async (by, expected) => {
    const { groups, all } = await measure({ by });
    expect(Object.fromEntries(groups.map(({ label, H }) => [label, H]))).toEqual(expected);
    const weighed = groups.reduce((sum, each) => sum + each.populationShare * each.M0, 0);
    expect(weighed).toBeCloseTo(all?.M0 ?? -1, 12);
    expect(groups.reduce((sum, each) => sum + (each.contribution ?? 0), 0)).toBeCloseTo(1, 12);
  });

  test('count persons when asked, and a village alone', async () => {
    expect((await measure({ count: 'persons' })).all).toMatchObject({
      households: 4,
      population: 10,
      H: 0.7,
    });
    expect(await measure({ unit: 'id:71' })).toMatchObject({ reviewed: 1, all: { H: 1, M0: 0.25 } });
    expect(await measure({ unit: 'id:81' })).toMatchObject({ reviewed: 1, dropped: 1, all: null });
  });

  test('are refused outside the reader’s area and under a standard nobody knows', async () => {
    await expect(measure({ areas: ['/1/46/461/'] })).rejects.toThrow('report.unit-not-found');
    await expect(measure({ standardId: 'VN-1900' })).rejects.toThrow('review.standard-unknown');
  });
});
