import Fastify, { type FastifyInstance } from 'fastify';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { machineClock } from '../platform/clock.ts';
import type { DatabaseHandle } from '../platform/database/database.ts';
import { describeApi } from '../platform/http/api-document.ts';
import { installHttpBase } from '../platform/http/http-base.ts';
import type { Principal } from '../platform/http/principal.ts';
import { newId } from '../platform/ids.ts';
import { describeOnEachDatabase } from '../platform/testing/test-database.ts';
import { loadShippedTerritory, resolveUnit, type UnitOnDay } from '../territory/territory.public.ts';
import { householdRoutes } from './household.routes.ts';
import { fillHouseholds } from './household.test-support.ts';

const TODAY = '2024-10-15';
const AT = '2024-10-15T01:00:00.000Z';

const principalOf = (
  username: string,
  role: Principal['grants'][number]['role'],
  unit: UnitOnDay,
): Principal => ({
  accountId: newId(),
  username,
  fullName: username,
  csrfToken: 'csrf',
  sessionId: 'x',
  grants: [{ role, unitId: unit.id, path: unit.path }],
});

describeOnEachDatabase('households over HTTP', (open) => {
  let database: DatabaseHandle;
  let app: FastifyInstance;
  let commune: UnitOnDay;
  const people = new Map<string, Principal>();
  const ids = { nga: newId(), ba: newId(), elsewhere: newId() };

  beforeAll(async () => {
    database = await open();
    await loadShippedTerritory(database, AT);
    commune = (await resolveUnit(database.db, { unit: '20044', level: 'commune', day: TODAY }))!;
    const other = (await resolveUnit(database.db, { unit: '20050', level: 'commune', day: TODAY }))!;
    people.set('officer', principalOf('officer', 'officer', commune));
    people.set('viewer', principalOf('viewer', 'viewer', commune));
    people.set('other', principalOf('other', 'officer', other));
    await fillHouseholds(database, commune, other, ids);
    app = Fastify();
    const parts = { database, clock: machineClock(TODAY), version: '0.0.0' };
    await installHttpBase(app, parts, async (_parts, token) => people.get(token) ?? null);
    await describeApi(app, '0.0.0');
    await app.register(async (scope) => householdRoutes(scope, parts));
    await app.ready();
  });
  afterAll(() => app.close());

  const get = (who: string, url: string) =>
    app.inject({ method: 'GET', url, cookies: { benvung_session: who } });
  const disclose = (who: string, id: string, payload: object) =>
    app.inject({
      method: 'POST',
      url: `/api/households/${id}/disclosures`,
      cookies: { benvung_session: who },
      headers: { 'x-csrf-token': 'csrf' },
      payload,
    });
  const reason = { reason: 'Đối chiếu thẻ BHYT', fields: ['identityNumber', 'ethnicity'] };

  describe('refuse', () => {
    test.each([
      ['the page of a household elsewhere', () => get('other', `/api/households/${ids.nga}`), 404],
      ['its review', () => get('other', `/api/households/${ids.nga}/reviews/2023`), 404],
      ['its sensitive fields', () => disclose('other', ids.nga, reason), 404],
      ['sensitive fields to a viewer', () => disclose('viewer', ids.nga, reason), 403],
      [
        'sensitive fields without a reason',
        () => disclose('officer', ids.nga, { ...reason, reason: ' ' }),
        400,
      ],
      ['the list of another area', () => get('other', `/api/households?unit=${commune.id}`), 403],
      ['someone not signed in', () => get('nobody', `/api/households?unit=${commune.id}`), 401],
    ])('%s', async (_what, ask, status) => expect((await ask()).statusCode).toBe(status));
  });

  test('are listed by given name, with the class of the year', async () => {
    const list = (await get('officer', `/api/households?unit=${commune.id}&year=2023`)).json();
    expect(list.page).toEqual({ page: 1, pageSize: 100, total: 2 });
    expect(list.households.map((row: Record<string, unknown>) => [row.head, row.class, row.state])).toEqual([
      ['Lê Văn Ba', 'NEAR_POOR', 'provisional'],
      ['Hồ Thị Nga', 'POOR', 'official'],
    ]);
    expect(list.households[1].village.name).toBe('Thôn 1');
    expect(list.households[1].commune.code).toBe('20044');
  });

  test.each([
    ['q=ho thi', 1],
    ['q=NGA', 1],
    ['q=M-01', 1],
    ['year=2023&class=POOR', 1],
    ['year=2023&class=POOR&q=nga', 1],
    ['year=2023&class=POOR&q=ba', 0],
    ['year=2023&class=POOR&sort=-persons', 1],
    ['year=2023&stage=listed', 0],
    ['year=2023&standard=DONG-NAI-2022', 0],
    ['year=2023&movement=newEntry', 1],
    ['year=2023&movement=stays', 1],
    ['year=2023&movement=povertyExit', 0],
    ['year=2022', 0],
    ['', 2],
  ])('are found by %s: %i', async (query, total) => {
    const list = (await get('officer', `/api/households?unit=${commune.id}&${query}`)).json();
    expect([query, list.page.total, list.households.length]).toEqual([query, total, total]);
  });

  test('are counted once each, also past the last page, when a year has results under two standards', async () => {
    const ask = async (query: string) =>
      (await get('officer', `/api/households?unit=${commune.id}&year=2023${query}`)).json();
    await sql`insert into review_record
      select (jsonb_populate_record(r, '{"standard_id":"OTHER"}')).* from review_record r
      where r.household_id = ${ids.nga}::uuid`.execute(database.db);
    const [all, past] = [await ask(''), await ask('&page=9')];
    await sql`delete from review_record where standard_id = 'OTHER'`.execute(database.db);
    expect([all.page.total, all.households.length]).toEqual([2, 2]);
    expect([past.page.total, past.households.length]).toEqual([2, 0]);
  });

  test('have a page that says what is closed and shows none of it', async () => {
    const answer = await get('officer', `/api/households/${ids.nga}`);
    const page = answer.json();
    expect(page.members[0]).toMatchObject({
      fullName: 'Hồ Thị Nga',
      birthYear: 1961,
      closed: ['identityNumber', 'ethnicity'],
    });
    expect(answer.body).not.toContain('046161000123');
    expect(page.classes).toMatchObject([{ year: 2023, class: 'POOR', state: 'official', movement: 'stays' }]);
    expect(page.flags.find((each: { flag: string }) => each.flag === 'minority')).toMatchObject({
      value: true,
    });
    expect(page.residences).toMatchObject([{ from: '2020-01-01', to: null, village: { name: 'Thôn 1' } }]);
    expect(page.path.map((unit: { level: string }) => unit.level)).toEqual([
      'nation',
      'province',
      'district',
      'commune',
      'village',
    ]);
  });

  test('open their sensitive fields for a reason, and the reading is in the log', async () => {
    const opened = (await disclose('officer', ids.nga, reason)).json();
    expect(opened.members[0].values).toEqual({ identityNumber: '046161000123', ethnicity: 'Tà-ôi' });
    const log = await sql<{ detail: string; actor: string }>`
      select detail, actor from audit_entry where act = 'household.read-sensitive'`.execute(database.db);
    expect(log.rows).toHaveLength(1);
    expect(log.rows[0]?.actor).toBe('officer');
    expect(log.rows[0]?.detail).toContain('Đối chiếu thẻ BHYT');
    expect(log.rows[0]?.detail).not.toContain('046161000123');
  });

  test('are corrected from a record that tells no closed fact, and opened as they are kept', async () => {
    const record = await get('officer', `/api/households/${ids.nga}/record`);
    expect(record.json()).toMatchObject({ version: 1, village: { name: 'Thôn 1' } });
    expect(record.json().members[0]).toMatchObject({
      facts: { fullName: 'Hồ Thị Nga', birthDate: '1961-05-12', identityNumber: null, ethnicity: null },
      closed: ['identityNumber', 'ethnicity'],
    });
    expect(record.body).not.toContain('046161000123');
    const opened = (await disclose('officer', ids.nga, reason)).json();
    expect(opened.members[0].facts).toMatchObject({ identityNumber: '046161000123', ethnicity: '31' });
  });

  test('are told in the reader’s language', async () => {
    const url = `/api/households/${ids.nga}/reviews/2023`;
    const cookies = { benvung_session: 'officer' };
    const answer = await app.inject({ method: 'GET', url, cookies, headers: { 'accept-language': 'en' } });
    expect(answer.json().answers[2].section).toBe('Hồ Thị Nga (head)');
    expect(answer.json().explanation[0].text).toMatch(/^Poor household/);
  });

  test('whose year has only the totals of a signed form are explained by the form', async () => {
    const review = (await get('officer', `/api/households/${ids.ba}/reviews/2023`)).json();
    const lines = review.explanation.map((line: { kind: string; text: string }) => [line.kind, line.text]);
    expect(lines.filter(([kind]: [string]) => kind === 'form' || kind === 'class')).toEqual([
      ['class', 'Kết quả được giữ là hộ cận nghèo, khác với kết quả tính từ câu trả lời.'],
      ['class', 'Hộ nghèo (VN-2022): thu nhập không quá chuẩn và thiếu hụt 3 chỉ số (từ 3 trở lên).'],
      ['form', 'Tổng điểm lấy từ phiếu đã ký: A 110, B 30.'],
    ]);
    expect(review.answers.map((each: { section: string }) => each.section)).toEqual(['Phiếu']);
  });

  test('explain the class of a year, sensitive answers closed', async () => {
    const answer = await get('officer', `/api/households/${ids.nga}/reviews/2023`);
    const review = answer.json();
    expect(review).toMatchObject({ year: 2023, standard: 'VN-2022', class: 'POOR', incomeScore: 110 });
    expect(review.explanation.length).toBeGreaterThan(3);
    expect(review.answers.map((each: { section: string }) => each.section)).toEqual([
      'Phiếu',
      'Hộ',
      'Hồ Thị Nga (chủ hộ)',
      'Nhà ở',
      'Nước sinh hoạt, vệ sinh',
      'Thông tin',
      'Nguyên nhân, nguyện vọng',
    ]);
    const items = review.answers.flatMap((each: { items: { key: string; closed: boolean }[] }) => each.items);
    const open = new Set(
      items.filter((each: { closed: boolean }) => !each.closed).map((each: { key: string }) => each.key),
    );
    const restedOn = review.explanation.flatMap((line: { answers: string[] }) => line.answers);
    expect(restedOn.filter((key: string) => !open.has(key))).toEqual([]);
    expect(items.filter((each: { closed: boolean }) => each.closed)).toHaveLength(3);
    expect(answer.body).not.toContain('046161000123');
    expect((await get('officer', `/api/households/${ids.nga}/reviews/1999`)).statusCode).toBe(404);
  });
});
