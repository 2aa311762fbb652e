import type { DuplicateComparison, DuplicateList } from '@benvung/contract/household-duplicates';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { samplePlaces } from '../access/testing/sample-places.ts';
import type { SignedIn } from '../access/testing/signed-in.ts';
import type { DatabaseHandle } from '../platform/database/database.ts';
import { newId } from '../platform/ids.ts';
import { describeOnEachDatabase } from '../platform/testing/test-database.ts';
import { searchDuplicates } from './find-duplicates.ts';
import { type ActsWorld, makeActsWorld, TODAY } from './household-acts.test-support.ts';

const { commune, otherCommune, otherVillage, village } = samplePlaces;

interface Person {
  readonly fullName: string;
  readonly relation: string;
  readonly birthDate?: string;
  readonly sex?: string;
  readonly identityNumber?: string;
}

describeOnEachDatabase('households written twice', (open) => {
  let database: DatabaseHandle;
  let world: ActsWorld;
  beforeAll(async () => {
    database = await open();
    world = await makeActsWorld(database);
  });
  afterAll(() => world.app.close());

  async function write(people: readonly Person[], villageId = village.id, who: SignedIn = world.officer) {
    const id = newId();
    const members = people.map((person) => ({ personId: newId(), ...person }));
    const done = await world.act(who, '', { id, villageId, day: '2024-01-10', members });
    return {
      id,
      members,
      warnings: done.json().warnings as { code: string; text: string; otherId?: string }[],
    };
  }
  const listed = async (who: SignedIn, unit = commune.id, state = 'proposed'): Promise<DuplicateList> =>
    (await who({ url: `/api/duplicates?unit=${unit}&state=${state}` })).json();
  const pairOf = async (one: string, other: string, state = 'proposed') =>
    (await listed(world.officer, commune.id, state)).pairs.find(({ household, other: second }) =>
      [household.id, second.id].sort().every((id, at) => id === [one, other].sort()[at]),
    );
  const compare = async (one: string, other: string): Promise<DuplicateComparison> =>
    (await world.officer({ url: `/api/duplicates/${one}/${other}` })).json();

  const hoa = { fullName: 'Nguyễn Thị Hòa', relation: 'head', birthDate: '1961', sex: 'female' };
  const lanh = { fullName: 'Nguyễn Văn Lanh', relation: 'child', birthDate: '1990-02-03' };

  test('are told when one is written, and wait at the desk with why', async () => {
    const first = await write([hoa, lanh]);
    expect(first.warnings).toEqual([]);
    const second = await write([{ ...hoa, fullName: 'NGUYỄN THỊ HOÀ' }, lanh]);
    expect(second.warnings.map(({ code, otherId }) => [code, otherId])).toEqual([
      ['household.possible-duplicate', first.id],
    ]);
    expect(second.warnings[0]?.text).toBe('Có thể trùng: hộ Nguyễn Thị Hòa, Thôn 1.');
    expect(await pairOf(first.id, second.id)).toMatchObject({
      kind: 'household',
      certainty: 'certain',
      why: ['Cùng tên, cùng ngày sinh: Nguyễn Văn Lanh.', expect.stringContaining('Cả hai là chủ hộ.')],
    });

    const removed = await world.act(world.officer, `/${second.id}/end`, {
      version: 1,
      day: TODAY,
      reason: 'duplicate',
    });
    expect(removed.statusCode).toBe(200);
    expect(await pairOf(first.id, second.id)).toBeUndefined();
  });

  test('are asked about before anyone is written; elsewhere no more is told than that someone is known', async () => {
    const number = '046170000001';
    await write([{ fullName: 'Lê Thị Ánh', relation: 'head', birthDate: '1970', identityNumber: number }]);
    const ask = async (who: SignedIn, villageId: number, member: object) =>
      (
        await who({
          method: 'POST',
          url: '/api/households/likenesses',
          payload: { villageId, members: [member] },
        })
      ).json();
    const alike = { fullName: 'Le Thi Anh', relation: 'head', birthDate: '1970' };
    expect(await ask(world.officer, village.id, alike)).toMatchObject({
      households: [{ head: 'Lê Thị Ánh', certainty: 'possible' }],
      elsewhere: false,
    });
    expect(await ask(world.ofOther, otherVillage.id, { ...alike, identityNumber: number })).toEqual({
      households: [],
      elsewhere: true,
    });
  });

  test('across two areas are seen by who sees both, and by nobody else', async () => {
    const same = {
      fullName: 'Hồ Văn Sáu',
      relation: 'head',
      birthDate: '1955',
      identityNumber: '046055000006',
    };
    const here = await write([same]);
    const there = await write([same], otherVillage.id, world.ofOther);
    expect(there.warnings.map(({ code }) => code)).toEqual(['identity.elsewhere']);
    await searchDuplicates(database.db, { path: samplePlaces.province.path, at: '2024-10-15T03:00:00.000Z' });
    const ids = ({ pairs }: DuplicateList) =>
      pairs.flatMap(({ household, other }) => [household.id, other.id]);
    expect(ids(await listed(world.officer))).not.toContain(here.id);
    expect(ids(await listed(world.ofOther, otherCommune.id))).not.toContain(there.id);
    expect(ids(await listed(world.ofProvince, samplePlaces.province.id))).toEqual(
      expect.arrayContaining([here.id, there.id]),
    );
  });

  describe('once someone said they are two', () => {
    test('are proposed again only when more speaks for it', async () => {
      const first = await write([{ fullName: 'Trần Thị Mẩy', relation: 'head', birthDate: '1965' }]);
      const second = await write([{ fullName: 'Trần Thị Mẩy', relation: 'head', birthDate: '1965' }]);
      const url = `/api/duplicates/${first.id}/${second.id}`;
      const dismiss = (version: number) =>
        world.officer({
          method: 'POST',
          url: `${url}/dismissal`,
          payload: { commandId: newId(), version, reason: 'Hai chị em họ' },
        });
      expect((await dismiss(1)).json()).toEqual({ version: 2, state: 'dismissed' });
      expect((await dismiss(1)).json().code).toBe('household.duplicate-decided');
      expect((await pairOf(first.id, second.id, 'dismissed'))?.decided).toMatchObject({
        reason: 'Hai chị em họ',
      });

      await searchDuplicates(database.db, { path: commune.path, at: '2024-10-15T04:00:00.000Z' });
      expect(await pairOf(first.id, second.id)).toBeUndefined();

      for (const { id, members } of [first, second])
        await world.act(world.officer, `/${id}/members/${members[0]?.personId}/corrections`, {
          version: 1,
          changes: { identityNumber: '046165000009' },
        });
      expect(await pairOf(first.id, second.id)).toMatchObject({ certainty: 'certain', version: 3 });
    });
  });

  describe('merged', () => {
    async function merged() {
      const year = String(1930 + Math.floor(Math.random() * 60));
      const head = { ...hoa, fullName: `Kăn Thị ${newId().slice(-4)}`, birthDate: year };
      const into = await write([head, lanh]);
      const from = await write([
        { ...head, identityNumber: '046161000777' },
        { fullName: 'Nguyễn Văn Út', relation: 'child' },
      ]);
      const done = await world.act(world.officer, `/${into.id}/merges`, {
        version: 1,
        day: TODAY,
        fromId: from.id,
        fromVersion: 1,
        relations: { [from.members[1]!.personId]: 'child' },
        same: { [from.members[0]!.personId]: into.members[0]!.personId },
      });
      return { into, from, done: done.json() };
    }
    const undo = (intoId: string, mergeId: string, version = 2) =>
      world.act(world.officer, `/${intoId}/merges/${mergeId}/undo`, { version });
    const namesOf = async (id: string) =>
      (await world.page(world.officer, id)).members
        .filter(({ left }) => left === null)
        .map(({ fullName }) => fullName);

    test('count a person once, and fill in what only the other knew', async () => {
      const { into, from } = await merged();
      expect(await namesOf(into.id)).toEqual([into.members[0]?.fullName, lanh.fullName, 'Nguyễn Văn Út']);
      expect((await world.page(world.officer, into.id)).members[0]?.closed).toContain('identityNumber');
      expect((await world.page(world.officer, from.id)).ended).toMatchObject({ reason: 'mergedInto' });
      const pair = await compare(into.id, from.id);
      expect(pair.state).toBe('merged');
      expect(pair.merge).toMatchObject({ into: into.id, version: 2 });
    });

    test('come apart again, with all that happened still told', async () => {
      const { into, from, done } = await merged();
      const undone = await undo(into.id, done.mergeId);
      expect(undone.json()).toMatchObject({ id: into.id, version: 3, other: { id: from.id, version: 3 } });
      expect(await namesOf(into.id)).toEqual(into.members.map(({ fullName }) => fullName));
      expect(await namesOf(from.id)).toEqual(from.members.map(({ fullName }) => fullName));
      const page = await world.page(world.officer, into.id);
      expect(page.members).toHaveLength(2);
      expect(page.members[0]?.closed).not.toContain('identityNumber');
      expect(page.events.map(({ kind }) => kind).sort()).toEqual(['mergeUndone', 'mergedIn', 'registered']);
      const back = await world.page(world.officer, from.id);
      expect(back.ended).toBeNull();
      expect(back.residences.at(-1)?.to).toBeNull();
      expect(await pairOf(into.id, from.id)).toMatchObject({ state: 'proposed' });
      expect((await undo(into.id, done.mergeId, 3)).json().code).toBe('household.merge-undone');
    });

    test('stay merged once something was built on it', async () => {
      const { into, done } = await merged();
      await world.act(world.officer, `/${into.id}/corrections`, {
        version: 2,
        changes: { address: 'Cạnh chợ' },
      });
      expect((await undo(into.id, done.mergeId, 3)).json().code).toBe('household.merge-built-on');
    });

    test('give their open reviews back with the counters', async () => {
      const [into, from] = [await world.register(), await world.register()];
      const done = await world.act(world.officer, `/${into.id}/merges`, {
        version: 1,
        day: TODAY,
        fromId: from.id,
        fromVersion: 1,
      });
      expect((await world.recordOf(2024, from.id))?.goneReason).toBe('mergedInto');
      expect((await undo(into.id, done.json().mergeId)).statusCode).toBe(200);
      expect(await world.recordOf(2024, from.id)).toMatchObject({
        goneReason: null,
        closing: { persons: 3 },
      });
      expect(await world.recordOf(2024, into.id)).toMatchObject({ closing: { persons: 3 } });
      expect(await world.wrongCounters()).toEqual([]);
    });
  });
});
