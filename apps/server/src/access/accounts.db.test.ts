import type { FastifyInstance } from 'fastify';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { buildApp } from '../app.ts';
import type { DatabaseHandle } from '../platform/database/database.ts';
import { newId } from '../platform/ids.ts';
import { settableClock } from '../platform/testing/settable-clock.ts';
import { describeOnEachDatabase } from '../platform/testing/test-database.ts';
import { samplePlaces, writeSamplePlaces } from './testing/sample-places.ts';
import { SAMPLE_PASSWORD, type SignedIn, signedInAs } from './testing/signed-in.ts';
import { codeAtStep } from './totp.ts';

const { commune, otherCommune, district, province } = samplePlaces;
const NATION = 1;
const STEP = 30_000;

/** Accounts over HTTP, as the office's own page asks: who may not, before who may. */
describeOnEachDatabase('accounts', (open) => {
  let database: DatabaseHandle;
  let app: FastifyInstance;
  let nation: SignedIn;
  let administrator: SignedIn;
  const clock = settableClock('2024-10-15T01:00:00.000Z', '2024-10-15');

  beforeAll(async () => {
    database = await open();
    await writeSamplePlaces(database);
    const parts = { database, clock, version: '0.0.0' };
    app = await buildApp(parts);
    await app.ready();
    const enter = (username: string, unitId: number, ...roles: string[]) =>
      signedInAs(app, parts, { username, grants: roles.map((role) => ({ role, unitId })) });
    nation = await enter('ca.nuoc', NATION, 'administrator', 'officer', 'viewer', 'approver');
    administrator = await enter('quan.tri', district.id, 'administrator', 'officer', 'viewer');
  });
  afterAll(() => app.close());
  // Whatever an address has tried in the minute before is forgotten.
  beforeEach(() => clock.moveBy(61_000));

  let caller = 0;
  const signIn = (username: string, password: string) => {
    caller += 1;
    return app.inject({
      method: 'POST',
      url: '/api/session',
      payload: { username, password },
      headers: {
        'user-agent': 'Mozilla/5.0 (Windows NT 10.0) AppleWebKit/537.36 Chrome/120.0 Safari/537.36',
      },
      remoteAddress: `10.1.${caller >> 8}.${caller & 255}`,
    });
  };
  type Answer = Awaited<ReturnType<typeof signIn>>;
  const asSignedIn = (answer: Answer): SignedIn => {
    const token = answer.cookies.find(({ name }) => name === 'benvung_session')?.value ?? '';
    const headers = { 'x-csrf-token': answer.json().csrfToken as string };
    return (request) => app.inject({ ...request, headers, cookies: { benvung_session: token } });
  };
  const post = (who: SignedIn, url: string, payload: object = {}) =>
    who({ method: 'POST', url, payload: { commandId: newId(), ...payload } });
  const codeOf = (answer: Answer) => answer.json().code as string;
  const add = async (who: SignedIn, username: string, grants: object[]) => {
    const id = newId();
    const answer = await post(who, '/api/accounts', { id, username, fullName: `Bà ${username}`, grants });
    return { id, answer };
  };
  const added = async (username: string, grants: object[] = [{ role: 'officer', unitId: commune.id }]) => {
    const { id, answer } = await add(nation, username, grants);
    expect(answer.statusCode, answer.body).toBe(201);
    return id;
  };
  const oneTime = async (who: SignedIn, id: string) =>
    (await who({ method: 'POST', url: `/api/accounts/${id}/one-time-password` })).json() as {
      username: string;
      password: string;
    };
  /** Through the one-time password to a working session. */
  const entered = async (id: string, password: string) => {
    const issued = await oneTime(nation, id);
    const first = asSignedIn(await signIn(issued.username, issued.password));
    await first({
      method: 'POST',
      url: '/api/me/password',
      payload: { current: issued.password, next: password },
    });
    return first;
  };
  const isAlive = async (who: SignedIn) => (await who({ url: '/api/session' })).statusCode === 200;

  describe('an administrator of a district', () => {
    test.each([
      ['a role they have not', { role: 'approver', unitId: commune.id }, 'access.role-not-held'],
      ['another district', { role: 'officer', unitId: otherCommune.id }, 'access.area-not-administered'],
      ['the province above', { role: 'officer', unitId: province.id }, 'access.area-not-administered'],
      ['the nation', { role: 'administrator', unitId: NATION }, 'access.area-not-administered'],
      ['a unit nobody knows', { role: 'officer', unitId: 123_456 }, 'access.unit-unknown'],
    ])('cannot give %s', async (_what, grant, code) => {
      const { answer } = await add(administrator, 'khong.the', [grant]);
      expect(codeOf(answer)).toBe(code);
      const id = await added(`giu.${code.replace(/\W/g, '')}.${newId().slice(-6)}`);
      const changed = await post(administrator, `/api/accounts/${id}/roles`, { version: 1, grants: [grant] });
      expect(codeOf(changed)).toBe(code);
    });

    test('cannot touch an account of another district: it does not exist', async () => {
      const id = await added('huyen.khac', [{ role: 'officer', unitId: otherCommune.id }]);
      for (const path of [
        '',
        '/name',
        '/roles',
        '/status',
        '/one-time-password',
        '/second-factor-reset',
        '/sessions-end',
        '/external-name',
      ]) {
        const payload = {
          version: 1,
          fullName: 'X',
          status: 'disabled',
          externalName: 'x',
          grants: [{ role: 'officer', unitId: commune.id }],
        };
        const url = `/api/accounts/${id}${path}`;
        const answer = path === '' ? await administrator({ url }) : await post(administrator, url, payload);
        expect([path, answer.statusCode, codeOf(answer)]).toEqual([path, 404, 'shared.not-found']);
      }
      expect((await administrator({ url: '/api/accounts?q=huyen.khac' })).json().accounts).toEqual([]);
    });

    test('cannot renew or close the way into an account that can do more than they', async () => {
      const id = await added('nguoi.duyet', [
        { role: 'officer', unitId: commune.id },
        { role: 'approver', unitId: commune.id },
      ]);
      for (const path of [
        '/name',
        '/status',
        '/one-time-password',
        '/second-factor-reset',
        '/sessions-end',
        '/external-name',
      ]) {
        const payload = { version: 1, fullName: 'X', status: 'disabled', externalName: null };
        expect([path, codeOf(await post(administrator, `/api/accounts/${id}${path}`, payload))]).toEqual([
          path,
          'access.account-beyond',
        ]);
      }
      const seen = (await administrator({ url: `/api/accounts/${id}` })).json();
      expect(seen.refusedBecause).toMatch(/ngoài|không có/);
    });

    test('cannot change their own roles, nor the rule for the nation', async () => {
      const mine = (await administrator({ url: '/api/accounts?q=quan.tri' })).json().accounts[0];
      const grants = [{ role: 'administrator', unitId: district.id }];
      const own = await post(administrator, `/api/accounts/${mine.id}/roles`, {
        version: mine.version,
        grants,
      });
      expect(codeOf(own)).toBe('access.own-account');
      const rule = await post(administrator, '/api/access-policy', { secondFactorRoles: [] });
      expect(codeOf(rule)).toBe('access.nation-only');
    });

    test('adds, renames, gives and takes roles, disables and enables within the district', async () => {
      const { id, answer } = await add(administrator, 'moi.vao', [{ role: 'officer', unitId: commune.id }]);
      expect(answer.json()).toEqual({ id, version: 1 });
      expect(
        codeOf((await add(administrator, 'moi.vao', [{ role: 'viewer', unitId: commune.id }])).answer),
      ).toBe('access.username-taken');
      const change = async (path: string, payload: object, version: number) =>
        (await post(administrator, `/api/accounts/${id}${path}`, { version, ...payload })).json();
      expect(await change('/name', { fullName: 'Nguyễn Thị Ẩn' }, 1)).toEqual({ id, version: 2 });
      expect((await change('/name', { fullName: 'Muộn' }, 1)).code).toBe('shared.version-conflict');
      const roles = [
        { role: 'officer', unitId: commune.id },
        { role: 'viewer', unitId: district.id },
      ];
      expect(await change('/roles', { grants: roles }, 2)).toEqual({ id, version: 3 });
      const list = (await administrator({ url: '/api/accounts?q=nguyen thi an' })).json();
      expect(list.accounts).toMatchObject([
        { username: 'moi.vao', fullName: 'Nguyễn Thị Ẩn', status: 'active', version: 3 },
      ]);
      expect(list.accounts[0].roles.map((held: { role: string }) => held.role)).toEqual([
        'viewer',
        'officer',
      ]);

      const session = await entered(id, 'con suối sau nhà mẹ');
      expect(await isAlive(session)).toBe(true);
      const seen = (await administrator({ url: `/api/accounts/${id}` })).json();
      expect(seen.sessions).toMatchObject([{ device: 'Chrome, Windows', way: 'password', current: false }]);
      expect(await change('/status', { status: 'disabled' }, seen.version)).toMatchObject({ id });
      expect(await isAlive(session)).toBe(false);
      expect(codeOf(await signIn('moi.vao', 'con suối sau nhà mẹ'))).toBe('access.wrong-credentials');
      await change('/status', { status: 'active' }, seen.version + 1);
      expect((await signIn('moi.vao', 'con suối sau nhà mẹ')).statusCode).toBe(200);
    });

    test('ends one session of an account, or all of them', async () => {
      const id = await added('nhieu.may');
      const first = await entered(id, 'con suối sau nhà mẹ');
      const second = asSignedIn(await signIn('nhieu.may', 'con suối sau nhà mẹ'));
      const { sessions } = (await administrator({ url: `/api/accounts/${id}` })).json();
      expect(sessions).toHaveLength(2);
      const own = (await second({ url: '/api/me' })).json().sessions as { id: string; current: boolean }[];
      const sessionId = own.find(({ current }) => current)?.id;
      await post(administrator, `/api/accounts/${id}/sessions-end`, { sessionId });
      expect([await isAlive(first), await isAlive(second)]).toEqual([true, false]);
      await post(administrator, `/api/accounts/${id}/sessions-end`);
      expect(await isAlive(first)).toBe(false);
    });
  });

  test('the last administrator of the nation can be neither disabled nor lose the role', async () => {
    const others = ['administrator', 'officer', 'viewer', 'approver'].map((role) => ({
      role,
      unitId: NATION,
    }));
    const id = await added('ca.nuoc.hai', others);
    const second = await entered(id, 'con suối sau nhà mẹ');
    const first = (await second({ url: '/api/accounts?q=ca.nuoc' }))
      .json()
      .accounts.find((one: { username: string }) => one.username === 'ca.nuoc');
    const disable = (who: SignedIn, account: string, version: number) =>
      post(who, `/api/accounts/${account}/status`, { version, status: 'disabled' });
    expect((await disable(second, first.id, first.version)).statusCode).toBe(200);
    await database.withSession((session) =>
      session.query(`update account set status = 'active' where username = 'ca.nuoc'`),
    );
    const again = await signIn('ca.nuoc', SAMPLE_PASSWORD);
    nation = asSignedIn(again);
    const version = async () => (await nation({ url: `/api/accounts/${id}` })).json().version as number;
    await database.withSession((session) =>
      session.query(`delete from account_role where role = 'administrator' and unit_id = 1
        and account_id in (select id from account where username = 'ca.nuoc')`),
    );
    // A national administrator remains only in the second account; whoever else asks is refused by their own rights.
    expect(codeOf(await disable(nation, id, 1))).toBe('shared.not-allowed');
    await database.withSession((session) =>
      session.query(`insert into account_role (account_id, role, unit_id)
        select id, 'administrator', 1 from account where username = 'ca.nuoc'`),
    );
    await database.withSession((session) =>
      session.query(`update account set status = 'disabled' where username <> 'ca.nuoc.hai' and id in
        (select account_id from account_role where role = 'administrator' and unit_id = 1)`),
    );
    const { changeStatus, changeRoles } = await import('./manage-account.ts');
    const managing = {
      db: database.db,
      day: '2024-10-15',
      now: clock.now(),
      manager: null,
      audit: () => undefined,
    };
    expect(await changeStatus(managing, { id, status: 'disabled' })).toMatchObject({
      problem: { code: 'access.last-administrator' },
    });
    expect(await changeRoles(managing, { id, grants: [{ role: 'viewer', unitId: NATION }] })).toMatchObject({
      problem: { code: 'access.last-administrator' },
    });
    await database.withSession((session) =>
      session.query(`update account set status = 'active' where username = 'ca.nuoc'`),
    );
    expect(await version()).toBeGreaterThan(0);
  });

  describe('a one-time password', () => {
    test('opens nothing but its change, ends every session, and is kept nowhere', async () => {
      const id = await added('quen.mat.khau');
      const before = await entered(id, 'mưa rừng về qua');
      const issued = await oneTime(administrator, id);
      expect(issued.password).toMatch(/^[a-z2-9]{4}(-[a-z2-9]{4}){3}$/);
      expect(await isAlive(before)).toBe(false);
      expect(codeOf(await signIn('quen.mat.khau', 'mưa rừng về qua'))).toBe('access.wrong-credentials');
      const answer = await signIn('quen.mat.khau', issued.password);
      expect(answer.json().pending).toEqual(['password']);
      const session = asSignedIn(answer);
      expect(codeOf(await session({ url: '/api/households' }))).toBe('access.password-must-change');
      expect(codeOf(await post(session, '/api/me/sessions-end'))).toBe('access.password-must-change');
      const change = (current: string, next: string) =>
        session({ method: 'POST', url: '/api/me/password', payload: { current, next } });
      expect(codeOf(await change('sai', 'một câu dài khác'))).toBe('access.password-wrong');
      expect(codeOf(await change(issued.password, issued.password))).toBe('access.password-same');
      expect(codeOf(await change(issued.password, 'ngắn'))).toBe('access.password-too-short');
      expect(codeOf(await change(issued.password, 'Quên-Mật-Khẩu-1'))).toBe('access.password-is-username');
      expect((await change(issued.password, 'một câu dài khác')).statusCode).toBe(204);
      expect((await session({ url: '/api/session' })).json().pending).toEqual([]);
      const kept = await database.withSession(async (s) => {
        const log = await s.query('select detail from audit_entry');
        return [...log.rows, ...(await s.query('select outcome from command_receipt')).rows];
      });
      expect(JSON.stringify(kept)).not.toContain(issued.password);
    });

    test('frees a name that was locked by wrong attempts', async () => {
      const id = await added('go.sai');
      for (let failure = 0; failure < 5; failure += 1) await signIn('go.sai', 'sai');
      expect(codeOf(await signIn('go.sai', 'sai'))).toBe('access.locked-out');
      expect((await administrator({ url: `/api/accounts/${id}` })).json().lockedUntil).not.toBeNull();
      const { password } = await oneTime(administrator, id);
      expect((await signIn('go.sai', password)).statusCode).toBe(200);
    });
  });

  test('changing one’s password ends one’s other sessions; ending others leaves the own', async () => {
    const id = await added('hai.may');
    const here = await entered(id, 'mưa rừng về qua');
    const there = asSignedIn(await signIn('hai.may', 'mưa rừng về qua'));
    const payload = { current: 'mưa rừng về qua', next: 'nắng lên đầu bản' };
    expect((await here({ method: 'POST', url: '/api/me/password', payload })).statusCode).toBe(204);
    expect([await isAlive(here), await isAlive(there)]).toEqual([true, false]);
    const third = asSignedIn(await signIn('hai.may', 'nắng lên đầu bản'));
    const mine = (await here({ url: '/api/me' })).json();
    expect(mine.username).toBe('hai.may');
    expect(mine.sessions.map((one: { current: boolean }) => one.current).sort()).toEqual([false, true]);
    expect((await post(here, '/api/me/sessions-end')).statusCode).toBe(204);
    expect([await isAlive(here), await isAlive(third)]).toEqual([true, false]);
  });

  describe('a second factor', () => {
    const password = 'mưa rừng về qua';
    const codeNow = (secret: string, off = 0) =>
      codeAtStep(secret, Math.floor(Date.parse(clock.now()) / STEP) + off);
    const setUp = async (session: SignedIn) => {
      const offer = await session({ method: 'POST', url: '/api/me/second-factor', payload: { password } });
      const { secret } = offer.json() as { secret: string };
      const confirm = (code: string) =>
        session({ method: 'POST', url: '/api/me/second-factor/confirmation', payload: { code } });
      return { secret, confirm };
    };
    const secondStep = (first: Answer, code: string) => {
      caller += 1;
      return app.inject({
        method: 'POST',
        url: '/api/session/second-step',
        payload: { code },
        cookies: Object.fromEntries(first.cookies.map(({ name, value }) => [name, value])),
        remoteAddress: `10.2.${caller >> 8}.${caller & 255}`,
      });
    };
    const protectedAccount = async (username: string) => {
      const id = await added(username);
      const session = await entered(id, password);
      const { secret, confirm } = await setUp(session);
      const { codes } = (await confirm(codeNow(secret))).json() as { codes: string[] };
      clock.moveBy(STEP);
      return { id, session, secret, codes };
    };

    test('is on only after a code of the app was typed, and the password asked first', async () => {
      const session = await entered(await added('dat.totp'), password);
      const wrong = await session({
        method: 'POST',
        url: '/api/me/second-factor',
        payload: { password: 'sai' },
      });
      expect(codeOf(wrong)).toBe('access.password-wrong');
      const { secret, confirm } = await setUp(session);
      expect(codeOf(await confirm('000000'))).toBe('access.second-factor-wrong');
      expect((await signIn('dat.totp', password)).statusCode).toBe(200);
      const confirmed = await confirm(codeNow(secret));
      expect(confirmed.json().codes).toHaveLength(10);
      expect(codeOf(await confirm(codeNow(secret)))).toBe('access.second-factor-on');
      expect(codeOf(await signIn('dat.totp', password))).toBe('access.second-factor-needed');
      const stored = await database.withSession(async (s) => [
        ...(await s.query('select totp_secret from account')).rows,
        ...(await s.query('select code_hash from account_recovery_code')).rows,
      ]);
      const text = JSON.stringify(stored);
      for (const told of [secret, ...(confirmed.json().codes as string[])]) expect(text).not.toContain(told);
    });

    test('is asked after the password; the code just used opens nothing again', async () => {
      const { secret } = await protectedAccount('hai.lop');
      const first = await signIn('hai.lop', password);
      expect([first.statusCode, codeOf(first)]).toEqual([401, 'access.second-factor-needed']);
      expect(first.cookies.map(({ name }) => name)).toEqual(['benvung_step']);
      expect(codeOf(await secondStep(first, '123456'))).toBe('access.second-factor-wrong');
      const code = codeNow(secret);
      const opened = await secondStep(first, `${code.slice(0, 3)} ${code.slice(3)}`);
      expect([opened.statusCode, opened.json().account?.username]).toEqual([200, 'hai.lop']);
      expect(codeOf(await secondStep(await signIn('hai.lop', password), code))).toBe(
        'access.second-factor-wrong',
      );
    });

    test('cannot be passed without the first step, nor five minutes after it, nor when the password changed', async () => {
      const { id, secret } = await protectedAccount('buoc.dau');
      const forged = { ...(await signIn('buoc.dau', 'sai')), cookies: [] } as unknown as Answer;
      expect(codeOf(await secondStep(forged, codeNow(secret)))).toBe('access.second-step-over');
      const late = await signIn('buoc.dau', password);
      clock.moveBy(301_000);
      expect(codeOf(await secondStep(late, codeNow(secret)))).toBe('access.second-step-over');
      const before = await signIn('buoc.dau', password);
      await oneTime(nation, id);
      expect(codeOf(await secondStep(before, codeNow(secret)))).toBe('access.second-step-over');
    });

    test('locks the name after five wrong codes, also when the right password is typed in between', async () => {
      const { secret } = await protectedAccount('do.ma');
      for (let failure = 0; failure < 5; failure += 1) {
        const first = await signIn('do.ma', password);
        expect(codeOf(await secondStep(first, '000000'))).toBe('access.second-factor-wrong');
      }
      expect(codeOf(await signIn('do.ma', password))).toBe('access.locked-out');
      clock.moveBy(15 * 60_000);
      expect((await secondStep(await signIn('do.ma', password), codeNow(secret))).statusCode).toBe(200);
    });

    test('is passed by a recovery code, once', async () => {
      const { codes, session } = await protectedAccount('mat.may');
      const code = codes[3]!.toUpperCase().replace('-', ' ');
      expect((await secondStep(await signIn('mat.may', password), code)).statusCode).toBe(200);
      expect(codeOf(await secondStep(await signIn('mat.may', password), code))).toBe(
        'access.second-factor-wrong',
      );
      expect((await session({ url: '/api/me' })).json().secondFactor.recoveryCodesLeft).toBe(9);
      const renewed = await session({ method: 'POST', url: '/api/me/recovery-codes', payload: { password } });
      expect(codeOf(await secondStep(await signIn('mat.may', password), codes[5]!))).toBe(
        'access.second-factor-wrong',
      );
      const fresh = renewed.json().codes[0] as string;
      expect((await secondStep(await signIn('mat.may', password), fresh)).statusCode).toBe(200);
    });

    test('is reset by an administrator, which the log tells', async () => {
      const { id, session } = await protectedAccount('dat.lai');
      expect((await post(administrator, `/api/accounts/${id}/second-factor-reset`)).statusCode).toBe(200);
      expect(await isAlive(session)).toBe(false);
      expect((await signIn('dat.lai', password)).statusCode).toBe(200);
      const log = (await administrator({ url: '/api/audit?act=access.reset-second-factor' })).json();
      expect(log.entries[0]).toMatchObject({
        actor: 'quan.tri',
        sentence: 'Đặt lại lớp bảo vệ thứ hai của tài khoản dat.lai',
        subject: { kind: 'account', id },
        unit: { name: commune.name },
      });
    });

    test('is required of administrators when the nation says so, who can do nothing before', async () => {
      expect(
        (await post(nation, '/api/access-policy', { secondFactorRoles: ['administrator'] })).statusCode,
      ).toBe(200);
      const id = await added('quan.tri.moi', [{ role: 'administrator', unitId: commune.id }]).catch(() => '');
      // Whoever set the rule has to obey it too.
      expect(id).toBe('');
      expect(codeOf(await nation({ url: '/api/accounts' }))).toBe('access.second-factor-required');
      expect((await administrator({ url: '/api/session' })).json().pending).toEqual(['secondFactor']);
      await database.withSession((s) => s.query(`update account set must_change_password = false`));
      const offer = await administrator({
        method: 'POST',
        url: '/api/me/second-factor',
        payload: { password: SAMPLE_PASSWORD },
      });
      const code = codeNow(offer.json().secret as string);
      await administrator({ method: 'POST', url: '/api/me/second-factor/confirmation', payload: { code } });
      expect((await administrator({ url: '/api/accounts' })).statusCode).toBe(200);
      const off = await administrator({
        method: 'POST',
        url: '/api/me/second-factor/removal',
        payload: { password: SAMPLE_PASSWORD },
      });
      expect(codeOf(off)).toBe('access.second-factor-required');
      await database.withSession((s) => s.query(`delete from setting where name = 'second-factor-roles'`));
    });
  });

  describe('the log', () => {
    test('is read page by page without a gap, and by person, act, subject and day', async () => {
      const seen: string[] = [];
      let before = '';
      do {
        const page = (await nation({ url: `/api/audit${before === '' ? '' : `?before=${before}`}` })).json();
        seen.push(
          ...page.entries.map((one: { lane: number; sequence: number }) => `${one.lane}.${one.sequence}`),
        );
        before = page.next ?? '';
      } while (before !== '');
      const all = await database.withSession((s) => s.query('select count(*) as n from audit_entry'));
      expect(new Set(seen).size).toBe(seen.length);
      expect(seen.length).toBe(all.rows[0]!.n);
      const find = async (query: string) =>
        (await nation({ url: `/api/audit?${query}` })).json().entries.length;
      expect(await find('actor=quan.tri&act=access')).toBeGreaterThan(5);
      expect(await find('from=2024-10-15&to=2024-10-15')).toBeGreaterThan(5);
      expect(await find('to=2024-10-14')).toBe(0);
      expect((await nation({ url: '/api/audit?before=x' })).statusCode).toBe(200);
    });

    test('leaves as CSV in which no name is a formula, and says so in itself', async () => {
      const { id } = await add(nation, 'cong.thuc', [{ role: 'viewer', unitId: commune.id }]);
      await post(nation, `/api/accounts/${id}/name`, { version: 1, fullName: '=HYPERLINK("x")' });
      const session = await entered(id, 'nắng lên đầu bản');
      await post(session, '/api/me/sessions-end');
      const file = await nation({ url: '/api/audit/file?actor=cong.thuc&format=csv' });
      expect(file.headers['content-type']).toBe('text/csv; charset=utf-8');
      expect(file.body).toContain(`"'=HYPERLINK(""x"")"`);
      const log = (await nation({ url: '/api/audit?act=access.export-audit' })).json();
      expect(log.entries[0].sentence).toMatch(/^Xuất nhật ký, \d+ dòng$/);
    });

    test('is whole, until someone changes it: the first broken entry is shown', async () => {
      const verify = async (who: SignedIn) =>
        (await who({ method: 'POST', url: '/api/audit/verification' })).json();
      expect(await verify(nation)).toMatchObject({ ok: true, lanes: 64, problems: [], first: null });
      const [broken] = (
        await database.withSession((s) =>
          s.query(`update audit_entry set actor = 'ai.khac' where (lane, sequence) in
            (select lane, sequence from audit_entry where act = 'access.reset-second-factor' limit 1)
            returning lane, sequence`),
        )
      ).rows;
      const found = await verify(administrator);
      expect(found).toMatchObject({
        ok: false,
        problems: [{ ...broken, kind: 'changed', text: 'nội dung đã bị sửa' }],
        first: { actor: 'ai.khac', act: 'access.reset-second-factor' },
      });
    });
  });
});
