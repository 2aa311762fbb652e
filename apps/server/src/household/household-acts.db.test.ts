import { sql } from 'kysely';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { samplePlaces } from '../access/testing/sample-places.ts';
import type { SignedIn } from '../access/testing/signed-in.ts';
import { inAreaScope, rangeOf } from '../platform/database/area-scope.ts';
import type { DatabaseHandle } from '../platform/database/database.ts';
import { newId } from '../platform/ids.ts';
import { describeOnEachDatabase } from '../platform/testing/test-database.ts';
import {
  type ActsWorld,
  type Known,
  makeActsWorld,
  NUMBER,
  registrationOf,
  SECOND_VILLAGE,
  somePeople,
  TODAY,
} from './household-acts.test-support.ts';

const { commune, district, otherVillage } = samplePlaces;

describeOnEachDatabase('acts on a household', (open) => {
  let database: DatabaseHandle;
  let world: ActsWorld;
  let known: Known;

  beforeAll(async () => {
    database = await open();
    world = await makeActsWorld(database);
  });
  afterAll(() => world.app.close());
  beforeEach(async () => {
    known = await world.register();
  });

  describe('are refused', () => {
    test.each([
      [
        'to an officer of another commune',
        () => world.act(world.ofOther, `/${known.id}/end`, { version: 1, day: TODAY, reason: 'died' }),
        404,
        'shared.not-found',
      ],
      [
        'when someone else changed the household',
        () => world.act(world.officer, `/${known.id}/end`, { version: 9, day: TODAY, reason: 'died' }),
        409,
        'household.version-conflict',
      ],
      [
        'into a village of another area',
        () =>
          world.act(world.officer, `/${known.id}/moves`, {
            version: 1,
            day: TODAY,
            villageId: otherVillage.id,
          }),
        422,
        'household.village-unknown',
      ],
      [
        'into what is no village',
        () =>
          world.act(world.ofProvince, `/${known.id}/moves`, {
            version: 1,
            day: TODAY,
            villageId: district.id,
          }),
        422,
        'household.village-unknown',
      ],
      [
        'under an id that is taken',
        () => world.act(world.officer, '', registrationOf(known)),
        409,
        'household.version-conflict',
      ],
      [
        'on a member of another household',
        () =>
          world.act(world.officer, `/${known.id}/members/${newId()}/departure`, {
            version: 1,
            day: TODAY,
            reason: 'died',
          }),
        422,
        'household.member-unknown',
      ],
    ])('%s', async (_what, send, status, code) => {
      const answer = await send();
      expect([answer.statusCode, answer.json().code]).toEqual([status, code]);
      expect((await world.page(world.officer, known.id)).version).toBe(1);
    });
  });

  test('warn of an identity number that cannot be right, and do what was asked', async () => {
    const done = await world.act(world.officer, '', registrationOf(somePeople()));
    expect(done.statusCode).toBe(201);
    const codes: string[] = done.json().warnings.map((each: { code: string }) => each.code);
    expect([...new Set(codes)]).toEqual([
      'identity.sex-differs',
      'identity.birth-year-differs',
      'identity.repeated',
      'household.possible-duplicate',
    ]);
    expect(done.body).not.toContain(NUMBER);
  });

  test('add, correct and let go members, whom the open review and its counters follow', async () => {
    const newcomer = newId();
    const member = {
      personId: newcomer,
      fullName: '  Lê  Thị Hoa ',
      relation: 'other',
      identityNumber: '046 179 001 235',
    };
    const added = await world.act(world.officer, `/${known.id}/members`, {
      version: 1,
      day: '2024-02-01',
      reason: 'married',
      member,
    });
    expect(added.json(), added.body).toMatchObject({ version: 2, warnings: [] });
    const corrected = await world.act(world.officer, `/${known.id}/members/${newcomer}/corrections`, {
      version: 2,
      changes: { birthDate: '1980', sex: 'male' },
    });
    expect(corrected.json().warnings.map((each: { code: string }) => each.code)).toEqual([
      'identity.sex-differs',
      'identity.birth-year-differs',
    ]);
    expect((await world.recordOf(2024, known.id))?.closing?.persons).toBe(4);
    const left = await world.act(world.officer, `/${known.id}/members/${known.grandchild}/departure`, {
      version: 3,
      day: '2024-03-01',
      reason: 'movedAway',
    });
    expect(left.statusCode, left.body).toBe(200);
    const shown = await world.page(world.officer, known.id);
    expect(shown.version).toBe(4);
    expect(shown.members.map(({ fullName }) => fullName)).toContain('Lê Thị Hoa');
    expect(shown.events.map(({ text }) => text)).toEqual([
      'Sửa thông tin của Lê Thị Hoa: giới tính và năm sinh.',
      'Hồ Văn Út rời hộ (chuyển đi).',
      'Lê Thị Hoa vào hộ (kết hôn).',
      'Ghi vào sổ lần đầu.',
    ]);
    expect((await world.recordOf(2024, known.id))?.closing?.persons).toBe(3);
    expect((await world.recordOf(2023, known.id))?.closing?.persons).toBe(3);
    expect(await world.wrongCounters()).toEqual([]);
  });

  test('change the head, and the traits that follow the head', async () => {
    const done = await world.act(world.officer, `/${known.id}/head`, {
      version: 1,
      day: '2024-02-01',
      personId: known.child,
      former: { relation: 'parent' },
      relations: { [known.grandchild]: 'child' },
    });
    expect(done.statusCode, done.body).toBe(200);
    const shown = await world.page(world.officer, known.id);
    expect(shown.head).toBe('Hồ Văn Lanh');
    expect(shown.events[0]?.text).toBe('Đổi chủ hộ: Hồ Văn Lanh thay Hồ Thị Nga.');
    expect((await world.recordOf(2024, known.id))?.closing?.flags.femaleHead).toBe(false);
    const found = await world.officer({ url: `/api/households?unit=${commune.id}&q=ho van lanh` });
    expect(found.json().households.map((each: { id: string }) => each.id)).toContain(known.id);
    expect(await world.wrongCounters()).toEqual([]);
  });

  test('set a trait by hand with its reason, and take it back', async () => {
    const path = `/${known.id}/flags/merit`;
    await world.act(world.officer, path, { version: 1, value: true, reason: 'Bằng Tổ quốc ghi công' });
    const set = (await world.page(world.officer, known.id)).flags.find(({ flag }) => flag === 'merit');
    expect(set).toEqual({ flag: 'merit', value: true, overridden: true, reason: 'Bằng Tổ quốc ghi công' });
    expect((await world.recordOf(2024, known.id))?.closing?.flags.merit).toBe(true);
    expect(await world.wrongCounters()).toEqual([]);
    await world.act(world.officer, path, { version: 2, value: null, reason: 'Nhầm người' });
    expect((await world.recordOf(2024, known.id))?.closing?.flags.merit).toBe(false);
    expect(await world.wrongCounters()).toEqual([]);
  });

  test('sent twice are done once, and leave one entry that tells no sensitive value', async () => {
    const url = `/api/households/${known.id}/corrections`;
    const payload = { commandId: newId(), version: 1, changes: { address: 'Thôn 1, nhà sau trường' } };
    const answers = [
      await world.officer({ method: 'POST', url, payload }),
      await world.officer({ method: 'POST', url, payload }),
    ];
    expect(answers.map((answer) => answer.json().version)).toEqual([2, 2]);
    const log = await sql<{ act: string; detail: string }>`select act, detail from audit_entry
      where subject_id = ${known.id} order by sequence`.execute(database.db);
    expect(log.rows).toEqual([
      { act: 'household.register', detail: '{"day":"2023-01-10","members":3}' },
      { act: 'household.correct', detail: '{"fields":["address"]}' },
    ]);
    const told = await sql<{ text: string }>`select (select string_agg(detail::text, '') from audit_entry) ||
      (select string_agg(detail::text, '') from household_event) ||
      (select string_agg(outcome::text, '') from command_receipt) as text`.execute(database.db);
    expect(told.rows[0]?.text).not.toContain(NUMBER);
  });

  describe('on many households', () => {
    const endAll = (who: SignedIn, households: object[], attempt: boolean) =>
      who({
        method: 'POST',
        url: '/api/households/bulk',
        payload: {
          commandId: newId(),
          attempt,
          households,
          act: { kind: 'end', reason: 'movedAway', day: TODAY },
        },
      });

    test('tell who can and who cannot without doing anything, then do what can be done', async () => {
      const other = await world.register();
      const households = [
        { id: known.id, version: 1 },
        { id: other.id, version: 7 },
      ];
      const tried = (await endAll(world.officer, households, true)).json();
      expect(tried.done.map((each: { id: string }) => each.id)).toEqual([known.id]);
      expect(tried.refused).toMatchObject([
        { id: other.id, head: 'Hồ Thị Nga (M-07)', code: 'household.version-conflict' },
      ]);
      expect((await world.page(world.officer, known.id)).ended).toBeNull();
      expect(await world.wrongCounters()).toEqual([]);

      const done = (await endAll(world.officer, households, false)).json();
      expect(done).toEqual(tried);
      expect((await world.page(world.officer, known.id)).ended).toMatchObject({ reason: 'movedAway' });
      expect((await world.page(world.officer, other.id)).ended).toBeNull();
      expect(await world.wrongCounters()).toEqual([]);
    });

    test('of another area find none of them', async () => {
      const tried = (await endAll(world.ofOther, [{ id: known.id, version: 1 }], false)).json();
      expect(tried.done).toEqual([]);
      expect(tried.refused).toMatchObject([{ head: '?', code: 'shared.not-found' }]);
    });
  });

  describe('are found', () => {
    const find = async (q: string) => {
      const list = await world.officer({
        url: `/api/households?unit=${commune.id}&q=${encodeURIComponent(q)}`,
      });
      return list.json().households.some((each: { id: string }) => each.id === known.id);
    };

    test.each(['ho thi nga', 'lanh', 'LÀNH hồ', 'ut', 'M-07'])('by %s', async (typed) => {
      expect(await find(typed)).toBe(true);
    });

    test.each(['nga lanh', 'anh', 'M-0'])('and not by %s', async (typed) => {
      expect(await find(typed)).toBe(false);
    });

    test('nowhere outside the areas in force, whatever range is asked of the database', async () => {
      const ask = (path: string) =>
        inAreaScope(database, { paths: [path] }, async (db) => {
          const { from, to } = rangeOf(commune.path);
          const found =
            await sql`select found_id from household_page(${from}, ${to}, null, null, '', true, 'head',
            1000, 100, 0, null, null, null, null, null)`.execute(db);
          return found.rows.length;
        });
      expect(await ask(commune.path)).toBeGreaterThan(0);
      expect(await ask(`${commune.path}${SECOND_VILLAGE.id}/`)).toBe(0);
    });

    test('by an identity number, which outside the area tells no more than that it is known', async () => {
      const ask = async (who: SignedIn) =>
        (
          await who({
            method: 'POST',
            url: '/api/households/identity-search',
            payload: { identityNumber: NUMBER },
          })
        ).json();
      const here = await ask(world.officer);
      expect(here.households.length).toBeGreaterThan(0);
      expect(here.elsewhere).toBe(false);
      expect(await ask(world.ofOther)).toEqual({ households: [], elsewhere: true });
      const log = await sql<{ detail: string }>`select detail from audit_entry
        where act = 'household.find-by-identity'`.execute(database.db);
      expect(log.rows.every(({ detail }) => !detail.includes(NUMBER))).toBe(true);
    });
  });
});
