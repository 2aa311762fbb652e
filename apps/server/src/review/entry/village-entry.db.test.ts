import type { EntryList, EntryRecorded, EntryView } from '@benvung/contract/review-entry';
import { findQuestionnaire } from '@benvung/regulations/find-questionnaire';
import { sql } from 'kysely';
import { beforeAll, describe, expect, test } from 'vitest';
import { samplePlaces } from '../../access/testing/sample-places.ts';
import { type SignedIn, signedInAs } from '../../access/testing/signed-in.ts';
import {
  type ActsWorld,
  type Known,
  makeActsWorld,
  SECOND_VILLAGE,
} from '../../household/household-acts.test-support.ts';
import { inAreaScope } from '../../platform/database/area-scope.ts';
import type { DatabaseHandle, Db } from '../../platform/database/database.ts';
import { newId } from '../../platform/ids.ts';
import { describeOnEachDatabase } from '../../platform/testing/test-database.ts';
import { regulations } from '../../standard/standard.public.ts';
import { FIGURE_COLUMNS } from '../review-counter.store.ts';

const { commune, village } = samplePlaces;
const HASH = findQuestionnaire(regulations(), 'VN-2022')!.hash;
const NEW_FORM = {
  householdVersion: 0,
  questionnaireHash: HASH,
  left: {},
  household: {},
  paper: { incomeScore: 100, deprivationScore: 40, class: null },
};

