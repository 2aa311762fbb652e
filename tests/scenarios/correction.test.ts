import { householdView, reviewOfHousehold } from '@benvung/contract/household';
import { correctionList, correctionMade } from '@benvung/contract/review';
import { sampleClosing } from '@benvung/domain/review/review-record.sample';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { describeOnEachDatabase } from '../../apps/server/src/platform/testing/test-database.ts';
import {
  closeRound,
  lockYear,
  openRounds,
  putReviewRecords,
  type ReviewRound,
} from '../../apps/server/src/review/review.public.ts';
import { testRecord } from '../../apps/server/src/review/review.test-support.ts';
import { makeWorld, type World } from '../permissions/world.ts';

const HOUSEHOLD = '0190a0c0-0000-7000-8000-00000000e001';
const today = '2024-10-15';

describeOnEachDatabase('a result of a locked year', (open) => {
  let world: World;
  const rounds = new Map<number, ReviewRound>();

  const openYear = async (year: number) => {
    const { database, places } = world;
    const opened = await openRounds(database.db, {
      year,
      kind: 'PERIODIC',
      communes: [{ communeId: places.otherCommune.id, scopePath: places.otherCommune.path }],
      standardId: 'VN-2022',
      standardHash: 'x',
      localStandard: null,
      referenceDay: `${year}-12-31`,
      today,
      source: 'kiểm thử',
      demonstration: false,
      carryOver: true,
    });
    if (!opened.ok) throw new Error(opened.problem.code);
    rounds.set(year, opened.value[0]!);
  };

  beforeAll(async () => {
    world = await makeWorld(await open());
    const { database, places } = world;
    const { otherCommune, otherVillage } = places;
    await database.withSession((session) =>
      session.query(
        `insert into household (origin_commune_id, id, version, village_id, scope_path, head_name, head_search_key,
           head_sort_key, persons, flag_overrides, demonstration, created_at, updated_at)
         values ($1, $2, 1, $3, $4, 'Hồ Văn Lạ', 'ho van la', 'a', 4, '{}', false, '2023-01-01', '2023-01-01')`,
        [otherCommune.id, HOUSEHOLD, otherVillage.id, otherVillage.path],
      ),
    );
    await openYear(2022);
    const record = testRecord(rounds.get(2022)!, {
      originCommuneId: otherCommune.id,
      householdId: HOUSEHOLD,
      scopePath: otherVillage.path,
      opening: null,
      closing: sampleClosing({ class: 'NOT_POOR', villageId: otherVillage.id }),
      stage: 'recognised',
      arrivalReason: 'newEntry',
      computedClass: 'NOT_POOR',
    });
    expect(await putReviewRecords(database.db, [record], { today })).toMatchObject({ ok: true });
  });
  afterAll(() => world.app.close());

  const correct = async (
    change: object,
    { version = 1, reason = 'Chấm thiếu điểm', by = world.owner } = {},
  ) =>
    by({
      method: 'POST',
      url: `/api/rounds/${rounds.get(2022)?.id}/corrections`,
      payload: { commandId: world.newId(), householdId: HOUSEHOLD, version, reason, change },
    });
  const codeOf = async (answer: ReturnType<typeof correct>) => (await answer).json().code;

  test('is not corrected before the year is locked', async () => {
    expect(await codeOf(correct({ class: 'POOR' }))).toBe('review.year-not-locked');
    const closed = { roundId: rounds.get(2022)!.id, today, closedElsewhere: true };
    expect(await closeRound(world.database.db, closed)).toMatchObject({ ok: true });
    await lockYear(world.database.db, { year: 2022, path: world.places.otherCommune.path, today });
    await openYear(2023);
  });

  test('is corrected by who approves, with a reason, and never in vain', async () => {
    const officer = await world.only('officer');
    expect(await codeOf(correct({ class: 'POOR' }, { by: officer }))).toBe('shared.not-allowed');
    expect(await codeOf(correct({ class: 'POOR' }, { reason: '' }))).toBe('review.reason-missing');
    expect(await codeOf(correct({ class: 'POOR' }, { version: 9 }))).toBe('review.version-conflict');
    expect(await codeOf(correct({ class: 'NOT_POOR' }))).toBe('review.nothing-to-correct');
    expect(await codeOf(correct({ gone: 'died' }))).toBe('review.record-empty');
  });

  test('corrected to poor stands on the list of the open next year, and shows who corrected it and why', async () => {
    const answer = await correct({ class: 'POOR', persons: 5 }, { by: await world.only('approver') });
    expect(answer.statusCode).toBe(201);
    expect(correctionMade.parse(answer.json())).toMatchObject({
      openingFollowed: true,
      author: 'chi.approver',
      reason: 'Chấm thiếu điểm',
      before: { class: 'NOT_POOR', persons: 4, gone: null },
      after: { class: 'POOR', persons: 5, gone: null },
      changes: ['hộ không nghèo, không cận nghèo → hộ nghèo', 'số người 4 → 5'],
    });
    const listed = await world.owner({
      method: 'GET',
      url: `/api/rounds/${rounds.get(2022)?.id}/corrections`,
    });
    expect(correctionList.parse(listed.json())).toMatchObject({
      page: { total: 1 },
      corrections: [{ head: 'Hồ Văn Lạ', householdId: HOUSEHOLD, year: 2022 }],
    });
    const next = await world.database.withSession((session) =>
      session.query('select opening_class, opening_persons, stage from review_record where year = 2023', []),
    );
    expect(next.rows).toEqual([{ opening_class: 'POOR', opening_persons: 5, stage: 'listed' }]);
    const page = await world.owner({ method: 'GET', url: `/api/households/${HOUSEHOLD}` });
    const told = householdView.parse(page.json()).events.map(({ kind, actor, text }) => [kind, actor, text]);
    expect(told).toContainEqual([
      'resultCorrected',
      'chi.approver',
      'Đính chính kết quả năm 2022: hộ không nghèo, không cận nghèo → hộ nghèo; số người 4 → 5. Lý do: Chấm thiếu điểm',
    ]);
  });

  test('in flags, causes and wishes says which, and of illness only that it was corrected', async () => {
    const approver = await world.only('approver');
    const answer = await correct(
      {
        flags: { merit: true },
        causes: ['landLack', 'illness'],
        wishes: ['credit'],
      },
      { version: 2, by: approver, reason: 'Ghi thiếu nguyên nhân' },
    );
    expect(answer.statusCode, answer.body).toBe(201);
    expect(correctionMade.parse(answer.json()).changes).toEqual([
      'có người có công: không → có',
      'thêm nguyên nhân thiếu đất sản xuất',
      'sửa một nguyên nhân kín',
      'thêm nguyện vọng vay vốn tín dụng',
    ]);
    const kept = await correct(
      { causes: ['capitalLack'], keepIllness: true },
      { version: 3, by: approver, reason: 'Nhầm nguyên nhân' },
    );
    expect(correctionMade.parse(kept.json()).changes).toEqual([
      'thêm nguyên nhân thiếu vốn',
      'bỏ nguyên nhân thiếu đất sản xuất',
    ]);
    const shown = await world.owner({ method: 'GET', url: `/api/households/${HOUSEHOLD}/reviews/2022` });
    expect(reviewOfHousehold.parse(shown.json())).toMatchObject({
      roundStatus: 'LOCKED',
      result: { persons: 5, flags: { merit: true }, causes: ['capitalLack'], wishes: ['credit'] },
    });
  });
});
