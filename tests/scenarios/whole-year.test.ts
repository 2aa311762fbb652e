import { DOCUMENT_KINDS } from '@benvung/domain/document/document-kinds';
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { jobKinds } from '../../apps/server/src/job-list.ts';
import { verifyAudit } from '../../apps/server/src/platform/audit/verify-audit.ts';
import type { DatabaseHandle } from '../../apps/server/src/platform/database/database.ts';
import { readFile } from '../../apps/server/src/platform/files/file.store.ts';
import { newId } from '../../apps/server/src/platform/ids.ts';
import { runWaitingJobs } from '../../apps/server/src/platform/jobs/job-runner.ts';
import { describeOnEachDatabase } from '../../apps/server/src/platform/testing/test-database.ts';
import { writeTestTerritory } from '../../apps/server/src/review/review.test-support.ts';
import { verifyLedger } from '../../apps/server/src/review/verify-ledger.ts';
import { NUMBERED, type Round, roundOf } from './commune-round.ts';
import { openOfficeOver, type StoryOffice, type Worker } from './commune-staff.ts';

/** Of the small country: commune 7 with two villages, commune 8 it merges with, commune 9 a household moves to. */
const [COMMUNE, NEIGHBOUR, OTHER] = [7, 8, 9];
const [ONE, TWO, THREE, FOUR] = [71, 72, 81, 91];
const LAST_YEAR = [
  'Ở Lại;Thôn Một;Hộ nghèo',
  'Thoát Hẳn;Thôn Một;Hộ nghèo',
  'Vẫn Cận;Thôn Một;Hộ cận nghèo',
  'Hết Cận;Thôn Một;Hộ cận nghèo',
  'Chuyển Đi;Thôn Một;Hộ nghèo',
  'Bị Bác;Thôn Hai;Hộ nghèo',
  'Có Phản Ánh;Thôn Hai;Hộ cận nghèo',
  'Trả Lại;Thôn Hai;Hộ nghèo',
  'Xin Thoát;Thôn Hai;Hộ nghèo',
];
const HEAD =
  'Họ tên chủ hộ;Thành viên;Quan hệ với chủ hộ;Ngày sinh;Giới tính;Mã xã;Thôn;Dân tộc;Phân loại hộ;QĐ công nhận;B1;B2';
const lineOf = (commune: string) => (line: string) => {
  const [head, village, of] = line.split(';');
  const points = of === 'Hộ nghèo' ? '110;40' : '120;10';
  return `${head};${head};Chủ hộ;1970;Nam;${commune};${village};Kinh;${of};31/QĐ-UBND;${points}`;
};

