import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { unitDetail, unitList } from '@benvung/contract/territory';
import { strToU8, zipSync } from 'fflate';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type SignedIn, signedInAs } from '../../apps/server/src/access/testing/signed-in.ts';
import { buildApp } from '../../apps/server/src/app.ts';
import { verifyAudit } from '../../apps/server/src/platform/audit/verify-audit.ts';
import { commandContext } from '../../apps/server/src/platform/cli/command-context.ts';
import { runCommandLine } from '../../apps/server/src/platform/cli/run-command.ts';
import type { DatabaseHandle } from '../../apps/server/src/platform/database/database.ts';
import { newId } from '../../apps/server/src/platform/ids.ts';
import { settableClock } from '../../apps/server/src/platform/testing/settable-clock.ts';
import { describeOnEachDatabase } from '../../apps/server/src/platform/testing/test-database.ts';
import { territoryCommands } from '../../apps/server/src/territory/territory.commands.ts';
import {
  createVillages,
  loadShippedTerritory,
  resolveUnit,
} from '../../apps/server/src/territory/territory.public.ts';

const clock = settableClock('2026-05-02T02:00:00.000Z', '2026-05-02');

describeOnEachDatabase('the territory over HTTP and by command', (open) => {
  let database: DatabaseHandle;
  let folder: string;
  let app: Awaited<ReturnType<typeof buildApp>>;
  let [hanoi, langSon, commune]: SignedIn[] = [];
  const unit = async (code: string, day = '2026-05-02') =>
    (await resolveUnit(database.db, { unit: code, day }))!;

  beforeAll(async () => {
    database = await open();
    await loadShippedTerritory(database, clock.now());
    folder = await mkdtemp(join(tmpdir(), 'benvung-territory-'));
    const parts = { database, clock, version: '0' };
    app = await buildApp(parts);
    await app.ready();
    const officer = async (code: string) =>
      signedInAs(app, parts, {
        username: `can.bo.${code}`,
        grants: [{ role: 'officer', unitId: (await unit(code)).id }],
      });
    [hanoi, langSon, commune] = [await officer('01'), await officer('20'), await officer('06475')];
  });
  afterAll(async () => {
    await app.close();
    await rm(folder, { recursive: true });
  });

  const find = async (query: string) => {
    const answer = await langSon!({ method: 'GET', url: `/api/territory/units?${query}` });
    expect(answer.statusCode, answer.body).toBe(200);
    return unitList.parse(answer.json()).units;
  };

  describe('search', () => {
    it.each([
      ['q=bang mac&on=2026-05-02', 'Xã Bằng Mạc', '06475'],
      ['q=BẰNG MẠC&on=2023-12-31', 'Xã Bằng Mạc', '06493'],
      ['q=thuận hoá&on=2026-05-02&level=commune', 'Phường Thuận Hóa', '19789'],
      ['q=thuan hoa&on=2025-02-01&level=district', 'Quận Thuận Hóa', '474'],
      ['q=dak lak&level=province', 'Tỉnh Đắk Lắk', '66'],
    ])('%s finds %s', async (query, name, code) =>
      expect(await find(encodeURI(query))).toContainEqual(expect.objectContaining({ name, code })),
    );

    it('of children is in Vietnamese order', async () => {
      const children = await find(`parent=${(await unit('20')).id}&limit=500`);
      expect(children).toHaveLength(65);
      expect(children.map(({ name }) => name.replace(/^(Xã|Phường) /u, '')).slice(0, 4)).toEqual([
        'Ba Sơn',
        'Bắc Sơn',
        'Bằng Mạc',
        'Bình Gia',
      ]);
    });
  });

  it('a unit tells its ancestors, its past and what it was made of', async () => {
    const answer = await langSon!({ method: 'GET', url: `/api/territory/units/${(await unit('06475')).id}` });
    const detail = unitDetail.parse(answer.json());
    expect(detail.ancestors.map(({ name }) => name)).toEqual(['Cả nước', 'Tỉnh Lạng Sơn']);
    expect(detail.predecessors.map(({ unit: { name } }) => name).sort()).toEqual([
      'Xã Bằng Hữu',
      'Xã Bằng Mạc',
      'Xã Gia Lộc',
      'Xã Thượng Cường',
    ]);
    expect(detail).toMatchObject({ waitingVillages: 0, candidates: [], areaType: 'rural' });
    expect(detail.versions[0]?.parent?.name).toBe('Tỉnh Lạng Sơn');
    const nation = unitDetail.parse(
      (await langSon!({ method: 'GET', url: '/api/territory/units/1?counts=1' })).json(),
    );
    expect(nation.counts.slice(0, 2)).toEqual([
      { level: 'province', count: 34, official: 34 },
      { level: 'commune', count: 3321, official: 3321 },
    ]);
    expect(detail.predecessors.every(({ whole, kind }) => whole && kind === 'merge')).toBe(true);
    const gone = await langSon!({
      method: 'GET',
      url: `/api/territory/units/${(await unit('06493', '2023-12-31')).id}`,
    });
    expect(unitDetail.parse(gone.json()).successors.map(({ unit: { code } }) => code)).toEqual(['06475']);
  });

  it('the map days are known', async () =>
    expect((await langSon!({ method: 'GET', url: '/api/territory/maps' })).json().days).toEqual([
      { day: '2021-01-01', label: '01/01/2021' },
      { day: '2025-01-01', label: '01/01/2025' },
      { day: '2025-07-01', label: '01/07/2025' },
      { day: '2026-04-30', label: '30/04/2026' },
    ]));

  const makeVillage = async (as: SignedIn, code: string, name: string) =>
    as({
      method: 'POST',
      url: '/api/territory/villages',
      payload: {
        commandId: newId(),
        communeId: (await unit(code)).id,
        name,
        validFrom: '2026-05-02',
        decision: 'NQ 1',
      },
    });

  it('a commune makes its own villages, once by name, and not another’s', async () => {
    expect((await makeVillage(commune!, '06481', 'Thôn 1')).json().code).toBe('shared.outside-area');
    expect((await makeVillage(commune!, '06475', 'Thôn Hoà Lý')).statusCode).toBe(201);
    const again = await makeVillage(commune!, '06475', 'THÔN HÒA LÍ');
    expect([again.statusCode, again.json().code]).toEqual([409, 'territory.village-name-taken']);
  });

  it('a waiting village is assigned by someone of the province that holds it, and by nobody else', async () => {
    const communeId = (await unit('00019', '2024-01-01')).id;
    const made = await database.withSession((session, db) =>
      createVillages({ session, db }, [
        { communeId, name: 'Tổ dân phố 9', validFrom: '2024-01-01', source: 'kiểm thử' },
      ]),
    );
    const id = made.ok ? made.value[0]!.id : 0;
    const assign = async (as: SignedIn) =>
      as({
        method: 'POST',
        url: `/api/territory/villages/${id}/assign`,
        payload: { commandId: newId(), communeId: (await unit('00070')).id, decision: 'QĐ 2' },
      });
    expect((await assign(langSon!)).json().code).toBe('shared.outside-area');
    expect((await assign(commune!)).json().code).toBe('shared.outside-area');
    const waiting = unitDetail.parse(
      (await hanoi!({ method: 'GET', url: `/api/territory/units/${id}` })).json(),
    );
    expect(waiting.candidates.map(({ code }) => code)).toContain('00070');
    const answer = await assign(hanoi!);
    expect(answer.statusCode, answer.body).toBe(200);
    expect((await assign(hanoi!)).statusCode).toBeGreaterThanOrEqual(400);
    expect((await find(`parent=${(await unit('00070')).id}`)).map((one) => one.name)).toEqual([
      'Tổ dân phố 9',
    ]);
  });

  describe('verify territory', () => {
    it('says only JSON, counts beside the official ones, every difference of the packages, no problem', async () => {
      const { code, out } = await run('verify territory --json');
      expect(code).toBe(0);
      const verdict = JSON.parse(out);
      expect(verdict.problems).toEqual([]);
      expect(
        verdict.states.map((state: { on: string; communes: number }) => [state.on, state.communes]),
      ).toEqual([
        ['2021-01-01', 10_599],
        ['2025-01-01', 10_035],
        ['2025-07-01', 3321],
        ['2026-04-30', 3321],
      ]);
      expect(verdict.states[1].inPackages.communes).toBe(10_051);
      expect(verdict.states[1].differences.length).toBeGreaterThan(2);
      expect(verdict.states[2].splitCommunes).toBe(441);
    });
    it('is also told in words', async () => expect((await run('verify territory')).out).toContain('✓ 0 lỗi'));
  });

  const run = async (line: string) => {
    const printed = { out: '', err: '' };
    const output = {
      stdout: (text: string) => {
        printed.out += text;
      },
      stderr: (text: string) => {
        printed.err += text;
      },
    };
    const code = await runCommandLine(line.split(' '), territoryCommands, output, ({ json }, work) =>
      work(
        commandContext({
          json,
          cwd: folder,
          actor: 'cli:test',
          output,
          input: async () => '',
          clock,
          database,
        }),
      ),
    );
    return { code, ...printed };
  };

  describe('a newer list', () => {
    const rows = 'loại dòng,mã,tên,mã cấp trên,mã mới,căn cứ\n';
    const write = (name: string, content: string | Uint8Array) => writeFile(join(folder, name), content);

    it('with wrong rows is refused whole, a message for each', async () => {
      await write(
        'wrong.csv',
        `${rows}đơn vị,6475,Xã A,20,,\nđơn vị,06475,Bằng Mạc,20,,\nchuyển,09999,,,06475,\n`,
      );
      const { code, err } = await run('territory load wrong.csv --day 2027-01-01 --source NQ9');
      expect(code).toBe(4);
      expect(err).toMatch(/dòng 2: mã “6475”/u);
      expect(err).toMatch(/dòng 3: tên “Bằng Mạc”/u);
      expect(err).toMatch(/dòng 4: mã cũ 09999/u);
      expect((await unit('06475', '2027-02-01')).name).toBe('Xã Bằng Mạc');
    });

    it.each([
      ['nothing.csv', 'no such file'],
      ['broken.json', 'JSON'],
      ['headless.csv', 'dòng 1'],
      ['dayless.csv', 'ngày hiệu lực'],
      ['words.xlsx', 'xlsx'],
    ])('%s that is no list is refused with its reason', async (name, reason) => {
      await write('broken.json', '{');
      await write('headless.csv', 'a,b\n1,2\n');
      await write('dayless.csv', `${rows}đơn vị,06475,Phường Bằng Mạc,20,,\n`);
      await write('words.xlsx', zipSync({ 'a.txt': strToU8('x') }));
      const { code, err } = await run(`territory load ${name}`);
      expect([code, err]).toEqual([4, expect.stringContaining(reason)]);
    });

    it('is tried over HTTP by who administers the nation, a change in names for each unit, and nothing written', async () => {
      const ask = (as: SignedIn, text: string, more = '') =>
        as({
          method: 'POST',
          url: `/api/territory/lists?file=list.csv&day=2027-01-01&source=NQ9${more}&commandId=${newId()}`,
          headers: { 'content-type': 'application/octet-stream' },
          payload: Buffer.from(text),
        });
      const parts = { database, clock, version: '0' };
      const administrator = (unitId: number, username: string) =>
        signedInAs(app, parts, { username, grants: [{ role: 'administrator', unitId }] });
      const nation = await administrator(1, 'quan.tri');
      const list = `${rows}đơn vị,06475,Xã Bằng Mạc,20,,\nchuyển,06481,,,06475,\nchuyển,06475,,,06475,\n`;
      expect((await ask(await administrator((await unit('20')).id, 'quan.tri.20'), list)).json().code).toBe(
        'shared.outside-area',
      );
      const answer = await ask(nation, list);
      expect(answer.statusCode, answer.body).toBe(200);
      expect(answer.json()).toMatchObject({ written: false, newUnits: 1, ended: 2, problems: [] });
      expect(answer.json().changes[0]).toMatchObject({
        kind: 'new',
        name: 'Xã Bằng Mạc',
        others: ['Xã Chiến Thắng', 'Xã Bằng Mạc'],
      });
      const wrong = await ask(nation, `${rows}đơn vị,6475,Xã A,20,,\n`, '&dryRun=false');
      expect(wrong.json()).toMatchObject({ written: false, problems: [{ at: 'dòng 2' }] });
      expect((await unit('06475', '2027-02-01')).id).toBe((await unit('06475')).id);
    });

    it('is written whole: names, merges, villages; twice is refused; the log holds', async () => {
      const [made] = await Promise.all([makeVillage(langSon!, '06481', 'Thôn Chuyển')]);
      const villageId = made.json().id as number;
      const before = await unit('06475');
      await write(
        'list.csv',
        `${rows}đơn vị,06475,Xã Bằng Mạc,20,,\nđơn vị,06496,Phường Nhân Lý,20,,\nchuyển,06481,,,06475,\nchuyển,06475,,,06475,\n`,
      );
      const loaded = await run('territory load list.csv --day 2027-01-01 --source NQ9/2027 --json');
      expect(loaded.code, loaded.err).toBe(0);
      expect(JSON.parse(loaded.out)).toMatchObject({ loaded: true, versions: 2, newUnits: 1, ended: 2 });
      const after = await unit('06475', '2027-01-01');
      expect(after.id).toBeGreaterThanOrEqual(1_000_000);
      expect((await unit('06475', '2026-12-31')).id).toBe(before.id);
      expect(await unit('06496', '2027-01-01')).toMatchObject({
        name: 'Phường Nhân Lý',
        areaType: 'urban',
        id: (await unit('06496')).id,
      });
      const [village] = await find(`parent=${after.id}&on=2027-01-01&q=${encodeURIComponent('thôn chuyển')}`);
      expect(village?.id).toBe(villageId);
      expect(await resolveUnit(database.db, { unit: '06481', day: '2027-01-01' })).toBeUndefined();
      expect((await run('territory load list.csv --day 2027-01-01 --source NQ9/2027')).code).toBe(4);
      await write('older.csv', `${rows}đơn vị,06475,Phường Bằng Mạc,20,,\n`);
      expect((await run('territory load older.csv --day 2026-01-01 --source NQ')).err).toContain(
        'không sau lần thay đổi cuối',
      );
      expect((await verifyAudit(database)).problems).toEqual([]);
    });
  });
});
