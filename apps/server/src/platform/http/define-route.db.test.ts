import { commandBase } from '@benvung/contract/shared';
import { ok, refuse } from '@benvung/domain/shared/result';
import Fastify, { type FastifyInstance } from 'fastify';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { z } from 'zod';
import { machineClock } from '../clock.ts';
import type { DatabaseHandle } from '../database/database.ts';
import { describeOnEachDatabase } from '../testing/test-database.ts';
import { describeApi } from './api-document.ts';
import { defineRoute } from './define-route.ts';
import { fileResponse, uploadedFile } from './file-reply.ts';
import { installHttpBase } from './http-base.ts';
import type { Principal } from './principal.ts';

const principal: Principal = {
  accountId: '018f0000-0000-7000-8000-000000000001',
  username: 'canbo.xa',
  fullName: 'Cán bộ xã',
  csrfToken: 'csrf-of-canbo',
  sessionId: 'x',
  grants: [
    { role: 'officer', unitId: 7, path: '/1/46/7/' },
    { role: 'viewer', unitId: 46, path: '/1/46/' },
  ],
};

const bases = z.object({ households: z.array(z.number()) });
const setBase = commandBase.extend({ commune: z.number().int(), households: z.number().int() });

/** A small feature over `population_base`, as any feature would write it. */
async function sampleApp(database: DatabaseHandle): Promise<FastifyInstance> {
  const app = Fastify();
  const parts = { database, clock: machineClock('2024-10-15'), version: '0.0.0' };
  await installHttpBase(app, parts, async (_parts, token) => (token === 'good' ? principal : null));
  await describeApi(app, '0.0.0');
  defineRoute(app, {
    method: 'GET',
    path: '/api/sample',
    access: 'signedIn',
    summary: 'Mẫu / Sample',
    query: z.object({ least: z.coerce.number().int().default(0) }),
    response: bases,
    handler: async ({ db }, { query }) => {
      const answer = await sql<{ households: number }>`
        select households from population_base where households >= ${query.least} order by 1`.execute(db);
      return ok({ households: answer.rows.map((row) => row.households), secret: 'not in the schema' });
    },
  });
  defineRoute(app, {
    method: 'POST',
    path: '/api/sample',
    access: ['officer'],
    act: 'sample.set',
    summary: 'Ghi / Set',
    body: setBase,
    response: z.object({ households: z.number() }),
    status: 201,
    handler: async ({ db, audit }, { body }) => {
      await sql`
        insert into population_base (year, commune_id, village_id, households, source, on_day, demonstration, scope_path)
        values (2024, ${body.commune}, 0, ${body.households}, 'thử', '2024-12-31', false, ${`/1/46/${body.commune}/`})`.execute(
        db,
      );
      if (body.households < 0) return refuse('shared.not-found');
      audit({ act: 'sample.set', subject: { kind: 'commune', id: String(body.commune) } });
      return ok({ households: body.households });
    },
  });
  defineRoute(app, {
    method: 'GET',
    path: '/api/sample/file',
    access: 'signedIn',
    summary: 'Tệp / File',
    response: fileResponse,
    handler: async () => ok({ name: 'Bảng đầu.csv', type: 'text/csv; charset=utf-8', content: 'a,b\n' }),
  });
  defineRoute(app, {
    method: 'POST',
    path: '/api/sample/file',
    access: ['officer'],
    act: 'sample.upload',
    summary: 'Tải lên / Upload',
    query: commandBase.extend({ name: z.string() }),
    body: uploadedFile,
    bodyLimit: 100,
    response: z.object({ bytes: z.number() }),
    handler: async (_context, { body }) => ok({ bytes: body.length }),
  });
  defineRoute(app, {
    method: 'GET',
    path: '/api/sample/bug',
    access: 'public',
    summary: 'Lỗi / Bug',
    query: z.object({ code: z.string().optional() }),
    handler: async (_context, { query }) => {
      throw Object.assign(new Error('password=hunter2'), query);
    },
  });
  return app;
}

