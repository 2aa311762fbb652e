import { existsSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { bundleProgram, type Finished, freePort, type Program } from './platform/testing/run-program.ts';
import { createTestPostgresql } from './platform/testing/test-database.ts';

const root = mkdtempSync(join(tmpdir(), 'benvung-cli-'));
const SERVING = 'http://127.0.0.1';
/** What a data folder holds while nobody works with it: the database, and the key of sealed secrets. */
const KEPT = ['database', 'secret.key'];
/** Filled by the first command that opens it, and worked with by the tests after it. */
const home = join(root, 'home');
let program: Program;

beforeAll(async () => {
  program = await bundleProgram('command-line');
  await program.run(['backup', join(root, 'first.bvb')], { env: { BENVUNG_DATA: home } });
});
afterAll(() => {
  program.remove();
  rmSync(root, { recursive: true, force: true });
});

const dataFolder = () => join(mkdtempSync(join(root, 'data-')), 'data');
/** One line that says what to do, and nothing on stdout. */
function expectOneLine({ code, stdout, stderr }: Finished, says: string): void {
  expect(stderr.trimEnd().split('\n')).toHaveLength(1);
  expect(stderr).toContain(says);
  expect([code, stdout]).toEqual([3, '']);
}

describe('a server on its own data folder', { timeout: 180_000 }, () => {
  test('serves, takes commands from others, stops when asked and keeps its data', async () => {
    expect(readdirSync(home)).toEqual(['database']);
    const port = await freePort();
    const env = { BENVUNG_DATA: home, PORT: port };
    const server = await program.start(['start'], SERVING, { env });
    const health = await (await fetch(`http://127.0.0.1:${port}/healthz`)).json();
    expect(health).toMatchObject({ status: 'ok', database: expect.stringContaining('PGlite') });

    const second = await program.run(['start'], { env: { ...env, PORT: await freePort() } });
    expectOneLine(second, String(server.pid));

    const cwd = mkdtempSync(join(root, 'cwd-'));
    const backup = await program.run(['backup', 'made.bvb', '--json'], { env, cwd });
    expect(JSON.parse(backup.stdout)).toMatchObject({ file: join(cwd, 'made.bvb') });
    expect(backup.code).toBe(0);
    const again = await program.run(['backup', 'made.bvb'], { env, cwd });
    expect(again.code).toBe(2);

    const list = ['--round', '2023', '--unit', '46'];
    const table = ['table', '1', '--unit', '46', '--year', '2023', '--xlsx'];
    for (const [line, says] of [
      [['restore', 'not-there.bvb', '--replace'], 'not-there.bvb'],
      [['import', 'not-there.csv', ...list], 'not-there.csv'],
      [['import', cwd, ...list], 'EISDIR'],
      [[...table, 'nowhere/a.xlsx'], 'nowhere/a.xlsx'],
    ] as const)
      expectOneLine(await program.run(line, { env, cwd }), says);

    const stopped = await server.stop('SIGTERM');
    expect(stopped.code).toBe(0);
    expect(readdirSync(home).sort()).toEqual(KEPT);

    const damaged = join(cwd, 'damaged.bvb');
    writeFileSync(damaged, 'nothing');
    const refused = await program.run(['restore', damaged, '--replace'], { env });
    expect(refused.code).toBe(4);
    const restored = await program.run(['restore', join(cwd, 'made.bvb'), '--replace'], { env });
    expect(restored.code).toBe(0);
  });

  test('that was killed has lost nothing it had acknowledged, and the next one opens the folder', async () => {
    const env = { BENVUNG_DATA: home, PORT: await freePort() };
    const add = ['user', 'add', 'lan', '--role', 'viewer', '--unit', 'VN', '--json'];
    const first = await program.start(['start'], SERVING, { env });
    const added = await program.run(add, { env });
    expect((await first.stop('SIGKILL')).code).toBeNull();
    expect([added.code, JSON.parse(added.stdout).username]).toEqual([0, 'lan']);
    const next = await program.start(['start'], SERVING, { env });
    const again = await program.run(add, { env });
    expect([again.code, again.stdout]).toEqual([4, '']);
    expect((await next.stop('SIGINT')).code).toBe(0);
  });

  test('killed during its first load leaves nothing half loaded', async () => {
    const cutOff = dataFolder();
    const env = { BENVUNG_DATA: cutOff, PORT: await freePort() };
    const first = await program.start(['start', '--empty'], 'loading', { env });
    await first.stop('SIGKILL');
    expect(existsSync(join(cutOff, 'database'))).toBe(false);
    const next = await program.start(['start', '--empty'], SERVING, { env });
    await next.stop('SIGTERM');
    expect(readdirSync(cutOff).sort()).toEqual(KEPT);
  });
});

describe('where the server cannot start, one line says why', () => {
  test('the port is in use', async () => {
    const other = createServer();
    const port = await new Promise<number>((resolve) =>
      other.listen(0, '127.0.0.1', () => resolve((other.address() as { port: number }).port)),
    );
    const untouched = dataFolder();
    const tried = await program.run(['start'], { env: { BENVUNG_DATA: untouched, PORT: String(port) } });
    other.close();
    expectOneLine(tried, `PORT=${port + 1}`);
    expect(existsSync(untouched)).toBe(false);
  });

  const environments: [what: string, env: Record<string, string>, says: string][] = [
    ['the port is no number', { PORT: 'http' }, 'PORT=http'],
    ['the host is not this machine', { HOST: '203.0.113.7' }, 'HOST=203.0.113.7'],
    ['the data folder cannot be written', { BENVUNG_DATA: '/proc/benvung' }, 'BENVUNG_DATA'],
    ['the data folder is a file', { BENVUNG_DATA: join(root, 'file') }, 'BENVUNG_DATA'],
    ['DATABASE_URL is no address', { DATABASE_URL: 'localhost/benvung' }, 'postgresql://'],
    ['DATABASE_URL is of another kind', { DATABASE_URL: 'mysql://localhost/benvung' }, 'postgresql://'],
    [
      'PostgreSQL is down',
      { DATABASE_URL: 'postgresql://ben:secret@127.0.0.1:9/benvung' },
      '127.0.0.1:9/benvung',
    ],
  ];
  for (const [what, env, says] of environments)
    test(what, async () => {
      writeFileSync(join(root, 'file'), '');
      const given = { PORT: await freePort(), BENVUNG_DATA: dataFolder(), ...env };
      const tried = await program.run(['start'], { env: given });
      expectOneLine(tried, says);
      expect(tried.stderr).not.toContain('secret');
    });
});

describe('a command', () => {
  test('that needs no database opens none, and with --json prints only JSON', async () => {
    const env = { BENVUNG_DATA: '/proc/benvung' };
    const help = await program.run(['help', '--json'], { env });
    const { commands } = JSON.parse(help.stdout) as { commands: { name: string }[] };
    expect([help.code, help.stderr]).toEqual([0, '']);
    expect(commands.map(({ name }) => name)).toEqual(
      expect.arrayContaining(['start', 'backup', 'restore', 'help']),
    );
  });

  test('may have --json before its name, and no other option there', async () => {
    const help = await program.run(['--json', 'help', 'table']);
    expect([help.code, JSON.parse(help.stdout).commands[0].name]).toEqual([0, 'table']);
    const wrong = await program.run(['--unit', '46', 'table', '1', '--year', '2023']);
    expect([wrong.code, wrong.stdout]).toEqual([2, '']);
    expect(wrong.stderr).toContain('--unit');
  });

  test('that does not exist is wrong usage', async () => {
    const wrong = await program.run(['bakcup', 'x']);
    expect([wrong.code, wrong.stdout]).toEqual([2, '']);
    expect(wrong.stderr).toContain('“backup”');
  });
});

describe.skipIf(!process.env.BENVUNG_TEST_DATABASE_URL)('on PostgreSQL', () => {
  test('two servers started at once on an empty database both serve it, without a demonstration', async () => {
    const { address, drop } = await createTestPostgresql('template0');
    const secret = Buffer.alloc(32, 7).toString('base64');
    const env = { DATABASE_URL: address, BENVUNG_DATA: '/proc/benvung', BENVUNG_SECRET_KEY: secret };
    const [one, two] = [await freePort(), await freePort()];
    const servers = await Promise.all(
      [one, two].map((port) => program.start(['start'], SERVING, { env: { ...env, PORT: port } })),
    );
    const health = await (await fetch(`http://127.0.0.1:${two}/healthz`)).json();
    expect(health).toMatchObject({ status: 'ok', database: expect.stringContaining('PostgreSQL') });
    const info = await (await fetch(`http://127.0.0.1:${one}/api/public/info`)).json();
    expect(info).toMatchObject({ demonstration: false, demonstrationAccounts: [] });
    for (const server of servers) expect((await server.stop('SIGTERM')).code).toBe(0);
    await drop();
  });

  test('a database that does not exist is said in one line', async () => {
    const address = new URL(process.env.BENVUNG_TEST_DATABASE_URL!);
    address.pathname = '/benvung_not_there';
    const tried = await program.run(['start'], {
      env: { DATABASE_URL: address.href, PORT: await freePort() },
    });
    expectOneLine(tried, 'createdb');
  });
});
