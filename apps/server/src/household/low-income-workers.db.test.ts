import { sampleMember } from '@benvung/domain/household/member.sample';
import { unknownFacts } from '@benvung/domain/household/unknown-facts';
import { sampleClosing } from '@benvung/domain/review/review-record.sample';
import { beforeAll, expect, test } from 'vitest';
import type { DatabaseHandle } from '../platform/database/database.ts';
import { newId } from '../platform/ids.ts';
import { describeOnEachDatabase } from '../platform/testing/test-database.ts';
import { listReviewsOfHouseholds, putReviewRecords } from '../review/review.public.ts';
import {
  openTestRounds,
  pathOfTestUnit,
  testHouseholdId,
  testRecord,
  writeTestHousehold,
  writeTestTerritory,
} from '../review/review.test-support.ts';
import { exportLowIncomeWorkers } from './export-low-income-workers.ts';
import { listLowIncomeWorkers, lowIncomeWorkersOf } from './low-income-workers.ts';
import { putReviewFacts } from './review-facts.store.ts';

const today = '2025-11-01';

describeOnEachDatabase('low-income workers', (open) => {
  let handle: DatabaseHandle;
  const worker = sampleMember({
    personId: newId(),
    fullName: 'Lê Văn Ba',
    birthDate: '1985',
    labourStatus: 'selfEmployed',
  });

  const review = async (number: number, year: number, income: number | null, of: 'NOT_POOR' | 'POOR') => {
    const round = rounds.get(year)!.get(7)!;
    const householdId = testHouseholdId(number);
    const record = testRecord(round, { householdId, opening: null, closing: sampleClosing({ class: of }) });
    expect(await putReviewRecords(handle.db, [record], { today })).toMatchObject({ ok: true });
    const facts = {
      ...unknownFacts('rural', `${year}-10-10`),
      members: [{ ...worker, personId: newId() }],
      monthlyIncomePerPerson: income,
    };
    const key = { originCommuneId: 7, householdId, year, scopePath: pathOfTestUnit(71) };
    await putReviewFacts(handle.db, [{ ...key, facts, evidence: { kind: 'none' }, note: null }]);
  };
  const rounds = new Map<number, Awaited<ReturnType<typeof openTestRounds>>>();
  const list = (year: number, areas: readonly string[] | null = null) =>
    listLowIncomeWorkers(handle.db, { unitId: 7, year, after: null, areas, today, language: 'vi' });

  beforeAll(async () => {
    handle = await open();
    await writeTestTerritory(handle.db);
    for (const number of [1, 2, 3, 4]) await writeTestHousehold(handle.db, testHouseholdId(number), 71);
    for (const year of [2024, 2025]) rounds.set(year, await openTestRounds(handle.db, year));
    await review(1, 2024, 2_000_000, 'NOT_POOR');
    await review(1, 2025, 2_000_000, 'NOT_POOR');
    await review(2, 2025, 2_500_000, 'NOT_POOR');
    await review(3, 2025, 1_000_000, 'POOR');
    await review(4, 2025, null, 'NOT_POOR');
  });

  test('are who works up to the ceiling in a household that is not poor; who is not known is counted apart', async () => {
    const listed = await list(2025);
    expect(listed).toMatchObject({ value: { unknown: 1, next: null, standard: { id: 'ND-30-2025' } } });
    expect(listed.ok && listed.value.persons.map(({ household }) => household.id)).toEqual([
      testHouseholdId(1),
    ]);
    expect(await list(2025, ['/1/46/462/'])).toMatchObject({ problem: { code: 'shared.outside-area' } });
  });

  test('leave as a list to print, with what it rests on and who is missing; not of a year before the class', async () => {
    const setting = { place: 'Xã Thử', purpose: 'cấp thẻ', person: 'Lò Thị Mai', at: `${today}T01:00:00Z` };
    const asked = (year: number) =>
      exportLowIncomeWorkers(
        handle.db,
        { unitId: 7, year, areas: null, today },
        { ...setting, demonstration: false },
      );
    const list = await asked(2025);
    expect(list).toMatchObject({
      value: { title: 'Danh sách người lao động có thu nhập thấp', signed: true },
    });
    const { rows, facts } = list.ok ? list.value : { rows: [], facts: [] };
    expect(rows.map(([name, , born, , income]) => [name, born, income])).toEqual([
      ['Lê Văn Ba', '1985', 2_000_000],
    ]);
    expect(facts.join('\n')).toMatch(/Năm rà soát 2025 · NĐ 30\/2025.*Còn 1 người chưa xác định.*cấp thẻ/su);
    expect(await asked(2024)).toMatchObject({ problem: { code: 'household.no-low-income-class' } });
  });

  test('were no class before the decree', async () => {
    expect(await list(2024)).toMatchObject({ value: { standard: null, persons: [] } });
  });

  test('are told of a household by its latest review, with the ground', async () => {
    const id = testHouseholdId(1);
    const reviews = await listReviewsOfHouseholds(handle.db, [{ originCommuneId: 7, id }]);
    const told = await lowIncomeWorkersOf(
      handle.db,
      { originCommuneId: 7, id, reviews: reviews.get(id) ?? [] },
      'vi',
    );
    expect([...told.values()]).toEqual([
      {
        is: true,
        year: 2025,
        text: expect.stringContaining('2.000.000 đồng'),
        source: expect.stringMatching(/^NĐ 30\/2025.*chưa đối chiếu văn bản$/u),
      },
    ]);
  });
});
