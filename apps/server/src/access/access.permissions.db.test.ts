import type { FastifyInstance } from 'fastify';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { buildApp } from '../app.ts';
import type { DatabaseHandle } from '../platform/database/database.ts';
import { settableClock } from '../platform/testing/settable-clock.ts';
import { describeOnEachDatabase } from '../platform/testing/test-database.ts';
import { createAccount } from './add-account.ts';
import { samplePlaces, writeSamplePlaces } from './testing/sample-places.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const password = 'đúng mật khẩu này';

describeOnEachDatabase('signing in', (open) => {
  let database: DatabaseHandle;
  let app: FastifyInstance;
  const clock = settableClock('2024-10-15T01:00:00.000Z', '2024-10-15');

  beforeAll(async () => {
    database = await open();
    await writeSamplePlaces(database);
    app = await buildApp({ database, clock, version: '0.0.0' });
    await app.ready();
    const { commune, district } = samplePlaces;
    for (const username of ['canbo', 'khoa', 'song.song', 'nghi', 'treo', 'trong'])
      await createAccount(
        database.db,
        {
          username,
          password,
          fullName: 'Hồ Thị Cán Bộ',
          grants:
            username === 'trong'
              ? []
              : [
                  { role: 'officer', unitId: commune.id },
                  { role: 'viewer', unitId: district.id },
                ],
        },
        clock.now(),
      );
    await database.withSession((session) =>
      session.query(`update account set status = 'disabled' where username = 'nghi'`),
    );
  });
  afterAll(() => app.close());

  let caller = 0;
  const signIn = (username: string, typed: string, headers: Record<string, string> = {}) => {
    caller += 1;
    const remoteAddress = `10.0.${caller >> 8}.${caller & 255}`;
    return app.inject({
      method: 'POST',
      url: '/api/session',
      payload: { username, password: typed },
      headers,
      remoteAddress,
    });
  };
  const tokenOf = (answer: Awaited<ReturnType<typeof signIn>>) => answer.cookies[0]?.value ?? '';
  const whoIs = (token: string) => app.inject({ url: '/api/session', cookies: { benvung_session: token } });

  describe('is refused', () => {
    test('with one and the same answer for a wrong name, a wrong password and a disabled account', async () => {
      const answers = [
        await signIn('khong.co', password),
        await signIn('canbo', 'sai mật khẩu'),
        await signIn('nghi', password),
      ];
      for (const answer of answers) {
        expect(answer.statusCode).toBe(401);
        expect(answer.json()).toEqual(answers[0]!.json());
        expect(answer.json().title).toBe('Tên đăng nhập hoặc mật khẩu không đúng.');
        expect(answer.headers['set-cookie']).toBeUndefined();
      }
    });

    test.each(['khoa', 'khong.ai'])(
      'after five failures for %s: 15 minutes, then 30, also with the right password',
      async (name) => {
        for (let failure = 1; failure <= 5; failure += 1)
          expect((await signIn(name, 'sai')).json().code).toBe('access.wrong-credentials');
        expect((await signIn(name, password)).json()).toMatchObject({
          status: 429,
          code: 'access.locked-out',
          title: 'Đăng nhập sai quá nhiều lần. Hãy thử lại sau 15 phút.',
        });
        clock.moveBy(15 * MINUTE);
        expect((await signIn(name, 'sai')).json().code).toBe('access.wrong-credentials');
        expect((await signIn(name, password)).json().values).toEqual({ minutes: 30 });
        clock.moveBy(30 * MINUTE);
        const expected = name === 'khoa' ? 200 : 401;
        expect((await signIn(name, password)).statusCode).toBe(expected);
      },
    );

    test('for many attempts at the same moment, after five of them', async () => {
      const answers = await Promise.all(Array.from({ length: 12 }, () => signIn('song.song', 'sai')));
      const codes = answers.map((answer) => answer.json().code as string);
      expect(codes.filter((code) => code === 'access.wrong-credentials')).toHaveLength(5);
      expect(codes.filter((code) => code === 'access.locked-out')).toHaveLength(7);
    });

    test('for an account without an area', async () => {
      expect((await signIn('trong', password)).json().code).toBe('access.no-area');
    });

    test.each([
      ['another site', { origin: 'https://evil.example' }],
      ['a browser that says so', { 'sec-fetch-site': 'cross-site' }],
    ])('when asked by %s', async (_who, headers) => {
      expect((await signIn('canbo', password, headers)).json().code).toBe('shared.foreign-request');
    });

    test('for one address that tries more than thirty times a minute', async () => {
      const statuses = new Map<number, number>();
      for (let attempt = 0; attempt < 32; attempt += 1) {
        const answer = await app.inject({
          method: 'POST',
          url: '/api/session',
          payload: { username: `ten${attempt}` },
          remoteAddress: '10.9.9.9',
        });
        statuses.set(answer.statusCode, (statuses.get(answer.statusCode) ?? 0) + 1);
        if (answer.statusCode === 429) expect(answer.json().code).toBe('shared.too-many-requests');
      }
      expect([...statuses]).toEqual([
        [400, 30],
        [429, 2],
      ]);
    });
  });

  describe('succeeds', () => {
    test('with blanks around the name and the password in decomposed letters', async () => {
      const answer = await signIn(' CanBo ', password.normalize('NFD'));
      expect(answer.statusCode).toBe(200);
      expect(answer.json()).toMatchObject({
        account: { username: 'canbo', fullName: 'Hồ Thị Cán Bộ' },
        home: { code: '481', name: 'Huyện A Lưới' },
        today: '2024-10-15',
        demonstration: true,
      });
      expect(answer.json().roles.map((held: { role: string }) => held.role)).toEqual(['viewer', 'officer']);
    });

    test('with a cookie scripts and other sites cannot use, marked secure behind https', async () => {
      const plain = await signIn('canbo', password);
      expect(plain.headers['set-cookie']).toMatch(
        /^benvung_session=[\w-]{43}; Path=\/; HttpOnly; SameSite=Lax$/,
      );
      const secure = await app.inject({
        method: 'POST',
        url: '/api/session',
        payload: { username: 'canbo', password },
        headers: { 'x-forwarded-proto': 'https' },
      });
      expect(secure.headers['set-cookie']).toMatch(/; Secure/);
    });

    test('behind a proxy of this machine under the name people use, which no other caller may claim', async () => {
      const behindProxy = {
        origin: 'https://benvung.gov.vn',
        'x-forwarded-proto': 'https',
        'x-forwarded-host': 'benvung.gov.vn',
      };
      const ask = (remoteAddress: string) =>
        app.inject({
          method: 'POST',
          url: '/api/session',
          payload: { username: 'canbo', password },
          headers: behindProxy,
          remoteAddress,
        });
      expect((await ask('127.0.0.1')).statusCode).toBe(200);
      expect((await ask('203.0.113.5')).json().code).toBe('shared.foreign-request');
    });

    test('keeping no password and no token in the database as they are', async () => {
      const token = tokenOf(await signIn('canbo', password));
      const stored = await database.withSession(async (session) => {
        const accounts = await session.query('select password_hash from account');
        return { accounts: accounts.rows, sessions: (await session.query('select * from session')).rows };
      });
      expect(JSON.stringify(stored)).not.toContain(token);
      for (const { password_hash } of stored.accounts)
        expect(password_hash).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
    });
  });

  describe('a session', () => {
    test('ends when signed out', async () => {
      const token = tokenOf(await signIn('canbo', password));
      expect((await whoIs(token)).statusCode).toBe(200);
      const out = await app.inject({
        method: 'DELETE',
        url: '/api/session',
        cookies: { benvung_session: token },
      });
      expect([out.statusCode, out.body, out.cookies[0]?.value]).toEqual([204, '', '']);
      expect((await whoIs(token)).statusCode).toBe(401);
    });

    test('ends when its browser signs in again', async () => {
      const token = tokenOf(await signIn('canbo', password));
      const again = await app.inject({
        method: 'POST',
        url: '/api/session',
        payload: { username: 'canbo', password },
        cookies: { benvung_session: token },
      });
      expect(again.statusCode).toBe(200);
      expect((await whoIs(token)).statusCode).toBe(401);
    });

    test('ends after twelve hours without a request', async () => {
      const token = tokenOf(await signIn('canbo', password));
      clock.moveBy(11 * HOUR);
      expect((await whoIs(token)).statusCode).toBe(200);
      clock.moveBy(11 * HOUR);
      expect((await whoIs(token)).statusCode).toBe(200);
      clock.moveBy(12 * HOUR);
      expect((await whoIs(token)).statusCode).toBe(401);
    });

    test('ends after seven days even when used all the time', async () => {
      const token = tokenOf(await signIn('canbo', password));
      for (let hours = 0; hours < 7 * 24 - 8; hours += 8) {
        clock.moveBy(8 * HOUR);
        expect((await whoIs(token)).statusCode).toBe(200);
      }
      clock.moveBy(8 * HOUR);
      expect((await whoIs(token)).statusCode).toBe(401);
    });

    test('ends when the account is disabled', async () => {
      const token = tokenOf(await signIn('treo', password));
      expect((await whoIs(token)).statusCode).toBe(200);
      await database.withSession((session) =>
        session.query(`update account set status = 'disabled' where username = 'treo'`),
      );
      expect((await whoIs(token)).statusCode).toBe(401);
    });

    test('gives no area where the unit has left the map', async () => {
      const token = tokenOf(await signIn('canbo', password));
      const endUnits = (day: string) =>
        database.withSession((session) =>
          session.query(`update territory_unit_version set valid_to = ${day} where level <> 'nation'`),
        );
      await endUnits(`'2024-10-01'`);
      expect((await whoIs(token)).json().code).toBe('shared.not-allowed');
      await endUnits('null');
    });
  });

  test('leaves its acts in the log, without what was typed', async () => {
    const log = await database.withSession(
      async (session) => (await session.query('select * from audit_entry')).rows,
    );
    const acts = new Set(log.map((entry) => entry.act));
    expect(acts).toEqual(new Set(['access.sign-in', 'access.sign-in-failed', 'access.sign-out']));
    expect(JSON.stringify(log)).not.toContain('sai');
    expect(JSON.stringify(log)).not.toContain('khong.ai');
  });
});
