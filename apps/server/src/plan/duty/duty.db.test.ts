import type { DutyBoard, DutyDesks, DutyLines, DutyOrder, DutyView } from '@benvung/contract/plan-duty';
import { sql } from 'kysely';
import { beforeAll, describe, expect, test } from 'vitest';
import { samplePlaces, writeSamplePlaces } from '../../access/testing/sample-places.ts';
import { type SignedIn, signedInAs } from '../../access/testing/signed-in.ts';
import { buildApp } from '../../app.ts';
import { inAreaScope } from '../../platform/database/area-scope.ts';
import type { DatabaseHandle } from '../../platform/database/database.ts';
import { newId } from '../../platform/ids.ts';
import { settableClock } from '../../platform/testing/settable-clock.ts';
import { describeOnEachDatabase } from '../../platform/testing/test-database.ts';
import { findUnitOn, type UnitOnDay } from '../../territory/territory.public.ts';
import { createPlanDuties } from './create-plan-duties.ts';
import { makeAgency } from './keep-agency.ts';

const { province, commune, otherCommune, village, nation } = samplePlaces;
const TODAY = '2024-10-15';
const acting = { today: TODAY, at: '2024-10-15T02:00:00.000Z', actor: 'Sở', accountId: null };

describeOnEachDatabase('duties', (open) => {
  let database: DatabaseHandle;
  let ask: (username: string, role: string, unitId: number) => Promise<SignedIn>;
  let office: SignedIn;
  let health: SignedIn;
  let officer: SignedIn;
  let neighbour: SignedIn;
  let administrator: SignedIn;
  let agency = '';

  beforeAll(async () => {
    database = await open();
    await writeSamplePlaces(database);
    const parts = { database, clock: settableClock('2024-10-15T02:00:00.000Z', TODAY), version: '0' };
    const app = await buildApp(parts);
    ask = (username, role, unitId) => signedInAs(app, parts, { username, grants: [{ role, unitId }] });
    office = await ask('so', 'approver', province.id);
    health = await ask('soyte', 'agency', province.id);
    officer = await ask('hongthuy', 'officer', commune.id);
    neighbour = await ask('huongphu', 'officer', otherCommune.id);
    administrator = await ask('quantri', 'administrator', nation.id);
    const added = await post(office, '/api/agencies', {
      unit: province.id,
      name: 'Sở Y tế',
      shortNames: ['SYT'],
      mailAddress: 'vanthu@soyte.example',
    });
    agency = added.json<{ id: string }>().id;
  });

  const post = (who: SignedIn, url: string, body: object) =>
    who({ method: 'POST', url, payload: { commandId: newId(), ...body } });
  const assign = async (body: object, who = office) => {
    const answer = await post(who, '/api/duties', {
      ...{ unit: province.id, task: 'Cấp thẻ bảo hiểm y tế', node: null, output: '', evidenceAsked: '' },
      ...{ dueOn: '2024-10-31', periodWords: null, agencies: [], units: [], person: null, partners: [] },
      ...body,
    });
    return answer.json<{ ids: string[]; code?: string }>();
  };
  const act = (who: SignedIn, id: string, body: object) => post(who, `/api/duties/${id}/acts`, body);
  const view = async (who: SignedIn, id: string) =>
    (await who({ url: `/api/duties/${id}` })).json<DutyView & { code?: string }>();

  describe('who may not', () => {
    test('a unit’s duty is not seen in another one, nor by raw SQL there', async () => {
      const { ids } = await assign({ units: [commune.id] });
      expect(await view(neighbour, ids[0]!)).toMatchObject({ code: 'shared.not-found' });
      const seen = await inAreaScope(database, { paths: [otherCommune.path] }, (db) =>
        sql`select from duty union all select from duty_event union all select from agency`.execute(db),
      );
      expect(seen.rows).toEqual([]);
    });

    test('the giver does not report for the unit below, nor the unit below accept its own', async () => {
      const [id] = (await assign({ units: [commune.id] })).ids as [string];
      const report = { act: 'report', words: 'đã làm', evidence: '12/BC-UBND', version: 1 };
      expect((await act(office, id, report)).json()).toMatchObject({ code: 'plan-duty.not-the-receiver' });
      expect((await act(officer, id, report)).statusCode).toBe(200);
      expect((await act(officer, id, { act: 'accept', version: 2 })).json()).toMatchObject({
        code: 'plan-duty.not-the-giver',
      });
      expect((await act(office, id, { act: 'accept', version: 2 })).json()).toMatchObject({
        state: 'accepted',
      });
    });

    test('nobody assigns above or beside their area, to a stranger’s agency, or for a day gone by', async () => {
      for (const [body, code] of [
        [{ unit: commune.id, units: [otherCommune.id] }, 'plan-duty.unit-not-found'],
        [{ unit: province.id }, 'plan-duty.unit-not-found'],
        [{ unit: commune.id, agencies: [agency] }, 'plan-duty.desk-not-found'],
        [{ unit: commune.id, dueOn: '2024-10-14' }, 'plan-duty.deadline-gone-by'],
        [{ unit: commune.id, person: newId() }, 'plan-duty.person-not-found'],
      ] as const)
        expect(await assign(body, officer), code).toMatchObject({ code });
      expect(await assign({}, health)).toMatchObject({ code: 'shared.not-allowed' });
    });

    test('who does not stand at an agency’s desk does nothing there, once somebody stands at it', async () => {
      const [id] = (await assign({ agencies: [agency] })).ids as [string];
      expect((await act(health, id, { act: 'receive', version: 1 })).json()).toMatchObject({
        code: 'shared.not-found',
      });
      expect((await view(office, id)).duty.acts, 'nobody stands there: the unit’s own people do').toContain(
        'receive',
      );
      const desks = (await administrator({ url: `/api/duty-desks?unit=${province.id}` })).json<DutyDesks>();
      const account = desks.people.find(({ name }) => name.includes('soyte'));
      const members = `/api/agencies/${agency}/members`;
      expect((await post(office, members, { accounts: [account?.id] })).statusCode).toBe(403);
      const outside = (await database.db
        .selectFrom('account' as never)
        .select('id' as never)
        .where('username' as never, '=', 'hongthuy' as never)
        .executeTakeFirst()) as unknown as { id: string };
      expect((await post(administrator, members, { accounts: [outside.id] })).json()).toMatchObject({
        code: 'plan-duty.member-outside',
      });
      expect((await post(administrator, members, { accounts: [account?.id] })).statusCode).toBe(200);
      expect((await act(health, id, { act: 'receive', version: 1 })).json()).toMatchObject({
        state: 'received',
      });
      expect((await view(office, id)).duty.acts).toEqual(['cancel']);
    });

    test('an agency sees what its own desk does or works on with others, and nothing of the area around it', async () => {
      const [own] = (await assign({ agencies: [agency] })).ids as [string];
      const [shared] = (await assign({ task: 'Nước sạch', partners: ['Sở Y tế'] })).ids as [string];
      const [offices] = (await assign({ task: 'Việc của Sở' })).ids as [string];
      const [below] = (await assign({ task: 'Việc của xã', units: [commune.id] })).ids as [string];
      const list = async (whose: string, who = health) =>
        (await who({ url: `/api/duties?unit=${province.id}&year=2024&whose=${whose}` }))
          .json<DutyLines>()
          .duties.map(({ id }) => id);
      expect(await list('all', office)).toEqual(expect.arrayContaining([own, shared, offices, below]));
      for (const whose of ['mine', 'all', 'given']) {
        const seen = await list(whose);
        expect(seen, whose).toContain(own);
        expect(seen.includes(shared), whose).toBe(whose !== 'mine');
        for (const other of [offices, below]) expect(seen, whose).not.toContain(other);
      }
      expect((await view(health, shared)).duty.acts).toEqual([]);
      for (const id of [offices, below])
        expect(await view(health, id)).toMatchObject({ code: 'shared.not-found' });
      const url = `/api/duties/board?unit=${commune.id}&year=2024&whose=all`;
      expect((await health({ url })).json<DutyBoard>().columns.flatMap(({ duties }) => duties)).toEqual([]);
      // Even a route that asked for everything would get its own unit's rows alone.
      const rows = await inAreaScope(database, { paths: [], units: [province.path] }, (db) =>
        sql<{ id: string }>`select id from duty`.execute(db),
      );
      const ids = rows.rows.map(({ id }) => id);
      expect([ids.includes(own), ids.includes(offices), ids.includes(below)]).toEqual([true, true, false]);
    });

    test('an old version changes nothing, and evidence is of a kind that is taken', async () => {
      const [id] = (await assign({ units: [commune.id] })).ids as [string];
      await act(officer, id, { act: 'receive', version: 1 });
      expect((await act(officer, id, { act: 'start', version: 1 })).json()).toMatchObject({
        code: 'plan-duty.changed-meanwhile',
      });
      const attach = (who: SignedIn, payload: Buffer, name = 'a.pdf') =>
        who({
          method: 'POST',
          url: `/api/duties/${id}/files?commandId=${newId()}&name=${name}`,
          headers: { 'content-type': 'application/octet-stream' },
          payload,
        });
      expect((await attach(officer, Buffer.from('<html>'))).json()).toMatchObject({
        code: 'plan-duty.file-type-unknown',
      });
      expect((await attach(office, Buffer.from('%PDF-1'))).json()).toMatchObject({
        code: 'plan-duty.not-the-receiver',
      });
      expect((await act(officer, id, { act: 'report', version: 2, words: 'xong' })).json()).toMatchObject({
        code: 'plan-duty.evidence-missing',
      });
      const { hash } = (await attach(officer, Buffer.from('%PDF-1.7 biên bản'))).json<{ hash: string }>();
      expect((await attach(officer, Buffer.from('%PDF-1.7 biên bản'))).json()).toEqual({ hash, files: 1 });
      expect((await act(officer, id, { act: 'report', version: 2, words: 'xong' })).statusCode).toBe(200);
      const file = await office({ url: `/api/duties/${id}/files/${hash}` });
      expect(file.body).toBe('%PDF-1.7 biên bản');
    });
  });

  test('more time is asked, granted to another day, and stands in the history', async () => {
    const [id] = (await assign({ units: [commune.id] })).ids as [string];
    await act(officer, id, { act: 'askExtension', version: 1, words: 'mưa lũ', day: '2024-11-30' });
    expect((await view(office, id)).duty).toMatchObject({
      extensionTo: '2024-11-30',
      extensionReason: 'mưa lũ',
    });
    await act(office, id, {
      act: 'grantExtension',
      version: 2,
      day: '2024-11-15',
      words: 'Bão làm chậm việc đo đạc',
    });
    const { duty, history } = await view(officer, id);
    expect(duty).toMatchObject({ dueOn: '2024-11-15', extensionTo: null, state: 'assigned', version: 3 });
    expect(history.map((one) => [one.act, one.day])).toEqual([
      ['grantExtension', '2024-11-15'],
      ['askExtension', '2024-11-30'],
      ['assign', '2024-10-31'],
    ]);
  });

  test('its giver changes it: freely before it is received, with a reason after, to another desk anew', async () => {
    const [id] = (await assign({ units: [commune.id] })).ids as [string];
    const words = {
      ...{ task: 'Cấp thẻ bảo hiểm y tế', node: null, output: 'Danh sách', evidenceAsked: '', partners: [] },
      ...{ dueOn: '2024-11-08', periodWords: null, desk: null, reason: '' },
    };
    const edit = async (body: object, who = office) =>
      (await post(who, `/api/duties/${id}/edit`, { ...words, ...body })).json<object>();
    expect(await edit({ version: 1 }, officer)).toMatchObject({ code: 'plan-duty.not-the-giver' });
    expect(await edit({ version: 1 })).toEqual({ state: 'assigned', version: 2 });
    expect(await edit({ version: 1, output: 'x' })).toMatchObject({ code: 'plan-duty.changed-meanwhile' });
    await act(officer, id, { act: 'receive', version: 2 });
    const moved = { version: 3, desk: { agency: null, unit: otherCommune.id, person: null } };
    expect(await edit(moved)).toMatchObject({ code: 'plan-duty.reason-missing' });
    expect(await edit({ ...moved, desk: { agency: null, unit: nation.id, person: null } })).toMatchObject({
      code: 'plan-duty.unit-not-found',
    });
    expect(await edit({ ...moved, reason: 'Giao nhầm xã' })).toEqual({ state: 'assigned', version: 4 });
    expect(await view(officer, id)).toMatchObject({ code: 'shared.not-found' });
    const seen = await view(neighbour, id);
    expect(seen.duty).toMatchObject({ state: 'assigned', dueOn: '2024-11-08', output: 'Danh sách' });
    expect(seen.mayEdit).toBe(false);
    expect(seen.history.map(({ act: did }) => did)).toEqual(['edit', 'receive', 'edit', 'assign']);
    expect(seen.history[0]?.words).toContain('Giao nhầm xã');
    expect(seen.history[2]?.words).toBe('Kết quả phải có: – → Danh sách · Hạn: 31/10/2024 → 08/11/2024');
  });

  test('recurring reports are made once, each on its day; a lower level that is due too late is listed', async () => {
    const make = (who: SignedIn, unit: number, desks: string, kinds: string[]) =>
      post(who, '/api/duties/reports', { unit, year: 2025, kinds, desks });
    expect(
      (await make(officer, commune.id, 'own', ['progress-half-year', 'progress-quarter'])).json(),
    ).toMatchObject({
      made: 5,
      existing: 0,
    });
    expect(
      (await make(officer, commune.id, 'own', ['progress-half-year', 'progress-quarter'])).json(),
    ).toMatchObject({
      made: 0,
      existing: 5,
    });
    const late = await post(officer, '/api/duties/reports', {
      unit: commune.id,
      year: 2024,
      kinds: ['progress-quarter'],
      desks: 'own',
    });
    expect(late.json()).toMatchObject({ made: 1, existing: 0, past: 3 });
    expect((await make(officer, commune.id, 'own', ['no-such'])).json()).toMatchObject({
      code: 'plan-duty.report-kind-unknown',
    });
    await make(office, province.id, 'own', ['progress-half-year']);
    const order = (
      await office({ url: `/api/duties/order?unit=${province.id}&year=2025` })
    ).json<DutyOrder>();
    expect(order.faults).toMatchObject([
      {
        reportKey: '2025-H1',
        lower: { unit: { id: commune.id }, dueOn: '2025-06-19' },
        superior: { unit: { id: province.id } },
      },
    ]);
  });

  test('lists, board and month tell the same, and “mine” is what waits at one’s own desks', async () => {
    const asked = `unit=${province.id}&year=2024`;
    const list = (await office({ url: `/api/duties?${asked}` })).json<DutyLines>();
    const board = (await office({ url: `/api/duties/board?${asked}` })).json<DutyBoard>();
    expect(board.columns.reduce((sum, { total }) => sum + total, 0)).toBe(list.page.total);
    expect(board.sums).toEqual(list.sums);
    const mine = (await health({ url: `/api/duties?${asked}&whose=mine` })).json<DutyLines>();
    expect(new Set(mine.duties.map((duty) => duty.agency?.name))).toEqual(new Set(['Sở Y tế']));
    const month = await office({ url: `/api/duties/month?unit=${province.id}&month=2024-10` });
    const days = month.json<{ days: { day: string; tasks: number }[] }>().days;
    const on31st = list.duties.filter(({ dueOn }) => dueOn === '2024-10-31');
    expect(days.find(({ day }) => day === '2024-10-31')?.tasks).toBe(on31st.length);
  });

  test('an issued plan gives its duties to those it names; its next version is followed', async () => {
    const planId = newId();
    const kept = newId();
    const unit = (await findUnitOn(database.db, province.id, TODAY)) as UnitOnDay;
    const duty = (id: string, owner: string, task: string) => ({
      ...{ id, owner, task, node: null, partners: 'Sở Tài chính, Sở Y tế', output: 'báo cáo' },
      ...{ due: '2024-11-30', period: '', evidence: 'văn bản', answers: [] },
      lowerUnits: owner.startsWith('UBND'),
    });
    const quarterly = {
      ...{ id: newId(), kind: 'quarter' as const, day: null, dayOfMonth: 15, recipient: 'UBND tỉnh' },
      ...{ who: 'Các sở, ngành và UBND các huyện', lowerUnits: true },
    };
    const plan = {
      ...{ planId, version: 1, unit, years: { from: 2024, to: 2024 }, acting },
      content: {
        nodes: [],
        duties: [
          duty(kept, 'Sở Y tế tỉnh', 'Cải thiện dinh dưỡng'),
          duty(newId(), 'UBND các xã, phường, thị trấn', 'Rà soát hộ'),
          duty(newId(), 'Sở Xây dựng', 'Hỗ trợ nhà ở'),
        ],
        deadlines: [quarterly],
      },
    };
    const first = await createPlanDuties(database.db, plan);
    // the agency, two communes, the unit itself; of two districts and one agency the last quarter's report, the others are over
    expect(first).toEqual({ made: 4 + 3, followed: 0, cancelled: 0 });
    const changed = { ...duty(kept, 'Sở Y tế tỉnh', 'Cải thiện dinh dưỡng trẻ em'), due: '2024-12-10' };
    const second = await createPlanDuties(database.db, {
      ...plan,
      version: 2,
      content: { nodes: [], duties: [changed], deadlines: [quarterly] },
    });
    expect(second).toEqual({ made: 0, followed: 1 + 3, cancelled: 3 });
    const rows = await sql<{ task: string; state: string; version: number; owner: string; due: string }>`
      select task, state, plan_version as version, owner_words as owner, due_on as due from duty
      where plan_id = ${planId} and kind = 'task' order by task, unit_id`.execute(database.db);
    expect(rows.rows).toMatchObject([
      { task: 'Cải thiện dinh dưỡng trẻ em', state: 'assigned', version: 2, due: '2024-12-10' },
      { task: 'Hỗ trợ nhà ở', state: 'cancelled', owner: 'Sở Xây dựng' },
      { task: 'Rà soát hộ', state: 'cancelled' },
      { task: 'Rà soát hộ', state: 'cancelled' },
    ]);

    const works = await makeAgency(database.db, unit, {
      ...{ name: 'Sở Xây dựng', shortNames: [], mailAddress: null },
    });
    const moved = { ...changed, owner: 'Sở Xây dựng' };
    const third = { ...plan, version: 3, content: { nodes: [], duties: [moved], deadlines: [] } };
    await createPlanDuties(database.db, third);
    const now = await sql<{ agency: string; state: string; owner: string }>`
      select agency_id as agency, state, owner_words as owner from duty where plan_id = ${planId}
        and plan_duty_id = ${kept} and state <> 'cancelled'`.execute(database.db);
    expect(now.rows, 'another desk receives it anew').toEqual([
      { agency: works.ok && works.value.id, state: 'assigned', owner: 'Sở Xây dựng' },
    ]);
  });

  test('a village’s duty is done by its head or the commune’s officer', async () => {
    const head = await ask('thon1', 'enumerator', village.id);
    const [id] = (await assign({ unit: commune.id, units: [village.id] }, officer)).ids as [string];
    expect((await view(head, id)).duty.acts).toContain('receive');
    expect((await view(officer, id)).duty.acts).toEqual(expect.arrayContaining(['receive', 'cancel']));
  });
});