describeOnEachDatabase('a commune’s whole year', (open) => {
  let database: DatabaseHandle;
  let office: StoryOffice;
  let [officer, chairman, district, neighbour, other, province]: Worker[] = [];
  let round: Round;
  /** The commune that takes the place of both. */
  let merged = 0;
  let decision = '';

  /** The round of a commune as the officer's desk names it. */
  const findRound = async (who: Worker, unit: number, year: number, kind = 'PERIODIC') =>
    roundOf((await who.get(`/api/review-board?unit=${unit}&year=${year}&kind=${kind}`)).round.id);

  const bringLastYear = async (who: Worker, commune: string, lines: readonly string[]) => {
    const query = new URLSearchParams({
      year: '2023',
      unit: commune,
      file: 'nam-truoc.csv',
      commandId: newId(),
      dryRun: 'false',
    });
    const taken = await who.bring(`/api/imports?${query}`, [HEAD, ...lines.map(lineOf(commune))].join('\n'));
    expect(taken, JSON.stringify(taken)).toMatchObject({ written: true });
  };
  const close = async (who: Worker, unit: number, year: number, households = 100) => {
    const [row] = (await who.get(`/api/desk?unit=${unit}&year=${year}`)).rows;
    const figures = {
      minorityHouseholds: 0,
      minorityPersons: 0,
      localMinorityHouseholds: 0,
      localMinorityPersons: 0,
    };
    await who.send('POST', '/api/population-base', {
      communeId: unit,
      year,
      source: 'UBND xã',
      onDay: `${year}-12-31`,
      lines: [{ villageId: 0, version: 0, figures: { households, persons: 4 * households, ...figures } }],
    });
    await who.send('POST', `/api/rounds/${row.round.id}/close`);
  };
  const register = async (who: Worker, villageId: number, fullName: string, day: string) => {
    const id = newId();
    await who.send('POST', '/api/households', {
      id,
      villageId,
      day,
      members: [{ personId: newId(), fullName, relation: 'head', sex: 'male', birthDate: '1980' }],
    });
    return id;
  };
  const ask = (who: Worker, request: object) =>
    who.send('POST', '/api/review-requests', { communeId: COMMUNE, asked: 'Xin được rà soát', ...request });

  const opine = (who: Worker, id: string, returned: readonly object[]) =>
    who.send('POST', `/api/review-submissions/${id}/opinion`, {
      ...NUMBERED,
      version: 1,
      opinion: '',
      returned,
    });

  beforeAll(async () => {
    database = await open();
    await writeTestTerritory(database.db);
    office = await openOfficeOver(database, '2024-02-20');
    const hire = (username: string, role: string, unitId: number) => office.hire(username, { role, unitId });
    officer = await hire('can.bo', 'officer', COMMUNE);
    chairman = await hire('chu.tich', 'approver', COMMUNE);
    district = await hire('huyen', 'approver', 461);
    neighbour = await hire('xa.ben', 'officer', NEIGHBOUR);
    other = await hire('xa.khac', 'officer', OTHER);
    province = await hire('tinh', 'officer', 46);
    await bringLastYear(officer, '00007', LAST_YEAR);
    await bringLastYear(neighbour, '00008', ['Bên Kia;Thôn Ba;Hộ nghèo']);
    await bringLastYear(other, '00009', ['Phường Xa;Tổ dân phố Bốn;Hộ nghèo']);
    await close(officer, COMMUNE, 2023);
    await close(neighbour, NEIGHBOUR, 2023);
    await close(other, OTHER, 2023);
  });
  afterAll(() => office.app.close());

  test('in March one household asks in person, one by post: screened in and out, reviewed from the 15th', async () => {
    office.goTo('2024-03-12');
    const householdId = await register(officer!, ONE, 'Mới Nghèo', '2024-03-12');
    await ask(officer!, { villageId: ONE, form: '01', householdId, head: 'Mới Nghèo', channel: 'office' });
    await ask(officer!, { villageId: TWO, form: '01', householdId: null, head: 'Không Đủ', channel: 'post' });
    const adHoc = await findRound(officer!, COMMUNE, 2024, 'AD_HOC');
    await adHoc.act(officer!, 'Mới Nghèo', { act: 'screenIn', found: 'Phiếu nhận dạng nhanh: có' });
    await adHoc.act(officer!, 'Không Đủ', { act: 'screenOut', reason: 'Có ô tô, nhà kiên cố' });
    expect(await adHoc.refusedAct(officer!, 'Mới Nghèo', { act: 'list' })).toBe('review.case-too-early');
    office.goTo('2024-03-15');
    await adHoc.act(officer!, 'Mới Nghèo', { act: 'list' });
    expect(await adHoc.statesSeenBy(officer!)).toMatchObject({ 'Mới Nghèo': 'listed' });
  });

  test('in April a poor household asks by form 04 to be recognised as having left, and is', async () => {
    office.goTo('2024-04-03');
    const list = await officer!.get(`/api/households?unit=${COMMUNE}&q=Xin Thoát`);
    const [{ id: householdId }] = list.households;
    await ask(officer!, { villageId: TWO, form: '04', householdId, head: 'Xin Thoát', channel: 'office' });
    const adHoc = await findRound(officer!, COMMUNE, 2024, 'AD_HOC');
    expect(await adHoc.refusedAct(officer!, 'Xin Thoát', { act: 'list' })).toBe('review.case-too-early');
    office.goTo('2024-04-15');
    // No quick screen: it is poor, and says that it no longer is.
    await adHoc.act(officer!, 'Xin Thoát', { act: 'list' });
    await adHoc.survey(officer!, TWO, { 'Xin Thoát': 'NOT_POOR' });
    expect(await adHoc.meet(officer!, TWO)).toMatchObject({ agreed: 1, rejected: 0 });
    expect(await adHoc.post(officer!, TWO)).toMatchObject({ until: '2024-04-19' });
    office.goTo('2024-04-22');
    // the procedure asks no opinion of the superior in an ad hoc round
    office.goTo('2024-04-23');
    const told = { decidedOn: '2024-04-23', number: null, expected: 1 };
    const decided = await adHoc.recognise(chairman!, told);
    expect(decided.counts).toMatchObject({ POOR: 0, POVERTY_EXIT: 1, REFUSED: 0 });
    expect((await adHoc.caseOf(officer!, 'Xin Thoát')).state).toBe('exited');
  });

  test('in September the steering committee opens the round, and the ad hoc one goes on in it', async () => {
    office.goTo('2024-09-03');
    const opening = {
      communeIds: [COMMUNE],
      year: 2024,
      referenceDay: '2024-12-14',
      source: 'KH 10/KH-BCĐ',
      decidedBy: 'Ban Chỉ đạo rà soát xã',
      inProcedure: true,
    };
    await officer!.send('POST', '/api/round-opening', opening);
    await neighbour!.send('POST', '/api/round-opening', { ...opening, communeIds: [NEIGHBOUR] });
    await other!.send('POST', '/api/round-opening', { ...opening, communeIds: [OTHER] });
    round = await findRound(officer!, COMMUNE, 2024);
    const states = await round.statesSeenBy(officer!);
    // Who was poor last year and who asked in March; who left in April is on no list.
    expect(Object.keys(states)).toHaveLength(LAST_YEAR.length);
    expect(states).not.toHaveProperty('Xin Thoát');
    expect(new Set(Object.values(states))).toEqual(new Set(['listed']));
    const merged = await officer!.get(`/api/review-cases/${(await round.caseOf(officer!, 'Mới Nghèo')).id}`);
    expect(merged.events.map(({ act }: { act: string }) => act)).toEqual([
      'receive',
      'screenIn',
      'list',
      'merge',
    ]);
    const { events } = await officer!.get(`/api/rounds/${round.id}/history`);
    expect(events.map(({ kind }: { kind: string }) => kind)).toContain('opened');
  });

  test('a request on line is screened in; one is withdrawn; nobody is surveyed before the list', async () => {
    office.goTo('2024-09-10');
    const householdId = await register(officer!, TWO, 'Không Nghèo', '2024-09-10');
    await ask(officer!, { villageId: TWO, form: '01', householdId, head: 'Không Nghèo', channel: 'online' });
    const there = { villageId: TWO, form: '01', householdId: null, head: 'Rút Đơn', channel: 'office' };
    await ask(officer!, there);
    await round.act(officer!, 'Không Nghèo', { act: 'screenIn', found: 'Phiếu nhận dạng nhanh: có' });
    await round.act(officer!, 'Rút Đơn', { act: 'withdraw', reason: 'Gia đình rút đơn' });
    await round.act(officer!, 'Không Nghèo', { act: 'list' });
    const already = (await round.caseOf(officer!, 'Ở Lại')).householdId;
    expect(
      await officer!.refused('POST', '/api/review-requests', {
        ...there,
        communeId: COMMUNE,
        asked: '',
        householdId: already,
        head: 'Ở Lại',
      }),
    ).toBe('review.case-already-open');
  });

  test('the papers of both villages are typed, and their meetings are held; one household has less than half', async () => {
    office.goTo('2024-09-25');
    await officer!.send('POST', `/api/rounds/${round.id}/assignments`, {
      villageId: TWO,
      householdIds: null,
      accountId: null,
      name: 'Ma Thị Sen',
      position: 'Trưởng thôn',
      untilDay: '2024-10-10',
      reason: '',
    });
    await officer!.send('POST', `/api/rounds/${round.id}/assignment-paper`);
    await round.survey(officer!, ONE, {
      'Ở Lại': 'POOR',
      'Thoát Hẳn': 'NOT_POOR',
      'Vẫn Cận': 'NEAR_POOR',
      'Hết Cận': 'NOT_POOR',
      'Chuyển Đi': 'POOR',
      'Mới Nghèo': 'POOR',
    });
    await round.survey(officer!, TWO, {
      'Bị Bác': 'NOT_POOR',
      'Có Phản Ánh': 'NEAR_POOR',
      'Trả Lại': 'NEAR_POOR',
      'Không Nghèo': 'NOT_POOR',
    });
    // put right without naming anybody, a form keeps who was at the house, though the village is another's
    await round.survey(
      officer!,
      TWO,
      { 'Trả Lại': 'NEAR_POOR' },
      { enumeratorId: null, enumerator: 'Lò Văn Tới' },
    );
    await round.survey(officer!, TWO, { 'Trả Lại': 'NEAR_POOR' });
    const { households } = await officer!.get(`/api/rounds/${round.id}/entries?village=${TWO}`);
    const visitorOf = (head: string) => households.find((one: { head: string }) => one.head === head).visitor;
    expect([visitorOf('Trả Lại'), visitorOf('Có Phản Ánh')]).toEqual(['Lò Văn Tới', 'Ma Thị Sen']);
    const typed = await round.caseOf(officer!, 'Mới Nghèo');
    await officer!.send('POST', `/api/review-cases/${typed.id}/questionnaire-paper`);
    office.goTo('2024-09-27', '19:00');
    expect(await round.meet(officer!, ONE)).toMatchObject({ agreed: 6, rejected: 0 });
    office.goTo('2024-09-28', '19:00');
    expect(await round.meet(officer!, TWO, { 'Bị Bác': 19 })).toMatchObject({ agreed: 3, rejected: 1 });
    expect((await round.caseOf(officer!, 'Bị Bác')).state).toBe('rejected');
    office.goTo('2024-09-30');
    await round.survey(officer!, TWO, { 'Bị Bác': 'POOR' });
    expect(await round.meet(officer!, TWO)).toMatchObject({ agreed: 1, rejected: 0 });
  });

  test('both lists hang for three working days; a grievance changes a result; a household moves away', async () => {
    office.goTo('2024-09-30', '14:00');
    expect(await round.post(officer!, ONE)).toMatchObject({ until: '2024-10-03' });
    const posting = await round.post(officer!, TWO);
    expect(await round.refusedSubmission(officer!)).toBe('review.case-posting-runs');
    const noted = await officer!.send('POST', '/api/review-grievances', {
      postingId: posting.id,
      category: 'household',
      channel: 'office',
      number: (await officer!.get(`/api/review-postings/${posting.id}`)).list.lines.find(
        ({ head }: { head: string }) => head === 'Có Phản Ánh',
      ).number,
      householdName: null,
      about: 'Nhà dột, không có nước sạch',
      complainantName: null,
      phone: null,
    });
    const answer = async (who: Worker, act: object) => {
      const { version } = await who.get(`/api/review-grievances/${noted.id}`);
      return who.send('POST', `/api/review-grievances/${noted.id}/acts`, { version, act });
    };
    office.goTo('2024-10-01');
    await answer(officer!, { act: 'assign', verifier: { name: 'Vi Văn Thành', accountId: null } });
    expect((await round.caseOf(officer!, 'Có Phản Ánh')).state).toBe('disputed');
    // Who was there first is told by the form, whoever types it; the one officer may type what another found.
    await expect(
      round.survey(
        officer!,
        TWO,
        { 'Có Phản Ánh': 'POOR' },
        { enumeratorId: null, enumerator: 'Ma Thị Sen' },
      ),
    ).rejects.toThrow('review.case-same-person');
    await round.survey(officer!, TWO, { 'Có Phản Ánh': 'POOR' });
    const disputed = await officer!.get(
      `/api/review-cases/${(await round.caseOf(officer!, 'Có Phản Ánh')).id}`,
    );
    const told = disputed.events.map(
      ({ act, actor, evidence }: { act: string; actor: string; evidence: { visitor?: string } }) =>
        act === 'score' ? [actor, evidence.visitor] : [],
    );
    expect(told.filter((one: string[]) => one.length > 0)).toEqual([
      ['Người can.bo', 'Ma Thị Sen'],
      ['Người can.bo', 'Vi Văn Thành'],
    ]);
    await answer(officer!, { act: 'verify', finding: 'Đúng là nhà dột, thiếu nước', outcome: 'upheld' });
    await answer(officer!, { act: 'answer', answer: 'Đã xem lại, kết quả được sửa' });
    await answer(officer!, { act: 'close' });
    office.goTo('2024-10-02');
    expect(await round.post(officer!, TWO)).toMatchObject({ until: '2024-10-07' });

    const { householdId } = await round.caseOf(officer!, 'Chuyển Đi');
    const { version } = await officer!.get(`/api/households/${householdId}/record`);
    await province!.send('POST', `/api/households/${householdId}/moves`, {
      version,
      day: '2024-10-02',
      villageId: FOUR,
    });
    expect((await round.statesSeenBy(officer!))['Chuyển Đi']).toBe('gone');
    const arrived = await (await findRound(other!, OTHER, 2024)).statesSeenBy(other!);
    expect(arrived).toEqual({ 'Phường Xa': 'listed', 'Chuyển Đi': 'listed' });
  });

  let submission: { id: string };

  test('submitted after the last posting, the superior clears all but one, which comes back', async () => {
    office.goTo('2024-10-07', '16:59');
    // The first list is over and goes; the second hangs until five.
    const early = await round.submit(officer!);
    expect(early.cases).toBe(8);
    await officer!.send('POST', `/api/review-submissions/${early.id}/recall`, {
      version: 1,
      reason: 'Trình một lần cho cả xã',
    });
    office.goTo('2024-10-07', '17:00');
    submission = await round.submit(officer!);
    expect(submission).toMatchObject({ cases: 9, dueOn: '2024-10-14' });
    office.goTo('2024-10-11');
    const { lines } = await district!.get(`/api/review-submissions/${submission.id}`);
    const returned = lines
      .filter(({ head }: { head: string }) => head === 'Trả Lại')
      .map(({ caseId }: { caseId: string }) => ({ caseId, reason: 'Biên bản thiếu chữ ký' }));
    expect(await opine(district!, submission.id, returned)).toMatchObject({ cleared: 8, returned: 1 });
    expect((await round.caseOf(officer!, 'Trả Lại')).state).toBe('returned');
  });

  test('the neighbour has its list surveyed, met on and posted when the two communes become one', async () => {
    const neighbours = await findRound(neighbour!, NEIGHBOUR, 2024);
    await neighbours.survey(neighbour!, THREE, { 'Bên Kia': 'POOR' });
    await neighbours.meet(neighbour!, THREE);
    await neighbours.post(neighbour!, THREE);
    office.goTo('2024-11-01');
    const administrator = await office.hire('quan.tri', { role: 'administrator', unitId: 1 });
    const query = `file=list.csv&day=2024-11-01&source=NQ1&commandId=${newId()}&dryRun=false`;
    const loaded = await administrator.bring(
      `/api/territory/lists?${query}`,
      [
        'loại dòng,mã,tên,mã cấp trên,mã mới,căn cứ',
        'đơn vị,00010,Xã Mười,461,,',
        'chuyển,00007,,,00010,NQ1',
        'chuyển,00008,,,00010,NQ1',
      ].join('\n'),
    );
    expect(loaded, JSON.stringify(loaded)).toMatchObject({
      written: true,
      newUnits: 1,
      ended: 2,
      villages: 3,
    });
    merged = (await administrator.get('/api/territory/units?q=Xã Mười&level=commune')).units[0].id;
    officer = await office.hire('can.bo.moi', { role: 'officer', unitId: merged });
    chairman = await office.hire('chu.tich.moi', { role: 'approver', unitId: merged });
    // Who still asks by the commune that is no more sees the register of the one in its place.
    const register = await officer.get(`/api/documents?unit=${COMMUNE}`);
    expect(register.page.total).toBeGreaterThan(5);
    expect((await officer.get(`/api/documents?unit=${merged}`)).page).toEqual(register.page);
    const board = await officer.get(`/api/review-board?unit=${merged}&year=2024`);
    const standing = board.rows.map((row: { unit: { name: string }; listed: number; roundId: string }) => [
      row.unit.name,
      row.listed,
      row.roundId === round.id,
    ]);
    expect(standing).toEqual([
      ['Thôn Ba', 1, false],
      ['Thôn Hai', 4, true],
      ['Thôn Một', 6, true],
    ]);
    const desk = await officer.get(`/api/recognition-desk?unit=${merged}&year=2024`);
    expect(
      desk.rounds.map((one: { cleared: number; toSubmit: number }) => [one.cleared, one.toSubmit]),
    ).toEqual(
      expect.arrayContaining([
        [8, 0],
        [0, 1],
      ]),
    );
  });

  test('the new commune goes on with what came back, and its chairman recognises the results of both', async () => {
    await round.survey(officer!, TWO, { 'Trả Lại': 'NEAR_POOR' });
    await round.meet(officer!, TWO);
    await round.post(officer!, TWO);
    office.goTo('2024-11-08');
    const again = await round.submit(officer!);
    expect(await opine(district!, again.id, [])).toMatchObject({ cleared: 1, returned: 0 });
    const neighbours = roundOf(
      (await officer!.get(`/api/review-board?unit=${merged}&year=2024`)).rows.find(
        ({ unit }: { unit: { name: string } }) => unit.name === 'Thôn Ba',
      ).roundId,
    );
    const theirs = await neighbours.submit(officer!);
    await opine(district!, theirs.id, []);
    office.goTo('2024-12-10');
    const onTheTenth = { decidedOn: '2024-12-10' };
    const decided = await round.recognise(chairman!, { ...onTheTenth, number: 31, expected: 9 });
    expect(decided.counts).toEqual({
      POOR: 4,
      NEAR_POOR: 2,
      POVERTY_EXIT: 2,
      NEAR_POVERTY_EXIT: 1,
      REFUSED: 1,
    });
    decision = decided.id;
    expect(
      await chairman!.refused('POST', `/api/rounds/${neighbours.id}/recognitions`, {
        ...NUMBERED,
        ...onTheTenth,
        number: 31,
        expected: 1,
      }),
    ).toBe('document.number-taken');
    const second = await neighbours.recognise(chairman!, { ...onTheTenth, number: null, expected: 1 });
    expect([decided.number, second.number]).toEqual(['31/QĐ-UBND', '32/QĐ-UBND']);
    expect(await round.statesSeenBy(officer!)).toEqual({
      'Ở Lại': 'recognised',
      'Mới Nghèo': 'recognised',
      'Thoát Hẳn': 'exited',
      'Vẫn Cận': 'recognised',
      'Hết Cận': 'exited',
      'Chuyển Đi': 'gone',
      'Bị Bác': 'recognised',
      'Có Phản Ánh': 'recognised',
      'Trả Lại': 'recognised',
      'Không Nghèo': 'refused',
      'Rút Đơn': 'withdrawn',
    });
  });

  test('the commune reports the results, and tells its villages', async () => {
    await officer!.send('POST', `/api/rounds/${round.id}/report-paper`);
    const notice = await officer!.send('POST', '/api/documents', {
      unit: merged,
      subject: 'kết quả rà soát năm 2024',
      addressees: ['Các thôn'],
      sections: [{ heading: '', paragraphs: ['Kết quả đã được công nhận.'] }],
      signatory: NUMBERED.signatory,
    });
    // the number that the paper register gave
    const numbered = { version: notice.version, number: 70 };
    expect((await officer!.send('POST', `/api/documents/${notice.id}/number`, numbered)).reference).toBe(
      '70/TB-UBND',
    );
    const asked = `unit=${merged}&year=2024&kind=notice&purpose=so+nam&format=json`;
    const register = await officer!.get(`/api/documents/register-file?${asked}`);
    expect(register.columns).toHaveLength(10);
    expect(register.rows).toEqual([
      expect.arrayContaining(['70/TB-UBND', 'Thông báo: kết quả rà soát năm 2024', 'Như trên', 'VT']),
    ]);
  });

  test('a paper is found by its number as it is printed, and by what its kind is called', async () => {
    const found = async (words: string) =>
      (await officer!.get(`/api/documents?q=${encodeURIComponent(words)}`)).documents.map(
        ({ reference }: { reference: string | null }) => reference,
      );
    expect(await found('70/TB-UBND')).toEqual(['70/TB-UBND']);
    expect(await found('01/TTr-UBND')).toContain('01/TTr-UBND');
    // the report, which has no number yet
    expect(await found('báo cáo kết quả')).toEqual([null]);
  });

  test('certificates are issued, and each can be verified by anyone who holds it', async () => {
    const issued = await officer!.send('POST', `/api/review-decisions/${decision}/certificates`, NUMBERED);
    expect(issued).toMatchObject({ issued: 6, renewed: 0, ended: 0 });
    const printed = { kind: 'certificate', unit: merged, year: 2024 };
    const { jobId } = await officer!.send('POST', '/api/document-prints', printed);
    await runWaitingJobs({
      database,
      clock: office.clock,
      kinds: jobKinds,
      fault: (error) => {
        throw error;
      },
    });
    const print = await sql<{ owner: string; hash: string }>`select account_id as owner,
      outcome #>> '{value,hash}' as hash from job where id = ${jobId}::uuid and state = 'done'`.execute(
      database.db,
    );
    const { owner, hash } = print.rows[0]!;
    const pdf = (await readFile(database.db, { ownerId: owner, hash }))!;
    expect([pdf.subarray(0, 5).toString(), pdf.length > 20_000]).toEqual(['%PDF-', true]);
    const { certificates } = await officer!.get(`/api/review-certificates?unit=${merged}&year=2024`);
    expect(certificates.map(({ head }: { head: string }) => head).sort()).toEqual(
      ['Ở Lại', 'Mới Nghèo', 'Vẫn Cận', 'Bị Bác', 'Có Phản Ánh', 'Trả Lại'].sort(),
    );
    const { number, code } = await officer!.get(`/api/review-certificates/${certificates[0].id}`);
    const verified = await office.app.inject({
      method: 'POST',
      url: '/api/public/verification',
      payload: { number, code },
    });
    expect(verified.json()).toMatchObject({ state: 'valid', number, issuer: 'UBND xã Mười' });
  });

  test('the fifteen tables and the ledger balance, by commune and in the province; the log is whole', async () => {
    const problems: unknown[] = [];
    for (let number = 1; number <= 15; number += 1)
      for (const on of ['46&map=2024-10-31', '46', '00010']) {
        const { checks } = await province!.get(`/api/tables/${number}?unit=${on}&year=2024`);
        // 6 asks for the indicators, which totals of paper forms do not tell
        for (const check of checks) if (!check.ok && check.id !== '6') problems.push([number, on, check]);
      }
    expect(problems).toEqual([]);
    expect((await verifyLedger(database.db, { path: '/1/', year: null })).problems).toEqual([]);
    expect((await verifyAudit(database)).problems).toEqual([]);
  });

  test('every act left its paper, by the body of the commune that stood on its day', async () => {
    const made = await sql<{ kind: string; issuers: string }>`
      select kind, string_agg(distinct frame #>> '{issuer,bodyName}', ' · ' order by frame #>> '{issuer,bodyName}') as issuers
      from document where state <> 'withdrawn' group by 1 order by 1`.execute(database.db);
    const [committee, people] = ['Ban Chỉ đạo rà soát hộ nghèo, hộ cận nghèo', 'Ủy ban nhân dân'];
    const papers = Object.fromEntries(made.rows.map(({ kind, issuers }) => [kind, issuers.split(' · ')]));
    expect(papers).toEqual({
      assignment: [`${committee} xã Bảy`],
      attendanceSheet: [`${committee} xã Bảy`, `${committee} xã Mười`, `${committee} xã Tám`],
      certificate: [`${people} xã Mười`],
      grievanceAnswer: [`${people} xã Bảy`],
      meetingMinutes: [`${committee} xã Bảy`, `${committee} xã Mười`, `${committee} xã Tám`],
      notice: [`${people} xã Mười`],
      opinion: [`${people} huyện Đông`],
      postingSheet: [`${people} xã Bảy`, `${people} xã Mười`, `${people} xã Tám`],
      questionnaire: [`${committee} xã Bảy`],
      recognition: [`${people} xã Bảy`, `${people} xã Mười`],
      refusal: [`${people} xã Mười`],
      report: [`${people} xã Mười`],
      reviewList: [`${committee} phường Chín`, `${committee} xã Bảy`, `${committee} xã Tám`],
      roundOpening: [`${people} phường Chín`, `${people} xã Bảy`, `${people} xã Tám`],
      submission: [`${people} xã Bảy`, `${people} xã Mười`],
    });
    // every kind there is but what others send and what no form is for
    const kinds = DOCUMENT_KINDS.filter((kind) => kind !== 'incoming' && kind !== 'composed');
    expect(Object.keys(papers).sort()).toEqual([...kinds].sort());
    const acts = await sql<{ act: string; count: number }>`
      select act, count(*)::integer as count from review_case_event
      where document_id is null and act in ('agree', 'reject', 'submit', 'clear', 'return', 'recognise', 'exit', 'refuse')
      group by 1`.execute(database.db);
    expect(acts.rows).toEqual([]);
    const numbered = await sql<{ act: string; paper: string | null }>`
      select number as act, document_id as paper from review_submission where state = 'answered' union all
      select opinion_number, opinion_document_id from review_submission where state = 'answered' union all
      select number, document_id from review_decision union all
      select number, document_id from review_certificate`.execute(database.db);
    expect(numbered.rows.length).toBeGreaterThan(10);
    for (const { act, paper } of numbered.rows) {
      const { reference } = (await province!.get(`/api/documents/${paper}`)) as { reference: string };
      expect(reference).toBe(act);
    }
  });

  test('the rounds of both are closed by the commune that took their place', async () => {
    for (const [unit, households] of [
      [COMMUNE, 100],
      [NEIGHBOUR, 50],
    ] as const)
      await close(officer!, unit, 2024, households);
    const desk = await officer!.get(`/api/desk?unit=${merged}&year=2024`);
    expect(
      desk.rows.map((row: { unit: { name: string }; round: { status: string } | null }) => [
        row.unit.name,
        row.round?.status ?? null,
      ]),
    ).toEqual([
      ['Xã Mười', null],
      ['Xã Bảy', 'CLOSED'],
      ['Xã Tám', 'CLOSED'],
    ]);
  });

  test('the next year who left falls back: a relapse, a renewed certificate, and the ledger still balances', async () => {
    office.goTo('2025-09-03');
    const superior = await office.hire('tinh.duyet', { role: 'approver', unitId: 46 });
    await officer!.send('POST', '/api/round-opening', {
      communeIds: [merged],
      year: 2025,
      referenceDay: '2025-12-14',
      source: 'KH 11/KH-BCĐ',
      decidedBy: 'Ban Chỉ đạo rà soát xã',
      inProcedure: true,
    });
    const next = await findRound(officer!, merged, 2025);
    const states = await next.statesSeenBy(officer!);
    expect(Object.keys(states).sort()).toEqual(
      ['Bên Kia', 'Bị Bác', 'Có Phản Ánh', 'Mới Nghèo', 'Trả Lại', 'Vẫn Cận', 'Ở Lại'].sort(),
    );
    const left = await round.caseOf(officer!, 'Thoát Hẳn');
    const request = { communeId: merged, villageId: ONE, form: '01', channel: 'office', asked: 'Mất mùa' };
    await officer!.send('POST', '/api/review-requests', {
      ...request,
      householdId: left.householdId,
      head: 'Thoát Hẳn',
    });
    await next.act(officer!, 'Thoát Hẳn', { act: 'screenIn', found: 'có' });
    await next.act(officer!, 'Thoát Hẳn', { act: 'list' });
    await next.survey(officer!, ONE, {
      'Thoát Hẳn': 'POOR',
      'Ở Lại': 'POOR',
      'Mới Nghèo': 'NOT_POOR',
      'Vẫn Cận': 'POOR',
    });
    await next.meet(officer!, ONE);
    await next.post(officer!, ONE);
    office.goTo('2025-09-15');
    const sent = await next.submit(officer!);
    await opine(superior, sent.id, []);
    office.goTo('2025-09-22');
    const decided = await next.recognise(chairman!, { decidedOn: '2025-09-22', number: null, expected: 4 });
    expect(decided.counts).toMatchObject({ POOR: 3, POVERTY_EXIT: 1 });
    const told = await officer!.send('POST', `/api/review-decisions/${decided.id}/certificates`, NUMBERED);
    // Who fell back and who fell deeper get a new one, who stays a line on the old one, who left none any more.
    expect(told).toMatchObject({ issued: 2, renewed: 1, ended: 1 });
    const { certificates } = await officer!.get(`/api/review-certificates?unit=${merged}&year=2024`);
    const kept = certificates.find(({ head }: { head: string }) => head === 'Ở Lại');
    const { renewals } = await officer!.get(`/api/review-certificates/${kept.id}`);
    expect(renewals.map(({ year }: { year: number }) => year)).toEqual([2024, 2025]);
    // a paper made anew bears every year's line
    const again = { version: kept.version, reason: 'Mất giấy', number: null };
    const anew = await officer!.send('POST', `/api/review-certificates/${kept.id}/reissue`, again);
    const papers = await sql<{ id: string; state: string; years: { year: number; result: string }[] }>`
      select d.id, d.state, d.data->'years' as years from review_certificate c join document d on d.id = c.document_id
      where c.household_id = ${kept.householdId}::uuid order by d.state desc`.execute(database.db);
    expect(papers.rows.map(({ state }) => state)).toEqual(['replaced', 'numbered']);
    expect(papers.rows[1]?.years).toMatchObject([
      { year: 2024, result: 'Hộ nghèo' },
      { year: 2025, result: 'Hộ nghèo' },
    ]);
    const view = await officer!.get(`/api/review-certificates/${anew.id}`);
    expect(view.renewals.map(({ year }: { year: number }) => year)).toEqual([2024, 2025]);
    const arrived = await sql<{ reason: string }>`select arrival_reason as reason from review_record
      where year = 2025 and household_id = ${left.householdId}::uuid`.execute(database.db);
    expect(arrived.rows).toEqual([{ reason: 'relapse' }]);
    const { lines } = await officer!.get(`/api/ledger?unit=${merged}&year=2025`);
    const differences = lines.flatMap(({ entries }: { entries: { difference: number }[] }) =>
      entries.map(({ difference }) => difference),
    );
    expect(new Set(differences)).toEqual(new Set([0]));
    expect((await verifyLedger(database.db, { path: '/1/', year: null })).problems).toEqual([]);
    expect((await verifyAudit(database)).problems).toEqual([]);
  });
});
