import { sql } from 'kysely';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { samplePlaces } from '../access/testing/sample-places.ts';
import type { DatabaseHandle } from '../platform/database/database.ts';
import { newId } from '../platform/ids.ts';
import { describeOnEachDatabase } from '../platform/testing/test-database.ts';
import {
  type ActsWorld,
  type Known,
  makeActsWorld,
  registrationOf,
  SECOND_VILLAGE,
  somePeople,
} from './household-acts.test-support.ts';

const { commune, otherCommune, otherVillage, village } = samplePlaces;

describeOnEachDatabase('households that move, split, merge or end', (open) => {
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

  test('move a household within its commune: the open review moves, the locked one stays', async () => {
    const done = await world.act(world.officer, `/${known.id}/moves`, {
      version: 1,
      day: '2024-05-01',
      villageId: SECOND_VILLAGE.id,
    });
    expect(done.statusCode, done.body).toBe(200);
    expect((await world.recordOf(2024, known.id))?.closing?.villageId).toBe(SECOND_VILLAGE.id);
    const locked = await world.recordOf(2023, known.id);
    expect([locked?.closing?.villageId, locked?.scopePath, locked?.version]).toEqual([
      village.id,
      SECOND_VILLAGE.path,
      1,
    ]);
    const shown = await world.page(world.officer, known.id);
    expect(shown.residences.map(({ from, to }) => [from, to])).toEqual([
      ['2023-01-10', '2024-05-01'],
      ['2024-05-01', null],
    ]);
    expect(await world.wrongCounters()).toEqual([]);
  });

  test('moved many at once within their commune are taken back at once, while nothing happened since', async () => {
    const other = await world.register();
    const bulk = (act: object, households: readonly object[]) =>
      world.officer({
        method: 'POST',
        url: '/api/households/bulk',
        payload: { commandId: newId(), attempt: false, act, households },
      });
    const both = [known.id, other.id].map((id) => ({ id, version: 1 }));
    const moved = await bulk({ kind: 'move', villageId: SECOND_VILLAGE.id, day: '2024-05-01' }, both);
    expect(moved.json().done.length).toBe(2);
    await world.act(world.officer, `/${other.id}/corrections`, { version: 2, changes: { address: 'số 5' } });

    const back = await bulk({ kind: 'undo-move' }, moved.json().done);
    expect(back.json().done).toEqual([{ id: known.id, version: 3 }]);
    expect(back.json().refused).toMatchObject([{ id: other.id, code: 'household.version-conflict' }]);
    const shown = await world.page(world.officer, known.id);
    expect(shown.residences.map(({ village: at, from, to }) => [at.id, from, to])).toEqual([
      [village.id, '2023-01-10', null],
    ]);
    expect(shown.village.id).toBe(village.id);
    expect(shown.events.map(({ text }) => text)).toContainEqual(
      expect.stringMatching(/^Hoàn tác việc chuyển từ Thôn 1 đến /u),
    );
    expect((await world.recordOf(2024, known.id))?.closing?.villageId).toBe(village.id);
    expect(await world.wrongCounters()).toEqual([]);
    const again = await bulk({ kind: 'undo-move' }, back.json().done);
    expect(again.json().refused[0].code).toBe('household.no-move-to-undo');
  });

  test('went to another commune: only another move brings it back', async () => {
    const day = '2024-05-01';
    const left = { version: 1, day, villageId: otherVillage.id };
    expect((await world.act(world.ofProvince, `/${known.id}/moves`, left)).statusCode).toBe(200);
    const undone = await world.ofProvince({
      method: 'POST',
      url: '/api/households/bulk',
      payload: {
        commandId: newId(),
        attempt: false,
        act: { kind: 'undo-move' },
        households: [{ id: known.id, version: 2 }],
      },
    });
    expect(undone.json().refused[0].code).toBe('household.move-across-communes');
    expect((await world.page(world.ofOther, known.id)).village.id).toBe(otherVillage.id);
  });

  test('move a household to another commune: all of it follows, its key and its locked results do not', async () => {
    const done = await world.act(world.ofProvince, `/${known.id}/moves`, {
      version: 1,
      day: '2024-05-01',
      villageId: otherVillage.id,
    });
    expect(done.statusCode, done.body).toBe(200);
    const record = await world.recordOf(2024, known.id);
    expect([record?.communeId, record?.roundId]).toEqual([
      otherCommune.id,
      world.roundOf(2024, otherCommune.id).id,
    ]);
    expect((await world.recordOf(2023, known.id))?.communeId).toBe(commune.id);
    for (const table of [
      'household_residence',
      'household_membership',
      'household_event',
      'review_record',
      'person',
    ]) {
      const { rows } = await sql<{ key: number; path: string }>`
        select distinct origin_commune_id as key, scope_path as path from ${sql.table(table)}
        where household_id = ${known.id}::uuid`.execute(database.db);
      expect([table, rows]).toEqual([table, [{ key: commune.id, path: otherVillage.path }]]);
    }
    expect((await world.officer({ url: `/api/households/${known.id}` })).statusCode).toBe(404);
    expect((await world.page(world.ofOther, known.id)).village.id).toBe(otherVillage.id);
    expect(await world.wrongCounters()).toEqual([]);
  });

  test('split a household and merge it again: both histories tell it, nobody is lost', async () => {
    const begun = newId();
    const leaving = { [known.child]: 'head', [known.grandchild]: 'child' };
    const split = await world.act(world.officer, `/${known.id}/splits`, {
      version: 1,
      day: '2024-02-01',
      newId: begun,
      leaving,
    });
    expect(split.json(), split.body).toMatchObject({ version: 2, other: { id: begun, version: 1 } });
    expect((await world.recordOf(2024, known.id))?.closing?.persons).toBe(1);
    const young = await world.page(world.officer, begun);
    expect(young).toMatchObject({
      head: 'Hồ Văn Lanh',
      residences: [{ from: '2024-02-01', reason: 'split' }],
    });
    expect(young.events[0]?.text).toBe('Tách từ hộ Hồ Thị Nga (M-07).');
    const old = await world.page(world.officer, known.id);
    expect(old.events[0]?.text).toBe('Hồ Văn Lanh và Hồ Văn Út tách thành hộ Hồ Văn Lanh.');
    expect(old.members.filter(({ left }) => left !== null)).toHaveLength(2);
    const merged = await world.act(world.officer, `/${known.id}/merges`, {
      version: 2,
      day: '2024-06-01',
      fromId: begun,
      fromVersion: 1,
      relations: { [known.child]: 'child', [known.grandchild]: 'grandchild' },
    });
    expect(merged.json(), merged.body).toMatchObject({ version: 3, other: { id: begun, version: 2 } });
    expect((await world.recordOf(2024, known.id))?.closing?.persons).toBe(3);
    expect(await world.page(world.officer, begun)).toMatchObject({
      ended: { on: '2024-06-01', reason: 'mergedInto' },
    });
    const { rows } = await sql<{ spells: number; persons: number }>`
      select (select count(*)::int from household_membership where person_id = ${known.child}::uuid) as spells,
        persons from household where id = ${known.id}::uuid`.execute(database.db);
    expect(rows).toEqual([{ spells: 3, persons: 3 }]);
    expect(await world.wrongCounters()).toEqual([]);
  });

  test('merge households first recorded in different communes', async () => {
    const other = somePeople();
    const made = await world.act(world.ofProvince, '', {
      ...registrationOf(other),
      villageId: otherVillage.id,
    });
    expect(made.statusCode, made.body).toBe(201);
    const merged = await world.act(world.ofProvince, `/${known.id}/merges`, {
      version: 1,
      day: '2024-06-01',
      fromId: other.id,
      fromVersion: 1,
    });
    expect(merged.statusCode, merged.body).toBe(200);
    const shown = await world.page(world.officer, known.id);
    expect(shown.members.filter(({ left }) => left === null)).toHaveLength(6);
    const gone = await world.page(world.ofOther, other.id);
    expect(gone.members.map(({ left }) => left?.reason)).toEqual(new Array(3).fill('mergedInto'));
    expect(await world.wrongCounters()).toEqual([]);
  });

  test('end a household: the open review books it as gone', async () => {
    const done = await world.act(world.officer, `/${known.id}/end`, {
      version: 1,
      day: '2024-06-01',
      reason: 'movedAway',
    });
    expect(done.statusCode, done.body).toBe(200);
    expect(await world.recordOf(2024, known.id)).toMatchObject({ closing: null, goneReason: 'movedAway' });
    expect((await world.recordOf(2023, known.id))?.closing?.class).toBe('POOR');
    const again = await world.act(world.officer, `/${known.id}/end`, {
      version: 2,
      day: '2024-06-02',
      reason: 'died',
    });
    expect(again.json().code).toBe('household.ended');
    expect(await world.wrongCounters()).toEqual([]);
  });
});