describeOnEachDatabase('a declared route', (open) => {
  let database: DatabaseHandle;
  let app: FastifyInstance;
  beforeAll(async () => {
    database = await open();
    app = await sampleApp(database);
    await app.ready();
    for (const [commune, households] of [
      [8, 300],
      [9, 400],
    ])
      await sql`
        insert into population_base (year, commune_id, village_id, households, source, on_day, demonstration, scope_path)
        values (2023, ${commune}, 0, ${households}, 'thử', '2023-12-31', false, ${commune === 8 ? '/1/46/8/' : '/1/47/9/'})`.execute(
        database.db,
      );
  });
  afterAll(() => app.close());

  const cookies = { benvung_session: 'good' };
  const headers = { 'x-csrf-token': 'csrf-of-canbo' };
  const id = (n: number) => `018f0000-0000-7000-8000-0000000001${String(n).padStart(2, '0')}`;
  const post = (payload: object, more: object = {}) =>
    app.inject({ method: 'POST', url: '/api/sample', cookies, headers, payload, ...more });

  describe('refuses', () => {
    test.each([
      ['someone not signed in', { cookies: {} }, 401, 'shared.not-signed-in'],
      ['an ended session', { cookies: { benvung_session: 'old' } }, 401, 'shared.not-signed-in'],
      ['a change without the page’s token', { headers: {} }, 403, 'shared.foreign-request'],
      [
        'a change with another page’s token',
        { headers: { 'x-csrf-token': 'x' } },
        403,
        'shared.foreign-request',
      ],
      [
        'a change asked by another site',
        { headers: { ...headers, origin: 'https://evil.example' } },
        403,
        'shared.foreign-request',
      ],
      [
        'a change a browser calls cross-site',
        { headers: { ...headers, 'sec-fetch-site': 'cross-site' } },
        403,
        'shared.foreign-request',
      ],
      [
        'a form post',
        { headers: { ...headers, 'content-type': 'text/plain' }, payload: '{}' },
        415,
        'shared.unsupported-content',
      ],
      [
        'broken JSON',
        { headers: { ...headers, 'content-type': 'application/json' }, payload: '{' },
        400,
        'shared.unreadable-body',
      ],
    ])('%s', async (_who, more, status, code) => {
      const answer = await post({ commandId: id(1), commune: 7, households: 5 }, more);
      expect([answer.statusCode, answer.json().code]).toEqual([status, code]);
      expect(answer.headers['content-type']).toContain('application/problem+json');
    });

    test('wrong fields, each named, in the language asked for', async () => {
      const answer = await post({ commandId: 'x', households: 'năm' });
      expect(answer.statusCode).toBe(400);
      expect(answer.json()).toMatchObject({
        code: 'shared.invalid-input',
        title: 'Dữ liệu gửi lên chưa đúng; xem từng chỗ cần sửa.',
      });
      expect(answer.json().errors.map((error: { at: string }) => error.at)).toEqual([
        'commandId',
        'commune',
        'households',
      ]);
      const english = await post({}, { headers: { ...headers, 'accept-language': 'en-GB,vi;q=0.5' } });
      expect(english.json().title).toMatch(/Some of what was sent/);
    });

    test('a row outside the areas where the role is held, even inside those of another role', async () => {
      const answer = await post({ commandId: id(2), commune: 8, households: 5 });
      expect([answer.statusCode, answer.json().code]).toEqual([403, 'shared.outside-area']);
      expect(await countBases(2024)).toBe(0);
    });
  });

  const countBases = async (year: number) =>
    (
      await sql<{ n: number }>`select count(*) as n from population_base where year = ${year}`.execute(
        database.db,
      )
    ).rows[0]!.n;

  test('shows only rows of the caller’s areas and only fields of its schema', async () => {
    const answer = await app.inject({ url: '/api/sample', cookies });
    expect(answer.json()).toEqual({ households: [300] });
    expect(answer.headers['cache-control']).toBe('no-store');
    expect((await app.inject({ url: '/api/sample?least=301', cookies })).json()).toEqual({ households: [] });
  });

  test('keeps nothing of a refused command, also not in the log', async () => {
    expect((await post({ commandId: id(3), commune: 7, households: -1 })).statusCode).toBe(404);
    expect(await countBases(2024)).toBe(0);
  });

  test('runs a command once, however often it is sent, also at the same moment', async () => {
    const command = { commandId: id(4), commune: 7, households: 5 };
    const answers = await Promise.all([post(command), post(command), post(command)]);
    expect(answers.map((answer) => [answer.statusCode, answer.json()])).toEqual(
      Array(3).fill([201, { households: 5 }]),
    );
    expect(await countBases(2024)).toBe(1);
    const log = await sql`select actor, act, subject_id, scope_path from audit_entry`.execute(database.db);
    expect(log.rows).toEqual([
      { actor: 'canbo.xa', act: 'sample.set', subject_id: '7', scope_path: '/1/46/7/' },
    ]);
    const other = await post({ ...command, households: 6 });
    expect([other.statusCode, other.json().code]).toEqual([409, 'shared.command-reused']);
  });

  test('hides a fault behind a code that can be read out', async () => {
    const answer = await app.inject({ url: '/api/sample/bug' });
    expect(answer.statusCode).toBe(500);
    expect(answer.json().values.faultCode).toMatch(/^LOI-[A-Z2-9]{4}-[A-Z2-9]{4}$/);
    expect(answer.body).not.toContain('hunter2');
  });

  test('says so when the database went away, which is no fault to report', async () => {
    const answer = await app.inject({ url: '/api/sample/bug?code=57P01' });
    expect([answer.statusCode, answer.json().code]).toEqual([503, 'shared.database-unavailable']);
  });

  test('sends and takes files, up to a limit', async () => {
    const file = await app.inject({ url: '/api/sample/file', cookies });
    expect(file.body).toBe('a,b\n');
    expect(file.headers['content-disposition']).toBe(
      `attachment; filename="Bang dau.csv"; filename*=UTF-8''B%E1%BA%A3ng%20%C4%91%E1%BA%A7u.csv`,
    );
    const upload = (bytes: number) =>
      app.inject({
        method: 'POST',
        url: `/api/sample/file?name=x.csv&commandId=${id(10 + bytes)}`,
        cookies,
        headers: { ...headers, 'content-type': 'application/octet-stream' },
        payload: Buffer.alloc(bytes),
      });
    expect((await upload(50)).json()).toEqual({ bytes: 50 });
    expect((await upload(101)).json().code).toBe('shared.too-large');
  });

  test('stands in the API document', async () => {
    const document = (await app.inject({ url: '/api/openapi.json' })).json();
    expect(document.openapi).toBe('3.1.0');
    expect(Object.keys(document.paths['/api/sample'])).toEqual(['get', 'post']);
  });
});
