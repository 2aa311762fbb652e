import type { FindingAct } from '@benvung/domain/review/quality/decide-finding';
import { sampleClosing, sampleOpening } from '@benvung/domain/review/review-record.sample';
import { sql } from 'kysely';
import { beforeEach, expect, test } from 'vitest';
import type { DatabaseHandle } from '../../platform/database/database.ts';
import { describeOnEachDatabase } from '../../platform/testing/test-database.ts';
import { findUnitOn } from '../../territory/territory.public.ts';
import { closeRound } from '../close-round.ts';
import { openEntry } from '../entry/open-entry.ts';
import { openRounds } from '../open-round.ts';
import { type PutOptions, putReviewRecords } from '../put-review-records.ts';
import { actOnFinding } from '../quality/act-on-finding.ts';
import { putFindings, type StoredFinding } from '../quality/finding.store.ts';
import {
  openTestRounds,
  testHouseholdId,
  testRecord,
  writeTestBases,
  writeTestHousehold,
  writeTestTerritory,
} from '../review.test-support.ts';
import { listRecordsOfCommunes } from '../review-record.store.ts';
import { findRoundById, type ReviewRound } from '../review-round.store.ts';
import { actOnCase } from './act-on-case.ts';
import { beginProcedure } from './begin-procedure.ts';
import { listCasesOfRound, lockCasesOfHouseholds } from './case.store.ts';
import { readBoard } from './read-board.ts';
import { readCase } from './read-case.ts';
import { receiveRequest } from './receive-request.ts';
import type { Acting } from './take-case-steps.ts';

const acting: Acting = {
  today: '2024-10-15',
  at: '2024-10-15T02:00:00.000Z',
  actor: 'Nguyễn Thị Hoa',
  accountId: '00000000-0000-7000-8000-0000000000aa',
};
const survey: PutOptions = { today: acting.today, survey: () => ({ key: 'a', name: 'A' }), acting };

