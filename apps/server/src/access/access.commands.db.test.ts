import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { commandContext } from '../platform/cli/command-context.ts';
import { runCommandLine } from '../platform/cli/run-command.ts';
import type { DatabaseHandle } from '../platform/database/database.ts';
import { settableClock } from '../platform/testing/settable-clock.ts';
import { describeOnEachDatabase } from '../platform/testing/test-database.ts';
import { accessCommands } from './access.commands.ts';
import { checkCredentials } from './sign-in.ts';
import { writeSamplePlaces } from './testing/sample-places.ts';

const clock = settableClock('2024-10-15T01:00:00.000Z', '2024-10-15');

describeOnEachDatabase('the command line', (open) => {
  let database: DatabaseHandle;
  let folder: string;
  beforeAll(async () => {
    database = await open();
    await writeSamplePlaces(database);
    folder = await mkdtemp(join(tmpdir(), 'benvung-access-'));
  });
  afterAll(() => rm(folder, { recursive: true }));

  const run = async (line: string, input = '') => {
    const printed = { out: '', err: '' };
    const output = {
      stdout: (text: string) => {
        printed.out += text;
      },
      stderr: (text: string) => {
        printed.err += text;
      },
    };
    const code = await runCommandLine(line.split(' '), accessCommands, output, ({ json }, work) =>
      work(
        commandContext({
          json,
          cwd: folder,
          actor: 'cli:test',
          output,
          input: async () => input,
          clock,
          database,
        }),
      ),
    );
    return { code, ...printed };
  };
  const canSignIn = async (username: string, password: string) =>
    (await checkCredentials({ database, clock }, { username, password })).ok;

  describe('user add', () => {
    test.each([
      [
        'user add canbo --role officer --unit 99999',
        4,
        /Không có đơn vị hành chính mang mã 99999 vào ngày 15\/10\/2024/,
      ],
      [
        'user add canbo --role chief --unit 20044',
        2,
        /Không có vai trò “chief”.*viewer, agency, enumerator, officer/,
      ],
      ['user add Cán --role officer --unit 20044', 2, /chữ thường không dấu/],
      ['user add canbo --unit 20044', 2, /--role/],
    ])('refuses: %s', async (line, code, message) => {
      const answer = await run(line);
      expect([answer.code, answer.out]).toEqual([code, '']);
      expect(answer.err).toMatch(message);
    });

    test('refuses a short password and leaves nothing', async () => {
      const answer = await run('user add ngan --role officer --unit 20044 --password-stdin', 'ngắn\n');
      expect(answer.code).toBe(4);
      expect(
        await run('user add ngan --role officer --unit 20044 --password-stdin', 'nay thì đủ dài\n'),
      ).toMatchObject({
        code: 0,
      });
      expect(await canSignIn('ngan', 'nay thì đủ dài')).toBe(true);
    });

    test('makes a password and prints it once', async () => {
      const answer = await run('user add xa.hongthuy --role officer --unit 20044');
      const [, password = ''] = /: ([a-z2-9]{4}(?:-[a-z2-9]{4}){3})\n$/.exec(answer.out) ?? [];
      expect(answer.out).toContain('Xã Hồng Thủy');
      expect(await canSignIn('xa.hongthuy', password)).toBe(true);
      expect((await run('user add xa.hongthuy --role officer --unit 20044')).err).toMatch(/đã có người dùng/);
    });

    test('answers only JSON when asked, and knows the nation', async () => {
      const answer = await run('user add quocgia --role viewer --unit VN --json');
      expect(JSON.parse(answer.out)).toMatchObject({ username: 'quocgia', role: 'viewer', unit: { id: 1 } });
    });
  });

  describe('user list, disable, enable, reset, roles', () => {
    const accountOf = async (name: string) => {
      const { accounts } = JSON.parse((await run(`user list --search ${name} --json`)).out);
      return accounts[0];
    };

    test('give several roles at once, and give and withdraw them later', async () => {
      expect((await run('user add tinh --role administrator,officer --unit 46')).code).toBe(0);
      expect((await run('user roles tinh --give viewer:VN --withdraw officer:46')).code).toBe(0);
      const { roles } = await accountOf('tinh');
      expect(
        roles.map((held: { role: string; unit: { id: number } }) => `${held.role}:${held.unit.id}`),
      ).toEqual(['viewer:1', 'administrator:700046']);
      expect((await run('user list --unit 20161')).out).not.toContain('tinh');
      expect((await run('user list --unit 46')).out).toMatch(/^tinh\t/m);
    });

    test.each([
      ['user roles tinh --withdraw viewer:VN,administrator:46', 4, /ít nhất một vai trò/],
      ['user roles tinh --give chief:46', 2, /Không có vai trò “chief”/],
      ['user roles khong.co --give viewer:46', 4, /Không có tài khoản “khong.co”/],
      ['user disable khong.co', 4, /Không có tài khoản/],
    ])('refuse: %s', async (line, code, message) => {
      const answer = await run(line);
      expect([answer.code, answer.out]).toEqual([code, '']);
      expect(answer.err).toMatch(message);
    });

    test('close and open a way in; a new password is printed once and the old one is over', async () => {
      await run('user add dong.mo --role officer --unit 20044 --password-stdin', 'con suối sau nhà');
      expect((await run('user disable dong.mo')).code).toBe(0);
      expect(await canSignIn('dong.mo', 'con suối sau nhà')).toBe(false);
      expect((await run('user enable dong.mo')).code).toBe(0);
      expect(await canSignIn('dong.mo', 'con suối sau nhà')).toBe(true);
      const { password } = JSON.parse((await run('user reset dong.mo --json')).out);
      expect([await canSignIn('dong.mo', 'con suối sau nhà'), await canSignIn('dong.mo', password)]).toEqual([
        false,
        true,
      ]);
      expect((await accountOf('dong.mo')).mustChangePassword).toBe(true);
      expect((await run('user reset dong.mo --second-factor')).out).toMatch(/second factor reset/);
    });

    test('never leave the nation without an administrator', async () => {
      await run('user add nhat --role administrator --unit VN');
      expect((await run('user disable nhat')).err).toMatch(/quản trị viên cuối cùng/);
      expect((await run('user roles nhat --give viewer:46 --withdraw administrator:VN')).code).toBe(4);
      await run('user add nhi --role administrator --unit VN');
      expect((await run('user disable nhat')).code).toBe(0);
    });
  });

  describe('verify audit', () => {
    test('finds the log whole, with the accounts that were added and no password', async () => {
      const answer = await run('verify audit --json');
      expect(answer.code).toBe(0);
      const { ok, entries, problems } = JSON.parse(answer.out);
      expect([ok, problems]).toEqual([true, []]);
      const log = await database.withSession((session) =>
        session.query(`select act, detail from audit_entry where actor = 'cli:test'`),
      );
      expect(entries).toBeGreaterThan(log.rows.length);
      expect(new Set(log.rows.map((row) => row.act))).toEqual(
        new Set([
          'access.add-account',
          'access.change-roles',
          'access.disable-account',
          'access.enable-account',
          'access.reset-password',
          'access.reset-second-factor',
        ]),
      );
      expect(JSON.stringify(log.rows.map((row) => row.detail))).not.toMatch(/password|argon2/);
    });

    test('says where it was changed, and ends with 1', async () => {
      const whole = await run('verify audit --json');
      await writeFile(join(folder, 'heads.json'), whole.out);
      expect((await run('verify audit --anchors heads.json')).code).toBe(0);
      await database.withSession((session) => session.query('delete from audit_entry where lane = 0'));
      const answer = await run('verify audit');
      expect(answer.code).toBe(1);
      expect(answer.out).toMatch(/Chuỗi \(lane\) 0, dòng \(entry\) 1: thiếu các dòng cuối/);
      await database.withSession((session) =>
        session.query(`update audit_lane set last_sequence = 0, last_hash = repeat('0', 64) where lane = 0`),
      );
      expect((await run('verify audit')).code).toBe(0);
      expect((await run('verify audit --anchors heads.json')).out).toMatch(/không khớp bản đã cất giữ/);
      expect((await run('verify audit --anchors nothing.json')).code).toBe(3);
    });
  });
});