describeOnEachDatabase('someone who holds only a village', (open) => {
  let database: DatabaseHandle;
  let world: ActsWorld;
  let ofVillage: SignedIn;
  let ofSecond: SignedIn;
  let people: Known;
  let roundId: string;

  beforeAll(async () => {
    database = await open();
    world = await makeActsWorld(database);
    roundId = world.roundOf(2024, commune.id).id;
    people = await world.register();
    const headOf = (username: string, unitId: number) =>
      signedInAs(world.app, world.parts, { username, grants: [{ role: 'enumerator', unitId }] });
    ofVillage = await headOf('truong.thon.1', village.id);
    ofSecond = await headOf('truong.thon.3', SECOND_VILLAGE.id);
  });

  const address = (id: string, rest = '') => `/api/rounds/${roundId}/entries/${id}${rest}`;
  const inVillage = <Value>(path: string, work: (db: Db) => Promise<Value>) =>
    inAreaScope(database, { paths: [path] }, work);

  describe('may not', () => {
    test('see, open or record a household of another village', async () => {
      const list = (await ofSecond({ url: `/api/rounds/${roundId}/entries?village=${village.id}` })).json();
      expect((list as EntryList).villages.map(({ unit }) => unit.id)).toEqual([SECOND_VILLAGE.id]);
      expect((list as EntryList).households).toEqual([]);
      const file = `/api/rounds/${roundId}/entries/file?village=${village.id}&purpose=kiem+thu`;
      expect((await ofSecond({ url: file })).statusCode).toBe(403);
      expect((await ofSecond({ url: address(people.id) })).json()).toMatchObject({
        code: 'shared.not-found',
      });
      const totals = await ofSecond({
        method: 'POST',
        url: `/api/rounds/${roundId}/totals`,
        payload: {
          commandId: newId(),
          rows: [{ householdId: people.id, version: 1, incomeScore: 1, deprivationScore: 1, class: null }],
        },
      });
      expect(totals.json()).toMatchObject({ rows: [{ saved: false, code: 'shared.not-found' }] });
    });

    test('register a household in another village', async () => {
      const answer = await ofSecond({
        method: 'POST',
        url: address(newId()),
        payload: {
          commandId: newId(),
          villageId: village.id,
          version: 0,
          content: {
            ...NEW_FORM,
            members: [{ personId: newId(), answers: { fullName: 'Hồ Văn Lạ', relation: 'head' } }],
          },
        },
      });
      expect(answer.json()).toMatchObject({ code: 'household.village-unknown' });
    });

    test('see counters, records or people of another village, whatever they ask the database', async () => {
      const seen = await inVillage(SECOND_VILLAGE.path, async (db) => ({
        villages: await count(db, sql`review_counter where village_id <> 0`),
        records: await count(db, sql`review_record`),
        households: await count(db, sql`household`),
        persons: await count(db, sql`person`),
        bases: await count(db, sql`population_base`),
        otherRounds: await count(db, sql`review_round where commune_id <> ${commune.id}`),
        sums: await count(db, sql`review_counter where village_id = 0`),
        changes: await count(db, sql`review_change`),
      }));
      expect(seen).toEqual({
        villages: 0,
        records: 0,
        households: 0,
        persons: 0,
        bases: 0,
        otherRounds: 0,
        sums: 0,
        changes: 0,
      });
    });

    test('change the round: neither by what the office offers nor in the database', async () => {
      for (const act of ['close', 'reopen', 'lock'])
        expect(
          (
            await ofVillage({
              method: 'POST',
              url: `/api/rounds/${roundId}/${act}`,
              payload: { commandId: newId() },
            })
          ).statusCode,
          act,
        ).toBeGreaterThanOrEqual(403);
      for (const change of [
        sql`update review_round set status = 'CLOSED' where id = ${roundId}::uuid`,
        sql`update review_round set scope_path = ${village.path} where id = ${roundId}::uuid`,
      ])
        expect((await inVillage(village.path, (db) => change.execute(db))).numAffectedRows).toBe(0n);
      await inVillage(village.path, (db) => sql`delete from review_round`.execute(db));
      expect(
        await count(database.db, sql`review_round where id = ${roundId}::uuid and status = 'OPEN'`),
      ).toBe(1);
    });

    test('write counters of another village, or take any away', async () => {
      const foreign = sql`insert into review_counter
        select year, standard_id, commune_id, ${SECOND_VILLAGE.id}, 'stolen', poor_households, poor_persons,
          near_poor_households, near_poor_persons, average_households, average_persons, not_poor_households,
          not_poor_persons, undetermined_households, undetermined_persons, ${SECOND_VILLAGE.path}
        from review_counter limit 1`;
      await expect(inVillage(village.path, (db) => foreign.execute(db))).rejects.toThrow(
        /row-level security/u,
      );
      const sums = sql`review_counter where village_id = 0 and commune_id = ${commune.id}`;
      const before = await count(database.db, sums);
      await inVillage(village.path, (db) => sql`delete from ${sums}`.execute(db));
      expect(await count(database.db, sums)).toBe(before);
    });

    test('add to the sums of another commune, or to a village through the sums', async () => {
      const line = (communeId: number, path: string, villageId = 0) => [
        {
          year: 2024,
          standard_id: 'VN-2022',
          commune_id: communeId,
          village_id: villageId,
          measure: 'closing',
          ...Object.fromEntries(FIGURE_COLUMNS.map((column) => [column, 1])),
          scope_path: path,
        },
      ];
      const { otherCommune } = samplePlaces;
      for (const lines of [
        line(otherCommune.id, otherCommune.path),
        // a path of one's own does not open another commune's line
        line(otherCommune.id, commune.path),
        line(commune.id, SECOND_VILLAGE.path, SECOND_VILLAGE.id),
      ])
        await expect(
          inVillage(village.path, (db) =>
            sql`select add_commune_counters(${JSON.stringify(lines)}::jsonb)`.execute(db),
          ),
        ).rejects.toThrow(/outside the areas/u);
    });

    test('open the home, the desk or a table of the commune', async () => {
      for (const url of [
        `/api/home?unit=${commune.id}`,
        `/api/tables/1?unit=${commune.id}&year=2024`,
        `/api/rounds?unit=${commune.id}&year=2024`,
        `/api/desk?unit=${commune.id}&year=2024`,
      ]) {
        const { statusCode } = await ofVillage({ url });
        expect([url, statusCode >= 400 && statusCode < 500]).toEqual([url, true]);
      }
    });
  });

  describe('may', () => {
    test('find the round of their commune, and see their own village in it alone', async () => {
      const found = (await ofVillage({ url: `/api/rounds?unit=${village.id}&year=2024` })).json();
      expect(found).toMatchObject({ rounds: [{ id: roundId, status: 'OPEN' }] });
      const list = (await ofVillage({ url: `/api/rounds/${roundId}/entries?village=${village.id}` })).json();
      expect((list as EntryList).villages.map(({ unit }) => unit.id)).toEqual([village.id]);
      expect((list as EntryList).households.map(({ householdId }) => householdId)).toEqual([people.id]);
    });

    test('type a form and record it; the sums of the commune follow', async () => {
      const view = (await ofVillage({ url: address(people.id) })).json() as EntryView;
      const content = { ...view.offered, paper: { incomeScore: 130, deprivationScore: 20, class: null } };
      const kept = await ofVillage({
        method: 'PUT',
        url: address(people.id, '/draft'),
        payload: { villageId: village.id, draftVersion: 0, content, missing: 3, at: null },
      });
      expect(kept.statusCode, kept.body).toBe(200);
      const answer = await ofVillage({
        method: 'POST',
        url: address(people.id),
        payload: { commandId: newId(), villageId: village.id, version: view.recordVersion, content },
      });
      expect(answer.statusCode, answer.body).toBe(200);
      expect(answer.json() as EntryRecorded).toMatchObject({ class: 'NEAR_POOR' });
      expect(await world.wrongCounters()).toEqual([]);
    });

    test('register a household of their village, and type totals', async () => {
      const id = newId();
      const answer = await ofVillage({
        method: 'POST',
        url: address(id),
        payload: {
          commandId: newId(),
          villageId: village.id,
          version: 0,
          content: {
            ...NEW_FORM,
            members: [{ personId: newId(), answers: { fullName: 'Hồ Văn Mới', relation: 'head' } }],
          },
        },
      });
      expect(answer.statusCode, answer.body).toBe(200);
      const totals = await ofVillage({
        method: 'POST',
        url: `/api/rounds/${roundId}/totals`,
        payload: {
          commandId: newId(),
          rows: [{ householdId: id, version: 1, incomeScore: 130, deprivationScore: 20, class: null }],
        },
      });
      expect(totals.json()).toMatchObject({ rows: [{ saved: true }] });
      expect(await world.wrongCounters()).toEqual([]);
    });
  });
});

async function count(db: Db, from: ReturnType<typeof sql>): Promise<number> {
  return (await sql<{ count: number }>`select count(*)::int as count from ${from}`.execute(db)).rows[0]!
    .count;
}