describeOnEachDatabase('cases of a round', (open) => {
  let handle: DatabaseHandle;
  let round: ReviewRound;
  const id = testHouseholdId;

  /** Two on the list of record, the second entered already; then the round goes by the procedure. */
  beforeEach(async () => {
    handle = await open();
    await writeTestTerritory(handle.db);
    for (const number of [1, 2, 3]) await writeTestHousehold(handle.db, id(number), 71);
    round = (await openTestRounds(handle.db, 2024)).get(7)!;
    const listed = { stage: 'listed', opening: sampleOpening({ villageId: 71 }), closing: null } as const;
    await putReviewRecords(
      handle.db,
      [
        testRecord(round, { householdId: id(1), ...listed, scopePath: '/1/46/461/7/71/' }),
        testRecord(round, { householdId: id(2), closing: sampleClosing({ villageId: 71 }) }),
      ],
      { today: acting.today },
    );
    expect(await beginProcedure(handle.db, round.id, acting)).toMatchObject({
      ok: true,
      value: { cases: 2 },
    });
    round = (await findRoundById(handle.db, round.id))!;
  });

  const caseOf = async (number: number) =>
    (
      await lockCasesOfHouseholds(handle.db, {
        originCommuneId: 7,
        roundIds: [round.id],
        householdIds: [id(number)],
      })
    )[0]!;
  const recordOf = async (number: number) =>
    (await listRecordsOfCommunes(handle.db, 2024, [7])).find(
      ({ householdId }) => householdId === id(number),
    )!;
  const board = async () => {
    const unit = (await findUnitOn(handle.db, 7, acting.today))!;
    const read = await readBoard(handle.db, {
      unit,
      year: 2024,
      kind: 'PERIODIC',
      today: acting.today,
      time: '09:00',
      language: 'vi',
    });
    if (!read.ok) throw new Error(read.problem.code);
    return read.value;
  };

  test('begin where their households stand, each with its history, and the board adds up', async () => {
    expect((await caseOf(1)).standing).toMatchObject({ state: 'listed', opening: 'POOR' });
    expect((await caseOf(2)).standing).toMatchObject({ state: 'scored', class: 'POOR', verified: true });
    const { rows, total } = await board();
    expect(total).toMatchObject({ listed: 2, columns: { toSurvey: 1, toMeet: 1 } });
    expect(rows.reduce((sum, row) => sum + row.listed, 0)).toBe(total.listed);
    const read = await readCase(handle.db, { id: (await caseOf(2)).id, acting, mayAct: true });
    expect(read).toMatchObject({ ok: true, value: { view: { acts: ['markGone'] } } });
    const acts = read.ok ? read.value.view.events.map(({ act }) => act) : [];
    expect(acts).toEqual(['list', 'survey', 'score']);
    expect(await beginProcedure(handle.db, round.id, acting)).toMatchObject({
      problem: { code: 'review.procedure-begun' },
    });
  });

  test('take the steps of what is entered, and refuse an entry that the procedure has no place for', async () => {
    const entered = {
      ...(await recordOf(1)),
      closing: sampleClosing({ villageId: 71 }),
      stage: 'scored',
    } as const;
    expect(await putReviewRecords(handle.db, [entered], survey)).toMatchObject({ ok: true });
    expect((await caseOf(1)).standing).toMatchObject({ state: 'scored', surveyedBy: 'a' });
    await sql`update review_case set state = 'posted' where household_id = ${id(2)}::uuid`.execute(handle.db);
    const again = { ...(await recordOf(2)), incomeScore: 120 };
    expect(await putReviewRecords(handle.db, [again], survey)).toMatchObject({
      problem: { code: 'review.case-step-not-next' },
    });
    const unasked = testRecord(round, { householdId: id(3), opening: null, arrivalReason: 'newEntry' });
    expect(await putReviewRecords(handle.db, [unasked], survey)).toMatchObject({
      problem: { code: 'review.case-not-listed' },
    });
  });

  test('sent back by a quality check go to no meeting before they were asked again', async () => {
    const finding: StoredFinding = {
      originCommuneId: 7,
      id: id(90),
      roundId: round.id,
      year: 2024,
      villageId: 71,
      check: 'tooShort',
      subject: id(2),
      householdId: id(2),
      enumerator: null,
      facts: {},
      state: 'open',
      reason: null,
      decidedBy: null,
      decidedOn: null,
      foundOn: acting.today,
      version: 1,
      scopePath: '/1/46/461/7/71/',
    };
    await putFindings(handle.db, [finding]);
    const decide = (version: number, act: FindingAct) =>
      actOnFinding(handle.db, { id: finding.id, version, act, reason: 'hỏi lại tại nhà', acting });
    const toMeet = async () => {
      const { columns } = (await board()).total;
      return [columns.toMeet, columns.toSurveyAgain];
    };
    expect(await decide(1, 'sendBack')).toMatchObject({ ok: true });
    expect(await toMeet()).toEqual([0, 1]);
    expect(await decide(2, 'reopen')).toMatchObject({ ok: true });
    expect(await toMeet()).toEqual([1, 0]);
    expect(await decide(3, 'sendBack')).toMatchObject({ ok: true });
    const again = { ...(await recordOf(2)), incomeScore: 120 };
    expect(await putReviewRecords(handle.db, [again], survey)).toMatchObject({ ok: true });
    expect(await toMeet()).toEqual([1, 0]);
    const read = await readCase(handle.db, { id: (await caseOf(2)).id, acting, mayAct: true });
    expect(read.ok ? read.value.view.events.at(-3) : null).toMatchObject({
      act: 'sendBack',
      to: 'returned',
      reason: 'hỏi lại tại nhà',
      actor: acting.actor,
    });
  });

  test('asked for are screened before they are listed; then their first survey is taken', async () => {
    const [commune, village] = [
      (await findUnitOn(handle.db, 7, acting.today))!,
      (await findUnitOn(handle.db, 71, acting.today))!,
    ];
    const request = {
      commune,
      village,
      form: '01' as const,
      household: { originCommuneId: 7, id: id(3) },
      head: 'Hộ 0003',
      channel: 'office',
      asked: 'mất mùa',
      acting,
      demonstration: false,
    };
    // nobody leaves what they are not in
    for (const household of [request.household, null])
      expect(await receiveRequest(handle.db, { ...request, form: '04', household })).toMatchObject({
        problem: { code: 'review.exit-not-of-record' },
      });
    const received = await receiveRequest(handle.db, request);
    if (!received.ok) throw new Error(received.problem.code);
    const { id: caseId } = received.value;
    const act = (version: number, what: Parameters<typeof actOnCase>[1]['act']) =>
      actOnCase(handle.db, { id: caseId, version, act: what, acting });
    expect(await receiveRequest(handle.db, request)).toMatchObject({
      problem: { code: 'review.case-already-open' },
    });
    // after the window a request opens the ad hoc round; who is on the list that is still open belongs there
    expect(
      await receiveRequest(handle.db, {
        ...request,
        form: '04',
        household: { originCommuneId: 7, id: id(1) },
        acting: { ...acting, today: '2024-12-20' },
      }),
    ).toMatchObject({ problem: { code: 'review.household-on-list' } });
    expect(await act(1, { act: 'list' })).toMatchObject({ problem: { code: 'review.case-not-screened' } });
    expect(await act(9, { act: 'list' })).toMatchObject({ problem: { code: 'review.case-changed' } });
    expect(await act(1, { act: 'screenIn', found: 'phiếu A: có khả năng nghèo' })).toMatchObject({
      ok: true,
    });
    expect(await act(2, { act: 'undo', reason: 'nhầm hộ' })).toMatchObject({
      value: { standing: { state: 'requested' } },
    });
    expect(await act(3, { act: 'screenIn', found: 'phiếu A' })).toMatchObject({ ok: true });
    expect(await act(4, { act: 'list' })).toMatchObject({ value: { standing: { state: 'listed' } } });
    const found = testRecord(round, { householdId: id(3), opening: null, arrivalReason: 'newEntry' });
    expect(await putReviewRecords(handle.db, [found], survey)).toMatchObject({ ok: true });
    expect((await caseOf(3)).standing).toMatchObject({ state: 'scored', opening: null });
  });

  test('of households that are not registered yet open their form, with the head they named', async () => {
    const [commune, village] = [
      (await findUnitOn(handle.db, 7, acting.today))!,
      (await findUnitOn(handle.db, 71, acting.today))!,
    ];
    const asked = { form: '01', household: null, head: 'Hồ Thị Mới', channel: 'online', asked: '' } as const;
    const received = await receiveRequest(handle.db, {
      ...asked,
      commune,
      village,
      acting,
      demonstration: false,
    });
    if (!received.ok) throw new Error(received.problem.code);
    const one = received.value;
    const open = (householdId: string) =>
      openEntry(
        {
          ...acting,
          db: handle.db,
          areas: ['/'],
          language: 'vi',
          demonstration: false,
          accountId: acting.accountId!,
        },
        { roundId: one.roundId, householdId },
      );
    expect(await open(one.householdId)).toMatchObject({ problem: { code: 'shared.not-found' } });
    const steps = [{ act: 'screenIn', found: 'phiếu A' }, { act: 'list' }] as const;
    for (const [at, act] of steps.entries())
      expect(await actOnCase(handle.db, { id: one.id, version: at + 1, act, acting })).toMatchObject({
        ok: true,
      });
    expect(await open(one.householdId)).toMatchObject({
      value: {
        view: {
          household: { head: 'Hồ Thị Mới', villageId: 71, version: 0 },
          offered: { members: [{ answers: { fullName: 'Hồ Thị Mới', relation: 'head' } }] },
        },
      },
    });
    expect(await open(id(9))).toMatchObject({ problem: { code: 'shared.not-found' } });
  });

  test('of who is gone end with the reason on the list as well, and come back whole', async () => {
    const before = await recordOf(2);
    const one = await caseOf(2);
    const gone = await actOnCase(handle.db, {
      id: one.id,
      version: one.version,
      act: { act: 'markGone', reason: 'died' },
      acting,
    });
    expect(gone).toMatchObject({ value: { standing: { state: 'gone' } } });
    expect(await recordOf(2)).toMatchObject({ goneReason: 'died', closing: null });
    const back = await actOnCase(handle.db, {
      id: one.id,
      version: one.version + 1,
      act: { act: 'undo', reason: 'nhầm' },
      acting,
    });
    expect(back).toMatchObject({ value: { standing: { state: 'scored', class: 'POOR' } } });
    expect(await recordOf(2)).toEqual({ ...before, version: before.version + 2 });
  });

  test('without a decision keep their round from being closed', async () => {
    const gone = { ...(await recordOf(1)), goneReason: 'died' as const };
    await putReviewRecords(handle.db, [gone], { today: acting.today, acting });
    await writeTestBases(handle.db, 2024);
    expect((await caseOf(1)).standing.state).toBe('gone');
    expect(await closeRound(handle.db, { roundId: round.id, today: acting.today })).toMatchObject({
      problem: { code: 'review.cases-not-concluded', detail: { count: 1 } },
    });
  });

  test('asked for outside the window open the ad hoc round of the year, which ends in the periodic one', async () => {
    const [commune, village] = [
      (await findUnitOn(handle.db, 8, acting.today))!,
      (await findUnitOn(handle.db, 81, acting.today))!,
    ];
    const early = { ...acting, today: '2024-03-04', at: '2024-03-04T02:00:00.000Z' };
    const received = await receiveRequest(handle.db, {
      commune,
      village,
      form: '01',
      household: null,
      head: 'Lý Văn Páo',
      channel: 'post',
      asked: '',
      acting: early,
      demonstration: false,
    });
    if (!received.ok) throw new Error(received.problem.code);
    expect(received.value).toMatchObject({
      year: 2024,
      standing: { state: 'requested', roundKind: 'AD_HOC' },
    });
    const adHoc = (await findRoundById(handle.db, received.value.roundId))!;
    await writeTestHousehold(handle.db, id(9), 81);
    const recognised = testRecord(adHoc, {
      householdId: id(9),
      opening: null,
      arrivalReason: 'newEntry',
      stage: 'recognised',
      closing: sampleClosing({ villageId: 81 }),
    });
    await putReviewRecords(handle.db, [recognised], { today: early.today, acting: early });
    await sql`update review_case set state = 'recognised' where household_id = ${id(9)}::uuid`.execute(
      handle.db,
    );
    const { procedureId, procedureHash } = round;
    await sql`delete from review_round where kind = 'PERIODIC' and commune_id = 8`.execute(handle.db);
    const opened = await openRounds(handle.db, {
      ...adHoc,
      kind: 'PERIODIC',
      communes: [{ communeId: 8, scopePath: '/1/46/461/8/' }],
      localStandard: null,
      decidedBy: '',
      referenceDay: '2024-12-14',
      today: '2024-09-03',
      procedure: { id: procedureId!, hash: procedureHash! },
      acting,
      carryOver: true,
    });
    if (!opened.ok) throw new Error(opened.problem.code);
    const [periodic] = opened.value;
    const merged = await listCasesOfRound(handle.db, { originCommuneId: 8, roundId: periodic!.id });
    expect(merged.map(({ standing }) => [standing.state, standing.opening]).sort()).toEqual([
      ['listed', 'POOR'],
      ['requested', null],
    ]);
    expect((await findRoundById(handle.db, adHoc.id))?.status).toBe('CLOSED');
  });
});
