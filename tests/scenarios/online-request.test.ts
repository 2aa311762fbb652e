import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { signedInAs } from '../../apps/server/src/access/testing/signed-in.ts';
import { buildApp } from '../../apps/server/src/app.ts';
import { settableClock } from '../../apps/server/src/platform/testing/settable-clock.ts';
import { openTestPglite } from '../../apps/server/src/platform/testing/test-database.ts';
import { makeWorld, type World } from '../permissions/world.ts';
import { citizensOf } from './citizen.ts';

/** A household asks on the commune's public page; the officer takes it in or refuses it; it follows what became of it. */
describe('a request on the public page', () => {
  let world: World;
  let app: World['app'];
  let officer: World['owner'];
  const clock = settableClock('2024-10-15T02:00:00.000Z', '2024-10-15');
  const PAGE = '/de-nghi/20161';
  const ask = citizensOf(() => app, '10.2');
  const written = (of: Record<string, string> = {}) => ({
    mau: '01',
    'chu-ho': 'Hồ Thị Gửi Mạng',
    thon: String(world.places.otherVillage.id),
    'dia-chi': 'xóm trên',
    'dien-thoai': '0912 345 678',
    'can-cuoc': '046185001234',
    'ly-do': 'Mất mùa <script>alert(1)</script>',
    'dong-y': '1',
    don: 'a'.repeat(24),
    ...of,
  });
  const sent = async (): Promise<number> =>
    (
      await sql<{ count: number }>`select count(*)::integer as count from review_online_request`.execute(
        world.database.db,
      )
    ).rows[0]!.count;
  const list = async (year = 2024) =>
    (
      await officer({
        method: 'GET',
        url: `/api/online-requests?unit=${world.places.otherCommune.id}&year=${year}`,
      })
    ).json();
  const decide = (id: string, decision: object, version = 1) =>
    officer({
      method: 'POST',
      url: `/api/online-requests/${id}/decision`,
      payload: { commandId: world.newId(), version, decision },
    });

  beforeAll(async () => {
    world = await makeWorld(await openTestPglite());
    const parts = { database: world.database, clock, version: '0' };
    app = await buildApp(parts);
    await app.ready();
    const grants = [{ role: 'officer', unitId: world.places.otherCommune.id }];
    officer = await signedInAs(app, parts, { username: 'can.bo', grants });
  });
  afterAll(async () => {
    await app.close();
    await world.app.close();
    await world.database.close();
  });

  test('is found by the name of the commune, and an unknown one leads nowhere', async () => {
    expect((await ask('GET', '/de-nghi?xa=huong+phu')).headers.location).toBe(PAGE);
    for (const url of ['/de-nghi?xa=Xa+Khong+Co', '/de-nghi/99999', "/de-nghi/1'or'1", '/de-nghi/7'])
      expect([(await ask('GET', url)).statusCode, url]).toEqual([404, url]);
    const form = await ask('GET', PAGE);
    expect(form.body).toContain('Xã Hương Phú');
    expect(form.body).not.toContain('<script');
    expect(form.headers['set-cookie']).toBeUndefined();
  });

  test('is not taken without consent, from elsewhere, or with what cannot be; what was typed stays', async () => {
    const wrong = await ask('POST', PAGE, {
      ...written({ 'dong-y': '', 'can-cuoc': '12', thon: String(world.places.village.id), mau: '02' }),
    });
    expect(wrong.statusCode).toBe(422);
    expect(wrong.body).toContain('<title>Lỗi:');
    for (const said of [
      'Chưa đánh dấu đồng ý',
      'không đủ 12 chữ số',
      'Chưa chọn thôn',
      'Chưa chọn hộ đề nghị',
    ])
      expect(wrong.body).toContain(said);
    expect(wrong.body).toContain('&lt;script&gt;');
    expect(wrong.body).not.toContain('<script>');
    for (const of of [
      { 'chu-ho': ' ' },
      { 'chu-ho': 'x'.repeat(121) },
      { 'ly-do': 'x'.repeat(1001) },
      { 'dien-thoai': 'gọi tôi' },
      { thon: "1' or 1=1" },
    ] as Record<string, string>[])
      expect([(await ask('POST', PAGE, written(of))).statusCode, of]).toEqual([422, of]);
    expect((await ask('POST', PAGE, written({ 'ly-do': 'a\u0000b' }))).statusCode).toBe(400);
    expect((await ask('POST', '/de-nghi/99999', written())).statusCode).toBe(404);
    const foreign = await app.inject({
      method: 'POST',
      url: PAGE,
      payload: new URLSearchParams(written()).toString(),
      headers: { 'content-type': 'application/x-www-form-urlencoded', origin: 'https://elsewhere.example' },
    });
    expect(foreign.statusCode).toBe(403);
    expect(await sent()).toBe(0);
  });

  let receipt = '';
  let id = '';

  test('is taken once however often the form is sent, and its receipt shows nobody', async () => {
    const first = await ask('POST', PAGE, written());
    expect(first.statusCode, first.body).toBe(303);
    expect((await ask('POST', PAGE, written())).headers.location).toBe(first.headers.location);
    expect(await sent()).toBe(1);
    receipt = String(first.headers.location);
    const followed = await ask('GET', receipt);
    expect(followed.body).toContain('Đề nghị DN-2024-001');
    expect(followed.body).toContain('Đã gửi đến UBND xã · ngày 15/10/2024');
    const stored = await sql`select content from review_public_page where kind = 'request'`.execute(
      world.database.db,
    );
    for (const personal of ['Gửi Mạng', '0912', '046185001234', 'Mất mùa', 'xóm trên', 'Thôn 2'])
      for (const text of [followed.body, JSON.stringify(stored.rows)]) expect(text).not.toContain(personal);
    expect((await ask('GET', '/pa/2222-2222-2222')).statusCode).toBe(404);
  });

  test('codes are not gone through: after twenty wrong ones there is a wait, also for a right one', async () => {
    const from = '10.9.9.9';
    for (let at = 0; at < 20; at += 1) await ask('GET', '/pa/3333-3333-3333', undefined, from);
    expect((await ask('GET', receipt, undefined, from)).statusCode).toBe(429);
  });

  test('waits at the desk of its commune’s officer, and each reading of it is logged', async () => {
    const found = await list();
    expect(found).toMatchObject({ waiting: 1, channel: { open: true } });
    expect(found.channel.address).toMatch(/\/de-nghi\/20161$/u);
    expect(JSON.stringify(found)).not.toMatch(/0912|046185001234|Mất mùa/u);
    id = found.requests[0].id;
    const view = (await officer({ method: 'GET', url: `/api/online-requests/${id}` })).json();
    expect(view).toMatchObject({ phone: '0912 345 678', identityNumber: '046185001234', state: 'sent' });
    const logged = await sql<{ count: number }>`select count(*)::integer as count from audit_entry
      where act = 'review.read-online-request'`.execute(world.database.db);
    expect(logged.rows[0]?.count).toBe(1);
    const inspector = await world.only('inspector');
    expect((await inspector({ method: 'GET', url: `/api/online-requests/${id}` })).statusCode).toBe(403);
  });

  test('taken in for a household of record, it is a case asked for online on the day it was sent', async () => {
    const household = world.newId();
    const registered = await officer({
      method: 'POST',
      url: '/api/households',
      payload: {
        commandId: world.newId(),
        id: household,
        villageId: world.places.otherVillage.id,
        day: '2024-10-15',
        members: [{ personId: world.newId(), fullName: 'Hồ Thị Gửi Mạng', relation: 'head' }],
      },
    });
    expect(registered.statusCode, registered.body).toBe(201);
    clock.setToday('2024-10-17');
    const elsewhere = await decide(id, { decision: 'accept', householdId: world.newId() });
    expect(elsewhere.json().code).toBe('shared.not-found');
    const accepted = await decide(id, { decision: 'accept', householdId: household });
    expect(accepted.statusCode, accepted.body).toBe(200);
    const { caseId } = accepted.json();
    const made = (await officer({ method: 'GET', url: `/api/review-cases/${caseId}` })).json();
    expect(made).toMatchObject({
      state: 'requested',
      householdId: household,
      requestedOn: '2024-10-15',
      request: { form: '01', channel: 'online' },
    });
    expect((await ask('GET', receipt)).body).toContain('UBND xã đã nhận, đang rà soát · ngày 17/10/2024');
    const again = await decide(id, { decision: 'refuse', reason: 'x' }, 2);
    expect(again.json().code).toBe('review.online-request-decided');
    const screened = await officer({
      method: 'POST',
      url: `/api/review-cases/${caseId}/acts`,
      payload: {
        commandId: world.newId(),
        version: made.version,
        act: { act: 'screenOut', reason: 'Phiếu A không đủ' },
      },
    });
    expect(screened.statusCode, screened.body).toBe(200);
    expect((await ask('GET', receipt)).body).toContain('Đã có kết quả rà soát · ngày 17/10/2024');
  });

  test('refused, it is answered in writing, which its sender alone reads', async () => {
    const other = await ask('POST', PAGE, written({ don: 'b'.repeat(24), mau: '04', 'can-cuoc': '' }));
    const { requests } = await list();
    const waiting = requests.find((one: { state: string }) => one.state === 'sent');
    expect(waiting).toMatchObject({ number: 'DN-2024-002', form: '04' });
    const exit = await decide(waiting.id, { decision: 'accept', householdId: null });
    expect([exit.statusCode, exit.json().code]).toEqual([422, 'review.exit-not-of-record']);
    const silent = await decide(waiting.id, { decision: 'refuse', reason: ' ' });
    expect(silent.json().code).toBe('review.online-request-reason-missing');
    const refused = await decide(waiting.id, {
      decision: 'refuse',
      reason: 'Hộ không có trong danh sách <b>',
    });
    expect(refused.statusCode, refused.body).toBe(200);
    const page = await ask('GET', String(other.headers.location));
    expect(page.body).toContain('UBND xã không nhận');
    expect(page.body).toContain('Lý do: Hộ không có trong danh sách &lt;b&gt;');
  });

  test('is limited: ten an hour from one address, and what was typed stays', async () => {
    const from = '10.8.8.8';
    for (let at = 0; at < 10; at += 1)
      await ask('POST', PAGE, written({ don: `${'c'.repeat(23)}${at}` }), from);
    const late = await ask('POST', PAGE, written({ don: 'd'.repeat(24) }), from);
    expect(late.statusCode).toBe(429);
    expect(late.body).toContain('Hồ Thị Gửi Mạng');
    expect(await sent()).toBe(12);
  });

  test('a commune turns the channel off and on; one without an officer never has it', async () => {
    const set = (open: boolean) =>
      officer({
        method: 'PUT',
        url: '/api/online-request-channel',
        payload: { commandId: world.newId(), communeId: world.places.otherCommune.id, open },
      });
    expect((await set(false)).statusCode).toBe(200);
    const form = { ...written({ don: 'e'.repeat(24) }) };
    for (const page of [await ask('GET', PAGE), await ask('POST', PAGE, form)])
      expect(page.body).toContain('chưa nhận đề nghị trên trang này');
    expect((await list()).channel.open).toBe(false);
    expect((await set(true)).statusCode).toBe(200);
    expect((await ask('GET', PAGE)).body).toContain('name="chu-ho"');
    await sql`update account set status = 'disabled' where id in (select account_id from account_role
      where unit_id = ${world.places.otherCommune.id})`.execute(world.database.db);
    expect((await ask('POST', PAGE, form)).body).toContain('chưa nhận đề nghị trên trang này');
    expect(await sent()).toBe(12);
  });
});
